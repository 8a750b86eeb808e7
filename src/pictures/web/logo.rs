//! A unit's logo, brought and taken away.

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::page;
use super::wanted::Wanted;
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::files;
use crate::units::{self, Unit};
use crate::web::{Visit, upload};

type At = Path<(String, String)>;

async fn unit_for(app: &App, visit: &Visit, Path((network, unit)): At) -> Result<Unit> {
    let unit = units::find(app, &network, &unit).await?;
    visit.me()?.allow(Act::Build, &unit.as_place())?;
    Ok(unit)
}

fn back(unit: &Unit) -> Response {
    Redirect::to(&format!("{}/pictures#h-logo", unit.address())).into_response()
}

pub async fn set(State(app): State<App>, visit: Visit, at: At, request: Request) -> Result<Response> {
    let unit = unit_for(&app, &visit, at).await?;
    let sent = upload(request, files::MOST_BYTES).await?;
    match files::read_logo(sent.bytes).await? {
        Ok(logo) => {
            files::put_logo(&app, visit.me()?, &unit, &logo).await?;
            Ok(back(&unit))
        }
        Err(why) => {
            let page = page::page(&app, &visit, &unit, &Wanted::default(), Some(why.key())).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

pub async fn remove(State(app): State<App>, visit: Visit, at: At) -> Result<Response> {
    let unit = unit_for(&app, &visit, at).await?;
    files::remove_logo(&app, visit.me()?, &unit).await?;
    Ok(back(&unit))
}
