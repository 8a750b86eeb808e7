//! Which days of which units count for what is asked. Found once and kept as long as the trees stand: a page asks for the
//! same with each of its figures, and so does whoever opens it next.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use uuid::Uuid;

use super::period::Period;
use super::trees::{Tree, Trees};

/// Some pages' worth; of a thousand units, each is a few dozen kilobytes.
const KEPT: usize = 32;

/// What was asked for last.
#[derive(Debug)]
pub(super) struct Lately<K, V: ?Sized>(Mutex<VecDeque<(K, Arc<V>)>>);

impl<K, V: ?Sized> Default for Lately<K, V> {
    fn default() -> Lately<K, V> {
        Lately(Mutex::default())
    }
}

impl<K: PartialEq, V: ?Sized> Lately<K, V> {
    pub(super) fn get(&self, key: K, find: impl FnOnce() -> Arc<V>) -> Arc<V> {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = lock().iter().find(|(of, _)| *of == key) {
            return found.clone();
        }
        let found = find();
        let mut kept = lock();
        kept.truncate(KEPT - 1);
        kept.push_front((key, found.clone()));
        found
    }
}

/// Days of one unit that count for what is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    pub unit_id: Uuid,
    /// The unit one step below the one asked for that it belongs to, or itself.
    pub below: Uuid,
    pub from: NaiveDate,
    pub until: NaiveDate,
}

/// A unit, by a tree, within others, in a period.
#[derive(Debug, PartialEq)]
pub(super) struct Asked<P> {
    tree: Tree,
    unit: Uuid,
    within: Vec<Uuid>,
    period: P,
}

impl Trees {
    /// What counts for a unit with everything below it; of the days on which the units of `within`, each directly below the
    /// one before, stood directly above it.
    pub fn stretches(&self, tree: Tree, unit: Uuid, within: &[Uuid], period: Period) -> Arc<[Stretch]> {
        let asked = Asked { tree, unit, within: within.to_vec(), period };
        self.stretches.get(asked, || {
            let places = self.places(tree);
            let stretches = places.iter().filter_map(|place| {
                let at = place.at(unit, within)?;
                let below = place.ids.get(at + 1).copied().unwrap_or(unit);
                let from = place.from.max(period.from);
                let until = place.until.map_or(period.until, |until| until.min(period.until));
                (from < until).then_some(Stretch { unit_id: place.unit_id, below, from, until })
            });
            stretches.collect()
        })
    }

    /// A unit's own days of a period that count, each run of days as (first, the one after the last).
    pub fn own_days(
        &self,
        tree: Tree,
        unit: Uuid,
        within: &[Uuid],
        period: Period,
    ) -> Vec<(NaiveDate, NaiveDate)> {
        let all = self.stretches(tree, unit, within, period);
        let own = all.iter().filter(|it| it.unit_id == unit).copied().collect();
        joined(own).into_iter().map(|it| (it.from, it.until)).collect()
    }

    /// [`Trees::stretches`] on which units were open, with runs of days as one.
    pub(super) fn open_stretches(
        &self,
        tree: Tree,
        unit: Uuid,
        within: &[Uuid],
        period: Period,
    ) -> Vec<Stretch> {
        let all = self.stretches(tree, unit, within, period);
        let open = all.iter().map(|it| {
            let known = self.unit(it.unit_id);
            let (from, until) = known.map_or((it.from, it.until), |known| known.open_in(it.from, it.until));
            Stretch { from, until, ..*it }
        });
        joined(open.filter(|it| it.from < it.until).collect())
    }

    /// The units one step below (or itself) that something open belonged to in any of the periods.
    pub fn below(&self, tree: Tree, unit: Uuid, within: &[Uuid], periods: &[Period]) -> Arc<[Uuid]> {
        let asked = Asked { tree, unit, within: within.to_vec(), period: periods.to_vec() };
        self.below.get(asked, || {
            let of = |period: &Period| self.open_stretches(tree, unit, within, *period);
            let mut below: Vec<Uuid> = periods.iter().flat_map(of).map(|it| it.below).collect();
            below.sort_unstable();
            below.dedup();
            below.into()
        })
    }
}

/// Stretches that follow one another without a gap, as one; in the order of units and days.
fn joined(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    stretches.sort_unstable_by_key(|it| (it.unit_id, it.from));
    let mut all: Vec<Stretch> = Vec::new();
    for it in stretches {
        match all.last_mut() {
            Some(last) if (last.unit_id, last.below, last.until) == (it.unit_id, it.below, it.from) => {
                last.until = it.until;
            }
            _ => all.push(it),
        }
    }
    all
}
