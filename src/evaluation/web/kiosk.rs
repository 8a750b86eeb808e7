//! The start of a tablet at the door, which many use one after another: a large button, and nothing that leads elsewhere.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header::HeaderMap;
use axum::response::{Html, IntoResponse, Response};

use super::behind::{Behind, Frame, Wanted};
use crate::app::App;
use crate::error::Result;
use crate::evaluation::asking::words;
use crate::evaluation::printing::minutes;
use crate::i18n::tongue;

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

pub async fn start(
    State(app): State<App>,
    Path(address): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response> {
    let behind = Behind::find(&app, &address, (wanted.lang.as_deref(), true), &headers).await?;
    if let Some(shut) = behind.shut(&app).await? {
        return Ok(shut);
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
