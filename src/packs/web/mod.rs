//! Pages of packs: which there are, and one of them with what is still missing; and their files.

mod costs;
mod file;
mod index;
mod missing;
mod population;
mod show;
mod yearly;

use serde::Deserialize;

use crate::access::Act;
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::packs::form::Form;
use crate::packs::made::{Made, make};
use crate::packs::shelf;
use crate::packs::time::Time;
use crate::units::Unit;
use crate::web::{Routes, Visit};

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/costs", costs::show)
        .post("/units/{network}/{unit}/costs", costs::save)
        .get("/units/{network}/{unit}/population", population::show)
        .post("/units/{network}/{unit}/population", population::save)
        .get("/units/{network}/{unit}/packs", index::show)
        .get("/units/{network}/{unit}/packs/{pack}", show::show)
        .get("/units/{network}/{unit}/packs/{pack}/file", file::file)
}

/// `period=2026-H1&format=xlsx`; `all=without_ages`: with everything that a check found.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    period: String,
    format: String,
    all: String,
}

/// The time asked for; without a word the usual one that today falls into.
fn time(app: &App, unit: &Unit, form: &Form, wish: &Wish) -> Time {
    let usual = form.spans.first().copied().unwrap_or(crate::packs::form::Span::Year);
    let asked = Time::from_code(&wish.period).filter(|time| form.spans.contains(&time.span));
    asked.unwrap_or_else(|| Time::around(usual, app.clock.today(unit.zone)))
}

/// The pack asked for, filled in for whoever asks: single entries are in it, so it is for whoever may see them.
async fn made(app: &App, visit: &Visit, unit: Unit, code: &str, wish: &Wish) -> Result<Made> {
    let sees_staff = visit.me()?.may(Act::SeeStaffTime, &unit.as_place());
    let form = shelf::form(app, unit.network.id, code).await?.or_missing()?;
    let time = time(app, &unit, &form, wish);
    make(app, unit, &form, time, sees_staff).await
}
