//! Activity × month (or unit × month, for opening hours): the rows whose sum is the figure.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::entries;
use crate::desk::overview::{Cell, Scene, Table, TableRow, shown};
use crate::measures::{ActivityMonth, Amount, Axis, Measure, NamedActivity, Sums};
use crate::vocabulary::Kind;

/// One row before it is drawn: what it is called, where it leads, and its sums by month.
struct Line {
    name: String,
    href: Option<String>,
    /// Whether one-to-one work is in it, of which few heads are not told.
    one_to_one: bool,
    months: BTreeMap<NaiveDate, Sums>,
}

/// What a row stands for: a unit below, which opens further, or an activity of this very unit.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Unit(String),
    Activity(uuid::Uuid),
    /// All activities of this very unit, where they are not told apart.
    Together,
}

/// What rows are made of and called.
pub struct Rows<'a> {
    /// By unit one step below (or this very one) and month.
    pub units_months: BTreeMap<(String, NaiveDate), Sums>,
    /// Of this very unit's own entries.
    pub own: Vec<ActivityMonth>,
    /// Its activities that are one-to-one work, or were when something was recorded; where few of it are not told.
    pub personal: BTreeSet<uuid::Uuid>,
    pub activities: &'a [NamedActivity],
    /// Units by their codes.
    pub units: &'a BTreeMap<String, String>,
    /// Whether all that was asked for is one-to-one work.
    pub one_to_one: bool,
}

/// Rows of a figure by activity and month; what happened further down stands as one row for each unit one step below,
/// which `open` leads to, so that every step stays short and adds up.
pub fn by_activity(
    scene: &Scene,
    rows: &Rows,
    measure: Measure,
    part: Option<(Axis, &[&str])>,
    open: impl Fn(&str) -> String,
) -> Table {
    let together = !scene.tells_activities(part.map(|(axis, _)| axis));
    // A ratio's rows lead to all entries that either of its sums is made of.
    let narrowed =
        entries::narrowed(measure, part).or_else(|| entries::narrowed(Measure::ActivitiesHeld, part));
    let below = rows.units_months.iter().filter(|((code, _), _)| *code != scene.unit.code);
    let below = below.map(|((code, month), sums)| (Of::Unit(code.clone()), *month, *sums));
    let own = rows.own.iter().map(|row| {
        let of = if together { Of::Together } else { Of::Activity(row.activity_id) };
        (of, row.month, row.sums)
    });
    let mut lines: BTreeMap<Of, Line> = BTreeMap::new();
    for (of, month, sums) in below.chain(own) {
        let line = lines.entry(of).or_insert_with_key(|of| {
            let (name, href) = match of {
                Of::Unit(code) => (rows.units.get(code).unwrap_or(code).clone(), Some(open(code))),
                Of::Activity(id) => {
                    let found = rows.activities.iter().find(|activity| activity.id == *id);
                    let name = found.map(|activity| scene.w.text(&activity.name));
                    let name = name.unwrap_or_else(|| scene.w.tr("opened-unknown"));
                    let list = narrowed.as_ref().and_then(|narrowed| {
                        let mut narrowed = narrowed.clone();
                        narrowed.push(("activity", id.to_string()));
                        entries::list(scene, &narrowed)
                    });
                    (name, list)
                }
                Of::Together => (scene.w.tr("opened-together"), None),
            };
            let one_to_one = rows.one_to_one || matches!(of, Of::Activity(id) if rows.personal.contains(id));
            Line { name, href, one_to_one, months: BTreeMap::new() }
        });
        *line.months.entry(month).or_default() += sums;
    }
    let below = lines.keys().any(|of| matches!(of, Of::Unit(_)));
    // What adds nothing to the figure is no part of it.
    let mut lines: Vec<Line> = lines.into_values().collect();
    if let Some((_, below)) = super::wanted::parts_of(measure) {
        lines.retain(|line| below.of(&line.months.values().copied().sum()).number() != 0.0);
    } else {
        lines.retain(|line| measure.of(&line.months.values().copied().sum()) != Amount::Whole(0));
    }
    table(scene, measure, if below { "opened-unit" } else { "opened-activity" }, lines, rows.one_to_one)
}

/// Rows of opening hours by unit and month.
pub fn by_unit(scene: &Scene, rows: &Rows, open: impl Fn(&str) -> String) -> Table {
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    for ((code, month), sums) in rows.units_months.iter().filter(|(_, sums)| sums.opening_min != 0) {
        let line = lines.entry(code.clone()).or_insert_with_key(|code| Line {
            name: rows.units.get(code).unwrap_or(code).clone(),
            href: if *code == scene.unit.code {
                let of = |kind: Kind| [("kind", kind.code().to_owned()), ("unit", code.clone())];
                entries::list(scene, &of(Kind::Open))
            } else {
                Some(open(code))
            },
            one_to_one: false,
            months: BTreeMap::new(),
        });
        line.months.entry(*month).or_default().opening_min += sums.opening_min;
    }
    table(scene, Measure::OpeningMin, "opened-unit", lines.into_values().collect(), false)
}

/// More months than this stand as years: twelve columns fit a desk.
const MOST_MONTHS: usize = 13;

fn table(scene: &Scene, measure: Measure, head: &str, mut lines: Vec<Line>, one_to_one: bool) -> Table {
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
    let told = |sums: &Sums, one_to_one: bool| {
        if one_to_one { scene.one_to_one(measure, sums) } else { shown(w, measure, measure.of(sums)) }
    };
    let written = |sums: &Sums, one_to_one: bool| {
        // Empty months stay quiet.
        if *sums == Sums::default() { "–".to_owned() } else { told(sums, one_to_one) }
    };
    let row = |line: &Line| TableRow {
        head: Cell { text: line.name.clone(), href: line.href.clone() },
        // The sum stands first: on a phone the months are what one scrolls to.
        cells: [Cell::plain(written(&sums(line, None), line.one_to_one))]
            .into_iter()
            .chain(
                columns.iter().map(|month| Cell::plain(written(&sums(line, Some(*month)), line.one_to_one))),
            )
            .collect(),
    };
    let all = |wanted: Option<NaiveDate>| -> Sums { lines.iter().map(|line| sums(line, wanted)).sum() };
    let total = TableRow {
        head: Cell::plain(w.tr("overview-sum")),
        cells: [Cell::plain(told(&all(None), one_to_one))]
            .into_iter()
            .chain(columns.iter().map(|month| Cell::plain(written(&all(Some(*month)), one_to_one))))
            .collect(),
    };
    Table {
        caption: w.tr(&format!("measure-{}", measure.code())),
        heads: [w.tr(head), w.tr("overview-sum")].into_iter().chain(columns.iter().map(label)).collect(),
        rows: lines.iter().map(row).collect(),
        total: Some(total),
    }
}
