//! Whether a report agrees with itself and with those before it; and finishing it, once one has seen that.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use super::{Desk, period_name};
use crate::access::Act;
use crate::app::App;
use crate::clock::Day;
use crate::error::Result;
use crate::i18n::Words;
use crate::measures::{self, Period};
use crate::reports::reconcile::{Check, Other, What};
use crate::reports::reconciling::{Cause, reconcile};
use crate::reports::{naming, reading, shelf};
use crate::web::{Page, Visit, render};

struct Line {
    what: String,
    of: String,
    here: String,
    there: String,
    by: String,
    why: String,
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
    let what = |what: &What| match what {
        What::Parts(axis) => w.of("report-check-parts", w.tr(&format!("report-axis-{}", axis.code()))),
        What::Halves => w.tr("report-check-halves"),
        What::Months => w.tr("report-check-months"),
        What::Units => w.tr("report-check-units"),
        What::Report(other) | What::Below(other) => named(w, other, &templates, zone),
        What::OverTime(others) => {
            others.iter().map(|it| named(w, it, &templates, zone)).collect::<Vec<_>>().join("; ")
        }
    };
    let line = |(check, cause): &(Check, Cause)| {
        let shown =
            |value: crate::reports::document::Value| measures::shown(w, check.measure, value.amount());
        let by = match (check.here.below, check.there.below) {
            (None, None) => w.signed(check.here.above - check.there.above),
            _ => String::new(),
        };
        let minutes = check.measure.unit().ends_with("min");
        let last = check.until.pred_opt().unwrap_or(check.until);
        Line {
            what: what(&check.what),
            of: format!(
                "{}: {}, {}",
                w.tr(&format!("measure-{}", check.measure.code())),
                check.unit_name,
                w.span(check.from, last)
            ),
            here: shown(check.here),
            there: shown(check.there),
            by: if minutes { w.hours(check.here.above - check.there.above) } else { by },
            why: match cause {
                Cause::Changed(n) => w.n("report-cause-changed", *n),
                Cause::Units => w.tr("report-cause-units"),
            },
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
        agree: w.n("report-checks-agree", count(it.agree)),
        others: w.n("report-checks-others", count(it.others)),
        waiting: (it.waiting > 0).then(|| w.n("report-waiting", it.waiting)),
        lines: it.differ.iter().map(line).collect(),
        draft: report.finished.is_none(),
        may_finish: visit.me()?.may(Act::FinishReports, &unit.as_place()),
        too_early: (!over).then(|| w.tr("report-too-early")),
    };
    Ok(render(&page)?.into_response())
}
