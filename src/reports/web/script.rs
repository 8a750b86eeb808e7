//! What a page is answered that saves by itself while somebody types (`assets/keep.js`).

use axum::Json;
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::Timelike;
use serde::Serialize;

use super::Desk;
use crate::app::App;
use crate::form::{Wrong, told};
use crate::i18n::Words;

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

/// When it was saved; `beside`: with what a colleague changed elsewhere in it.
pub fn saved(app: &App, w: Words, desk: &Desk, version: i64, beside: bool) -> Response {
    let local = app.clock.now().with_timezone(&desk.unit.network.zone);
    let clock = w.clock(i64::from(local.hour() * 60 + local.minute()));
    let mut says = w.of("change-kept", clock);
    if beside {
        says = format!("{says} {}", w.tr("change-kept-beside"));
    }
    Json(Answer { version: Some(version), says, over: false }).into_response()
}

/// What has to be put right before it can be saved.
pub fn wrong(w: Words, wrong: &[Wrong]) -> Response {
    let says: Vec<String> = told(w, wrong).into_iter().map(|(_, says)| says).collect();
    not_saved(w.of("change-kept-not", says.join(" ")), false)
}

/// A colleague changed the same meanwhile; the button shows both.
pub fn meanwhile(w: Words, says: &str) -> Response {
    let then = w.with("change-kept-meanwhile", &[("button", w.tr("report-save").into())]);
    not_saved(format!("{says} {then}"), true)
}

/// The report was finished: there is nothing to save into any more, and what was typed stays where it is.
pub fn ended(says: String) -> Response {
    not_saved(says, true)
}
