//! Pages of bodies: a unit's list, one with its members and meetings, and a meeting.

mod form;
mod list;
mod meeting;
mod members;
mod one;

use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::body::Body;
use super::making;
use super::store::Stored;
use crate::access::{Act, Me};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::units::{self, Unit};
use crate::web::{Routes, Visit};

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/bodies", list::show)
        .get("/units/{network}/{unit}/bodies/{body}", one::show)
        .post("/units/{network}/{unit}/bodies/{body}", form::save)
        .get("/units/{network}/{unit}/bodies/{body}/form", form::show)
        .post("/units/{network}/{unit}/bodies/{body}/removal", form::end)
        .post("/units/{network}/{unit}/bodies/{body}/return", form::bring_back)
        .post("/units/{network}/{unit}/bodies/{body}/members", members::add)
        .post("/units/{network}/{unit}/bodies/{body}/members/{member}", members::change)
        .post("/units/{network}/{unit}/bodies/{body}/members/{member}/figures", members::give)
        .post("/units/{network}/{unit}/bodies/{body}/members/{member}/figures/withdrawal", members::take)
        .get("/units/{network}/{unit}/bodies/{body}/meetings/{meeting}", meeting::show)
        .post("/units/{network}/{unit}/bodies/{body}/meetings/{meeting}", meeting::save)
        .get("/units/{network}/{unit}/bodies/{body}/meetings/{meeting}/form", meeting::form)
        .post("/units/{network}/{unit}/bodies/{body}/meetings/{meeting}/removal", meeting::remove)
}

type Two = (String, String);
type Three = (String, String, Uuid);
type Four = (String, String, Uuid, Uuid);

/// Bodies of the network are known to everybody who works in it; a unit's own to its branch.
fn may_see(me: &Me, unit: &Unit) -> Result<()> {
    if unit.parent_id.is_none() && me.is_in(unit.network.id) {
        return Ok(());
    }
    me.allow(Act::SeePlan, &unit.as_place())
}

/// A unit and one of its bodies.
struct Desk {
    unit: Unit,
    body: Stored<Body>,
    may_keep: bool,
}

impl Desk {
    async fn find(app: &App, visit: &Visit, path: (&str, &str, Uuid)) -> Result<Desk> {
        let unit = units::find(app, path.0, path.1).await?;
        let me = visit.me()?;
        may_see(me, &unit)?;
        let body = making::find(app, &unit, path.2).await?;
        Ok(Desk { may_keep: me.may(Act::ManageBodies, &unit.as_place()), unit, body })
    }

    fn base(&self) -> String {
        format!("{}/bodies/{}", self.unit.address(), self.body.id)
    }

    fn to(&self, rest: &str) -> Response {
        Redirect::to(&format!("{}{rest}", self.base())).into_response()
    }
}

/// Of a form: which version somebody had before them.
fn base_version(typed: &str) -> Result<i64> {
    typed.parse().ok().filter(|version| *version >= 0).ok_or(AppError::Invalid("error-garbled"))
}
