//! Activity × month (or unit × month, for opening hours): the rows whose sum is the figure.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::desk::overview::{Cell, Scene, Table, TableRow, shown};
use crate::measures::{Amount, Axis, Books, Measure, NamedActivity, Sums};

/// One row before it is drawn: what it is called, where it leads, and its sums by month.
struct Line {
    name: String,
    href: Option<String>,
    months: BTreeMap<NaiveDate, Sums>,
}

/// What an activity is called; with its unit where several record.
fn activity_line(scene: &Scene, books: &Books, activity: Option<&NamedActivity>) -> (String, Option<String>) {
    let w = scene.w;
    let Some(activity) = activity else { return (w.tr("opened-unknown"), None) };
    let unit = books.unit_code(activity.unit_id).unwrap_or_default();
    let entries = scene.sees_entries.then(|| {
        let (network, from, to) = (&scene.unit.network.code, scene.period.from, scene.now.last());
        format!("/units/{network}/{unit}/entries?from={from}&to={to}&activity={}", activity.id)
    });
    (w.text(&activity.name), entries)
}

/// Rows of a figure by activity and month.
pub fn by_activity(
    scene: &Scene,
    books: &Books,
    activities: &[NamedActivity],
    unit_names: &BTreeMap<String, String>,
    measure: Measure,
    part: Option<(Axis, &[&str])>,
) -> Table {
    let mut lines: BTreeMap<uuid::Uuid, Line> = BTreeMap::new();
    for row in books.by_activity_month(&scene.question(scene.now), part) {
        let line = lines.entry(row.activity_id).or_insert_with(|| {
            let activity = activities.iter().find(|activity| activity.id == row.activity_id);
            let (mut name, href) = activity_line(scene, books, activity);
            let unit = activity.and_then(|activity| books.unit_code(activity.unit_id));
            if let Some(unit) = unit.filter(|code| *code != scene.unit.code) {
                name = format!("{name}, {}", unit_names.get(unit).map_or(unit, String::as_str));
            }
            Line { name, href, months: BTreeMap::new() }
        });
        *line.months.entry(row.month).or_default() += row.sums;
    }
    // What adds nothing to the figure is no part of it.
    let mut lines: Vec<Line> = lines.into_values().collect();
    if let Some((_, below)) = super::wanted::parts_of(measure) {
        lines.retain(|line| below.of(&line.months.values().copied().sum()).number() != 0.0);
    } else {
        lines.retain(|line| measure.of(&line.months.values().copied().sum()) != Amount::Whole(0));
    }
    table(scene, measure, "opened-activity", lines)
}

/// Rows of opening hours by unit and month.
pub fn by_unit(scene: &Scene, books: &Books, unit_names: &BTreeMap<String, String>) -> Table {
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    for ((code, month), minutes) in books.opening_by_unit_month(&scene.question(scene.now)) {
        let line = lines.entry(code).or_insert_with_key(|code| Line {
            name: unit_names.get(code).unwrap_or(code).clone(),
            href: scene.sees_entries.then(|| {
                let (network, from, to) = (&scene.unit.network.code, scene.period.from, scene.now.last());
                format!("/units/{network}/{code}/entries?from={from}&to={to}&kind=open")
            }),
            months: BTreeMap::new(),
        });
        line.months.entry(month).or_default().opening_min += minutes;
    }
    table(scene, Measure::OpeningMin, "opened-unit", lines.into_values().collect())
}

/// More months than this stand as years: twelve columns fit a desk.
const MOST_MONTHS: usize = 13;

fn table(scene: &Scene, measure: Measure, head: &str, mut lines: Vec<Line>) -> Table {
    let w = scene.w;
    lines.sort_by(|a, b| w.compare(&a.name, &b.name));
    let months: BTreeSet<NaiveDate> = lines.iter().flat_map(|line| line.months.keys().copied()).collect();
    let years = months.len() > MOST_MONTHS;
    let column = |month: NaiveDate| if years { month.with_ordinal(1).unwrap_or(month) } else { month };
    let columns: Vec<NaiveDate> =
        months.iter().copied().map(column).collect::<BTreeSet<_>>().into_iter().collect();
    let several = columns.first().map(Datelike::year) != columns.last().map(Datelike::year);
    let label = |date: &NaiveDate| match (years, several) {
        (true, _) => date.year().to_string(),
        (false, true) => format!("{} {}", w.tr(&format!("month-short-{}", date.month())), date.year()),
        (false, false) => w.tr(&format!("month-short-{}", date.month())),
    };
    let sums = |line: &Line, wanted: Option<NaiveDate>| -> Sums {
        let of = line.months.iter().filter(|(month, _)| wanted.is_none_or(|it| column(**month) == it));
        of.map(|(_, sums)| *sums).sum()
    };
    let written = |sums: &Sums| {
        // Empty months stay quiet.
        if *sums == Sums::default() { "–".to_owned() } else { shown(w, measure, measure.of(sums)) }
    };
    let row = |line: &Line| TableRow {
        head: Cell { text: line.name.clone(), href: line.href.clone() },
        cells: columns
            .iter()
            .map(|month| Cell::plain(written(&sums(line, Some(*month)))))
            .chain([Cell::plain(written(&sums(line, None)))])
            .collect(),
    };
    let all = |wanted: Option<NaiveDate>| -> Sums { lines.iter().map(|line| sums(line, wanted)).sum() };
    let total = TableRow {
        head: Cell::plain(w.tr("overview-sum")),
        cells: columns
            .iter()
            .map(|month| Cell::plain(written(&all(Some(*month)))))
            .chain([Cell::plain(shown(w, measure, measure.of(&all(None))))])
            .collect(),
    };
    Table {
        caption: w.tr(&format!("measure-{}", measure.code())),
        heads: [w.tr(head)]
            .into_iter()
            .chain(columns.iter().map(label))
            .chain([w.tr("overview-sum")])
            .collect(),
        rows: lines.iter().map(row).collect(),
        total: Some(total),
    }
}
