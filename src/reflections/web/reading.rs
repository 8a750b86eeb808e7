//! Answers over time: how many of how many, how a scale was answered, and what was said, newest first.

use std::collections::{HashMap, HashSet};

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::card::{Asked, Card, Reader};
use crate::access::{Act, put_on_record};
use crate::activities;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::periods;
use crate::reflections::series::Sought;
use crate::reflections::set::Set;
use crate::reflections::store::over_time::Branch;
use crate::reflections::store::{places, sets as store};
use crate::units::{self, Unit};
use crate::vocabulary::Kind;
use crate::web::{Page, Visit, render};

struct Choice {
    name: &'static str,
    label: String,
    /// Value, label, chosen.
    options: Vec<(String, String, bool)>,
}

#[derive(Template)]
#[template(path = "reflections/web/reading.html")]
struct ReadingPage {
    page: Page,
    base: String,
    unit: String,
    lead: String,
    from: NaiveDate,
    to: NaiveDate,
    choices: Vec<Choice>,
    cards: Vec<Card>,
    may_read: bool,
    may_build: bool,
    narrowed: bool,
    /// Units below that ask something of their own: name and address.
    below: Vec<(String, String)>,
}

fn choice(w: Words, name: &'static str, label: &str, asked: &str, options: Vec<(String, String)>) -> Choice {
    let all = std::iter::once((String::new(), w.tr("all")));
    let chosen = |(value, label): (String, String)| {
        let chosen = value == asked;
        (value, label, chosen)
    };
    Choice { name, label: w.tr(label), options: all.chain(options).map(chosen).collect() }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let (w, me, place) = (visit.w, visit.me()?, unit.as_place());
    me.allow(Act::SeeEntries, &place)?;
    let network_id = unit.network.id;
    // Whose a unit is goes by the network's day.
    let today = app.clock.today(unit.network.zone);
    let below = units::branch(&app.db, &unit, today).await?;
    let offered = activities::activities_of_branch(&app.db, network_id, &unit.path, today).await?;
    let called: HashMap<Uuid, String> = offered.iter().map(|it| (it.id, w.text(&it.name))).collect();
    let by_id: HashMap<Uuid, &Unit> = below.iter().map(|unit| (unit.id, unit)).collect();

    // What was ever asked here, or below: sets of every unit above any place that a unit of the branch had.
    let lines = places::of_branch(&app.db, network_id, &unit.path, today).await?;
    let ever: HashSet<Uuid> = lines.iter().flat_map(|path| path.ids()).collect();
    let ever: Vec<Uuid> = ever.into_iter().collect();
    let mut found = store::of_units(&app.db, network_id, &ever).await?;
    let (from, to) = asked.days(today);
    let sought = Sought {
        from,
        until: to + Days::new(1),
        kind: Kind::from_code(&asked.kind),
        activity: asked.activity.parse().ok(),
    };
    // Units below ask for themselves: their pages tell, else a network's page would have no end.
    let lower = |set: &Set| set.unit_id != unit.id && by_id.contains_key(&set.unit_id);
    let wanted: Option<Uuid> = asked.question.parse().ok();
    let mut own_ways: Vec<(String, String)> = found
        .iter()
        .filter(|set| lower(set))
        .filter_map(|set| by_id.get(&set.unit_id))
        .map(|at| (w.text(&at.name), format!("{}/reflections", at.address())))
        .collect();
    own_ways.sort_by(|a, b| w.compare(&a.0, &b.0).then_with(|| a.1.cmp(&b.1)));
    own_ways.dedup();
    found.retain(|set| !lower(set));
    let over = |set: &Set| set.until_on.is_some_and(|until| until <= today);
    found.sort_by_key(|set| (over(set), std::cmp::Reverse(set.from_on), set.id));

    let set_units: HashSet<Uuid> = found.iter().map(|set| set.unit_id).collect();
    let stood = periods::places(&app.db, network_id, set_units).await?;
    let may_read = me.may(Act::ReadNotes, &place);
    let reader = Reader {
        app: &app,
        w,
        unit: &unit,
        branch: Branch { network_id, path: &unit.path, today },
        sought,
        asked: &asked,
        may_read,
        units: by_id,
        activities: called,
    };
    let mut cards = Vec::new();
    for set in &found {
        let of_set = stood.get(&set.unit_id).map_or(&[][..], Vec::as_slice);
        // Those still asked first, then what was asked before.
        let (now, then): (Vec<_>, Vec<_>) = set.questions.iter().partition(|it| it.retired_on.is_none());
        for question in now.into_iter().chain(then) {
            if wanted.is_none_or(|id| id == question.id) {
                cards.extend(reader.card(set, question, of_set, wanted.is_some()).await?);
            }
        }
    }
    if cards.iter().any(|card| !card.texts.is_empty()) {
        let object = format!("unit {}", unit.id);
        put_on_record(&app, me, "read_reflections", &object, &network_id, &unit.id).await?;
    }
    let kinds = Kind::ALL.iter().map(|kind| (kind.code().to_owned(), w.tr(&format!("kind-{}", kind.code()))));
    let mut names: Vec<(String, String)> = offered
        .iter()
        .map(|it| {
            let at = reader.units.get(&it.unit_id).filter(|at| at.id != unit.id);
            let name = w.text(&it.name);
            (it.id.to_string(), at.map_or(name.clone(), |at| format!("{name} ({})", w.text(&at.name))))
        })
        .collect();
    names.sort_by(|a, b| w.compare(&a.1, &b.1));
    let choices = vec![
        choice(w, "kind", "entry-kind", &asked.kind, kinds.collect()),
        choice(w, "activity", "activity", &asked.activity, names),
    ];
    let page = ReadingPage {
        page: Page::new(&visit, w.of("reflections-read-of", w.text(&unit.name)), "entries"),
        base: unit.address(),
        unit: w.text(&unit.name),
        lead: w.span(from, to),
        from,
        to,
        narrowed: [&asked.from, &asked.to, &asked.kind, &asked.activity, &asked.question]
            .iter()
            .any(|it| !it.is_empty()),
        choices,
        cards,
        may_read,
        may_build: me.may(Act::Build, &place),
        below: own_ways,
    };
    Ok(render(&page)?.into_response())
}
