//! Recording, correcting, deleting, undoing.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

use super::fields::{self, Fields, Frame};
use super::form::{self, About};
use crate::access::{self, Act, Me};
use crate::activities::activity::Activity;
use crate::activities::check::Problem;
use crate::activities::entry::{Entry, Status, Stored};
use crate::activities::{record, store};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::people;
use crate::units::{self, Unit};
use crate::vocabulary::{self, AgeBand, Part};
use crate::web::{Visit, render};

/// The unit of the address, with permission to record in it.
async fn recorder<'v>(app: &App, visit: &'v Visit, network: &str, unit: &str) -> Result<(Unit, &'v Me)> {
    let unit = units::find(app, network, unit).await?;
    let me = visit.me()?;
    me.allow(Act::Record, &unit.as_place())?;
    Ok((unit, me))
}

/// The entry of the address, if it is this unit's.
pub async fn entry_of(app: &App, unit: &Unit, id: Uuid) -> Result<Stored> {
    let stored = store::entries::find(&app.db, unit.network.id, id).await?.or_missing()?;
    if stored.entry.unit_id == unit.id { Ok(stored) } else { Err(AppError::NotFound) }
}

/// Puts on record that somebody saw a note, wherever a page shows one.
pub async fn note_read(app: &App, me: &Me, unit: &Unit, entry: &Entry) -> Result<()> {
    if entry.note.is_some() {
        let object = format!("entry {}", entry.id);
        access::put_on_record(app, me, "read_note", &object, &unit.network.id, &unit.id).await?;
    }
    Ok(())
}

async fn activity_of(app: &App, unit: &Unit, id: Option<Uuid>) -> Result<Activity> {
    let activity = store::activities::find(&app.db, unit.network.id, id.or_missing()?).await?.or_missing()?;
    if activity.unit_id == unit.id {
        Ok(activity)
    } else {
        Err(AppError::Invalid("entry-problem-other-unit"))
    }
}

#[derive(Deserialize)]
pub struct Asked {
    activity: Option<Uuid>,
    date: Option<NaiveDate>,
    /// Which of several usual times of the day, in minutes after midnight.
    start: Option<i64>,
    last: Option<String>,
    status: Option<String>,
}

/// An empty form, or (`last`) one with last time's heads, for when no script does it.
pub async fn new(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let (unit, _) = recorder(&app, &visit, &network, &unit).await?;
    let activity = activity_of(&app, &unit, asked.activity).await?;
    let date = asked.date.unwrap_or_else(|| app.clock.today(unit.zone));
    let last = form::last(&app, &unit, &activity, date).await?;
    let bands = vocabulary::age_bands(&app.db, unit.network.id, date).await?;
    let mut fields = fields::of_activity(&activity);
    fields.set("date", date);
    let clock = |minutes: i64| format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
    match activity.usual_times(date, asked.start) {
        (Some(start), Some(duration)) => {
            fields.set("start", clock(start));
            fields.set("end", clock(start + duration));
        }
        (None, Some(duration)) => fields.set("duration", duration),
        _ => {}
    }
    if asked.status.as_deref() == Some(Status::Cancelled.code()) {
        fields.set("status", Status::Cancelled.code());
    }
    if let (Some(_), Some(last)) = (&asked.last, &last) {
        fields.set("copied", 1);
        for part in Part::ALL {
            if let Some(heads) = last.counts.of(*part) {
                fields::counts(&mut fields, *part, heads);
            }
        }
    }
    let id = app.ids.ordered();
    let about = About {
        unit: &unit,
        activity: &activity,
        id,
        command: id,
        kind: activity.kind,
        before: None,
        base: None,
        sees_staff: true,
        last: last.as_ref(),
        bands: &bands,
    };
    Ok(render(&form::page(&app, &visit, &about, fields, Vec::new()).await?)?.into_response())
}

/// Whether somebody may see and correct what colleagues spent: those who lead them, and whoever wrote it.
fn sees_staff(me: &Me, unit: &Unit, before: Option<&Stored>) -> bool {
    before.is_none_or(|before| before.made_by == Some(me.id)) || me.may(Act::SeeStaffTime, &unit.as_place())
}

/// The age bands of a day, and those that an entry being corrected was counted by.
async fn bands_of(app: &App, unit: &Unit, date: NaiveDate, before: Option<&Stored>) -> Result<Vec<AgeBand>> {
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
async fn author(app: &App, unit: &Unit, fields: &Fields) -> Result<Option<Uuid>> {
    let Some(author) = fields.id("author") else { return Ok(None) };
    let today = app.clock.today(unit.zone);
    let people = people::recorders(&app.db, unit.network.id, &unit.path, today).await?;
    Ok(people.iter().any(|(person, _)| *person == author).then_some(author))
}

/// The entry the form means, or one for each day of a series.
fn commands(fields: &Fields, id: Uuid, frame: &Frame<'_>) -> std::result::Result<Vec<Entry>, Vec<Problem>> {
    let first = fields::entry(fields, id, frame)?;
    if frame.before.is_some() {
        return Ok(vec![first]);
    }
    let days = fields::days(fields, first.local_date).map_err(|problem| vec![problem])?;
    if days.len() == 1 {
        return Ok(vec![first]);
    }
    let day = |(nth, date): (usize, NaiveDate)| {
        let mut fields = fields.clone();
        fields.set("date", date);
        // What happened is told once, and not with every day.
        if nth > 0 {
            fields.set("note", "");
        }
        let entry = fields::entry(&fields, fields::id_of_day(id, nth), frame)?;
        Ok(Entry { series_id: Some(id), ..entry })
    };
    days.into_iter().enumerate().map(day).collect()
}

/// Saves what the form says; what cannot be goes back into the form with the reason beside it.
async fn save(
    app: &App,
    visit: &Visit,
    me: &Me,
    unit: &Unit,
    mut fields: Fields,
    id: Uuid,
    before: Option<&Stored>,
) -> Result<Response> {
    let sees_staff = sees_staff(me, unit, before);
    if !sees_staff {
        fields::STAFF.iter().for_each(|name| fields.remove(name));
    }
    let activity_id = before.map(|before| before.entry.activity_id).or_else(|| fields.id("activity"));
    let activity = activity_of(app, unit, activity_id).await?;
    let today = app.clock.today(unit.zone);
    let date: NaiveDate = fields.get("date").parse().unwrap_or(today);
    let bands = bands_of(app, unit, date, before).await?;
    let entry_before = before.map(|before| &before.entry);
    let (mut terms, mut projects) = (Vec::new(), Vec::new());
    let labelled = entry_before.map_or_else(|| fields::of_activity(&activity), fields::of_entry);
    if fields.differ(&labelled, &fields::LABELS) {
        terms = vocabulary::terms(&app.db, unit.network.id).await?;
        projects = vocabulary::projects(&app.db, unit.network.id).await?;
    }
    let command =
        fields.id("command").unwrap_or_else(|| if before.is_some() { app.ids.ordered() } else { id });
    let base = before.map(|before| fields.get("base").parse().unwrap_or(before.version));
    let frame = Frame {
        unit,
        activity: &activity,
        bands: &bands,
        terms: &terms,
        projects: &projects,
        before: entry_before,
    };
    let author = author(app, unit, &fields).await?;
    let made = commands(&fields, id, &frame).map(|entries| {
        let confirmed = fields.get("confirmed") == "1";
        let author = author.or(Some(me.id));
        let one = |entry: Entry| {
            let id = if before.is_some() { command } else { entry.id };
            record::Command { id, base_version: base, entry, author, confirmed }
        };
        entries.into_iter().map(one).collect::<Vec<_>>()
    });
    let problems = match made {
        Err(problems) => problems,
        Ok(commands) => match form::next(unit, record::save(app, me, unit, &activity, commands).await?) {
            Ok(next) => return Ok(Redirect::to(&next).into_response()),
            Err(problems) => problems,
        },
    };
    let last = form::last(app, unit, &activity, date).await?;
    let kind = before.map_or(activity.kind, |before| before.entry.kind);
    let about = About {
        unit,
        activity: &activity,
        id,
        command,
        kind,
        before: entry_before,
        base,
        sees_staff,
        last: last.as_ref(),
        bands: &bands,
    };
    let page = form::page(app, visit, &about, fields, problems).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let (unit, me) = recorder(&app, &visit, &network, &unit).await?;
    let fields = Fields::from(pairs);
    let id = fields.id("id").unwrap_or_else(|| app.ids.ordered());
    save(&app, &visit, me, &unit, fields, id, None).await
}

pub async fn edit(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, entry)): Path<(String, String, Uuid)>,
) -> Result<Response> {
    let (unit, me) = recorder(&app, &visit, &network, &unit).await?;
    let stored = entry_of(&app, &unit, entry).await?;
    note_read(&app, me, &unit, &stored.entry).await?;
    let activity = activity_of(&app, &unit, Some(stored.entry.activity_id)).await?;
    let date = stored.entry.local_date;
    let last = form::last(&app, &unit, &activity, date).await?;
    let bands = bands_of(&app, &unit, date, Some(&stored)).await?;
    let sees_staff = sees_staff(me, &unit, Some(&stored));
    let about = About {
        unit: &unit,
        activity: &activity,
        id: entry,
        command: app.ids.ordered(),
        kind: stored.entry.kind,
        before: Some(&stored.entry),
        base: Some(stored.version),
        sees_staff,
        last: last.as_ref(),
        bands: &bands,
    };
    let mut fields = fields::of_entry(&stored.entry);
    if !sees_staff {
        fields::STAFF.iter().for_each(|name| fields.remove(name));
    }
    Ok(render(&form::page(&app, &visit, &about, fields, Vec::new()).await?)?.into_response())
}

pub async fn correct(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, entry)): Path<(String, String, Uuid)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let (unit, me) = recorder(&app, &visit, &network, &unit).await?;
    let stored = entry_of(&app, &unit, entry).await?;
    save(&app, &visit, me, &unit, Fields::from(pairs), entry, Some(&stored)).await
}

#[derive(Deserialize)]
pub struct Once {
    pub command: Option<Uuid>,
    /// The version the page showed.
    pub base: Option<i64>,
}

/// Where to go when an entry was deleted or brought back: the entry, or the two versions to choose from.
pub fn settled(unit: &Unit, entry: Uuid, outcome: record::Outcome) -> String {
    match outcome {
        record::Outcome::Proposed { entry_id, version } => {
            format!("{}/entries/{entry_id}/proposals/{version}", unit.address())
        }
        // It kept to all other rules when it was written.
        record::Outcome::Problems(_) => format!("{}/entries/{entry}?told=closed", unit.address()),
        _ => format!("{}/entries/{entry}", unit.address()),
    }
}

async fn set_deleted(
    app: &App,
    visit: &Visit,
    path: (String, String, Uuid),
    once: Once,
    deleted: bool,
) -> Result<Response> {
    let (network, unit, entry) = path;
    let (unit, me) = recorder(app, visit, &network, &unit).await?;
    let stored = entry_of(app, &unit, entry).await?;
    let command = once.command.unwrap_or_else(|| app.ids.ordered());
    // Made on an older version, it waits beside the newer one like any other change.
    let seen = Stored { version: once.base.unwrap_or(stored.version), ..stored };
    let outcome = record::set_deleted(app, me, &unit, &seen, command, deleted).await?;
    Ok(Redirect::to(&settled(&unit, entry, outcome)).into_response())
}

pub async fn delete(
    State(app): State<App>,
    visit: Visit,
    Path(path): Path<(String, String, Uuid)>,
    Form(once): Form<Once>,
) -> Result<Response> {
    set_deleted(&app, &visit, path, once, true).await
}

pub async fn restore(
    State(app): State<App>,
    visit: Visit,
    Path(path): Path<(String, String, Uuid)>,
    Form(once): Form<Once>,
) -> Result<Response> {
    set_deleted(&app, &visit, path, once, false).await
}

#[derive(Deserialize)]
pub struct Undo {
    command: Option<Uuid>,
    /// The save to take back. One that is no longer the last stays as it is.
    #[serde(default)]
    version: i64,
}

/// Takes a save back: a new entry is deleted, a correction gives way to what stood before.
pub async fn undo(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, entry)): Path<(String, String, Uuid)>,
    Form(undo): Form<Undo>,
) -> Result<Response> {
    let (unit, me) = recorder(&app, &visit, &network, &unit).await?;
    entry_of(&app, &unit, entry).await?;
    let command = undo.command.unwrap_or_else(|| app.ids.ordered());
    let told = match record::undo(&app, me, &unit, entry, undo.version, command).await? {
        record::Undone::Done => "",
        record::Undone::TooLate => "?told=undo-late",
        record::Undone::Closed => "?told=closed",
    };
    Ok(Redirect::to(&format!("{}/entries/{entry}{told}", unit.address())).into_response())
}
