//! Counting: everything that was recorded, and where it stood, opened at one moment. Pure arithmetic over plain values;
//! every figure of every page, file and command comes from here.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::axis::Axis;
use super::ledger::{Day, Fact, Ledger};
use super::measure::Sums;
use super::members::day_of;
use super::period::Period;
use super::question::{ActivityMonth, Question};
use crate::vocabulary::Vocabulary;

/// Where a unit stood in the tree, from a day to the day before another.
pub struct Placed {
    /// Its place in [`Books::places`].
    pub at: usize,
    pub unit_id: Uuid,
    /// From the root to the unit itself.
    pub ids: Vec<Uuid>,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// A unit, whatever its place.
pub struct Known {
    pub code: String,
    pub kind: String,
    pub opened_on: NaiveDate,
    /// The first day it is no longer open.
    pub closed_on: Option<NaiveDate>,
}

impl Known {
    /// Whether it was open on any day of the period.
    fn was_open(&self, period: Period) -> bool {
        let from = self.opened_on.max(period.from);
        let until = self.closed_on.map_or(period.until, |closed| closed.min(period.until));
        from < until
    }
}

/// A network's figures, all of one moment.
pub struct Books {
    pub(super) ledger: Arc<Ledger>,
    pub(super) places: Vec<Placed>,
    pub(super) units: HashMap<Uuid, Known>,
    /// List and code of the ledger's terms.
    pub(super) terms: Vec<Option<(Vocabulary, String)>>,
}

impl Books {
    /// The places at or below the unit asked for, whenever they were, with the days they count for: a unit that moved keeps
    /// its own past, and its former parent keeps what happened there.
    fn places<'a>(&'a self, question: &Question) -> impl Iterator<Item = (&'a Placed, NaiveDate, NaiveDate)> {
        let asked = question.path.ids().last().copied();
        let period = question.period;
        self.places.iter().filter(move |place| asked.is_some_and(|id| place.ids.contains(&id))).map(
            move |place| {
                let from = place.from.max(period.from);
                (place, from, place.until.map_or(period.until, |until| until.min(period.until)))
            },
        )
    }

    /// Calls `then` with every entry the question asks for.
    fn each<'a>(&'a self, question: &Question, mut then: impl FnMut(&'a Placed, &'a Fact)) {
        for (place, from, until) in self.places(question) {
            for fact in self.ledger.of_unit(place.unit_id, from, until) {
                then(place, fact);
            }
        }
    }

    /// Calls `then` with every day of every unit the question asks for.
    fn each_day<'a>(&'a self, question: &Question, mut then: impl FnMut(&'a Placed, &'a Day)) {
        for (place, from, until) in self.places(question) {
            for day in self.ledger.days_of_unit(place.unit_id, from, until) {
                then(place, day);
            }
        }
    }

    /// All sums of the question.
    pub fn total(&self, question: &Question) -> Sums {
        let mut total = Sums::default();
        self.each_day(question, |_, day| total += day.sums);
        total
    }

    /// Sums day by day; days without entries are absent.
    pub fn by_day(&self, question: &Question) -> BTreeMap<NaiveDate, Sums> {
        let mut days = vec![Sums::default(); self.slots(question, Axis::Weekday)];
        self.each_day(question, |_, day| days[day_of(question, day.date)] += day.sums);
        let dates = question.period.from.iter_days().zip(days);
        dates.filter(|(_, sums)| sums.held > 0).collect()
    }

    /// Sums by the members of an axis, by code. Members without entries are absent.
    pub fn by(&self, question: &Question, axis: Axis) -> BTreeMap<String, Sums> {
        self.by_each(question, [axis]).into_iter().flatten().collect()
    }

    /// [`Books::by`] for several axes, going through the entries once, and only for axes that days do not tell.
    pub fn by_each<const N: usize>(
        &self,
        question: &Question,
        axes: [Axis; N],
    ) -> [BTreeMap<String, Sums>; N] {
        let mut slots = axes.map(|axis| vec![(Sums::default(), false); self.slots(question, axis)]);
        let of_days = |axis: &Axis| matches!(axis, Axis::Weekday | Axis::Month | Axis::Unit);
        if !axes.iter().all(of_days) {
            self.each(question, |place, fact| {
                for (axis, slots) in axes.iter().zip(&mut slots).filter(|(axis, _)| !of_days(axis)) {
                    self.shares(question, *axis, place, fact, |slot, share| {
                        slots[slot].0 += share;
                        slots[slot].1 = true;
                    });
                }
            });
        }
        if axes.iter().any(of_days) {
            self.each_day(question, |place, day| {
                for (axis, slots) in axes.iter().zip(&mut slots).filter(|(axis, _)| of_days(axis)) {
                    let slot = if *axis == Axis::Unit { place.at } else { day_of(question, day.date) };
                    slots[slot].0 += day.sums;
                    slots[slot].1 = true;
                }
            });
        }
        let mut axes = axes.into_iter();
        slots.map(|slots| {
            let mut members: BTreeMap<String, Sums> = BTreeMap::new();
            let Some(axis) = axes.next() else { return members };
            for (slot, (part, _)) in slots.into_iter().enumerate().filter(|(_, (_, met))| *met) {
                *members.entry(self.code(question, axis, slot)).or_default() += part;
            }
            members
        })
    }

    /// Figures opened down to activity and month; of some members of an axis where wanted. Opening hours belong to units
    /// and are not in here.
    pub fn by_activity_month(
        &self,
        question: &Question,
        members: Option<(Axis, &[&str])>,
    ) -> Vec<ActivityMonth> {
        let mut months: BTreeMap<(NaiveDate, usize, Uuid), Sums> = BTreeMap::new();
        let wanted: Vec<bool> = members.map_or_else(Vec::new, |(axis, codes)| {
            let slots = 0..self.slots(question, axis);
            slots.map(|slot| codes.contains(&self.code(question, axis, slot).as_str())).collect()
        });
        self.each(question, |place, fact| {
            let key = (fact.date.with_day(1).unwrap_or(fact.date), place.at, fact.activity_id);
            match members {
                None => *months.entry(key).or_default() += fact.sums(),
                Some((axis, _)) => self.shares(question, axis, place, fact, |slot, share| {
                    if wanted[slot] && !share.is_nothing() {
                        *months.entry(key).or_default() += share;
                    }
                }),
            }
        });
        let row = |((month, at, activity_id), sums)| ActivityMonth {
            activity_id,
            below: self.below(question, &self.places[at]),
            month,
            sums,
        };
        months.into_iter().rev().map(row).collect()
    }

    /// Opening hours by unit (one step below, or itself) and month, which they add up over.
    pub fn opening_by_unit_month(&self, question: &Question) -> BTreeMap<(String, NaiveDate), i64> {
        let mut months = BTreeMap::new();
        self.each_day(question, |place, day| {
            if day.sums.opening_min != 0 {
                let key = (self.below(question, place), day.date.with_day(1).unwrap_or(day.date));
                *months.entry(key).or_insert(0) += day.sums.opening_min;
            }
        });
        months
    }

    /// Sums of every unit of a kind that the network had in the period, each with everything below it: what a unit is set
    /// beside. One that was there and recorded nothing counts with zeros; one not yet or no longer there does not count.
    pub fn alike(&self, question: &Question, kind: &str) -> BTreeMap<String, Sums> {
        let mut sums: HashMap<Uuid, Sums> = HashMap::new();
        for place in &self.places {
            let is_like = |id: &&Uuid| self.units.get(*id).is_some_and(|unit| unit.kind == kind);
            let Some(unit) = place.ids.iter().find(is_like) else { continue };
            let from = place.from.max(question.period.from);
            let until = place.until.map_or(question.period.until, |until| until.min(question.period.until));
            if from >= until || !self.units[unit].was_open(question.period) {
                continue;
            }
            let all = sums.entry(*unit).or_default();
            for day in self.ledger.days_of_unit(place.unit_id, from, until) {
                *all += day.sums;
            }
        }
        sums.into_iter().map(|(id, sums)| (self.named(id), sums)).collect()
    }
}
