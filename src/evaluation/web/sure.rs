//! Asking once more before an act that cannot be taken back.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use super::unit_for;
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::evaluation::standing::State as Stands;
use crate::evaluation::store;
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "evaluation/web/sure.html")]
struct SurePage {
    page: Page,
    /// Of the evaluation.
    base: String,
    name: String,
    heading: String,
    says: String,
    action: String,
    does: String,
}

type Three = (String, String, String);

/// `act`: the end of the address that does it, and the begin of its sentences' keys.
async fn ask(app: &App, visit: &Visit, path: &Three, (act, of): (&str, Stands)) -> Result<Response> {
    let (network, unit, code) = path;
    let unit = unit_for(app, visit, (network, unit), Act::Evaluate).await?;
    let it = store::by_code(&app.db, unit.network.id, code).await?.or_missing()?;
    if it.state() != of {
        return Err(AppError::Conflict);
    }
    let w = visit.w;
    let base = format!("{}/evaluations/{code}", unit.address());
    let name = w.text(&it.name);
    let page = SurePage {
        heading: w.of(&format!("sure-{act}"), &name),
        page: Page::new(visit, w.of(&format!("sure-{act}"), &name), "structure"),
        says: w.with(&format!("sure-{act}-what"), &[("until", it.last_on().into())]),
        action: format!("{base}/{act}"),
        does: w.tr(&format!("sure-{act}-do")),
        name,
        base,
    };
    Ok(render(&page)?.into_response())
}

pub async fn close(State(app): State<App>, visit: Visit, Path(path): Path<Three>) -> Result<Response> {
    ask(&app, &visit, &path, ("closure", Stands::Open)).await
}

pub async fn withdraw(State(app): State<App>, visit: Visit, Path(path): Path<Three>) -> Result<Response> {
    ask(&app, &visit, &path, ("removal", Stands::Prepared)).await
}

pub async fn release(State(app): State<App>, visit: Visit, Path(path): Path<Three>) -> Result<Response> {
    ask(&app, &visit, &path, ("release", Stands::Closed)).await
}
