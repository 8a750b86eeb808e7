//! Support visits: putting one down, correcting it, and that what was agreed was looked at again.

use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::made::Correction;
use super::page::{Kept, page};
use super::{At, unit_for};
use crate::access::{Act, put_on_record_in};
use crate::app::App;
use crate::db::DbError;
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::units::Unit;
use crate::watch::store::visits;
use crate::watch::visit::Typed;
use crate::web::Visit;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    id: Option<Uuid>,
    base: i64,
    visited_on: String,
    note: String,
    agreed: String,
    follow_up_on: String,
}

impl Sent {
    fn typed(self) -> Typed {
        Typed {
            visited_on: self.visited_on,
            note: self.note,
            agreed: self.agreed,
            follow_up_on: self.follow_up_on,
        }
    }
}

fn back(unit: &Unit) -> Response {
    Redirect::to(&format!("{}/watch#h-visits", unit.address())).into_response()
}

/// The page again, with what was typed and what is wrong with it.
async fn told(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    (id, typed, wrong): (Uuid, Typed, Vec<Wrong>),
) -> Result<Response> {
    page(app, visit, unit, false, Kept { visit: Some((id, typed, wrong)), ..Kept::default() }).await
}

pub async fn add(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): At,
    Form(sent): Form<Sent>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, Act::Watch, (&network, &unit)).await?;
    let me = visit.me()?;
    if !unit.may_record {
        return Err(AppError::Invalid("watch-visit-where"));
    }
    let id = sent.id.ok_or(AppError::Invalid("error-garbled"))?;
    let typed = sent.typed();
    let today = app.clock.today(unit.zone);
    let new = match typed.read((id, unit.id, me.id), (unit.opened_on, today)) {
        Ok(new) => new,
        Err(wrong) => return told(&app, &visit, &unit, (id, typed, wrong)).await,
    };
    let mut tx = app.db.begin().await?;
    match visits::insert(&mut tx, unit.network.id, &new, app.clock.now()).await {
        Ok(()) => {
            let what = new.id.to_string();
            put_on_record_in(&app, &mut tx, me.id, "support_visit", &what, &unit.network.id, &unit.id)
                .await?;
            tx.commit().await?;
            Ok(back(&unit))
        }
        Err(DbError::Taken) => {
            drop(tx);
            let there = visits::find(&app.db, unit.network.id, unit.id, id).await?;
            let there = there.ok_or(AppError::Conflict)?;
            // Sent twice; or sent again with other words, which are kept until somebody says what they are.
            if new.is_said_by(&there) {
                return Ok(back(&unit));
            }
            let wrong = vec![Wrong::new("note", "watch-visit-there")];
            told(&app, &visit, &unit, (app.ids.random(), typed, wrong)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Corrects a visit, for whoever put it down.
pub async fn correct(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, id)): Path<(String, String, Uuid)>,
    Form(sent): Form<Sent>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, Act::Watch, (&network, &unit)).await?;
    let (me, network_id) = (visit.me()?, unit.network.id);
    let there = visits::find(&app.db, network_id, unit.id, id).await?.or_missing()?;
    if there.by_person != me.id {
        return Err(AppError::Invalid("watch-visit-not-yours"));
    }
    let (base, typed) = (sent.base, sent.typed());
    let today = app.clock.today(unit.zone);
    let wrong = match typed.read((id, unit.id, me.id), (unit.opened_on, today)) {
        Ok(new) if new.is_said_by(&there) => return Ok(back(&unit)),
        Ok(new) => {
            let mut tx = app.db.begin().await?;
            if visits::correct(&mut tx, network_id, &new, base, app.clock.now()).await? {
                let what = id.to_string();
                put_on_record_in(&app, &mut tx, me.id, "support_visit", &what, &network_id, &unit.id).await?;
                tx.commit().await?;
                return Ok(back(&unit));
            }
            vec![Wrong::new("note", "watch-visit-meanwhile")]
        }
        Err(wrong) => wrong,
    };
    // Sent once more below what was told, it counts against what stands now.
    let correction = Correction { id, base: there.version, typed, wrong };
    page(&app, &visit, &unit, false, Kept { correction: Some(correction), ..Kept::default() }).await
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
