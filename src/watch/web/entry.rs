//! The page of an entry, put together of what earlier rooms tell of it, and what of it is worth a look.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use uuid::Uuid;

use super::line::Line;
use super::told::told_of;
use crate::access::Act;
use crate::activities::{self, EntryAsked, Stored};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::files;
use crate::reflections;
use crate::units::{self, Unit};
use crate::watch::look::first_day;
use crate::web::{Page, Visit};

#[derive(Template)]
#[template(path = "watch/web/beside.html")]
struct BesidePart {
    page: Page,
    lines: Vec<Line>,
}

/// What is worth a look, as a part of the page; nothing where nothing is, or the entry is older than what is looked at.
async fn beside(app: &App, visit: &Visit, unit: &Unit, stored: &Stored) -> Result<String> {
    let entry = &stored.entry;
    if entry.deleted || entry.local_date < first_day(app.clock.today(unit.zone)) {
        return Ok(String::new());
    }
    let own = format!("{}/entries/{}", unit.address(), entry.id);
    let mut lines = told_of(app, visit.w, visit.me()?, unit, entry.id, &own).await?.lines;
    if lines.is_empty() {
        return Ok(String::new());
    }
    for line in &mut lines {
        line.links.retain(|(href, _)| *href != own);
    }
    Ok(BesidePart { page: Page::new(visit, "", "entries"), lines }.render()?)
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, entry)): Path<(String, String, Uuid)>,
    Query(asked): Query<EntryAsked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::SeeEntries, &unit.as_place())?;
    let stored = activities::entry(&app.db, unit.network.id, entry).await?.or_missing()?;
    if stored.entry.unit_id != unit.id {
        return Err(AppError::NotFound);
    }
    let mut parts = beside(&app, &visit, &unit, &stored).await?;
    parts.push_str(&files::beside(&app, &visit, &unit, &stored).await?);
    parts.push_str(&reflections::beside(&app, &visit, &unit, &stored, "").await?.html);
    activities::entry_page(&app, &visit, &unit, stored, asked, parts).await
}
