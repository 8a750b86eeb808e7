//! Everything figures ask of a stretch of time, added up: by kind and kind of place, weekday, gender, age and term.

use std::collections::BTreeMap;

use chrono::Datelike;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::fact::Fact;
use super::opening::{Open, union_min};
use super::sums::Sums;
use crate::vocabulary::{Gender, Kind, Part, PlaceKind};

/// Heads by part, in the order of [`Part::ALL`].
pub type Heads = [i64; 3];

/// What entries with a term add: with it as their main one, and with it as a further one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfTerm {
    pub main: Sums,
    pub further: Sums,
}

/// Members that nothing was added to are absent, so that sheets of the same entries are equal however they came about.
/// The order of fields is what a stored sheet is read by ([`super::FORMAT`]).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// By weekday (1 Monday … 7 Sunday): the one split that also has opening hours.
    pub weekdays: BTreeMap<u32, Sums>,
    pub kinds: BTreeMap<(Kind, PlaceKind), Sums>,
    pub gender: BTreeMap<Gender, Heads>,
    /// By code of the band.
    pub age: BTreeMap<String, Heads>,
    pub terms: BTreeMap<Uuid, OfTerm>,
    pub without_tag: Sums,
    pub without_field: Sums,
    /// Of a day: its open activities, which opening hours are the union of. Of anything longer there are none.
    pub open: Vec<Open>,
}

/// Adds to a member, and leaves none behind that comes to nothing.
fn give<K: Ord + Clone, V: Default + PartialEq>(
    members: &mut BTreeMap<K, V>,
    key: &K,
    add: impl FnOnce(&mut V),
) {
    match members.get_mut(key) {
        Some(value) => {
            add(value);
            if *value == V::default() {
                members.remove(key);
            }
        }
        None => {
            let mut value = V::default();
            add(&mut value);
            if value != V::default() {
                members.insert(key.clone(), value);
            }
        }
    }
}

fn add_heads(to: &mut Heads, heads: &Heads, sign: i64) {
    for (to, n) in to.iter_mut().zip(heads) {
        *to += sign * n;
    }
}

impl Sheet {
    /// All sums, opening hours with them.
    pub fn total(&self) -> Sums {
        self.weekdays.values().copied().sum()
    }

    pub fn is_nothing(&self) -> bool {
        *self == Sheet::default()
    }

    /// Takes an entry in (`sign` 1) or out (-1). Opening hours are set by [`Sheet::reopen`].
    pub fn count(&mut self, fact: &Fact, sign: i64) {
        let sums = if sign < 0 { -fact.sums() } else { fact.sums() };
        give(&mut self.weekdays, &fact.date.weekday().number_from_monday(), |it| *it += sums);
        give(&mut self.kinds, &(fact.kind, fact.place_kind), |it| *it += sums);
        for (part, gender, n) in &fact.gender {
            give(&mut self.gender, gender, |it| it[*part as usize] += sign * n);
        }
        for (part, band, n) in &fact.age {
            give(&mut self.age, band, |it| it[*part as usize] += sign * n);
        }
        for term in fact.main_tag.iter().chain(&fact.main_field) {
            give(&mut self.terms, term, |it: &mut OfTerm| it.main += sums);
        }
        for term in &fact.further {
            give(&mut self.terms, term, |it: &mut OfTerm| it.further += sums);
        }
        if !fact.has_tag {
            self.without_tag += sums;
        }
        if !fact.has_field {
            self.without_field += sums;
        }
        if fact.kind == Kind::Open {
            let open = Open { start_min: fact.start_min, duration_min: fact.duration_min };
            if sign > 0 {
                self.open.push(open);
                self.open.sort_unstable();
            } else if let Some(at) = self.open.iter().position(|it| *it == open) {
                self.open.remove(at);
            }
        }
    }

    /// Of a day that falls on this weekday: counts its opening hours again, and returns by how many minutes they changed.
    pub fn reopen(&mut self, weekday: u32) -> i64 {
        let before = self.weekdays.get(&weekday).map_or(0, |sums| sums.opening_min);
        let change = union_min(&self.open) - before;
        give(&mut self.weekdays, &weekday, |it| it.opening_min += change);
        change
    }

    /// Opening hours of a stretch longer than a day are the sum of its days', and its open activities are not told.
    pub fn open_longer(&mut self, weekday: u32, minutes: i64) {
        give(&mut self.weekdays, &weekday, |it| it.opening_min += minutes);
        self.open.clear();
    }

    /// Adds another stretch to this one, of which the days' own open activities are then no longer told.
    pub fn add(&mut self, other: &Sheet) {
        for (weekday, sums) in &other.weekdays {
            give(&mut self.weekdays, weekday, |it| *it += *sums);
        }
        for (kind, sums) in &other.kinds {
            give(&mut self.kinds, kind, |it| *it += *sums);
        }
        for (gender, heads) in &other.gender {
            give(&mut self.gender, gender, |it| add_heads(it, heads, 1));
        }
        for (band, heads) in &other.age {
            give(&mut self.age, band, |it| add_heads(it, heads, 1));
        }
        for (term, of) in &other.terms {
            give(&mut self.terms, term, |it: &mut OfTerm| {
                it.main += of.main;
                it.further += of.further;
            });
        }
        self.without_tag += other.without_tag;
        self.without_field += other.without_field;
        self.open.clear();
    }
}

/// Heads as sums, so that measures can be taken of them.
pub fn sums_of(heads: &Heads) -> Sums {
    Sums {
        creators: heads[Part::Creator as usize],
        participants: heads[Part::Participant as usize],
        audience: heads[Part::Audience as usize],
        ..Sums::default()
    }
}
