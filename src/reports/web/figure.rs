//! Where one figure comes from: its definition, what it is of, the state of the data, and the way to what it is made of.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use chrono::{Datelike, NaiveDate};

use super::{Desk, period_name};
use crate::access::Act;
use crate::app::App;
use crate::clock::Day;
use crate::error::{OrMissing, Result};
use crate::i18n::{Arg, Words};
use crate::measures::{ANY, Length, PAIR, Period, REST};
use crate::reports::differences::{Gap, gaps};
use crate::reports::document::{Figure, HAND, INDEX, MEETINGS, PLAN};
use crate::reports::{reading, store};
use crate::web::{Page, Visit, encoded, render};

struct Line {
    label: String,
    shown: String,
    /// What it would be today, where that is something else.
    now: Option<String>,
    /// Of a ratio both of its sums.
    of: Option<String>,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "reports/web/figure.html")]
struct FigurePage {
    page: Page,
    unit_href: String,
    unit: String,
    base: String,
    report: String,
    mark: String,
    name: String,
    what: String,
    formula: String,
    define: String,
    definition: String,
    of: String,
    period: String,
    split: Option<String>,
    state: String,
    is_index: bool,
    head: String,
    /// Whether lines tell the sums of a ratio.
    sums: bool,
    lines: Vec<Line>,
    /// That lists of entries hold what is not split here.
    unsplit: Option<String>,
    /// Where it is told what changed since, where something did.
    changed: Option<String>,
}

/// How the address of a period says it.
fn asked(from: NaiveDate, until: NaiveDate) -> String {
    let named = [Length::Year, Length::HalfYear, Length::Month].into_iter().find(|length| {
        let period = Period::around(*length, from, (9, 1));
        (period.from, period.until) == (from, until)
    });
    match named {
        Some(length) => format!("period={}&date={from}", length.code()),
        None => format!("from={from}&to={}", until.pred_opt().unwrap_or(until)),
    }
}

/// The figure opened to what it is made of; of what young people said, their results.
fn opened(network: &str, figure: &Figure) -> String {
    let unit = format!("/units/{network}/{}", figure.unit);
    if figure.axis == PLAN {
        let last = figure.until.pred_opt().unwrap_or(figure.until);
        let (part, target) = figure.code.split_once('/').unwrap_or((figure.code.as_str(), ""));
        return format!("{unit}/plans/{}/parts/{part}/targets/{target}?on={last}", figure.from.year());
    }
    if figure.measure == INDEX {
        return format!("{unit}/results");
    }
    let part = if figure.is_whole() {
        String::new()
    } else {
        format!("&by={}&of={}", figure.axis, encoded(&figure.code))
    };
    format!("{unit}/figures?measure={}&{}{part}", figure.measure, asked(figure.from, figure.until))
}

fn axis_name(w: Words, axis: &str) -> String {
    if axis == PLAN { w.tr("plan-targets") } else { w.tr(&format!("report-axis-{axis}")) }
}

fn ratio(w: Words, figure: &Figure) -> Option<String> {
    let below = figure.value.below.filter(|_| figure.measure != INDEX)?;
    let measure = figure.measure()?;
    // Hours are kept in minutes.
    let written = |n: i64| {
        if measure.unit() == "share" && figure.measure == "created_share" { w.hours(n) } else { w.int(n) }
    };
    Some(format!("{} ÷ {}", written(figure.value.above), written(below)))
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, report, mark)): Path<(String, String, String, String)>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&network, &unit, &report), Act::SeeReports).await?;
    let (unit, report, w) = (&desk.unit, &desk.report, visit.w);
    let (figures, seq, day) = match &report.finished {
        Some(it) => {
            let figures = store::of_mark(&app.db, unit.network.id, report.id, &mark).await?;
            (figures, it.change_seq, Day::Now(it.at))
        }
        None => {
            let (composed, seq) = reading::read(&app, unit, report).await?;
            (composed.figures.into_iter().filter(|it| it.mark == mark).collect(), seq, app.clock.day())
        }
    };
    let first = figures.first().or_missing()?;
    let is_index = first.measure == INDEX;
    let key = |end: &str| match first.measure.as_str() {
        INDEX => format!("define-voice-index{end}"),
        HAND => format!("report-hand{end}"),
        MEETINGS => format!("report-meetings{end}"),
        measure => format!("measure-{measure}{end}"),
    };
    let axis = figures.iter().find(|it| !it.is_whole()).map(|it| it.axis.as_str());
    let name = match first.measure.as_str() {
        INDEX => w.tr("report-index"),
        HAND => w.tr("plan-counts"),
        MEETINGS => w.tr("report-meetings"),
        measure => w.tr(&format!("measure-{measure}")),
    };
    let gaps = match &report.finished {
        Some(_) => gaps(&app, w, unit, report, &figures).await?,
        _ => Vec::new(),
    };
    let now = |it: &Figure| {
        let same = |gap: &&Gap| {
            let of = &gap.figure;
            (&of.mark, of.position) == (&it.mark, it.position)
        };
        gaps.iter().find(same).map(|gap| gap.shown.clone())
    };
    // Whoever sees entries has them all split: what stands together here is in no list of theirs.
    let sees = visit.me()?.may(Act::SeeEntries, &unit.as_place());
    let together = |it: &Figure| [ANY, PAIR, REST].contains(&it.code.as_str());
    let line = |it: &Figure| Line {
        label: if it.is_whole() { w.tr("overview-sum") } else { it.label.clone() },
        shown: it.read_in(w),
        now: now(it),
        of: ratio(w, it),
        href: (it.value.above != 0 && !(sees && together(it))).then(|| opened(&unit.network.code, it)),
    };
    let unsplit = figures.iter().find(|it| sees && together(it) && it.value.above != 0);
    let lines: Vec<Line> = figures.iter().map(line).collect();
    let page = FigurePage {
        page: Page::new(&visit, format!("{mark}: {name}"), "overview"),
        unit_href: unit.address(),
        unit: w.text(&unit.name),
        base: desk.base(),
        report: period_name(w, report),
        what: w.tr(&key("-what")),
        formula: w.tr(&key("-formula")),
        define: match first.measure.as_str() {
            INDEX => "/definitions#voice-index".to_owned(),
            HAND | MEETINGS => opened(&unit.network.code, first),
            measure => format!("/definitions#{measure}"),
        },
        definition: w.of("report-definition", first.definition),
        of: format!("{} ({})", first.unit_name, first.unit),
        period: w.span(first.from, first.until.pred_opt().unwrap_or(first.until)),
        split: axis.filter(|_| !is_index).map(|axis| axis_name(w, axis)),
        state: w.with(
            "report-state",
            &[("day", w.date(day.in_zone(unit.network.zone)).into()), ("n", Arg::Int(seq))],
        ),
        is_index,
        head: axis.map_or_else(String::new, |axis| {
            if is_index && axis != PLAN { w.tr("aim-area") } else { axis_name(w, axis) }
        }),
        sums: figures.iter().any(|it| ratio(w, it).is_some()),
        unsplit: unsplit.map(|it| w.of("report-figure-unsplit", format!("{}: {}", it.label, it.read_in(w)))),
        changed: lines.iter().any(|it| it.now.is_some()).then(|| format!("{}/differences", desk.base())),
        lines,
        mark,
        name,
    };
    Ok(render(&page)?.into_response())
}
