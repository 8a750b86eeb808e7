//! Pages of reports: a unit's list, one of them, its sections, where its figures come from, and its files.

mod choices;
mod compared;
mod differences;
mod figure;
mod file;
mod list;
mod one;
mod script;
mod section;
mod typed;
mod versions;

use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

pub use file::written;

use super::report::Report;
use super::template::{Section, Template};
use super::{naming, period, shelf, store};
use crate::access::Act;
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, OrMissing, Result};
use crate::i18n::Words;
use crate::units::{self, Unit};
use crate::web::{Routes, Visit};

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/reports", list::show)
        .post("/units/{network}/{unit}/reports", list::make)
        .get("/units/{network}/{unit}/reports/{report}", one::show)
        .post("/units/{network}/{unit}/reports/{report}/completion", one::finish)
        .post("/units/{network}/{unit}/reports/{report}/removal", one::discard)
        .get("/units/{network}/{unit}/reports/{report}/sections/{section}", section::show)
        .post("/units/{network}/{unit}/reports/{report}/sections/{section}", section::save)
        .get("/units/{network}/{unit}/reports/{report}/sections/{section}/versions", versions::show)
        .post("/units/{network}/{unit}/reports/{report}/sections/{section}/versions", versions::take)
        .get("/units/{network}/{unit}/reports/{report}/figures/{mark}", figure::show)
        .get("/units/{network}/{unit}/reports/{report}/file/{format}", file::file)
        .get("/units/{network}/{unit}/reports/{report}/photos/{file}", file::photo)
        .get("/units/{network}/{unit}/reports/{report}/reconciliation", compared::show)
        .get("/units/{network}/{unit}/reports/{report}/differences", differences::show)
}

/// What a page is about: a unit, and one of its reports.
struct Desk {
    unit: Unit,
    report: Report,
}

impl Desk {
    /// What is being written is for those who write.
    async fn find(app: &App, visit: &Visit, path: (&str, &str, &str), act: Act) -> Result<Desk> {
        let unit = units::find(app, path.0, path.1).await?;
        let me = visit.me()?;
        me.allow(act, &unit.as_place())?;
        let id = path.2.parse::<Uuid>().ok().or_missing()?;
        let found = store::find(&app.db, unit.network.id, id).await?;
        let report = found.filter(|it| it.unit_id == unit.id).or_missing()?;
        if report.finished.is_none() {
            me.allow(Act::WriteReports, &unit.as_place())?;
        }
        Ok(Desk { unit, report })
    }

    /// [`Desk::find`] for whoever sends what they wrote: also of a draft that somebody threw away meanwhile.
    async fn find_to_save(app: &App, visit: &Visit, path: (&str, &str, &str)) -> Result<Desk> {
        match Desk::find(app, visit, path, Act::WriteReports).await {
            Err(AppError::NotFound) => {
                let unit = units::find(app, path.0, path.1).await?;
                let id = path.2.parse::<Uuid>().ok().or_missing()?;
                let gone = store::thrown_away(&app.db, unit.network.id, id).await?;
                let report = gone.filter(|it| it.unit_id == unit.id).or_missing()?;
                visit.me()?.allow(Act::WriteReports, &unit.as_place())?;
                Ok(Desk { unit, report })
            }
            found => found,
        }
    }

    /// Its template, and one of the sections that people write.
    async fn section(&self, app: &App, code: &str) -> Result<(Template, Section)> {
        let (network_id, report) = (self.unit.network.id, &self.report);
        let template = shelf::template(app, network_id, &report.template, report.template_version).await?;
        let section = template.written(code).or_missing()?.clone();
        Ok((template, section))
    }

    /// What the report is called.
    fn name(&self, w: Words, template: &Template) -> String {
        let title = naming::title(w, template);
        self.report.period().map_or_else(String::new, |it| naming::named(w, &title, &it))
    }

    fn base(&self) -> String {
        address(&self.unit, &self.report)
    }

    /// Where all of the unit's are listed.
    fn list(&self) -> String {
        format!("{}/reports", self.unit.address())
    }

    /// To one of its pages.
    fn to(&self, rest: &str) -> Response {
        Redirect::to(&format!("{}{rest}", self.base())).into_response()
    }
}

/// Where a report is read.
fn address(unit: &Unit, report: &Report) -> String {
    format!("{}/reports/{}", unit.address(), report.id)
}

/// What the period of a report is called.
fn period_name(w: Words, report: &Report) -> String {
    report.period().map_or_else(|| report.period.clone(), |it| period::name(w, &it))
}

/// When it was finished, or who began it and when.
fn standing(w: Words, unit: &Unit, report: &Report) -> String {
    let on = |at| w.date(Day::Now(at).in_zone(unit.network.zone));
    match &report.finished {
        Some(it) => w.with("report-finished-by", &[("who", it.by.clone().into()), ("on", on(it.at).into())]),
        None => w.with(
            "report-begun-by",
            &[("who", report.made_by.clone().into()), ("on", on(report.made_at).into())],
        ),
    }
}
