//! Acts on a date: taking it out, setting one year's apart, saying that a form was handed in, sending a letter again.

use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use uuid::Uuid;

use super::form::{self, Asked};
use super::managed;
use crate::access::Act;
use crate::app::App;
use crate::calendar::making::{self, Apart};
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::measures::Period;
use crate::units;
use crate::web::{Visit, render, safe_next};

fn id(text: &str) -> Result<Uuid> {
    text.parse().ok().or_missing()
}

pub async fn remove(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, date)): Path<(String, String, String)>,
) -> Result<Response> {
    let (_, root) = managed(&app, &visit, &network, &unit).await?;
    making::remove(&app, visit.me()?, &root, id(&date)?).await?;
    Ok(Redirect::to(&format!("{}/calendar?saved=1", root.address())).into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Exceptional {
    on: String,
    to: String,
    how: String,
}

pub async fn set_apart(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, date)): Path<(String, String, String)>,
    Form(typed): Form<Exceptional>,
) -> Result<Response> {
    let (_, root) = managed(&app, &visit, &network, &unit).await?;
    let id = id(&date)?;
    let on: NaiveDate = typed.on.parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let apart = match typed.how.as_str() {
        "out" => Some(Apart::LeftOut),
        "back" => Some(Apart::Back),
        _ => typed.to.trim().parse().ok().map(Apart::Moved),
    };
    let key = match apart {
        Some(apart) if making::set_apart(&app, visit.me()?, &root, (id, on), apart).await? => {
            let year = if let Apart::Moved(to) = apart { to.year() } else { on.year() };
            let to = format!("{}/calendar?year={year}&saved=1#d-{id}-{on}", root.address());
            return Ok(Redirect::to(&to).into_response());
        }
        Some(_) => "due-move-far",
        None => "due-move-wrong",
    };
    let wrong = Wrong::new("to", key).arg("n", making::FAR);
    let asked = Asked { on: Some(on), moved: Some(typed.to), ..Asked::default() };
    let page = form::page(&app, &visit, &root, id, asked, &[wrong]).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct HandingIn {
    period: String,
    done: String,
    back: String,
}

pub async fn hand_in(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, date)): Path<(String, String, String)>,
    Form(typed): Form<HandingIn>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::WriteReports, &unit.as_place())?;
    let id = id(&date)?;
    let period = Period::from_code(&typed.period).ok_or(AppError::Invalid("error-garbled"))?;
    let done = match typed.done.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(AppError::Invalid("error-garbled")),
    };
    making::hand_in(&app, visit.me()?, &unit, id, &period, done).await?;
    let back = if typed.back.is_empty() { format!("{}/calendar", unit.address()) } else { typed.back };
    Ok(Redirect::to(&safe_next(Some(&back))).into_response())
}

pub async fn send_again(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, mail)): Path<(String, String, String)>,
) -> Result<Response> {
    let (_, root) = managed(&app, &visit, &network, &unit).await?;
    making::send_again(&app, visit.me()?, &root, id(&mail)?).await?;
    Ok(Redirect::to(&format!("{}/calendar?saved=1", root.address())).into_response())
}
