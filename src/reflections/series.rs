//! Answers over time: month by month, how many of how many, and how a scale was answered. Pure.

use chrono::{Datelike, Months, NaiveDate};
use uuid::Uuid;

use super::set::Scale;
use crate::vocabulary::Kind;

/// The longest stretch that is shown month by month.
pub const MOST_MONTHS: u32 = 120;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sought {
    pub from: NaiveDate,
    /// The first day that is not.
    pub until: NaiveDate,
    pub kind: Option<Kind>,
    pub activity: Option<Uuid>,
}

/// So many entries of a month, alike in whether and how a question was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Its first day.
    pub month: NaiveDate,
    pub said: bool,
    /// None where there is no answer, or one in words.
    pub step: Option<i64>,
    pub n: i64,
}

/// What a question came to in a stretch of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Entries it was asked of.
    pub asked: i64,
    pub answered: i64,
    /// By the scale's values, in their order.
    pub steps: Vec<i64>,
}

impl Tally {
    fn add(&mut self, scale: Scale, counted: &Counted) {
        self.steps.resize(scale.values().len(), 0);
        self.asked += counted.n;
        if !counted.said {
            return;
        }
        self.answered += counted.n;
        let at = scale.values().iter().position(|value| Some(*value) == counted.step);
        if let Some(step) = at.and_then(|at| self.steps.get_mut(at)) {
            *step += counted.n;
        }
    }
}

/// The first day of a day's month.
pub fn month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The whole, and each month from the first to the last of the stretch, newest first.
pub fn tallied(scale: Scale, sought: &Sought, counted: &[Counted]) -> (Tally, Vec<(NaiveDate, Tally)>) {
    let mut whole = Tally::default();
    let mut months = Vec::new();
    whole.steps.resize(scale.values().len(), 0);
    let mut at = month(sought.from);
    while at < sought.until && months.len() < MOST_MONTHS as usize {
        months.push((at, Tally { steps: vec![0; scale.values().len()], ..Tally::default() }));
        at = at + Months::new(1);
    }
    for it in counted {
        whole.add(scale, it);
        if let Some((_, tally)) = months.iter_mut().find(|(month, _)| *month == it.month) {
            tally.add(scale, it);
        }
    }
    months.reverse();
    (whole, months)
}
