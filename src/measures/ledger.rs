//! What figures are counted from: every held entry of a network, as small as it can be, unit by unit in the order of
//! days. Kept in memory and brought up to date by the network's row of changes (`memory`), so that all figures of a page
//! are of one moment and none waits for the database to count.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::measure::Sums;
use super::opening::{Open, union_min};
use crate::vocabulary::{Gender, Kind, Part, PlaceKind};

/// What one held entry adds to figures. Minutes are minutes, heads are heads; not counted is 0 here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub id: Uuid,
    pub activity_id: Uuid,
    pub date: NaiveDate,
    pub kind: Kind,
    pub place_kind: PlaceKind,
    pub start_min: Option<i32>,
    pub duration_min: i32,
    pub created_min: i32,
    pub creators: i32,
    pub participants: i32,
    pub audience: i32,
    pub first_visits: i32,
    pub staff_min: i32,
    pub prep_min: i32,
    pub volunteer_min: i32,
    /// Terms by their place in [`Ledger::terms`].
    pub main_tag: Option<u16>,
    pub main_field: Option<u16>,
    /// Further tags and fields: each once, and none that is a main one.
    pub further: Box<[u16]>,
    pub gender: Box<[(Part, Gender, i32)]>,
    /// By place of the band in [`Ledger::bands`].
    pub age: Box<[(Part, u16, i32)]>,
}

impl Fact {
    /// The entry's sums. Opening hours are no entry's own: they are counted per unit and day.
    pub fn sums(&self) -> Sums {
        Sums {
            held: 1,
            duration_min: self.duration_min.into(),
            opening_min: 0,
            group_min: if self.kind == Kind::Group { self.duration_min.into() } else { 0 },
            creators: self.creators.into(),
            participants: self.participants.into(),
            audience: self.audience.into(),
            created_min: self.created_min.into(),
            first_visits: self.first_visits.into(),
            staff_min: self.staff_min.into(),
            prep_min: self.prep_min.into(),
            volunteer_min: self.volunteer_min.into(),
        }
    }
}

/// What a unit came to on a day, opening hours with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    pub date: NaiveDate,
    pub sums: Sums,
}

/// What a unit recorded, in the order of days. Most figures need no more than the days, which are few beside the entries.
#[derive(Clone, Default)]
struct Recorded {
    facts: Vec<Arc<Fact>>,
    days: Vec<Day>,
}

/// Adds up entries that stand in the order of days.
fn days(facts: &[Arc<Fact>]) -> Vec<Day> {
    let of_day = |facts: &[Arc<Fact>]| {
        let open: Vec<Open> = facts
            .iter()
            .filter(|fact| fact.kind == Kind::Open)
            .map(|fact| Open {
                start_min: fact.start_min.map(i64::from),
                duration_min: fact.duration_min.into(),
            })
            .collect();
        let mut sums: Sums = facts.iter().map(|fact| fact.sums()).sum();
        sums.opening_min = union_min(&open);
        Day { date: facts[0].date, sums }
    };
    facts.chunk_by(|a, b| a.date == b.date).map(of_day).collect()
}

/// An entry that changed: what it adds now, or nothing where it was deleted or called off.
pub struct Change {
    pub entry_id: Uuid,
    pub unit_id: Uuid,
    pub fact: Option<Fact>,
}

/// Every held entry of a network as of one change.
#[derive(Clone, Default)]
pub struct Ledger {
    /// The network's last change that is in here.
    pub change_seq: i64,
    /// Codes of age bands, in the order they were met.
    pub bands: Vec<String>,
    /// Terms that entries name, in the order they were met.
    pub terms: Vec<Uuid>,
    units: HashMap<Uuid, Arc<Recorded>>,
}

impl Ledger {
    /// What a unit recorded from a day to the day before `until`, in the order of days.
    pub fn of_unit(&self, unit_id: Uuid, from: NaiveDate, until: NaiveDate) -> &[Arc<Fact>] {
        let Some(recorded) = self.units.get(&unit_id) else { return &[] };
        between(&recorded.facts, from, until, |fact| fact.date)
    }

    /// The same, day by day.
    pub fn days_of_unit(&self, unit_id: Uuid, from: NaiveDate, until: NaiveDate) -> &[Day] {
        let Some(recorded) = self.units.get(&unit_id) else { return &[] };
        between(&recorded.days, from, until, |day| day.date)
    }

    /// The place of a band's code in [`Ledger::bands`].
    pub fn band(&mut self, code: &str) -> u16 {
        match self.bands.iter().position(|band| band == code) {
            Some(at) => place(at),
            None => {
                self.bands.push(code.to_owned());
                place(self.bands.len() - 1)
            }
        }
    }

    /// The place of a term in [`Ledger::terms`].
    pub fn term(&mut self, id: Uuid) -> u16 {
        match self.terms.iter().position(|term| *term == id) {
            Some(at) => place(at),
            None => {
                self.terms.push(id);
                place(self.terms.len() - 1)
            }
        }
    }

    /// Takes changes in. An entry never changes its unit, so what it was before stands where it stands now.
    pub fn take(&mut self, changes: Vec<Change>) {
        let mut units: HashMap<Uuid, (Vec<Uuid>, Vec<Arc<Fact>>)> = HashMap::new();
        for change in changes {
            let (gone, new) = units.entry(change.unit_id).or_default();
            gone.push(change.entry_id);
            new.extend(change.fact.map(Arc::new));
        }
        for (unit, (mut gone, new)) in units {
            gone.sort_unstable();
            let is_gone = |fact: &Arc<Fact>| gone.binary_search(&fact.id).is_ok();
            let before = self.units.remove(&unit).unwrap_or_default();
            let mut facts: Vec<Arc<Fact>> =
                before.facts.iter().filter(|fact| !is_gone(fact)).cloned().collect();
            facts.extend(new);
            // Nearly sorted already: a new entry is mostly the latest one.
            facts.sort_by_key(|fact| (fact.date, fact.id));
            let days = days(&facts);
            self.units.insert(unit, Arc::new(Recorded { facts, days }));
        }
    }
}

/// What lies from a day to the day before `until`, of things in the order of days.
fn between<T>(all: &[T], from: NaiveDate, until: NaiveDate, date: impl Fn(&T) -> NaiveDate) -> &[T] {
    let begin = all.partition_point(|it| date(it) < from);
    let end = all.partition_point(|it| date(it) < until);
    &all[begin..end.max(begin)]
}

/// A network has tens of bands and terms, never as many as 16 bits count.
fn place(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}
