//! Areas: each with the range it may lie in, beside what it was, what others have, and what was aimed at.

use charts::{RangeRow, Ranges};

use super::told::{self, Judged, Names};
use crate::i18n::{Arg, Words};
use crate::questionnaires::Content;
use crate::results::figures::{AreaLine, area_of, least};
use crate::results::reading::{Reading, whole};

pub struct AreaRow {
    pub name: String,
    /// None where it is withheld.
    pub index: Option<String>,
    pub range: String,
    pub before: Vec<String>,
    pub change: Option<Judged>,
    pub around: Vec<String>,
    pub position: Option<Judged>,
    pub target: Option<Judged>,
}

pub struct Areas {
    pub chart: String,
    pub caption: String,
    /// Earlier years, the latest first.
    pub years: Vec<String>,
    pub around: Vec<String>,
    pub rows: Vec<AreaRow>,
    /// When an index is shown, where one is withheld.
    pub held: Option<String>,
    pub has_changes: bool,
    pub has_positions: bool,
    pub has_targets: bool,
    /// What the key has to explain: (last year, the network, a target).
    pub last: Option<String>,
    pub beside: Option<String>,
}

fn dash() -> String {
    "–".to_owned()
}

/// Where the scale begins: at the half, unless something lies below it.
fn from(lines: &[AreaLine]) -> f64 {
    let low = |line: &AreaLine| {
        let before = line.before.map(|it| it.value);
        let target = line.target.map(|(points, _)| f64::from(u32::try_from(points).unwrap_or(0)));
        let around = line.around.iter().copied().flatten();
        line.index
            .map(|it| it.low())
            .into_iter()
            .chain(before)
            .chain(target)
            .chain(around)
            .fold(100.0, f64::min)
    };
    if lines.iter().map(low).fold(100.0, f64::min) >= 50.0 { 50.0 } else { 0.0 }
}

pub fn areas(w: Words, reading: &Reading, lines: &[AreaLine], names: &Names, unit: &str) -> Areas {
    let year = reading.evaluation.year();
    let said = |line: &AreaLine| reading.content().said(&line.area.name, w.lang()).to_owned();
    let years: Vec<i32> = reading.earlier.iter().map(|it| it.evaluation.year()).collect();
    let row = |line: &AreaLine| {
        let old = reading.earlier.iter().map(|it| {
            let then = whole(&it.tables).and_then(|table| area_of(table, &line.area.code, least(reading)));
            then.map_or_else(dash, |it| told::points(w, it.value()))
        });
        AreaRow {
            name: said(line),
            index: line.index.map(|it| told::points(w, it.value())),
            range: line.index.map_or_else(dash, |it| told::range(w, &it)),
            before: old.collect(),
            change: told::change(w, line.before.as_ref())
                .or_else(|| asked_before(reading, line).then(|| told::too_few(w))),
            around: line.around.iter().map(|it| it.map_or_else(dash, |n| told::points(w, n))).collect(),
            position: line.position.map(|it| told::position(w, it)),
            target: line.target.map(|(points, reached)| told::target(w, points, reached)),
        }
    };
    let start = from(lines);
    #[allow(clippy::cast_precision_loss)]
    let mark = |line: &AreaLine| RangeRow {
        label: said(line),
        shown: line.index.map_or_else(|| w.tr("results-held"), |it| told::points(w, it.value())),
        value: line.index.map(|it| (it.value(), it.low(), it.high())),
        before: line.before.map(|it| it.value),
        around: line.around.last().copied().flatten(),
        goal: line.target.map(|(points, _)| points as f64),
        title: sentence(w, &said(line), line),
        ..RangeRow::default()
    };
    let step = if start > 0.0 { 10 } else { 20 };
    let ticks = (0..=100).step_by(step).filter(|n| f64::from(*n) >= start);
    let chart = Ranges {
        id: "areas".into(),
        title: w.with("results-areas-title", &[("unit", unit.into()), ("year", year.to_string().into())]),
        desc: lines.iter().map(|line| sentence(w, &said(line), line)).collect::<Vec<_>>().join(" "),
        from: start,
        to: 100.0,
        ticks: ticks.map(|n| (f64::from(n), n.to_string())).collect(),
        rows: lines.iter().map(mark).collect(),
        wide: true,
    };
    let before = lines.iter().find_map(|line| line.before.map(|it| it.year));
    Areas {
        chart: chart.svg(),
        caption: w.with("results-areas-caption", &[("unit", unit.into()), ("year", year.to_string().into())]),
        years: years.iter().map(i32::to_string).collect(),
        around: reading.around.iter().map(|(id, _)| names.name(*id)).collect(),
        held: lines
            .iter()
            .any(|line| line.index.is_none())
            .then(|| w.n("results-few-valid", i64::from(least(reading)))),
        has_changes: lines.iter().any(|line| line.before.is_some() || asked_before(reading, line)),
        has_positions: lines.iter().any(|line| line.position.is_some()),
        has_targets: lines.iter().any(|line| line.target.is_some()),
        last: before.map(|year| year.to_string()),
        beside: lines
            .iter()
            .any(|line| line.around.last().is_some_and(Option::is_some))
            .then(|| reading.around.last().map_or_else(String::new, |(id, _)| names.name(*id))),
        rows: lines.iter().map(row).collect(),
    }
}

/// Whether last time it was asked about too, and had too few answers to be told.
fn asked_before(reading: &Reading, line: &AreaLine) -> bool {
    let asked = |content: &Content| content.areas.iter().any(|area| area.code == line.area.code);
    reading.earlier.first().is_some_and(|last| whole(&last.tables).is_some() && asked(&last.content))
}

/// One area in a sentence, for whoever does not see the chart.
fn sentence(w: Words, name: &str, line: &AreaLine) -> String {
    match line.index {
        Some(it) => w.with(
            "results-area-says",
            &[
                ("area", name.into()),
                ("index", told::points(w, it.value()).into()),
                ("range", told::range(w, &it).into()),
            ],
        ),
        None => w.with("results-area-held", &[("area", Arg::from(name))]),
    }
}
