//! The months and years of a unit: how they stand, closing one, reopening one.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use crate::access::Act;
use crate::app::App;
use crate::desk::periods::{self as pages, Typed};
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::periods::{self, Whole};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

#[derive(Deserialize)]
pub struct Asked {
    year: Option<String>,
}

pub async fn index(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::SeeEntries, &unit.as_place())?;
    let today = app.clock.today(unit.network.zone);
    let page = Page::new(&visit, visit.w.of("periods-of", visit.w.text(&unit.name)), "structure");
    // Whatever cannot be read is this year: an address comes a long way.
    let year = asked.year.and_then(|year| year.parse().ok());
    Ok(render(&pages::year(&app, page, &unit, year, today).await?)?.into_response())
}

/// The period of the address. Before the unit opened there is none.
fn period_of(unit: &Unit, code: &str) -> Result<Whole> {
    Whole::from_code(code).filter(|period| period.until() > unit.opened_on).or_missing()
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    period: Whole,
    typed: Typed,
    wrong: &[Wrong],
) -> Result<Response> {
    let title = format!("{}, {}", visit.w.text(&unit.name), period.name(visit.w));
    let frame = Page::new(visit, title, "structure");
    let page = pages::period(app, frame, visit.me()?, unit, period, typed, wrong).await?;
    Ok(render(&page)?.into_response())
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, period)): Path<(String, String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::SeeEntries, &unit.as_place())?;
    let period = period_of(&unit, &period)?;
    page(&app, &visit, &unit, period, Typed::default(), &[]).await
}

async fn answer(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    period: Whole,
    typed: Typed,
    done: periods::Done,
) -> Result<Response> {
    match done {
        Ok(()) => {
            let to = format!("{}/periods/{}", unit.address(), period.code());
            Ok(Redirect::to(&to).into_response())
        }
        Err(wrong) => {
            let page = page(app, visit, unit, period, typed, &[wrong]).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

#[derive(Deserialize)]
pub struct Closing {
    id: Option<Uuid>,
}

pub async fn close(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, period)): Path<(String, String, String)>,
    Form(closing): Form<Closing>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::ClosePeriods, &unit.as_place())?;
    let period = period_of(&unit, &period)?;
    let id = closing.id.ok_or(AppError::Invalid("error-garbled"))?;
    let done = periods::close(&app, me, &unit, period, id).await?;
    answer(&app, &visit, &unit, period, Typed::default(), done).await
}

#[derive(Deserialize)]
pub struct Reopening {
    #[serde(default)]
    reason: String,
}

pub async fn reopen(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, period, lock)): Path<(String, String, String, Uuid)>,
    Form(typed): Form<Reopening>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::ReopenPeriods, &unit.as_place())?;
    let period = period_of(&unit, &period)?;
    let done = periods::reopen(&app, me, &unit, lock, &typed.reason).await?;
    answer(&app, &visit, &unit, period, Typed { reason: typed.reason }, done).await
}
