//! Adding up: what units came to, and where they stood, opened at one moment. Pure arithmetic over plain values; every
//! figure of every page, file and command comes from here.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::axis::Axis;
use super::members::{Terms, members};
use super::question::Question;
use super::sheets::{Months, Row, months};
use super::trees::{Stretch, Trees};
use crate::totals::{Sheet, Span, Sums, month_of};

/// Stretches of units in one month, of which each has either the month's sheet or its days'.
#[derive(Default)]
struct Stretches {
    whole: Vec<(Uuid, NaiveDate, NaiveDate)>,
    cut: Vec<(Uuid, NaiveDate, NaiveDate)>,
}

/// A network's figures, all of one moment.
pub struct Books {
    pub(super) months: Arc<Months>,
    pub(super) trees: Arc<Trees>,
    pub(super) terms: Terms,
    /// Units that offer one-to-one work.
    pub(super) talking: HashSet<Uuid>,
}

impl Books {
    /// The units at or below the one asked for, with the days they count for: as the tree was then, a unit that moved keeps
    /// its own past, and its former parent keeps what happened there.
    fn stretches(&self, question: &Question) -> Vec<Stretch> {
        let Some(asked) = question.path.ids().last().copied() else { return Vec::new() };
        self.trees.stretches(question.tree, asked, &question.within, question.period)
    }

    /// Sheets of a unit in a part of a month: the month's own where all of it is meant.
    ///
    /// # Panics
    /// Where the books were not opened for the period ([`super::open`]): no figure is better than a wrong one.
    fn rows(&self, unit_id: Uuid, month: NaiveDate, from: NaiveDate, until: NaiveDate) -> &[Row] {
        let span = span_of(month, from, until);
        let part = self.months.of(span, month).expect("the books are open for what is asked");
        part.rows(unit_id, from, until)
    }

    /// Calls `then` with the sheets that a place comes to, month by month.
    pub(super) fn each_row<'a>(
        &'a self,
        unit_id: Uuid,
        from: NaiveDate,
        until: NaiveDate,
        mut then: impl FnMut(&'a Row),
    ) {
        for (month, from, until) in months(from, until) {
            self.rows(unit_id, month, from, until).iter().for_each(&mut then);
        }
    }

    /// All sums of the question.
    pub fn total(&self, question: &Question) -> Sums {
        let mut total = Sums::default();
        for it in self.stretches(question) {
            self.each_row(it.unit_id, it.from, it.until, |row| total += row.total);
        }
        total
    }

    /// Sums by the members of an axis, by code. Members without entries are absent.
    pub fn by(&self, question: &Question, axis: Axis) -> BTreeMap<String, Sums> {
        match axis {
            Axis::Unit => self.by_unit(question),
            Axis::Month => self.by_month(question),
            _ => members(&self.sheet(question), axis, &self.terms),
        }
    }

    /// [`Books::by`] for several axes at once.
    pub fn by_each<const N: usize>(
        &self,
        question: &Question,
        axes: [Axis; N],
    ) -> [BTreeMap<String, Sums>; N] {
        let sheet = self.sheet(question);
        axes.map(|axis| match axis {
            Axis::Unit | Axis::Month => self.by(question, axis),
            _ => members(&sheet, axis, &self.terms),
        })
    }

    /// Everything the question comes to, as one sheet.
    fn sheet(&self, question: &Question) -> Sheet {
        let mut parts: BTreeMap<NaiveDate, Stretches> = BTreeMap::new();
        for it in self.stretches(question) {
            for (month, from, until) in months(it.from, it.until) {
                let stretches = parts.entry(month).or_default();
                match span_of(month, from, until) {
                    Span::Month => stretches.whole.push((it.unit_id, from, until)),
                    Span::Day => stretches.cut.push((it.unit_id, from, until)),
                }
            }
        }
        let mut sum = Sheet::default();
        for (month, stretches) in parts {
            for (span, stretches) in [(Span::Month, stretches.whole), (Span::Day, stretches.cut)] {
                if !stretches.is_empty() {
                    let part = self.months.of(span, month).expect("the books are open for what is asked");
                    sum.add(&part.merged(stretches));
                }
            }
        }
        sum
    }

    fn by_unit(&self, question: &Question) -> BTreeMap<String, Sums> {
        let mut members: BTreeMap<String, Sums> = BTreeMap::new();
        for it in self.stretches(question) {
            let mut sum = Sums::default();
            self.each_row(it.unit_id, it.from, it.until, |row| sum += row.total);
            if !sum.is_nothing() {
                *members.entry(self.trees.code(it.below)).or_default() += sum;
            }
        }
        members
    }

    fn by_month(&self, question: &Question) -> BTreeMap<String, Sums> {
        let mut members: BTreeMap<NaiveDate, Sums> = BTreeMap::new();
        for it in self.stretches(question) {
            self.each_row(it.unit_id, it.from, it.until, |row| {
                *members.entry(month_of(row.from)).or_default() += row.total;
            });
        }
        let there = members.into_iter().filter(|(_, sums)| !sums.is_nothing());
        there.map(|(month, sums)| (month.format("%Y-%m").to_string(), sums)).collect()
    }

    /// Sums by unit (one step below, or itself) and month; of some members of an axis where wanted.
    pub fn by_unit_month(
        &self,
        question: &Question,
        wanted: Option<(Axis, &[&str])>,
    ) -> BTreeMap<(String, NaiveDate), Sums> {
        let mut sums: BTreeMap<(String, NaiveDate), Sums> = BTreeMap::new();
        for it in self.stretches(question) {
            let below = self.trees.code(it.below);
            for (month, from, until) in months(it.from, it.until) {
                let mut sum = Sums::default();
                for row in self.rows(it.unit_id, month, from, until) {
                    sum += match wanted {
                        None => row.total,
                        Some((Axis::Unit, codes)) if codes.contains(&below.as_str()) => row.total,
                        Some((Axis::Month, codes)) => {
                            of_codes([(month.format("%Y-%m").to_string(), row.total)].into(), codes)
                        }
                        Some((axis, codes)) => of_codes(members(&row.sheet(), axis, &self.terms), codes),
                    };
                }
                if !sum.is_nothing() {
                    *sums.entry((below.clone(), month)).or_default() += sum;
                }
            }
        }
        sums
    }

    /// Sums of every unit of a kind that the network had in the period, each with everything below it: what a unit is set
    /// beside. One that was there and recorded nothing counts with zeros; one not yet or no longer there does not count.
    pub fn alike(&self, question: &Question, kind: &str) -> BTreeMap<String, Sums> {
        let mut sums: HashMap<Uuid, Sums> = HashMap::new();
        let (tree, period) = (question.tree, question.period);
        for place in self.trees.places(tree).iter() {
            let Some(unit) = self.trees.alike(tree, place, kind, period) else { continue };
            let from = place.from.max(period.from);
            let until = place.until.map_or(period.until, |until| until.min(period.until));
            if from < until {
                let all = sums.entry(unit).or_default();
                self.each_row(place.unit_id, from, until, |row| *all += row.total);
            }
        }
        sums.into_iter().map(|(id, sums)| (self.trees.code(id), sums)).collect()
    }
}

/// Whether a stretch of a month is all of it.
fn span_of(month: NaiveDate, from: NaiveDate, until: NaiveDate) -> Span {
    if from == month && until == month + chrono::Months::new(1) { Span::Month } else { Span::Day }
}

/// What some members come to together.
pub fn of_codes(members: BTreeMap<String, Sums>, codes: &[&str]) -> Sums {
    members.into_iter().filter(|(code, _)| codes.contains(&code.as_str())).map(|(_, sums)| sums).sum()
}
