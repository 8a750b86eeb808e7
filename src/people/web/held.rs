//! What is done with a role that somebody holds in a unit: ending it, and a new password for its holder.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use serde::Deserialize;
use uuid::Uuid;

use super::handed;
use super::members::{Telling, may_give, refused};
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::people::{Member, reset, roles, store};
use crate::units::{self, Unit};
use crate::web::Visit;

/// The role of this very unit with this id, and whose it is.
async fn member(app: &App, unit: &Unit, role: Uuid) -> Result<Member> {
    let today = app.clock.today(unit.network.zone);
    let members = store::members(&app.db, unit.network.id, &unit.path, today).await?;
    members.into_iter().find(|member| member.role_id == role && member.unit_id == unit.id).or_missing()
}

#[derive(Deserialize)]
pub struct Once {
    id: Option<Uuid>,
}

pub async fn send_reset(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    Path((network, unit, role)): Path<(String, String, Uuid)>,
    Form(once): Form<Once>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::ManagePeople, &unit.as_place())?;
    let member = member(&app, &unit, role).await?;
    let person = store::by_mail(&app.db, &member.mail).await?.or_missing()?;
    let held = store::held_by(&app.db, person.id, app.clock.day()).await?;
    if !reset::belongs_to(unit.id, &held) {
        return Err(AppError::Invalid("reset-elsewhere"));
    }
    let id = once.id.unwrap_or_else(|| app.ids.random());
    let next = Redirect::to(&format!("{}/people?reset={id}", unit.address()));
    let mut tx = app.db.begin().await?;
    let link = match reset::send(&app, &mut tx, id, &person, me, &unit).await {
        Ok(link) => link,
        Err(AppError::Conflict) => return Ok(next.into_response()),
        Err(other) => return Err(other),
    };
    tx.commit().await?;
    let by_hand = app.settings.smtp_url.is_none() && reset::may_see(me, &held);
    let jar = if by_hand { jar.add(handed::over(&app, &link)) } else { jar };
    Ok((jar, next).into_response())
}

pub async fn end_role(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, role)): Path<(String, String, Uuid)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::ManagePeople, &unit.as_place())?;
    let member = member(&app, &unit, role).await?;
    if !may_give(me, &unit).contains(&member.kind) {
        return Err(AppError::Invalid("role-not-yours"));
    }
    let today = app.clock.today(unit.network.zone);
    match roles::end(&app, me, &unit, &member, today).await {
        Ok(()) => {}
        Err(AppError::Invalid(key)) => {
            let telling = Telling { wrong: vec![Wrong::new("h-members", key)], ..Telling::default() };
            return refused(&app, &visit, &unit, StatusCode::UNPROCESSABLE_ENTITY, telling).await;
        }
        Err(other) => return Err(other),
    }
    Ok(Redirect::to(&format!("{}/people", unit.address())).into_response())
}
