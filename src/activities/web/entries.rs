//! Recording and correcting by the form.

mod already;
mod attempt;
mod back;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

pub use self::attempt::attempt;
use self::attempt::sees_staff;
pub use self::back::{Once, delete, restore, settled, undo};
use super::fields::{self, Fields};
use super::form::{self, About};
use super::sent;
use crate::access::{self, Act, Me};
use crate::activities::activity::Activity;
use crate::activities::entry::{Entry, Status, Stored};
use crate::activities::record::Outcome;
use crate::activities::{store, times};
use crate::app::App;
use crate::clock::sane;
use crate::error::{AppError, OrMissing, Result};
use crate::units::{self, Unit};
use crate::vocabulary::{self, Part};
use crate::web::{Visit, render};

/// The unit of the address, with permission to record in it.
pub async fn recorder<'v>(app: &App, visit: &'v Visit, network: &str, unit: &str) -> Result<(Unit, &'v Me)> {
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

pub async fn activity_of(app: &App, unit: &Unit, id: Option<Uuid>) -> Result<Activity> {
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
    let date = asked.date.map_or_else(|| app.clock.today(unit.zone), sane);
    let last = form::last(&app, &unit, &activity, date).await?;
    let bands = vocabulary::age_bands(&app.db, unit.network.id, date).await?;
    let mut fields = fields::of_activity(&activity);
    fields.set("date", date);
    match activity.usual_times(date, asked.start) {
        (Some(start), Some(duration)) => {
            fields.set("start", times::written(start));
            fields.set("end", times::written(start + duration));
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
        if let Some(share) = fields::share_to_take(last) {
            fields.set("created", share);
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

/// Saves what the form says; what cannot be goes back into the form with the reason beside it.
async fn save(
    app: &App,
    visit: &Visit,
    me: &Me,
    unit: &Unit,
    fields: Fields,
    id: Uuid,
    before: Option<&Stored>,
) -> Result<Response> {
    let tried = attempt(app, me, unit, fields, id, before).await?;
    if let Outcome::Already { entry_id, version, sent } = &tried.outcome {
        return already::page(app, visit, unit, &tried, (*entry_id, *version), sent).await;
    }
    let problems = match form::next(unit, tried.outcome) {
        Ok(next) => return Ok(Redirect::to(&sent::with_gone(next, tried.fields.get("gone"))).into_response()),
        Err(problems) => problems,
    };
    let last = match tried.copied {
        None => form::last(app, unit, &tried.activity, tried.date).await?,
        copied => copied,
    };
    let about = About {
        unit,
        activity: &tried.activity,
        id,
        command: tried.command,
        kind: before.map_or(tried.activity.kind, |before| before.entry.kind),
        before: before.map(|before| &before.entry),
        base: tried.base,
        sees_staff: tried.sees_staff,
        last: last.as_ref(),
        bands: &tried.bands,
    };
    let page = form::page(app, visit, &about, tried.fields, problems).await?;
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
    let bands = sent::bands_of(&app, &unit, date, Some(&stored)).await?;
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
