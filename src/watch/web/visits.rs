//! Support visits: putting one down, and that what was agreed was looked at again.

use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::page::{Kept, page};
use super::{At, unit_for};
use crate::access::{Act, put_on_record_in};
use crate::app::App;
use crate::db::DbError;
use crate::error::{AppError, Result};
use crate::units::Unit;
use crate::watch::store::visits;
use crate::watch::visit::Typed;
use crate::web::Visit;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    id: Option<Uuid>,
    visited_on: String,
    note: String,
    agreed: String,
    follow_up_on: String,
}

fn back(unit: &Unit) -> Response {
    Redirect::to(&format!("{}/watch#h-visits", unit.address())).into_response()
}

pub async fn add(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): At,
    Form(sent): Form<Sent>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, Act::Watch, (&network, &unit)).await?;
    let me = visit.me()?;
    let id = sent.id.ok_or(AppError::Invalid("error-garbled"))?;
    let typed = Typed {
        visited_on: sent.visited_on,
        note: sent.note,
        agreed: sent.agreed,
        follow_up_on: sent.follow_up_on,
    };
    let today = app.clock.today(unit.zone);
    let new = match typed.read((id, unit.id, me.id), (unit.opened_on, today)) {
        Ok(new) => new,
        Err(wrong) => {
            let kept = Kept { visit: Some((id, typed, wrong)), ..Kept::default() };
            return page(&app, &visit, &unit, false, kept).await;
        }
    };
    let mut tx = app.db.begin().await?;
    match visits::insert(&mut tx, unit.network.id, &new, app.clock.now()).await {
        Ok(()) => {
            let what = new.id.to_string();
            put_on_record_in(&app, &mut tx, me.id, "support_visit", &what, &unit.network.id, &unit.id)
                .await?;
            tx.commit().await?;
        }
        // Sent twice: it was put down the first time.
        Err(DbError::Taken) => drop(tx),
        Err(other) => return Err(other.into()),
    }
    Ok(back(&unit))
}

pub async fn complete(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, id)): Path<(String, String, Uuid)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, Act::Watch, (&network, &unit)).await?;
    let mut tx = app.db.begin().await?;
    if !visits::complete(&mut tx, unit.network.id, unit.id, id, app.clock.today(unit.zone)).await? {
        return Err(AppError::NotFound);
    }
    tx.commit().await?;
    Ok(back(&unit))
}
