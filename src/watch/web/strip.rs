//! Coverage as a picture and as tables.

use charts::{Cell, Strip, StripRow};
use chrono::Datelike;

use crate::i18n::{Arg, Words};
use crate::units::Unit;
use crate::watch::look::Look;
use crate::watch::rules::{State, Week};

/// Weeks on a phone.
const SHORT: usize = 13;

/// A unit's weeks, added up.
pub struct OfUnit {
    pub name: String,
    pub href: String,
    pub full: String,
    pub partly: String,
    pub none: String,
    pub missing: String,
}

/// One week of the only unit.
pub struct OfWeek {
    pub monday: String,
    pub state: String,
    pub expected: String,
    pub held: String,
    pub called_off: String,
    pub missing: String,
    /// Where what is missing can be recorded.
    pub href: Option<String>,
}

pub struct Coverage {
    /// In one sentence.
    pub says: String,
    /// For a desk, and for a phone.
    pub wide: String,
    pub narrow: String,
    pub units: Vec<OfUnit>,
    /// The latest first.
    pub weeks: Vec<OfWeek>,
}

fn count(weeks: &[Week], state: State) -> i64 {
    i64::try_from(weeks.iter().filter(|week| week.state() == state).count()).unwrap_or(i64::MAX)
}

#[allow(clippy::cast_precision_loss)]
fn cell(week: &Week) -> Cell {
    match week.state() {
        State::Full => Cell::Whole,
        State::Partly => {
            let expected = week.expected.max(1);
            Cell::Part((expected - week.missing) as f64 / expected as f64)
        }
        State::None => Cell::Missing,
        State::Nothing => Cell::Free,
        State::Shut => Cell::Off,
    }
}

fn sentence(w: Words, name: &str, weeks: &[Week]) -> String {
    let args = [
        ("unit", Arg::from(name)),
        ("full", count(weeks, State::Full).into()),
        ("partly", count(weeks, State::Partly).into()),
        ("none", count(weeks, State::None).into()),
    ];
    w.with("watch-row", &args)
}

type Row<'a> = (String, &'a Unit, &'a [Week]);

/// Units with anything to tell, by name; where there is one alone, this.
fn rows<'a>(w: Words, look: &'a Look) -> Vec<Row<'a>> {
    let row = |(unit, weeks): (&'a Unit, &'a Vec<Week>)| (w.text(&unit.name), unit, weeks.as_slice());
    let mut rows: Vec<Row<'_>> = look.units.iter().zip(&look.coverage).map(row).collect();
    if rows.len() > 1 {
        let tells = |week: &Week| !matches!(week.state(), State::Nothing | State::Shut);
        rows.retain(|(_, _, weeks)| weeks.iter().any(tells));
    }
    rows.sort_by(|(a, ..), (b, ..)| w.compare(a, b));
    rows
}

/// Labels of the columns in which months begin; the first column's own where there is room for it.
fn marks(w: Words, months: &[u32]) -> Vec<(usize, String)> {
    let mut begin: Vec<usize> = (1..months.len()).filter(|n| months[*n] != months[n - 1]).collect();
    if begin.first().is_none_or(|first| *first > 2) && !months.is_empty() {
        begin.insert(0, 0);
    }
    begin.into_iter().map(|n| (n, w.tr(&format!("month-short-{}", months[n])))).collect()
}

fn drawn(w: Words, rows: &[Row<'_>], alone: bool, beside: bool, says: &str) -> String {
    let columns = rows.first().map_or(0, |(_, _, weeks)| weeks.len());
    let skip = if beside { 0 } else { columns.saturating_sub(SHORT) };
    let weeks = rows.first().map_or(&[][..], |(_, _, weeks)| *weeks).iter().skip(skip);
    let months: Vec<u32> = weeks.map(|week| week.monday.month()).collect();
    let row = |(name, unit, weeks): &Row<'_>| {
        let weeks = &weeks[skip.min(weeks.len())..];
        StripRow {
            title: sentence(w, name, weeks),
            label: if alone && !beside { String::new() } else { name.clone() },
            cells: weeks.iter().map(cell).collect(),
            href: (!alone).then(|| format!("{}/watch", unit.address())),
        }
    };
    Strip {
        id: if beside { "strip" } else { "strip-short" }.to_owned(),
        title: w.tr(if beside { "watch-strip" } else { "watch-strip-short" }),
        desc: says.to_owned(),
        columns: columns - skip,
        marks: marks(w, &months),
        rows: rows.iter().map(row).collect(),
        beside,
    }
    .svg()
}

/// Everything of a look that is about coverage; none where nothing records there.
pub fn coverage(w: Words, look: &Look, may_record: bool) -> Option<Coverage> {
    if look.units.is_empty() {
        return None;
    }
    let all = || look.coverage.iter().flatten();
    let (expected, missing): (i64, i64) =
        (all().map(|week| week.expected).sum(), all().map(|week| week.missing).sum());
    let says = match expected {
        0 => w.tr("watch-expects-nothing"),
        _ if missing == 0 => w.n("watch-all-there", expected),
        _ => w.with(
            "watch-there",
            &[("k", Arg::Int(expected - missing)), ("n", Arg::Int(expected)), ("m", Arg::Int(missing))],
        ),
    };
    let rows = rows(w, look);
    let alone = look.units.len() == 1;
    let of_unit = |(name, unit, weeks): &Row<'_>| OfUnit {
        name: name.clone(),
        href: format!("{}/watch", unit.address()),
        full: w.int(count(weeks, State::Full)),
        partly: w.int(count(weeks, State::Partly)),
        none: w.int(count(weeks, State::None)),
        missing: w.int(weeks.iter().map(|week| week.missing).sum()),
    };
    let of_week = |base: &str, week: &Week| OfWeek {
        monday: w.date(week.monday),
        state: w.tr(&format!("watch-state-{}", week.state().code())),
        expected: w.int(week.expected),
        held: w.int(week.held),
        called_off: w.int(week.called_off),
        missing: w.int(week.missing),
        href: (may_record && week.missing > 0)
            .then(|| format!("{base}/month?month={}&only=open", week.monday.format("%Y-%m"))),
    };
    let of_weeks = |(_, unit, weeks): &Row<'_>| -> Vec<OfWeek> {
        let base = unit.address();
        weeks.iter().rev().map(|week| of_week(&base, week)).collect()
    };
    Some(Coverage {
        wide: drawn(w, &rows, alone, true, &says),
        narrow: drawn(w, &rows, alone, false, &says),
        says,
        units: if alone { Vec::new() } else { rows.iter().map(of_unit).collect() },
        weeks: if alone { rows.iter().flat_map(of_weeks).collect() } else { Vec::new() },
    })
}
