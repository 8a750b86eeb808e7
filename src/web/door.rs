//! The door: signing in, and what somebody was sending when it had closed behind them. A form that arrives after its
//! session ended goes along through the sign-in and is offered again behind it, so that nothing typed is lost.

use askama::Template;
use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::{Page, Visit, render, safe_next};
use crate::error::Result;

/// The largest form that is kept: several times the longest note.
const MOST_KEPT: u64 = 256 * 1024;

/// A form that could not be taken because nobody was signed in.
#[derive(Clone, Default, Deserialize)]
pub struct Kept {
    /// Where it was sent; empty where there is none.
    #[serde(default)]
    kept_to: String,
    /// Its fields, as they were sent.
    #[serde(default)]
    kept: String,
}

impl Kept {
    fn is_some(&self) -> bool {
        !self.kept_to.is_empty()
    }
}

/// Signing in, as a page.
#[derive(Template)]
#[template(path = "web/door.html")]
pub struct SignIn {
    pub page: Page,
    /// Where it goes on.
    pub next: String,
    pub mail: String,
    pub problem: Option<String>,
    /// Whether mail and password do not fit; which of them is told to nobody.
    pub wrong: bool,
    pub kept: Kept,
}

impl SignIn {
    pub fn new(visit: &Visit, next: String) -> SignIn {
        let page = Page::new(visit, visit.w.tr("sign-in"), "");
        SignIn { page, next, mail: String::new(), problem: None, wrong: false, kept: Kept::default() }
    }
}

#[derive(Template)]
#[template(path = "web/kept.html")]
struct KeptPage {
    page: Page,
    to: String,
    fields: Vec<(String, String)>,
}

/// What was typed before somebody signed in, ready to be sent again. None where nothing was.
pub fn again(visit: &Visit, kept: &Kept) -> Result<Option<Response>> {
    if !kept.is_some() {
        return Ok(None);
    }
    let fields = form_urlencoded::parse(kept.kept.as_bytes()).into_owned().collect();
    let page = Page::new(visit, visit.w.tr("kept-title"), "");
    Ok(Some(render(&KeptPage { page, to: safe_next(Some(&kept.kept_to)), fields })?.into_response()))
}

/// Reads a form of ours before it is handled, so that it can be kept; anything else goes by untouched.
pub(super) async fn reading(request: Request) -> (Request, Option<String>) {
    let (parts, body) = request.into_parts();
    if !may_keep(&parts, body.size_hint().upper()) {
        return (Request::from_parts(parts, body), None);
    }
    let most = usize::try_from(MOST_KEPT).unwrap_or(usize::MAX);
    // What breaks off on the way is broken off for the handler as well.
    let Ok(bytes) = to_bytes(body, most).await else {
        return (Request::from_parts(parts, Body::empty()), None);
    };
    let kept = std::str::from_utf8(&bytes).ok().map(str::to_owned);
    (Request::from_parts(parts, Body::from(bytes)), kept)
}

fn may_keep(parts: &Parts, length: Option<u64>) -> bool {
    let kind = parts.headers.get(CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
    !parts.method.is_safe()
        && kind.starts_with(b"application/x-www-form-urlencoded")
        && length.is_some_and(|length| length <= MOST_KEPT)
}

/// The door, with what was sent in one's hands.
pub(super) fn with(visit: &Visit, kept: String) -> SignIn {
    let kept = Kept { kept_to: visit.path.clone(), kept };
    let problem = Some(visit.w.tr("kept-sign-in"));
    SignIn { kept, problem, ..SignIn::new(visit, visit.at.clone()) }
}
