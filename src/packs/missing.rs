//! What is still missing for a form, and where it is mended. The same rules hold in January and in December.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};

use super::beside::Beside;
use super::form::{Check, Filter, Form, Rule};
use super::line::Line;
use super::reading::Read;
use crate::activities::CountMethod;
use crate::measures::Period;
use crate::totals::month_of;

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub rule: Rule,
    /// More than may be missing.
    pub found: Vec<Found>,
    /// So much of it may be.
    pub most: i64,
}

impl Missing {
    pub fn holds(&self) -> bool {
        i64::try_from(self.found.len()).unwrap_or(i64::MAX) <= self.most
    }
}

/// Where something is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// In this entry (its place among the lines read); of so many heads.
    Entry(usize, i64),
    /// In this month of a unit.
    Month(uuid::Uuid, NaiveDate),
    /// Of a unit.
    Unit(uuid::Uuid),
}

/// Goes through a form's checks.
pub fn look(form: &Form, read: &Read, beside: &Beside, period: Period, today: NaiveDate) -> Vec<Missing> {
    let none = Filter::default();
    let look = |check: &Check| {
        let figure = check.of.as_ref().and_then(|code| form.figure(code));
        let filter = figure.map_or(&none, |figure| &figure.filter);
        let found = match check.rule {
            Rule::MonthWithoutEntries => months(read, period, today),
            Rule::NoCost => units(&beside.cost.lacking),
            Rule::NoPopulation => units(&beside.people.lacking),
            rule => entries(rule, filter, &read.lines),
        };
        Missing { rule: check.rule, found, most: check.most }
    };
    // What is said of a whole year is no part of another time.
    let yearly = |check: &&Check| beside.of_year || !matches!(check.rule, Rule::NoCost | Rule::NoPopulation);
    form.checks.iter().filter(yearly).map(look).collect()
}

/// Entries of the branch to which a rule applies.
pub fn entries(rule: Rule, filter: &Filter, lines: &[Line]) -> Vec<Found> {
    let heads = |line: &Line| filter.whole(line).sums.visits() + filter.age_unknown(line);
    let estimated =
        |line: &Line| Some(heads(line)).filter(|n| *n > 0 && line.method == CountMethod::Estimated);
    let lacks = |line: &Line| match rule {
        Rule::WithoutField => (line.field.is_none() && filter.takes(line)).then_some(0),
        Rule::WithoutAges => Some(filter.ageless(line)).filter(|n| *n > 0),
        Rule::Estimated => estimated(line),
        Rule::EstimateWithoutProof => estimated(line).filter(|_| line.proofs == 0),
        Rule::MonthWithoutEntries | Rule::NoCost | Rule::NoPopulation => None,
    };
    let ours = lines.iter().enumerate().filter(|(_, line)| line.ours);
    ours.filter_map(|(at, line)| lacks(line).map(|n| Found::Entry(at, n))).collect()
}

fn units(lacking: &[uuid::Uuid]) -> Vec<Found> {
    lacking.iter().map(|id| Found::Unit(*id)).collect()
}

/// Whole months that are over, in which a unit that records was open and wrote nothing down.
fn months(read: &Read, period: Period, today: NaiveDate) -> Vec<Found> {
    let written: BTreeSet<_> = read.lines.iter().map(|line| (line.unit_id, month_of(line.date()))).collect();
    // Who may record, and leaves that to those below, has no months of its own to fill.
    let above = |id: uuid::Uuid| {
        read.recording.iter().any(|it| read.parents.get(&it.unit.id).copied().flatten() == Some(id))
    };
    let leaves_it = |id: uuid::Uuid| above(id) && !written.iter().any(|(unit, _)| *unit == id);
    let mut found = Vec::new();
    for it in read.recording.iter().filter(|it| !leaves_it(it.unit.id)) {
        let mut month = month_of(it.from.max(period.from));
        while let Some(next) = month.checked_add_months(Months::new(1)) {
            if next > it.until.min(period.until) || next > today {
                break;
            }
            if month >= it.from && !written.contains(&(it.unit.id, month)) {
                found.push(Found::Month(it.unit.id, month));
            }
            month = next;
        }
    }
    found
}
