//! Whether a report agrees with itself and with those before it; and finishing it, once one has seen that.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::{Desk, period_name};
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::reports::comparing::{agreement, differs, others};
use crate::reports::reconcile::{Check, Other, What};
use crate::reports::reconciling::{Cause, reconcile};
use crate::reports::{reading, shelf};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

struct Line {
    measure: String,
    /// Of whom, and when.
    of: String,
    here: String,
    there: String,
    by: String,
    /// What it is held against, and where that is read.
    against: Vec<(String, Option<String>)>,
    why: String,
    /// Where what changed is told.
    changed: Option<String>,
}

#[derive(Template)]
#[template(path = "reports/web/compared.html")]
struct ComparedPage {
    page: Page,
    unit_href: String,
    unit: String,
    base: String,
    report: String,
    agree: String,
    /// That there was nothing to compare.
    nothing: bool,
    some_agree: bool,
    others: String,
    waiting: Option<String>,
    lines: Vec<Line>,
    draft: bool,
    may_finish: bool,
    /// None: it may be finished now.
    too_early: Option<String>,
}

/// Addresses of the units whose reports something was held against, of those that may be read.
async fn places(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    differ: &[(Check, Cause)],
) -> Result<BTreeMap<Uuid, String>> {
    let mut ids: BTreeSet<Uuid> = BTreeSet::new();
    for (check, _) in differ {
        match &check.what {
            What::Report(other) | What::Below(other) | What::Grown(other) => drop(ids.insert(other.unit_id)),
            What::OverTime(others) => ids.extend(others.iter().map(|it| it.unit_id)),
            _ => {}
        }
    }
    let (me, day) = (visit.me()?, app.clock.day());
    let mut places = BTreeMap::new();
    for id in ids {
        let found = units::by_id(&app.db, unit.network.id, id, day).await?;
        if let Some(of) = found.filter(|it| me.may(Act::SeeReports, &it.as_place())) {
            places.insert(id, of.address());
        }
    }
    Ok(places)
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, report)): Path<(String, String, String)>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&network, &unit, &report), Act::WriteReports).await?;
    let (unit, report, w) = (&desk.unit, &desk.report, visit.w);
    let (composed, _) = reading::read(&app, unit, report).await?;
    let it = reconcile(&app, w, unit, report, &composed).await?;
    let templates = shelf::templates(&app, unit.network.id).await?;
    let known = (templates.as_slice(), unit.network.zone);
    let places = places(&app, &visit, unit, &it.differ).await?;
    let there = |other: &Other| {
        let place = places.get(&other.unit_id)?;
        Some(format!("{place}/reports/{}", other.report_id))
    };
    let own = format!("{}/differences", desk.base());
    let changed = |what: &What| match what {
        What::Report(other) | What::Below(other) | What::Grown(other) => {
            there(other).map(|it| format!("{it}/differences"))
        }
        What::OverTime(others) => others.iter().find_map(there).map(|it| format!("{it}/differences")),
        _ => Some(own.clone()),
    };
    let line = |of: &(Check, Cause)| {
        let says = differs(w, known, of);
        Line {
            measure: says.measure,
            of: says.of,
            here: says.here,
            there: says.there,
            by: says.by,
            against: says.against.into_iter().map(|(it, other)| (it, other.and_then(there))).collect(),
            why: says.why,
            changed: changed(&of.0.what).filter(|_| matches!(of.1, Cause::Changed(_) | Cause::Recounted(_))),
        }
    };
    let over = report.until <= app.clock.today(unit.zone);
    let page = ComparedPage {
        page: Page::new(&visit, w.tr("report-reconciliation"), "overview"),
        unit_href: unit.address(),
        unit: w.text(&unit.name),
        base: desk.base(),
        report: period_name(w, report),
        agree: agreement(w, &it),
        nothing: it.agree == 0 && it.differ.is_empty(),
        some_agree: it.agree > 0,
        others: others(w, &it),
        waiting: (it.waiting > 0).then(|| w.n("report-waiting", it.waiting)),
        lines: it.differ.iter().map(line).collect(),
        draft: report.finished.is_none(),
        may_finish: visit.me()?.may(Act::FinishReports, &unit.as_place()),
        too_early: (!over).then(|| w.tr("report-too-early")),
    };
    Ok(render(&page)?.into_response())
}
