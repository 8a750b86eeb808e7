//! Recorded before by the same person: what stands and what was sent now side by side, and one of them decides at once.
//! Nothing is written until then, and nobody else is asked.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::attempt::Tried;
use super::{entry_of, note_read};
use crate::activities::entry::Entry;
use crate::activities::web::compare::{Line, Reader};
use crate::activities::web::rows::Said;
use crate::app::App;
use crate::error::Result;
use crate::units::Unit;
use crate::vocabulary;
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "activities/web/entries/already.html")]
struct AlreadyPage {
    page: Page,
    unit: String,
    activity: String,
    /// The entry that stands.
    stands: String,
    /// Where a correction of it goes; none of a series, whose days are corrected one by one.
    correction: Option<String>,
    /// Where another entry goes.
    entries: String,
    heads: (String, String),
    lines: Vec<Line>,
    /// Everything that was typed, with ids of its own.
    fields: Vec<(String, String)>,
}

/// What a form says of the one entry, for the page that asks: sent on as it is, but for what makes it a new one.
fn sent_on(app: &App, tried: &Tried, version: i64) -> Vec<(String, String)> {
    let made = ["id", "command", "base", "again", "status"];
    let typed = tried.fields.all().filter(|(name, _)| !made.contains(name));
    let status = match tried.fields.get("status") {
        "" => "held",
        status => status,
    };
    let (id, command) = (app.ids.ordered().to_string(), app.ids.ordered().to_string());
    let own =
        [("id", id), ("command", command), ("base", version.to_string()), ("status", status.to_owned())];
    own.into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .chain(typed.map(|(name, value)| (name.to_owned(), value.to_owned())))
        .collect()
}

pub async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    tried: &Tried,
    (entry, version): (Uuid, i64),
    sent: &Entry,
) -> Result<Response> {
    let stored = entry_of(app, unit, entry).await?;
    let me = visit.me()?;
    note_read(app, me, unit, &stored.entry).await?;
    let terms = vocabulary::terms(&app.db, unit.network.id).await?;
    let projects = vocabulary::projects(&app.db, unit.network.id).await?;
    let w = visit.w;
    let said = Said { w, unit, activity: &tried.activity, terms: &terms, projects: &projects };
    let reader = Reader { me, said };
    let entries = format!("{}/entries", unit.address());
    let page = AlreadyPage {
        page: Page::new(visit, w.tr("already"), "today"),
        unit: w.text(&unit.name),
        activity: w.text(&tried.activity.name),
        stands: format!("{entries}/{entry}"),
        correction: sent.series_id.is_none().then(|| format!("{entries}/{entry}/versions")),
        heads: (w.tr("already-stands"), w.tr("already-sent")),
        lines: reader.compared(&stored.entry, sent),
        fields: sent_on(app, tried, version),
        entries,
    };
    Ok((StatusCode::CONFLICT, render(&page)?).into_response())
}
