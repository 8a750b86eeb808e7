//! What a page is answered that saves by itself while somebody types.

use axum::Json;
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::Timelike;
use serde::Serialize;

use super::{Bench, lines};
use crate::app::App;
use crate::change::making::Done;
use crate::change::store::Stored;
use crate::form::{Wrong, told};
use crate::i18n::{Arg, Words};

#[derive(Serialize)]
struct Answer {
    /// What stands now, once it is saved.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i64>,
    says: String,
    /// Whether to send no more by itself: it is for the button now.
    over: bool,
}

/// Whether a script asks, and not somebody who pressed a button.
pub fn asks(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"))
}

fn not_saved(says: String, over: bool) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(Answer { version: None, says, over })).into_response()
}

/// When it was saved, by the clock there.
pub fn saved(app: &App, w: Words, bench: &Bench, done: Done) -> Response {
    let local = app.clock.now().with_timezone(&bench.unit.network.zone);
    let clock = w.clock(i64::from(local.hour() * 60 + local.minute()));
    let mut says = w.of("change-kept", clock);
    if done.beside {
        says = format!("{says} {}", w.tr("change-kept-beside"));
    }
    Json(Answer { version: Some(done.version), says, over: false }).into_response()
}

/// What has to be put right before it can be saved.
pub fn wrong(w: Words, wrong: &[Wrong]) -> Response {
    let says: Vec<String> = told(w, wrong).into_iter().map(|(_, says)| says).collect();
    not_saved(w.of("change-kept-not", says.join(" ")), false)
}

/// A colleague changed the same meanwhile; `button` shows both.
pub fn meanwhile<T>(w: Words, bench: &Bench, theirs: &Stored<T>, button: &str) -> Response {
    let says = lines::by(w, &bench.unit, theirs, "change-meanwhile");
    let then = w.with("change-kept-meanwhile", &[("button", Arg::from(w.tr(button)))]);
    not_saved(format!("{says} {then}"), true)
}
