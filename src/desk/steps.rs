//! What to do next where nothing is yet: the way there for whoever may go it, and whom to ask for everybody else.

use crate::access::{Act, Me};
use crate::activities;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::people;
use crate::units::{self, Unit};

/// One way on.
pub struct Way {
    pub href: String,
    pub icon: &'static str,
    pub label: String,
    pub what: String,
}

/// What is missing, and how to go on.
pub struct Steps {
    pub says: String,
    pub ways: Vec<Way>,
    /// Whom to ask, where there is no way on.
    pub ask: Option<String>,
}

/// The next steps of a unit; none where something is offered already, in it or below it.
pub async fn steps(app: &App, w: Words, me: &Me, unit: &Unit) -> Result<Option<Steps>> {
    let (today, place) = (app.clock.today(unit.network.zone), unit.as_place());
    // Those who only look have nothing to do, and are not told who works there.
    if !unit.open_on(today) || !me.may(Act::SeeEntries, &place) {
        return Ok(None);
    }
    let offered = activities::activities_of_branch(&app.db, unit.network.id, &unit.path, today).await?;
    if !offered.is_empty() {
        return Ok(None);
    }
    let below = units::branch(&app.db, unit, today).await?;
    let record = below.iter().any(|it| it.may_record);
    let (base, mut ways) = (unit.address(), Vec::new());
    let mut way = |to: &str, icon, key: &str| {
        let (label, what) = (w.tr(key), w.tr(&format!("{key}-what")));
        ways.push(Way { href: format!("{base}{to}"), icon, label, what });
    };
    if me.may(Act::Build, &place) {
        match (unit.may_record, record) {
            (true, _) => way("/activities/new", "plus", "step-activity"),
            (false, true) => way("/structure#h-below", "list", "step-activities"),
            (false, false) => way("/structure#h-add", "tree", "step-tree"),
        }
    }
    if me.may(Act::ManagePeople, &place) {
        way("/people", "person", "step-people");
    }
    let says = w.tr(match (unit.may_record, record) {
        (true, _) => "step-no-activity",
        (false, true) => "step-no-activities",
        (false, false) => "step-no-units",
    });
    let ask = if ways.is_empty() { Some(people::whom_to_ask(app, w, unit, Act::Build).await?) } else { None };
    Ok(Some(Steps { says, ways, ask }))
}
