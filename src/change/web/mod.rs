//! Pages of what a unit makes of its results: the seven steps, one of them, an aim, what is told to young people, and the
//! page for everybody.

mod aim;
mod bench;
mod drafts;
mod lines;
mod printed;
mod public;
mod reading;
mod saying;
mod script;
mod step;

use std::fmt::Display;

use axum::response::{IntoResponse, Redirect, Response};

use super::making::At;
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::evaluation::{self, Evaluation};
use crate::units::{self, Unit};
use crate::web::{Routes, Visit};

pub(super) use lines::{beside, measure};

pub fn routes() -> Routes {
    Routes::new()
        .get("/said/{network}/{unit}", public::show)
        .get("/units/{network}/{unit}/change", bench::latest)
        .get("/units/{network}/{unit}/change/{evaluation}", bench::show)
        .get("/units/{network}/{unit}/change/{evaluation}/steps/{step}", step::show)
        .post("/units/{network}/{unit}/change/{evaluation}/steps/{step}", step::save)
        .get("/units/{network}/{unit}/change/{evaluation}/aims/{aim}", aim::show)
        .post("/units/{network}/{unit}/change/{evaluation}/aims/{aim}", aim::save)
        .post("/units/{network}/{unit}/change/{evaluation}/aims/{aim}/removal", aim::remove)
        .get("/units/{network}/{unit}/change/{evaluation}/said/{said}", saying::show)
        .post("/units/{network}/{unit}/change/{evaluation}/said/{said}", saying::save)
        .post("/units/{network}/{unit}/change/{evaluation}/said/{said}/removal", saying::remove)
        .get("/units/{network}/{unit}/change/{evaluation}/slides", printed::slides)
        .get("/units/{network}/{unit}/change/{evaluation}/poster", printed::poster)
        .post("/units/{network}/{unit}/change/{evaluation}/publication", saying::publish)
        .post("/units/{network}/{unit}/change/{evaluation}/publication/withdrawal", saying::take_back)
}

/// What a page is about: a unit, and the evaluation it works with.
struct Bench {
    unit: Unit,
    it: Evaluation,
}

impl Bench {
    async fn find(app: &App, visit: &Visit, path: (&str, &str, &str), act: Act) -> Result<Bench> {
        let unit = units::find(app, path.0, path.1).await?;
        visit.me()?.allow(act, &unit.as_place())?;
        let it = evaluation::by_code(&app.db, unit.network.id, path.2).await?.or_missing()?;
        Ok(Bench { unit, it })
    }

    fn at(&self) -> At<'_> {
        At { unit: &self.unit, it: &self.it }
    }

    fn base(&self) -> String {
        format!("{}/change/{}", self.unit.address(), self.it.code)
    }

    /// To one of its pages.
    fn to(&self, rest: impl Display) -> Response {
        Redirect::to(&format!("{}{rest}", self.base())).into_response()
    }
}

/// Of the form: which version somebody had before them.
fn base_version(typed: &str) -> Result<i64> {
    typed.parse().ok().filter(|version| *version >= 0).ok_or(AppError::Invalid("error-garbled"))
}
