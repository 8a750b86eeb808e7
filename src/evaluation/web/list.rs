//! A network's evaluations, and making one.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::form::{self, Typed};
use super::unit_for;
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::evaluation::{making, store};
use crate::form::{Fields, Wrong};
use crate::units::Unit;
use crate::web::{Page, Visit, render};

struct Line {
    href: String,
    name: String,
    says: String,
}

#[derive(Template)]
#[template(path = "evaluation/web/list.html")]
struct ListPage {
    page: Page,
    base: String,
    network: String,
    lines: Vec<Line>,
    form: String,
}

async fn page(app: &App, visit: &Visit, unit: &Unit, typed: &Typed<'_>, wrong: &[Wrong]) -> Result<ListPage> {
    let w = visit.w;
    let line = |it: &crate::evaluation::Evaluation| {
        let state = w.tr(&format!("evaluation-{}", it.state().code()));
        Line {
            href: format!("{}/evaluations/{}", unit.address(), it.code),
            name: w.text(&it.name),
            says: format!("{} · {state}", w.span(it.opens_on, it.last_on())),
        }
    };
    Ok(ListPage {
        page: Page::new(visit, w.tr("evaluations"), "structure"),
        base: unit.address(),
        network: w.text(&unit.name),
        lines: store::of_network(&app.db, unit.network.id).await?.iter().map(line).collect(),
        form: form::form(app, visit, unit, None, (typed, wrong)).await?.render()?,
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    Ok(render(&page(&app, &visit, &unit, &Typed(None), &[]).await?)?.into_response())
}

pub async fn make(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    axum::Form(fields): axum::Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    let fields = Fields(fields);
    let new = form::new(&app, &unit, None, &fields).await?;
    match making::make(&app, visit.me()?, &unit, &new).await? {
        Ok(code) => Ok(Redirect::to(&format!("{}/evaluations/{code}", unit.address())).into_response()),
        Err(wrong) => {
            let page = page(&app, &visit, &unit, &Typed(Some(&fields)), &wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
