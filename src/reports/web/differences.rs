//! What later corrections would change in a finished report, in words.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use super::{Desk, period_name};
use crate::access::Act;
use crate::app::App;
use crate::clock::Day;
use crate::error::{OrMissing, Result};
use crate::i18n::{Arg, Words};
use crate::measures;
use crate::plan::Recounted;
use crate::reports::differences::{Differences, Gap, Told, differences};
use crate::reports::document::{Figure, INDEX, PLAN};
use crate::reports::since::Fact;
use crate::web::{Page, Visit, render};

struct Line {
    mark: String,
    href: String,
    name: String,
    of: String,
    then: String,
    now: String,
}

struct CountLine {
    part: String,
    date: String,
    number: String,
    how: String,
    note: String,
}

struct EntryLine {
    href: String,
    name: String,
    date: String,
    how: String,
    facts: String,
    /// Who did, and when.
    by: String,
}

#[derive(Template)]
#[template(path = "reports/web/differences.html")]
struct DifferencesPage {
    page: Page,
    unit_href: String,
    unit: String,
    base: String,
    report: String,
    says: String,
    finished: String,
    lines: Vec<Line>,
    /// None for whoever sees figures only.
    entries: Option<Vec<EntryLine>>,
    counted: Vec<String>,
    /// What was counted by hand, or taken back: of what, when, how much, and who did.
    counts: Vec<CountLine>,
    /// Why, where neither entries nor counts say it.
    otherwise: String,
}

/// What changed since, in a sentence; none where nothing did.
pub fn says(w: Words, it: &Differences) -> Option<String> {
    // Of the whole unit first: it says most.
    let first = it.gaps.iter().find(|gap| gap.figure.is_whole()).or(it.gaps.first())?;
    let mut name = figure_name(w, &first.figure);
    if !first.figure.is_whole() && first.figure.axis != PLAN && first.figure.measure != INDEX {
        name = format!("{name} ({})", first.figure.label);
    }
    let would = w.with(
        "report-would-be",
        &[
            ("measure", name.into()),
            ("now", first.shown.clone().into()),
            ("then", first.figure.read_in(w).into()),
        ],
    );
    let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let mut why = Vec::new();
    if !it.entries.is_empty() {
        why.push(w.n("report-since", n(it.entries.len())));
    }
    if !it.counts.is_empty() {
        why.push(w.n("report-since-counts", n(it.counts.len())));
    }
    if why.is_empty() {
        why.push(otherwise(w, it));
    }
    Some(format!("{} {would}", why.join(" ")))
}

/// Why something differs where neither entries nor counts do.
fn otherwise(w: Words, it: &Differences) -> String {
    let all = |code: &str| it.gaps.iter().all(|gap| gap.figure.measure == code);
    match () {
        () if all(INDEX) => w.tr("report-since-results"),
        () if it.gaps.iter().any(|gap| gap.figure.axis == PLAN) => w.tr("report-since-plan"),
        () => w.tr("report-since-units"),
    }
}

/// What a figure is called: of a plan its target, else its measure.
fn figure_name(w: Words, it: &Figure) -> String {
    match it.measure.as_str() {
        _ if it.axis == PLAN => it.label.clone(),
        INDEX => w.tr("report-index"),
        measure => w.tr(&format!("measure-{measure}")),
    }
}

/// Every figure once, also where a chart and a table print the same whole.
fn once(gaps: &[Gap]) -> impl Iterator<Item = &Gap> {
    let mut seen = BTreeSet::new();
    gaps.iter().filter(move |gap| {
        let it = &gap.figure;
        seen.insert((it.measure.as_str(), it.unit_id, it.from, it.until, it.axis.as_str(), it.code.as_str()))
    })
}

fn fact(w: Words, fact: &Fact) -> String {
    let of = |key: &str, then: String, now: String| {
        w.with("report-fact", &[("what", w.tr(key).into()), ("then", then.into()), ("now", now.into())])
    };
    match fact {
        Fact::Visits(then, now) => of("measure-visits", w.int(*then), w.int(*now)),
        Fact::Duration(then, now) => of("measure-youth_work_min", w.hours(*then), w.hours(*now)),
        Fact::Created(then, now) => of("measure-created_min", w.hours(*then), w.hours(*now)),
        Fact::FirstVisits(then, now) => of("measure-first_visits", w.int(*then), w.int(*now)),
        Fact::Date(then, now) => of("report-fact-date", w.date(*then), w.date(*now)),
        Fact::Start => w.tr("report-fact-start"),
        Fact::Heads => w.tr("report-fact-heads"),
        Fact::Words => w.tr("report-fact-words"),
    }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, report)): Path<(String, String, String)>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&network, &unit, &report), Act::SeeReports).await?;
    let (unit, report, w, base) = (&desk.unit, &desk.report, visit.w, desk.base());
    let finished = report.finished.as_ref().or_missing()?;
    let it = differences(&app, w, unit, report).await?;
    let trees = measures::trees(&app.db, unit.network.id).await?;
    let line = |gap: &Gap| {
        let figure = &gap.figure;
        let last = figure.until.pred_opt().unwrap_or(figure.until);
        let member = if figure.is_whole() || figure.axis == PLAN {
            String::new()
        } else {
            format!("{} · ", figure.label)
        };
        Line {
            mark: figure.mark.clone(),
            href: format!("{base}/figures/{}", figure.mark),
            name: figure_name(w, figure),
            of: format!("{member}{}, {}", figure.unit_name, w.span(figure.from, last)),
            then: figure.read_in(w),
            now: gap.shown.clone(),
        }
    };
    let entry = |it: &Told| EntryLine {
        href: format!("/units/{}/{}/entries/{}", unit.network.code, trees.code(it.unit_id), it.id),
        name: w.text(&it.activity),
        date: w.date(it.date),
        how: w.tr(&format!("report-how-{}", it.how.code())),
        facts: it.facts.iter().map(|it| fact(w, it)).collect::<Vec<_>>().join("; "),
        by: format!(
            "{}, {}",
            it.by.clone().unwrap_or_else(|| w.tr("entry-nobody")),
            w.date(Day::Now(it.at).in_zone(unit.network.zone))
        ),
    };
    let count = |it: &Recounted| {
        let on = w.date(Day::Now(it.at).in_zone(unit.network.zone));
        let key = if it.taken_back { "plan-taken-by" } else { "report-count-added" };
        CountLine {
            part: it.part.clone(),
            date: w.date(it.day),
            number: w.int(it.number),
            how: w.with(key, &[("who", it.by.clone().into()), ("on", on.into())]),
            note: it.note.clone(),
        }
    };
    let sees = visit.me()?.may(Act::SeeEntries, &unit.as_place());
    let page = DifferencesPage {
        page: Page::new(&visit, w.tr("report-differences"), "overview"),
        unit_href: unit.address(),
        unit: w.text(&unit.name),
        report: period_name(w, report),
        says: says(w, &it).unwrap_or_else(|| w.tr("report-no-differences")),
        finished: w.with(
            "report-state",
            &[
                ("day", w.date(Day::Now(finished.at).in_zone(unit.network.zone)).into()),
                ("n", Arg::Int(finished.change_seq)),
            ],
        ),
        lines: once(&it.gaps).map(line).collect(),
        entries: sees.then(|| it.entries.iter().map(entry).collect()),
        counted: it
            .counted()
            .into_iter()
            .map(|(how, n)| w.n(&format!("report-n-{}", how.code()), n))
            .collect(),
        counts: it.counts.iter().map(count).collect(),
        otherwise: otherwise(w, &it),
        base,
    };
    Ok(render(&page)?.into_response())
}
