//! The start of a tablet at the door, which many use one after another: a large button, and nothing that leads elsewhere.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::HeaderMap;
use axum::response::{Html, IntoResponse, Response};

use super::behind::{Behind, Frame, Wanted, nowhere};
use crate::app::App;
use crate::error::Result;
use crate::evaluation::asking::words;
use crate::evaluation::printing::minutes;
use crate::i18n::{Words, tongue};
use crate::web::Visit;

#[derive(Template)]
#[template(path = "evaluation/web/kiosk.html")]
struct StartPage {
    frame: Frame,
    heading: String,
    purpose: String,
    takes: String,
    href: String,
    /// (address, code, name) of the other languages.
    languages: Vec<(String, String, String)>,
}

/// Before the start, for staff who are signed in on the tablet.
#[derive(Template)]
#[template(path = "evaluation/web/signed-in.html")]
struct SignedInPage {
    frame: Frame,
    w: Words,
    says: String,
    /// The start.
    next: String,
}

pub async fn start(
    State(app): State<App>,
    Path(address): Path<String>,
    visit: Visit,
    wanted: Wanted,
    headers: HeaderMap,
) -> Result<Response> {
    let how = (wanted.lang.as_deref(), true);
    let Some(behind) = Behind::find(&app, &address, how, &headers).await? else { return nowhere(&headers) };
    if let Some(shut) = behind.shut(&app).await? {
        return Ok(shut);
    }
    if let Some(me) = visit.signed_in() {
        // Whoever set the tablet up is still signed in on it, and leaves it to everybody.
        let says = visit.w.of("kiosk-signed-in-what", &me.name);
        let page = SignedInPage { w: visit.w, says, next: behind.start(), frame: behind.frame() };
        return Ok(Html(page.render()?).into_response());
    }
    let (content, w) = (&behind.content, words(&behind.lang));
    let start = behind.start();
    let language = |code: &String| (format!("{start}?lang={code}"), code.clone(), tongue(code));
    let page = StartPage {
        heading: w.tr(&format!("poster-heading-{}", behind.place.kind.code())),
        purpose: content.said(&behind.evaluation.purpose, &behind.lang).to_owned(),
        takes: w.n("kiosk-takes", minutes(content)),
        href: behind.href(&behind.lang, false, None),
        languages: content.languages.iter().filter(|it| **it != behind.lang).map(language).collect(),
        frame: behind.frame(),
    };
    Ok(Html(page.render()?).into_response())
}
