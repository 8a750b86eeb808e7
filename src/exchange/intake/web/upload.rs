//! Receiving a file.

use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::Duration;

use super::list;
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::exchange::intake::LIMITS;
use crate::exchange::intake::store::{self, Draft};
use crate::table::{self, Sheet, Unreadable};
use crate::units;
use crate::web::{self, Visit};

/// Files that wait for one person at most, and for how long.
const WAITING: i64 = 5;
const DAYS: i64 = 7;

/// The tables of a file; reading a large one takes its time, and others are served meanwhile.
pub async fn sheets(bytes: Vec<u8>) -> Result<(Vec<u8>, std::result::Result<Vec<Sheet>, Unreadable>)> {
    let read = move || {
        let sheets = table::read(&bytes, &LIMITS);
        (bytes, sheets)
    };
    tokio::task::spawn_blocking(read).await.map_err(|error| AppError::Internal(error.to_string()))
}

/// Keeps a file until it is taken in. What cannot be read at all is told at once, and not kept.
pub async fn upload(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    request: Request,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::Record, &unit.as_place())?;
    let sent = web::upload(request, LIMITS.bytes).await?;
    let id = sent.fields.get("id").parse().unwrap_or_else(|_| app.ids.ordered());
    let (bytes, read) = sheets(sent.bytes).await?;
    if let Err(why) = read {
        return list::page(&app, &visit, &unit, id, Some(why.says(visit.w, &LIMITS))).await;
    }
    let network_id = unit.network.id;
    let there = Redirect::to(&format!("{}/imports/drafts/{id}", unit.address())).into_response();
    let mut tx = app.db.begin().await?;
    if let Some(draft) = store::draft(&mut tx, network_id, id).await? {
        // Sent twice with another file, the page it came from is no longer the newest.
        return if draft.body == bytes { Ok(there) } else { Err(AppError::Conflict) };
    }
    let now = app.clock.now();
    let draft = Draft {
        id,
        unit_id: unit.id,
        file_name: if sent.name.is_empty() { visit.w.tr("import-file") } else { sent.name },
        body: bytes,
        mapping: "{}".into(),
        create_activities: false,
        take_changes: false,
        by_person: me.id,
        at: now,
    };
    store::insert_draft(&mut tx, network_id, &draft).await?;
    store::drop_old_drafts(&mut tx, network_id, me.id, now - Duration::days(DAYS), WAITING).await?;
    tx.commit().await?;
    Ok(there)
}
