//! Releasing results, giving a unit its own early, and saying from when on an area is good enough.

use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::results::{closing, targets};
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

pub async fn set_targets(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::SetTargets).await?;
    let said: Vec<(&str, &str)> =
        sent.iter().filter_map(|(name, value)| Some((name.strip_prefix("area_")?, value.as_str()))).collect();
    let year = field(&sent, "year").unwrap_or("");
    targets::set(&app, visit.me()?, &unit, year, &said).await?;
    // Only an address of our own: where the form stood.
    let back = field(&sent, "back").filter(|it| it.starts_with(&unit.address())).map(str::to_owned);
    Ok(Redirect::to(&back.unwrap_or_else(|| format!("{}/results", unit.address()))).into_response())
}
