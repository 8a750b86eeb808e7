//! Whether a report agrees with itself and with those before it. Pure rules over plain figures; nothing here blocks a
//! report, it says what differs and by how much.

pub mod members;
pub mod plan;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::document::{Figure, PLAN, Value};
use crate::measures::{Axis, Measure, Sums};

/// What was compared.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The parts of an axis with the whole.
    Parts(Axis),
    /// The halves of a year, or the months of a period.
    Halves,
    Months,
    /// Units one step below.
    Units,
    /// A finished report about the same unit and period.
    Report(Other),
    /// What this report says of a unit below, and that one's own finished report.
    Below(Other),
    /// Finished reports about the parts of the period.
    OverTime(Vec<Other>),
    /// A figure of a plan counted anew.
    Anew,
    /// A total by hand with the counts that are listed.
    Counts,
    /// What is never less than in an earlier report about a part of the time.
    Grown(Other),
}

/// Another report that was finished.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    pub report_id: Uuid,
    /// Whose it is.
    pub unit_id: Uuid,
    pub template: String,
    pub period: String,
    pub change_seq: i64,
    pub at: chrono::DateTime<chrono::Utc>,
    pub unit: String,
    pub unit_name: String,
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub measure: String,
    /// What it is split by; empty: nothing.
    pub axis: String,
    /// The member; of a plan: part and target.
    pub code: String,
    pub value: Value,
}

/// One comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    pub what: What,
    /// None: points, or what was counted by hand.
    pub measure: Option<Measure>,
    /// Of a plan what is to be reached, of a split the member; else empty.
    pub label: String,
    /// Of a plan which that is; else empty.
    pub code: String,
    pub unit_id: Uuid,
    pub unit_name: String,
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// What this report says.
    pub here: Value,
    /// What it is held against.
    pub there: Value,
}

impl Check {
    pub fn is_of_plan(&self) -> bool {
        !self.code.is_empty()
    }

    pub fn agrees(&self) -> bool {
        match self.what {
            What::Grown(_) => self.here.above >= self.there.above,
            _ => self.here == self.there,
        }
    }
}

fn check(what: What, figure: &Figure, there: Value) -> Check {
    let of_plan = |text: &String| if figure.axis == PLAN { text.clone() } else { String::new() };
    Check {
        what,
        measure: figure.measure(),
        label: of_plan(&figure.label),
        code: of_plan(&figure.code),
        unit_id: figure.unit_id,
        unit_name: figure.unit_name.clone(),
        from: figure.from,
        until: figure.until,
        here: figure.value,
        there,
    }
}

/// The parts of every split that is printed, with its whole. Opening hours are split only by what they add up over.
pub fn parts(figures: &[Figure]) -> Vec<Check> {
    let mut all = Vec::new();
    for of_mark in figures.chunk_by(|a, b| a.mark == b.mark) {
        let Some(whole) = of_mark.iter().find(|it| it.is_whole()) else { continue };
        let axis = of_mark.iter().find_map(|it| Axis::from_code(&it.axis));
        let (Some(measure), Some(axis)) = (whole.measure(), axis) else { continue };
        if !measure.additive() || !axis.partitions() {
            continue;
        }
        let above = of_mark.iter().filter(|it| !it.is_whole()).map(|it| it.value.above).sum();
        let what = if axis == Axis::Unit { What::Units } else { What::Parts(axis) };
        all.push(check(what, whole, Value { above, below: None }));
    }
    all
}

/// The whole figures of the report's own unit and period, each once.
pub fn wholes(figures: &[Figure], unit_id: Uuid, (from, until): (NaiveDate, NaiveDate)) -> Vec<&Figure> {
    let mut known: BTreeMap<&str, &Figure> = BTreeMap::new();
    let own = figures
        .iter()
        .filter(|it| it.is_whole() && it.unit_id == unit_id && (it.from, it.until) == (from, until));
    for figure in own {
        known.entry(figure.measure.as_str()).or_insert(figure);
    }
    known.into_values().collect()
}

/// The whole with the parts of its period, counted one by one.
pub fn over_time(wholes: &[&Figure], what: &What, parts: &[Sums]) -> Vec<Check> {
    let sums: Sums = parts.iter().copied().sum();
    let one = |figure: &&Figure| {
        let measure = figure.measure()?;
        let (above, below) = measure.parts(&sums);
        Some(check(what.clone(), figure, Value { above, below }))
    };
    wholes.iter().filter_map(one).collect()
}

/// This report with others that are finished: about the same unit and period, about a unit below, and about the parts of
/// the period.
pub fn reports(
    figures: &[Figure],
    unit_id: Uuid,
    days: (NaiveDate, NaiveDate),
    others: &[Other],
) -> Vec<Check> {
    let mut all = Vec::new();
    let wholes = wholes(figures, unit_id, days);
    for figure in &wholes {
        let Some(measure) = figure.measure() else { continue };
        let same = |it: &&Other| it.measure == figure.measure && it.unit == figure.unit;
        let mut seen = Vec::new();
        for other in others.iter().filter(same).filter(|it| (it.from, it.until) == days) {
            if !seen.contains(&other.report_id) {
                seen.push(other.report_id);
                all.push(check(What::Report(other.clone()), figure, other.value));
            }
        }
        if !measure.additive() {
            continue;
        }
        if let Some(parts) =
            covering(others.iter().filter(same).filter(|it| (it.from, it.until) != days), days)
        {
            let above = parts.iter().map(|it| it.value.above).sum();
            all.push(check(What::OverTime(parts), figure, Value { above, below: None }));
        }
    }
    for figure in figures.iter().filter(|it| it.axis == Axis::Unit.code() && (it.from, it.until) == days) {
        let same = |it: &&Other| {
            it.measure == figure.measure && it.unit == figure.code && (it.from, it.until) == days
        };
        // A unit's own report, or what another one says of it; the last one is enough.
        if let Some(other) = others.iter().rev().find(same) {
            let of = check(What::Below(other.clone()), figure, other.value);
            all.push(Check { unit_name: figure.label.clone(), ..of });
        }
    }
    all
}

/// Reports that follow one another from the first day to the last, the longest first.
fn covering<'a>(
    others: impl Iterator<Item = &'a Other>,
    (from, until): (NaiveDate, NaiveDate),
) -> Option<Vec<Other>> {
    let mut by_start: BTreeMap<NaiveDate, &Other> = BTreeMap::new();
    for other in others {
        let place = by_start.entry(other.from).or_insert(other);
        if other.until > place.until {
            *place = other;
        }
    }
    let (mut at, mut found) = (from, Vec::new());
    while at < until {
        let next = by_start.get(&at)?;
        found.push((*next).clone());
        at = next.until;
    }
    (at == until && found.len() > 1).then_some(found)
}
