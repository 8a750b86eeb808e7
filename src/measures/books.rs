//! Adding up: what units came to, and where they stood, opened at one moment. Pure arithmetic over plain values; every
//! figure of every page, file and command comes from here.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::axis::Axis;
use super::branches::{Branch, Key, Of, WORTH_KEEPING};
use super::members::{Terms, members};
use super::question::Question;
use super::sheets::{Months, Part, Row, months};
use super::stretches::Stretch;
use super::trees::{ByUnit, Trees};
use crate::totals::{Sheet, Span, Sums};

/// A network's figures, all of one moment.
pub struct Books {
    pub(super) months: Arc<Months>,
    pub(super) trees: Arc<Trees>,
    pub(super) terms: Terms,
    /// Units that offer one-to-one work.
    pub(super) talking: HashSet<Uuid>,
}

impl Books {
    pub(super) fn new(months: Arc<Months>, trees: Arc<Trees>, terms: Terms, talking: HashSet<Uuid>) -> Books {
        Books { months, trees, terms, talking }
    }

    /// The units at or below the one asked for, with the days they count for: as the tree was then, a unit that moved keeps
    /// its own past, and its former parent keeps what happened there.
    fn stretches(&self, question: &Question) -> Arc<[Stretch]> {
        let Some(unit) = question.path.ids().last().copied() else { return Arc::default() };
        self.trees.stretches(question.tree, unit, &question.within, question.period)
    }

    /// Sheets of a unit in a part of a month: the month's own where all of it is meant.
    ///
    /// # Panics
    /// Where the books were not opened for the period ([`super::open`]): no figure is better than a wrong one.
    fn rows(&self, unit_id: Uuid, month: NaiveDate, from: NaiveDate, until: NaiveDate) -> &[Row] {
        self.month(span_of(month, from, until), month).rows(unit_id, from, until)
    }

    fn month(&self, span: Span, month: NaiveDate) -> &Part {
        self.months.of(span, month).expect("the books are open for what is asked")
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

    /// Stretches of units, added up month by month.
    pub(super) fn added(
        &self,
        question: &Question,
        of: &Of,
        stretches: &[Stretch],
    ) -> Vec<(NaiveDate, Arc<Branch>)> {
        let Question { tree, period, .. } = *question;
        let of_month = |(month, from, until)| {
            let add = || self.branch(stretches, month, from, until);
            if stretches.len() < WORTH_KEEPING {
                return (month, Arc::new(add()));
            }
            let key = Key { trees: self.trees.number, tree, of: of.clone(), from, until };
            (month, self.month(Span::Month, month).branches.get(key, add))
        };
        months(period.from, period.until).map(of_month).collect()
    }

    /// The part of stretches that lies within a month.
    fn branch(&self, stretches: &[Stretch], month: NaiveDate, from: NaiveDate, until: NaiveDate) -> Branch {
        let mut below: BTreeMap<Uuid, Sums> = BTreeMap::new();
        for it in inside(stretches, from, until) {
            let sums = below.entry(it.below).or_default();
            for row in self.rows(it.unit_id, month, it.from, it.until) {
                *sums += row.total;
            }
        }
        Branch::new(below)
    }

    /// What is asked, month by month.
    fn branches(&self, question: &Question) -> Vec<(NaiveDate, Arc<Branch>)> {
        self.added(question, &Of::branch(question), &self.stretches(question))
    }

    /// The last change of the network that is in these figures.
    pub fn change_seq(&self) -> i64 {
        self.months.change_seq
    }

    /// All sums of the question.
    pub fn total(&self, question: &Question) -> Sums {
        self.branches(question).iter().map(|(_, branch)| branch.total).sum()
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
        let stretches = self.stretches(question);
        let mut sum = Sheet::default();
        let add_up = |month, from, until, sum: &mut Sheet| {
            for it in inside(&stretches, from, until) {
                self.rows(it.unit_id, month, it.from, it.until).iter().for_each(|row| sum.add(&row.sheet()));
            }
        };
        let branches = self.added(question, &Of::branch(question), &stretches);
        let parts = months(question.period.from, question.period.until);
        for ((month, from, until), (_, branch)) in parts.zip(branches) {
            if stretches.len() < WORTH_KEEPING {
                add_up(month, from, until, &mut sum);
                continue;
            }
            sum.add(branch.sheet(|| {
                let mut of_month = Sheet::default();
                add_up(month, from, until, &mut of_month);
                of_month
            }));
        }
        sum
    }

    fn by_unit(&self, question: &Question) -> BTreeMap<String, Sums> {
        let mut units: ByUnit<Sums> = ByUnit::default();
        for (id, sums) in self.branches(question).iter().flat_map(|(_, branch)| &branch.below) {
            *units.entry(*id).or_default() += *sums;
        }
        units.into_iter().map(|(id, sums)| (self.trees.code(id), sums)).collect()
    }

    fn by_month(&self, question: &Question) -> BTreeMap<String, Sums> {
        let branches = self.branches(question).into_iter();
        let there = branches.filter(|(_, branch)| !branch.total.is_nothing());
        there.map(|(month, branch)| (month.format("%Y-%m").to_string(), branch.total)).collect()
    }

    /// Sums by unit (one step below, or itself) and month; of some members of an axis where wanted.
    pub fn by_unit_month(
        &self,
        question: &Question,
        wanted: Option<(Axis, &[&str])>,
    ) -> BTreeMap<(String, NaiveDate), Sums> {
        let Some((axis, codes)) = wanted else { return self.by_unit_month_where(question, |_, _| true) };
        match axis {
            Axis::Unit => self.by_unit_month_where(question, |below, _| codes.contains(&below)),
            Axis::Month => {
                let named = |month: NaiveDate| month.format("%Y-%m").to_string();
                self.by_unit_month_where(question, |_, month| codes.contains(&named(month).as_str()))
            }
            _ => {
                let mut sums: BTreeMap<(String, NaiveDate), Sums> = BTreeMap::new();
                for it in self.stretches(question).iter() {
                    let below = self.trees.code(it.below);
                    for (month, from, until) in months(it.from, it.until) {
                        let rows = self.rows(it.unit_id, month, from, until).iter();
                        let of_row = |row: &Row| of_codes(members(&row.sheet(), axis, &self.terms), codes);
                        let sum: Sums = rows.map(of_row).sum();
                        if !sum.is_nothing() {
                            *sums.entry((below.clone(), month)).or_default() += sum;
                        }
                    }
                }
                sums
            }
        }
    }

    fn by_unit_month_where(
        &self,
        question: &Question,
        wanted: impl Fn(&str, NaiveDate) -> bool,
    ) -> BTreeMap<(String, NaiveDate), Sums> {
        let mut sums: BTreeMap<(String, NaiveDate), Sums> = BTreeMap::new();
        for (month, branch) in self.branches(question) {
            for (id, of) in &branch.below {
                let code = self.trees.code(*id);
                if wanted(&code, month) {
                    *sums.entry((code, month)).or_default() += *of;
                }
            }
        }
        sums
    }
}

/// What of stretches lies between two days.
fn inside(stretches: &[Stretch], from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = Stretch> {
    let cut = move |it: &Stretch| Stretch { from: it.from.max(from), until: it.until.min(until), ..*it };
    stretches.iter().map(cut).filter(|it| it.from < it.until)
}

/// Whether a stretch of a month is all of it.
fn span_of(month: NaiveDate, from: NaiveDate, until: NaiveDate) -> Span {
    if from == month && until == month + chrono::Months::new(1) { Span::Month } else { Span::Day }
}

/// What some members come to together.
pub fn of_codes(members: BTreeMap<String, Sums>, codes: &[&str]) -> Sums {
    members.into_iter().filter(|(code, _)| codes.contains(&code.as_str())).map(|(_, sums)| sums).sum()
}
