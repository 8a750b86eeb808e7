//! Pages of plans: a unit's list, a plan as a whole, its parts, and its files.

mod about;
mod adoption;
mod blocks;
mod choices;
mod comments;
mod compared;
mod counts;
mod deciding;
mod editions;
mod fields;
mod file;
mod form;
mod goal;
mod judge;
mod list;
mod met;
mod named;
mod next;
mod open;
mod part;
mod standing;
mod steps;
mod tables;
mod target;
mod whole;

use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;

use super::making::{self, Kept};
use super::may_see;
use crate::access::Act;
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, OrMissing, Result};
use crate::i18n::Words;
use crate::plan::reckoning::Reckoning;
use crate::plan::store::Stored;
use crate::units::{self, Unit};
use crate::web::{Routes, Visit};

pub use blocks::{Block, Chapter};
pub use open::{Open, open};
pub use steps::StepLine;

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/plans", list::show)
        .post("/units/{network}/{unit}/plans", list::begin)
        .get("/units/{network}/{unit}/plans/file", file::ask)
        .post("/units/{network}/{unit}/plans/file", file::bring)
        .get("/units/{network}/{unit}/plans/named", named::show)
        .get("/units/{network}/{unit}/plans/{year}", whole::show)
        .get("/units/{network}/{unit}/plans/{year}/file/{format}", file::take)
        .get("/units/{network}/{unit}/plans/{year}/about", about::show)
        .post("/units/{network}/{unit}/plans/{year}/about", about::save)
        .get("/units/{network}/{unit}/plans/{year}/next", next::show)
        .post("/units/{network}/{unit}/plans/{year}/next", next::copy)
        .get("/units/{network}/{unit}/plans/{year}/parts/{part}", part::show)
        .post("/units/{network}/{unit}/plans/{year}/parts/{part}", form::save)
        .get("/units/{network}/{unit}/plans/{year}/parts/{part}/targets/{target}", target::show)
        .post("/units/{network}/{unit}/plans/{year}/parts/{part}/targets/{target}/counts", target::count)
        .post("/units/{network}/{unit}/plans/{year}/parts/{part}/targets/{target}/dropping", target::give_up)
        .post("/units/{network}/{unit}/plans/{year}/parts/{part}/targets/{target}/pursuit", target::pursue)
        .post("/units/{network}/{unit}/plans/{year}/counts/{count}/removal", target::take_back)
        .get("/units/{network}/{unit}/plans/{year}/counts/{count}/file", target::file)
        .get("/units/{network}/{unit}/plans/{year}/parts/{part}/qualitative/{indicator}", judge::show)
        .post("/units/{network}/{unit}/plans/{year}/parts/{part}/qualitative/{indicator}", judge::save)
        .get("/units/{network}/{unit}/plans/{year}/parts/{part}/form", form::show)
        .post("/units/{network}/{unit}/plans/{year}/parts/{part}/place", part::place)
        .post("/units/{network}/{unit}/plans/{year}/parts/{part}/removal", part::remove)
        .post("/units/{network}/{unit}/plans/{year}/parts/{part}/return", part::bring_back)
        .get("/units/{network}/{unit}/plans/{year}/adoption", adoption::show)
        .post("/units/{network}/{unit}/plans/{year}/adoption", deciding::take)
        .post("/units/{network}/{unit}/plans/{year}/adoption/withdrawal", deciding::undo)
        .post("/units/{network}/{unit}/plans/{year}/amendments", deciding::amend)
        .get("/units/{network}/{unit}/plans/{year}/editions", editions::list)
        .get("/units/{network}/{unit}/plans/{year}/editions/{edition}", editions::show)
        .get("/units/{network}/{unit}/plans/{year}/comparison", compared::show)
        .get("/units/{network}/{unit}/plans/{year}/comments", comments::show)
        .post("/units/{network}/{unit}/plans/{year}/comments", comments::say)
        .post("/units/{network}/{unit}/plans/{year}/comments/{comment}/answer", comments::answer)
        .post("/units/{network}/{unit}/plans/{year}/comments/{comment}/removal", comments::take_back)
        .post("/units/{network}/{unit}/plans/{year}/publication", deciding::publish)
        .post("/units/{network}/{unit}/plans/{year}/publication/withdrawal", deciding::take_back)
}

type Three = (String, String, String);
type Four = (String, String, String, String);
type Five = (String, String, String, String, String);

/// A unit and one of its plans.
struct Desk {
    unit: Unit,
    kept: Kept,
    may_write: bool,
}

impl Desk {
    /// `writing`: for whoever changes it alone.
    async fn find(app: &App, visit: &Visit, path: (&str, &str, &str), writing: bool) -> Result<Desk> {
        let unit = units::find(app, path.0, path.1).await?;
        let me = visit.me()?;
        if writing {
            me.allow(Act::WritePlan, &unit.as_place())?;
        } else {
            may_see(me, &unit)?;
        }
        let year: i32 = path.2.parse().map_err(|_| AppError::NotFound)?;
        let kept = making::find(app, &unit, year).await?.or_missing()?;
        Ok(Desk { may_write: me.may(Act::WritePlan, &unit.as_place()), unit, kept })
    }

    fn year(&self) -> i32 {
        self.kept.held.year
    }

    /// The network's day.
    fn today(&self, app: &App) -> NaiveDate {
        app.clock.today(self.unit.network.zone)
    }

    /// Today, or the last day of the plan's year where that is over.
    fn last_day(&self, today: NaiveDate) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), 12, 31).map_or(today, |last| last.min(today))
    }

    fn base(&self) -> String {
        address(&self.unit, self.year())
    }

    /// Where a part is read as of a day: on its own page, or where the working version has none any more in the edition that has it.
    fn part_address(&self, reckoning: &Reckoning, code: &str, on: &str) -> String {
        let base = self.base();
        match &reckoning.edition {
            Some(edition) if self.kept.part(code).is_none() => {
                format!("{base}/editions/{}#p-{code}", edition.number)
            }
            _ => format!("{base}/parts/{code}{on}"),
        }
    }

    fn to(&self, rest: &str) -> Response {
        Redirect::to(&format!("{}{rest}", self.base())).into_response()
    }

    fn name(&self, w: Words) -> String {
        w.text(&self.kept.held.head.what.name)
    }

    /// In these languages it is written: the network's, and whatever else anything in it is said in, so that forms lose nothing.
    fn languages(&self) -> Vec<String> {
        self.kept.plan().languages(&self.unit.network.languages)
    }
}

fn address(unit: &Unit, year: i32) -> String {
    format!("{}/plans/{year}", unit.address())
}

/// Who saved it last, and when.
fn by<T>(w: Words, unit: &Unit, it: &Stored<T>, key: &str) -> String {
    let on = w.date(Day::Now(it.at).in_zone(unit.network.zone));
    // What a command on the server brought in has nobody's name.
    let who = if it.by.is_empty() { w.tr("plan-by-command") } else { it.by.clone() };
    w.with(key, &[("who", who.into()), ("on", on.into())])
}
