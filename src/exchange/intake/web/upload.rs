//! Receiving a file.

use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::Duration;
use uuid::Uuid;

use super::list;
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::exchange::intake::LIMITS;
use crate::exchange::intake::store::{self, Draft};
use crate::form::tidy;
use crate::table::{self, Sheet, Unreadable};
use crate::units;
use crate::web::Visit;

/// A larger file is read to its end and told to be too large; beyond this we hang up.
const HANG_UP: usize = 160 * 1024 * 1024;
/// Files that wait for one person at most, and for how long.
const WAITING: i64 = 5;
const DAYS: i64 = 7;

struct Sent {
    id: Option<Uuid>,
    name: String,
    bytes: Vec<u8>,
    too_large: bool,
}

async fn sent(mut request: Request) -> Result<Sent> {
    let garbled = |_| AppError::Invalid("error-garbled");
    DefaultBodyLimit::max(HANG_UP).apply(&mut request);
    let mut parts =
        Multipart::from_request(request, &()).await.map_err(|_| AppError::Invalid("error-garbled"))?;
    let mut sent = Sent { id: None, name: String::new(), bytes: Vec::new(), too_large: false };
    while let Some(mut part) = parts.next_field().await.map_err(garbled)? {
        match part.name() {
            Some("id") => {
                let text = part.text().await.map_err(garbled)?;
                sent.id = text.parse().ok();
            }
            Some("file") => {
                sent.name = part.file_name().map(tidy).unwrap_or_default().chars().take(200).collect();
                while let Some(chunk) = part.chunk().await.map_err(garbled)? {
                    if sent.bytes.len() + chunk.len() > LIMITS.bytes {
                        sent.too_large = true;
                    } else {
                        sent.bytes.extend_from_slice(&chunk);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(sent)
}

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
    let sent = sent(request).await?;
    let id = sent.id.unwrap_or_else(|| app.ids.ordered());
    let unreadable = if sent.too_large { Some(Unreadable::TooLarge) } else { None };
    let (bytes, read) = match unreadable {
        Some(why) => (Vec::new(), Err(why)),
        None => sheets(sent.bytes).await?,
    };
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
