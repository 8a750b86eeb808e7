//! What rows, amounts and columns are called, and how they are written.

use super::form::{Counted, Table};
use super::made::{Made, OTHER, Row};
use crate::activities;
use crate::i18n::Words;
use crate::measures::{ANY, Amount, Axis, NONE, PAIR, REST};
use crate::table::Cell;
use crate::vocabulary::{AgeBand, Vocabulary};

/// What a row of a table is called.
pub fn row(w: Words, made: &Made, table: &Table, code: &str) -> String {
    if let Some(group) = table.groups.iter().find(|group| group.code == code) {
        return w.text(&group.name);
    }
    if code == OTHER && !table.groups.is_empty() {
        return w.tr("pack-other");
    }
    let known = |key: &str| w.tr(&format!("{key}-{code}"));
    if [ANY, PAIR, REST].contains(&code) {
        return match (table.rows, code) {
            (Axis::Kind, PAIR) => w.tr("overview-kind-pair"),
            (Axis::Kind, REST) => w.tr("overview-kind-rest"),
            (Axis::Kind, _) => w.tr("overview-kind-any"),
            _ => w.tr("overview-unsplit"),
        };
    }
    match table.rows {
        Axis::Kind => known("kind"),
        Axis::PlaceKind => known("place-kind"),
        Axis::Part => known("part"),
        Axis::Gender => known("gender"),
        Axis::Weekday => known("weekday"),
        Axis::AgeBand => band(w, code),
        Axis::Unit => made.read.unit_named(code).map_or_else(|| code.to_owned(), |unit| w.text(&unit.name)),
        Axis::Month => format!("{code}-01").parse().map_or_else(|_| code.to_owned(), |month| w.month(month)),
        Axis::MainField | Axis::Field => term(w, made, Vocabulary::Field, code),
        Axis::MainTag | Axis::Tag => term(w, made, Vocabulary::Tag, code),
    }
}

/// What the rows of a table are.
pub fn corner(w: Words, table: &Table) -> String {
    w.tr(&format!("report-axis-{}", table.rows.code()))
}

/// Why some of a table is not split, where that is so.
pub fn note(w: Words, rows: &[Row]) -> Option<String> {
    let unsplit = |row: &Row| [ANY, PAIR, REST].contains(&row.code.as_str());
    rows.iter().any(unsplit).then(|| w.tr("overview-unsplit-why"))
}

pub fn band(w: Words, code: &str) -> String {
    if code == activities::UNKNOWN {
        return w.tr("gender-unknown");
    }
    AgeBand::from_code(code).map_or_else(|| code.to_owned(), |band| band.label())
}

pub fn term(w: Words, made: &Made, list: Vocabulary, code: &str) -> String {
    if code == NONE {
        return w.tr("pack-none");
    }
    let found = made.read.terms.iter().find(|term| term.vocabulary == list && term.code == code);
    found.map_or_else(|| code.to_owned(), |term| w.text(&term.label))
}

/// An amount as it is read: minutes as hours.
pub fn amount(w: Words, counted: Counted, amount: Amount) -> String {
    match (amount, counted.unit()) {
        (Amount::None, _) => "–".to_owned(),
        (Amount::Whole(n), "min" | "person_min") => w.hours(n),
        (Amount::Whole(n), _) => w.int(n),
        (Amount::Ratio(ratio), "euro_per_hour") => format!("{}\u{a0}€", w.decimal(ratio, 2)),
        (Amount::Ratio(ratio), "share") => w.percent(ratio, 1),
        (Amount::Ratio(ratio), _) => w.decimal(ratio, 1),
    }
}

/// An amount as a cell holds it: minutes as hours.
pub fn number(counted: Counted, amount: Amount) -> Option<f64> {
    match (amount, counted.unit()) {
        (Amount::None, _) => None,
        (amount, "min" | "person_min") => Some((amount.number() / 60.0 * 100.0).round() / 100.0),
        (amount, _) => Some((amount.number() * 1e6).round() / 1e6),
    }
}

/// What stands behind a figure as it is read: a share says its own.
pub fn behind(w: Words, counted: Counted) -> String {
    if counted.unit() == "share" { String::new() } else { counted_in(w, counted) }
}

/// What a figure is counted in.
pub fn counted_in(w: Words, counted: Counted) -> String {
    w.tr(&format!("pack-in-{}", counted.unit()))
}

/// What stands in a cell, as it is read.
pub fn said(w: Words, cell: &Cell) -> String {
    match cell {
        Cell::Day(day) => w.date(*day),
        Cell::Number(n) => w.decimal(*n, usize::from(n.fract() != 0.0)),
        cell => cell.said(),
    }
}
