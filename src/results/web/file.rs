//! A unit's results to take along.

use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::Seen;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::results::giving::{self, Format};
use crate::web::Visit;

#[derive(Deserialize)]
pub struct Wanted {
    format: Option<String>,
}

pub async fn file(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<(String, String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let seen = Seen::of(&app, &visit, (&network, &unit)).await?;
    let Some(at) = seen.at(&app, &visit, &code).await? else {
        // Says why there is none yet.
        return Ok(Redirect::to(&format!("{}/results/{code}", seen.unit.address())).into_response());
    };
    let format = Format::from_code(wanted.format.as_deref().unwrap_or("csv")).ok_or(AppError::NotFound)?;
    let all = giving::all(&app, &seen.unit, &seen.visible, at).await?;
    let bytes = giving::file(visit.w, &seen.unit, &all, format, true)?;
    let name = format!("attachment; filename=\"{}-{code}.{}\"", seen.unit.code, format.code());
    let heads = [(CONTENT_TYPE, format.mime().to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((heads, bytes).into_response())
}
