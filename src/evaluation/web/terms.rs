//! Changing an evaluation that is prepared.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::form::{self, Typed};
use super::unit_for;
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::evaluation::standing::{Evaluation, State as Stands};
use crate::evaluation::{making, store};
use crate::form::{Fields, Wrong};
use crate::units::Unit;
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "evaluation/web/terms.html")]
struct TermsPage {
    page: Page,
    /// Of the evaluation.
    base: String,
    name: String,
    form: String,
}

type Three = (String, String, String);

/// One that can be changed.
async fn found(app: &App, unit: &Unit, code: &str) -> Result<Evaluation> {
    let it = store::by_code(&app.db, unit.network.id, code).await?.or_missing()?;
    if it.state() == Stands::Prepared { Ok(it) } else { Err(AppError::Conflict) }
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    it: &Evaluation,
    (typed, wrong): (&Typed<'_>, &[Wrong]),
) -> Result<TermsPage> {
    let w = visit.w;
    Ok(TermsPage {
        page: Page::new(visit, w.tr("evaluation-change"), "structure"),
        base: format!("{}/evaluations/{}", unit.address(), it.code),
        name: w.text(&it.name),
        form: form::form(app, visit, unit, Some(it), (typed, wrong)).await?.render()?,
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<Three>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    let it = found(&app, &unit, &code).await?;
    let fields = form::stands(&app, &unit, &it).await?;
    Ok(render(&page(&app, &visit, &unit, &it, (&Typed(Some(&fields)), &[])).await?)?.into_response())
}

pub async fn change(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<Three>,
    axum::Form(fields): axum::Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    let it = found(&app, &unit, &code).await?;
    let fields = Fields(fields);
    let new = form::new(&app, &unit, Some(&it), &fields).await?;
    let offered = form::offered(&app, &unit, Some(&it)).await?;
    match making::change(&app, visit.me()?, &unit, &code, (&new, &offered)).await? {
        Ok(()) => Ok(Redirect::to(&format!("{}/evaluations/{code}", unit.address())).into_response()),
        Err(wrong) => {
            let page = page(&app, &visit, &unit, &it, (&Typed(Some(&fields)), &wrong)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
