//! Whether a report agrees with itself and with those before it; and finishing it, once one has seen that.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::{Desk, period_name};
use crate::access::Act;
use crate::app::App;
use crate::clock::Day;
use crate::error::Result;
use crate::i18n::Words;
use crate::measures::Period;
use crate::reports::reconcile::{Check, Other, What};
use crate::reports::reconciling::{Cause, reconcile};
use crate::reports::{naming, reading, shelf};
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

/// What another report is called: whose, which, of what, and when it was finished.
fn named(w: Words, it: &Other, templates: &[crate::reports::Template], zone: chrono_tz::Tz) -> String {
    let template = templates.iter().find(|of| of.code == it.template);
    let title = template.map_or_else(|| it.template.clone(), |it| naming::title(w, it));
    let title =
        Period::from_code(&it.period).map_or_else(|| title.clone(), |it| naming::named(w, &title, &it));
    let on = w.date(Day::Now(it.at).in_zone(zone));
    w.with(
        "report-other",
        &[("title", title.into()), ("unit", it.unit_name.clone().into()), ("on", on.into())],
    )
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
    let zone = unit.network.zone;
    let places = places(&app, &visit, unit, &it.differ).await?;
    let there = |other: &Other| {
        let place = places.get(&other.unit_id)?;
        Some(format!("{place}/reports/{}", other.report_id))
    };
    let against = |what: &What| match what {
        What::Parts(axis) => {
            vec![(w.of("report-check-parts", w.tr(&format!("report-axis-{}", axis.code()))), None)]
        }
        What::Halves => vec![(w.tr("report-check-halves"), None)],
        What::Months => vec![(w.tr("report-check-months"), None)],
        What::Units => vec![(w.tr("report-check-units"), None)],
        What::Report(other) | What::Below(other) => {
            vec![(named(w, other, &templates, zone), there(other))]
        }
        What::Grown(other) => {
            vec![(w.of("report-check-grown", named(w, other, &templates, zone)), there(other))]
        }
        What::Anew => vec![(w.tr("report-check-anew"), None)],
        What::Counts => vec![(w.tr("report-check-counts"), None)],
        What::OverTime(others) => {
            others.iter().map(|it| (named(w, it, &templates, zone), there(it))).collect()
        }
    };
    let own = format!("{}/differences", desk.base());
    let changed = |what: &What| match what {
        What::Report(other) | What::Below(other) | What::Grown(other) => {
            there(other).map(|it| format!("{it}/differences"))
        }
        What::OverTime(others) => others.iter().find_map(there).map(|it| format!("{it}/differences")),
        _ => Some(own.clone()),
    };
    let line = |(check, cause): &(Check, Cause)| {
        let by = match (check.here.below, check.there.below) {
            (None, None) => w.signed(check.here.above - check.there.above),
            _ => String::new(),
        };
        let minutes = check.measure.is_some_and(|it| it.unit().ends_with("min"));
        let last = check.until.pred_opt().unwrap_or(check.until);
        Line {
            measure: match check.measure {
                _ if check.is_of_plan() => check.label.clone(),
                Some(measure) => w.tr(&format!("measure-{}", measure.code())),
                None => w.tr("report-index"),
            },
            of: format!("{}, {}", check.unit_name, w.span(check.from, last)),
            here: check.here.shown(w, check.measure),
            there: check.there.shown(w, check.measure),
            by: if minutes { w.hours(check.here.above - check.there.above) } else { by },
            against: against(&check.what),
            why: match cause {
                Cause::Changed(n) => w.n("report-cause-changed", *n),
                Cause::Units => w.tr("report-cause-units"),
                Cause::Recounted(n) => w.n("report-cause-recounted", *n),
                Cause::Plan => w.tr("report-cause-plan"),
                Cause::Parts => w.tr("report-cause-parts"),
            },
            changed: changed(&check.what)
                .filter(|_| matches!(cause, Cause::Changed(_) | Cause::Recounted(_))),
        }
    };
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let over = report.until <= app.clock.today(unit.zone);
    let page = ComparedPage {
        page: Page::new(&visit, w.tr("report-reconciliation"), "overview"),
        unit_href: unit.address(),
        unit: w.text(&unit.name),
        base: desk.base(),
        report: period_name(w, report),
        agree: match (it.agree, it.differ.len()) {
            (0, 0) => w.tr("report-checks-nothing"),
            (0, _) => w.tr("report-checks-no-agree"),
            (n, _) => w.n("report-checks-agree", count(n)),
        },
        nothing: it.agree == 0 && it.differ.is_empty(),
        some_agree: it.agree > 0,
        others: w.n("report-checks-others", count(it.others)),
        waiting: (it.waiting > 0).then(|| w.n("report-waiting", it.waiting)),
        lines: it.differ.iter().map(line).collect(),
        draft: report.finished.is_none(),
        may_finish: visit.me()?.may(Act::FinishReports, &unit.as_place()),
        too_early: (!over).then(|| w.tr("report-too-early")),
    };
    Ok(render(&page)?.into_response())
}
