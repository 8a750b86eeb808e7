//! A unit's colour, chosen.

use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::units;
use crate::units::look::{self, Colour};
use crate::web::Visit;

#[derive(Deserialize)]
pub struct Chosen {
    /// #rrggbb
    #[serde(default)]
    colour: String,
    /// The house's instead.
    #[serde(default)]
    none: String,
}

pub async fn set(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(chosen): Form<Chosen>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Build, &unit.as_place())?;
    let colour = match chosen.none.as_str() {
        "" => Some(Colour::from_hex(&chosen.colour).ok_or(AppError::Invalid("pictures-colour-unknown"))?),
        _ => None,
    };
    let mut tx = app.db.begin().await?;
    look::set_colour(&mut tx, unit.network.id, unit.id, colour).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/pictures#h-colour", unit.address())).into_response())
}
