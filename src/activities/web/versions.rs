//! What an entry said before: beside what it says now, and brought back where that was right.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::compare::{Line, Reader};
use super::entries::{Once, entry_of, note_read, settled};
use super::rows::Said;
use super::show::{at, closed};
use crate::access::Act;
use crate::activities::entry::{Entry, Stored};
use crate::activities::{record, store};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::units;
use crate::vocabulary;
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "activities/web/version.html")]
struct VersionPage {
    page: Page,
    back: String,
    action: String,
    unit: String,
    activity: String,
    written: String,
    command: Uuid,
    /// The version that stands on the page.
    base: i64,
    /// Proposed once, and set aside.
    aside: bool,
    heads: (String, String),
    lines: Vec<Line>,
    may_return: bool,
    /// What closes the day it would come from or go to.
    closed: Option<(String, String)>,
    /// It was to count again, beside another entry of that time: are they two?
    asked: bool,
}

#[derive(Deserialize)]
pub struct Asked {
    asked: Option<String>,
}

/// Whether a version may be made what counts again: one that did, or one that was set aside. About one that was proposed
/// somebody still has to decide.
fn returns(state: &str) -> bool {
    matches!(state, "past" | "set_aside")
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, entry, version)): Path<(String, String, Uuid, i64)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    let place = unit.as_place();
    me.allow(Act::SeeEntries, &place)?;
    let stored = entry_of(&app, &unit, entry).await?;
    let network_id = unit.network.id;
    let versions = store::versions::of_entry(&app.db, network_id, entry).await?;
    let kept = versions.iter().find(|kept| kept.version == version).or_missing()?;
    // What somebody proposed of a colleague's evening was to be an entry of its own.
    let body = Entry { id: entry, ..kept.body.clone() };
    if me.may(Act::ReadNotes, &place) {
        // One look at the page, whichever of the two has a note.
        let noted = if stored.entry.note.is_some() { &stored.entry } else { &body };
        note_read(&app, me, &unit, noted).await?;
    }
    let activity =
        store::activities::find(&app.db, network_id, stored.entry.activity_id).await?.or_missing()?;
    let terms = vocabulary::terms(&app.db, network_id).await?;
    let projects = vocabulary::projects(&app.db, network_id).await?;
    let w = visit.w;
    let said = Said { w, unit: &unit, activity: &activity, terms: &terms, projects: &projects };
    let reader = Reader { me, said };
    let who = kept.by_name.clone().unwrap_or_else(|| w.tr("entry-nobody"));
    let base = unit.address();
    let closed = closed(&app, w, &unit, &[stored.entry.local_date, kept.body.local_date]).await?;
    let page = VersionPage {
        page: Page::new(&visit, w.tr("version"), "entries"),
        back: format!("{base}/entries/{entry}"),
        action: format!("{base}/entries/{entry}/versions/{version}/return"),
        unit: w.text(&unit.name),
        activity: w.text(&activity.name),
        written: format!("{} · {who}", at(w, &unit, kept.at)),
        command: app.ids.ordered(),
        base: stored.version,
        aside: kept.state == "set_aside",
        heads: (
            w.tr(if kept.state == "past" { "version-then" } else { "version-set_aside" }),
            w.tr("version-now"),
        ),
        lines: reader.compared(&body, &stored.entry),
        may_return: returns(&kept.state)
            && me.may(Act::Record, &place)
            && body != stored.entry
            && closed.is_none(),
        closed,
        asked: asked.asked.is_some(),
    };
    Ok(render(&page)?.into_response())
}

/// Makes an earlier version what counts again, as a version like any other.
pub async fn bring_back(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, entry, version)): Path<(String, String, Uuid, i64)>,
    Form(once): Form<Once>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::Record, &unit.as_place())?;
    let stored = entry_of(&app, &unit, entry).await?;
    let versions = store::versions::of_entry(&app.db, unit.network.id, entry).await?;
    let kept = versions.into_iter().find(|kept| kept.version == version).or_missing()?;
    if !returns(&kept.state) {
        return Err(AppError::Invalid("version-waits"));
    }
    let command = (once.command.unwrap_or_else(|| app.ids.ordered()), once.confirmed());
    let seen = Stored { version: once.base.unwrap_or(stored.version), ..stored };
    let outcome = record::put_back(&app, me, &unit, &seen, command, Entry { id: entry, ..kept.body }).await?;
    let next = match outcome {
        record::Outcome::Saved { .. } => format!("{}/entries/{entry}?told=returned", unit.address()),
        asks if asks.asks() => format!("{}/entries/{entry}/versions/{version}?asked=1", unit.address()),
        other => settled(&unit, entry, other),
    };
    Ok(Redirect::to(&next).into_response())
}
