//! Releasing results, and giving a unit its own early.

use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::results::closing;
use crate::units::{self, Unit};
use crate::web::Visit;

async fn unit_for(app: &App, visit: &Visit, (network, unit): (&str, &str), act: Act) -> Result<Unit> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(act, &unit.as_place())?;
    Ok(unit)
}

fn field<'a>(sent: &'a [(String, String)], name: &str) -> Option<&'a str> {
    sent.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
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
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<(String, String, String)>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    let to = field(&sent, "to").ok_or(AppError::NotFound)?;
    closing::give(&app, visit.me()?, &unit, &code, to).await?;
    Ok(Redirect::to(&format!("{}/evaluations/{code}", unit.address())).into_response())
}
