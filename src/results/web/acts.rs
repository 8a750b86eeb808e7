//! Releasing results, and giving a unit its own early.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::results::closing;
use crate::units::{self, Unit};
use crate::web::{Filled, Visit};

async fn unit_for(app: &App, visit: &Visit, (network, unit): (&str, &str), act: Act) -> Result<Unit> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(act, &unit.as_place())?;
    Ok(unit)
}

pub async fn release(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<(String, String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    closing::release(&app, visit.me()?, &unit, &code).await?;
    Ok(Redirect::to(&format!("{}/evaluations/{code}", unit.address())).into_response())
}

pub async fn give(
    Filled { app, visit, at: (network, unit, code), fields }: Filled<(String, String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    if !fields.has("to") {
        return Err(AppError::NotFound);
    }
    closing::give(&app, visit.me()?, &unit, &code, fields.get("to")).await?;
    Ok(Redirect::to(&format!("{}/evaluations/{code}", unit.address())).into_response())
}
