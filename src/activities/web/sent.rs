//! What a form that was sent refers to: its activity, and the entry whose heads were taken over in it.

use chrono::NaiveDate;
use uuid::Uuid;

use super::fields::Fields;
use super::form;
use crate::activities::activity::Activity;
use crate::activities::check::Problem;
use crate::activities::entry::{Entry, Stored};
use crate::activities::store;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::people;
use crate::units::Unit;
use crate::vocabulary::{self, AgeBand, Part};

/// The activity of a form, and what is wrong with it: one of another unit, or one that nobody knows, is told in the form,
/// where another can be chosen and everything typed is kept.
pub async fn activity(app: &App, unit: &Unit, id: Option<Uuid>) -> Result<(Activity, Option<Problem>)> {
    let found = match id {
        Some(id) => store::activities::find(&app.db, unit.network.id, id).await?,
        None => None,
    };
    let nothing = || Activity::blank(Uuid::nil(), unit.id, unit.opened_on);
    let (activity, key) = match found {
        Some(activity) if activity.unit_id == unit.id => return Ok((activity, None)),
        // Of another unit nothing is told but its kind, which decides what the form asks.
        Some(other) => (Activity { kind: other.kind, ..nothing() }, "entry-problem-other-unit"),
        None => (nothing(), "entry-problem-activity"),
    };
    Ok((activity, Some(Problem::stop("activity", key))))
}

/// What the unit offers on a day, by name.
pub async fn choices(
    app: &App,
    unit: &Unit,
    w: Words,
    date: Option<NaiveDate>,
) -> Result<Vec<(Uuid, String)>> {
    let offered = store::activities::of_unit(&app.db, unit.network.id, unit.id).await?;
    let mut choices: Vec<(Uuid, String)> = offered
        .iter()
        .filter(|activity| date.is_none_or(|date| activity.offered_on(date)))
        .map(|activity| (activity.id, w.text(&activity.name)))
        .collect();
    choices.sort_by(|a, b| w.compare(&a.1, &b.1));
    Ok(choices)
}

/// The entry whose heads were taken over by "same as last time", if they were.
pub async fn copied(app: &App, unit: &Unit, activity: &Activity, fields: &Fields) -> Result<Option<Entry>> {
    if fields.get("copied") != "1" {
        return Ok(None);
    }
    if let Some(id) = fields.id("last")
        && let Some(stored) = store::entries::find(&app.db, unit.network.id, id).await?
        && stored.entry.activity_id == activity.id
    {
        return Ok(Some(stored.entry));
    }
    let Ok(date) = fields.get("date").parse() else { return Ok(None) };
    form::last(app, unit, activity, date).await
}

/// Where to go after a save, told which of the heads that were taken over were left out.
pub fn with_gone(next: String, gone: &str) -> String {
    if gone.is_empty() || !next.contains("/saved?") {
        return next;
    }
    format!("{next}&left={}", gone.replace(' ', "."))
}

/// The age bands of a day, and those that an entry being corrected was counted by.
pub async fn bands_of(
    app: &App,
    unit: &Unit,
    date: NaiveDate,
    before: Option<&Stored>,
) -> Result<Vec<AgeBand>> {
    let mut bands = vocabulary::age_bands(&app.db, unit.network.id, date).await?;
    let counts = before.map(|before| &before.entry.counts);
    let used = Part::ALL.iter().filter_map(|part| counts?.of(*part)).flat_map(|heads| heads.age.keys());
    for code in used {
        if let Some(band) =
            AgeBand::from_code(code).filter(|band| !bands.iter().any(|it| it.code == band.code))
        {
            bands.push(band);
        }
    }
    bands.sort_by_key(|band| (band.min_age, band.max_age));
    Ok(bands)
}

/// The colleague it is entered for, if that is somebody who records here.
pub async fn author(app: &App, unit: &Unit, fields: &Fields) -> Result<Option<Uuid>> {
    let Some(author) = fields.id("author") else { return Ok(None) };
    let today = app.clock.today(unit.zone);
    let people = people::recorders(&app.db, unit.network.id, &unit.path, today).await?;
    Ok(people.iter().any(|(person, _)| *person == author).then_some(author))
}
