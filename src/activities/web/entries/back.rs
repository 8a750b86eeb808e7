//! Deleting, bringing back, undoing.

use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::{entry_of, recorder};
use crate::activities::entry::Stored;
use crate::activities::record;
use crate::app::App;
use crate::error::Result;
use crate::units::Unit;
use crate::web::Visit;

#[derive(Deserialize)]
pub struct Once {
    pub command: Option<Uuid>,
    /// The version the page showed.
    pub base: Option<i64>,
    /// "Yes, they are two": the question about another entry at that time has been answered.
    confirmed: Option<String>,
}

impl Once {
    pub fn confirmed(&self) -> bool {
        self.confirmed.as_deref() == Some("1")
    }
}

/// Where to go when an entry was deleted or brought back: the entry, or the two versions to choose from.
pub fn settled(unit: &Unit, entry: Uuid, outcome: record::Outcome) -> String {
    match outcome {
        record::Outcome::Proposed { entry_id, version } => {
            format!("{}/entries/{entry_id}/proposals/{version}", unit.address())
        }
        asks if asks.asks() => format!("{}/entries/{entry}?told=doubled", unit.address()),
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
    let command = (once.command.unwrap_or_else(|| app.ids.ordered()), once.confirmed());
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
