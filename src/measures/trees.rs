//! Where units stand: as the tree was on the day of each entry, or, for all of the past, as it is on one day. Pure, so
//! that any history of moves, mergers and closings can be tried.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::NaiveDate;
use foldhash::fast::FixedState;
use uuid::Uuid;

use super::alike::Alike;
use super::period::Period;
use super::stretches::{Asked, Lately, Stretch};
use crate::clock::holds;

/// Asked for every place of every figure; ids of units are ours, so a quick hash will do.
pub type ByUnit<T> = HashMap<Uuid, T, FixedState>;

/// Which tree figures are read by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tree {
    /// An entry counts where its unit stood on the entry's day.
    #[default]
    Then,
    /// An entry counts where its unit stands on this day, the network's today; of a merged unit, with its successor.
    Today(NaiveDate),
}

impl Tree {
    pub fn code(self) -> &'static str {
        match self {
            Tree::Then => "then",
            Tree::Today(_) => "today",
        }
    }

    pub fn from_code(code: &str, today: NaiveDate) -> Option<Tree> {
        [Tree::Then, Tree::Today(today)].into_iter().find(|tree| tree.code() == code)
    }
}

/// Where a unit stood in the tree, from a day to the day before another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub unit_id: Uuid,
    /// From the root to the unit itself.
    pub ids: Vec<Uuid>,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

impl Placed {
    fn parent(&self) -> Option<Uuid> {
        self.ids.iter().rev().nth(1).copied()
    }

    /// How far from the root a unit stands in this line, if these units stand directly above it, in their order.
    pub(super) fn at(&self, unit: Uuid, within: &[Uuid]) -> Option<usize> {
        let at = self.ids.iter().position(|id| *id == unit)?;
        self.ids[..at].ends_with(within).then_some(at)
    }
}

/// A unit, whatever its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub code: String,
    pub kind: String,
    pub opened_on: NaiveDate,
    /// The first day it is no longer open.
    pub closed_on: Option<NaiveDate>,
    /// The unit that goes on with its work since it closed.
    pub successor: Option<Uuid>,
}

impl Known {
    /// The days of a stretch on which it was open.
    pub(super) fn open_in(&self, from: NaiveDate, until: NaiveDate) -> (NaiveDate, NaiveDate) {
        (from.max(self.opened_on), self.closed_on.map_or(until, |closed| closed.min(until)))
    }

    /// Whether it was open on any day of the period.
    pub(super) fn was_open(&self, period: Period) -> bool {
        let (from, until) = self.open_in(period.from, period.until);
        from < until
    }

    /// The unit it is merged into by a day.
    pub fn merged_by(&self, day: NaiveDate) -> Option<Uuid> {
        self.successor.filter(|_| self.closed_on.is_some_and(|closed| closed <= day))
    }
}

/// Every place that units of a network ever had, and the tree of any day.
#[derive(Debug)]
pub struct Trees {
    pub network_id: Uuid,
    /// No other has it in this process: what is added up by these trees is kept under it.
    pub(super) number: u64,
    /// In the order of units, of each in the order of days.
    then: Arc<[Placed]>,
    units: ByUnit<Known>,
    codes: HashMap<String, Uuid>,
    /// Every day from which some unit stands elsewhere than the day before.
    edges: BTreeSet<NaiveDate>,
    of_day: Lately<NaiveDate, [Placed]>,
    pub(super) stretches: Lately<Asked<Period>, [Stretch]>,
    pub(super) below: Lately<Asked<Vec<Period>>, [Uuid]>,
    pub(super) alike: Lately<(Tree, String, Period), Alike>,
}

impl PartialEq for Trees {
    /// Where they say units stand, whenever they were read.
    fn eq(&self, other: &Trees) -> bool {
        (self.network_id, &self.then, &self.units) == (other.network_id, &other.then, &other.units)
    }
}

impl Trees {
    /// Places in any order.
    pub fn new(network_id: Uuid, mut places: Vec<Placed>, units: ByUnit<Known>) -> Trees {
        static NUMBERS: AtomicU64 = AtomicU64::new(0);
        places.sort_by_key(|place| (place.unit_id, place.from));
        let number = NUMBERS.fetch_add(1, Ordering::Relaxed);
        let codes = units.iter().map(|(id, known)| (known.code.clone(), *id)).collect();
        let edges = places.iter().flat_map(|place| [Some(place.from), place.until]).flatten().collect();
        Trees {
            network_id,
            number,
            then: places.into(),
            units,
            codes,
            edges,
            of_day: Lately::default(),
            stretches: Lately::default(),
            below: Lately::default(),
            alike: Lately::default(),
        }
    }

    pub(super) fn edges(&self) -> &BTreeSet<NaiveDate> {
        &self.edges
    }

    pub fn unit(&self, id: Uuid) -> Option<&Known> {
        self.units.get(&id)
    }

    pub fn id(&self, code: &str) -> Option<Uuid> {
        self.codes.get(code).copied()
    }

    /// Of every unit that there ever was.
    pub fn codes(&self) -> Vec<String> {
        let mut codes: Vec<String> = self.codes.keys().cloned().collect();
        codes.sort_unstable();
        codes
    }

    pub fn code(&self, id: Uuid) -> String {
        self.units.get(&id).map_or_else(|| id.to_string(), |unit| unit.code.clone())
    }

    /// Every place of a tree; of a unit, in the order of days.
    pub fn places(&self, tree: Tree) -> Arc<[Placed]> {
        let Tree::Today(day) = tree else { return self.then.clone() };
        self.of_day.get(day, || self.places_on(day).into())
    }

    /// The tree of a day, for all of the past: every unit counts on the days it had any place, and on all of them where it
    /// stands on that day.
    fn places_on(&self, day: NaiveDate) -> Vec<Placed> {
        let of_units: Vec<&[Placed]> = self.then.chunk_by(|a, b| a.unit_id == b.unit_id).collect();
        // Where it stood last, if it stands nowhere by then; where it will stand first, if it does not stand yet.
        let on = |places: &'_ [Placed]| {
            let holding = places.iter().position(|place| holds(place.from, place.until, day));
            holding.unwrap_or(if places[0].from > day { 0 } else { places.len() - 1 })
        };
        let stands: HashMap<Uuid, &Placed> =
            of_units.iter().map(|places| (places[0].unit_id, &places[on(places)])).collect();
        let mut placed: Vec<Placed> = Vec::new();
        for places in of_units {
            let unit_id = places[0].unit_id;
            let ids = self.line(&stands, unit_id, day);
            for place in places {
                match placed.last_mut() {
                    Some(last) if last.unit_id == unit_id && last.until == Some(place.from) => {
                        last.until = place.until;
                    }
                    _ => placed.push(Placed { ids: ids.clone(), ..place.clone() }),
                }
            }
        }
        placed
    }

    /// From the root to a unit, by asking for each the unit it is merged into, or stands below.
    fn line(&self, stands: &HashMap<Uuid, &Placed>, unit: Uuid, day: NaiveDate) -> Vec<Uuid> {
        let above = |id: Uuid| {
            let merged = self.units.get(&id).and_then(|known| known.merged_by(day));
            // A successor of which nothing is known leads nowhere.
            let merged = merged.filter(|into| stands.contains_key(into));
            merged.or_else(|| stands.get(&id).and_then(|place| place.parent()))
        };
        let mut line = vec![unit];
        let mut at = unit;
        while let Some(next) = above(at) {
            if line.contains(&next) {
                // Cannot be entered (`units::past`); if it is there all the same, nothing gets lost.
                return stands.get(&unit).map_or_else(Vec::new, |place| place.ids.clone());
            }
            line.push(next);
            at = next;
        }
        line.reverse();
        line
    }

    /// Whether the unit never had others below it in this tree.
    pub fn alone(&self, tree: Tree, unit: Uuid) -> bool {
        self.places(tree).iter().all(|place| place.unit_id == unit || !place.ids.contains(&unit))
    }

    /// Whether a unit was another one's child on all of its days.
    pub fn always_child(&self, unit: Uuid, above: Uuid) -> bool {
        self.own(unit).iter().all(|place| place.parent() == Some(above))
    }

    /// Whether a unit stood at or below another one on a day, as the tree was then.
    pub fn stood_below(&self, unit: Uuid, above: Uuid, day: NaiveDate) -> bool {
        self.own(unit).iter().any(|place| holds(place.from, place.until, day) && place.ids.contains(&above))
    }

    /// The places of a unit, in the order of days.
    fn own(&self, unit: Uuid) -> &[Placed] {
        let from = self.then.partition_point(|place| place.unit_id < unit);
        let until = self.then.partition_point(|place| place.unit_id <= unit);
        &self.then[from..until]
    }

    /// Whether a unit is another one's child on a day, by its own place.
    pub fn is_child(&self, unit: Uuid, above: Uuid, day: NaiveDate) -> bool {
        let held = self.own(unit).iter().find(|place| holds(place.from, place.until, day));
        held.is_some_and(|place| place.parent() == Some(above))
    }

    /// Since when a unit is another one's child, and the first day it no longer is: by its first and its last place there.
    pub fn days_below(&self, unit: Uuid, above: Uuid) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let there = || self.own(unit).iter().filter(|it| it.parent() == Some(above));
        (there().next().map(|place| place.from), there().next_back().and_then(|place| place.until))
    }

    /// From the root to the unit, as it stood last.
    pub fn last_line(&self, tree: Tree, unit: Uuid, within: &[Uuid]) -> Option<Vec<Uuid>> {
        let places = self.places(tree);
        places
            .iter()
            .rfind(|it| it.unit_id == unit && it.at(unit, within).is_some())
            .map(|place| place.ids.clone())
    }

    /// Whether it makes a difference for a unit in these periods which tree is read: in what counts, or in its rows.
    pub fn differ(&self, unit: Uuid, day: NaiveDate, periods: &[Period]) -> bool {
        // Where nothing was ever moved or merged, there is one tree.
        if self.places(Tree::Then) == self.places(Tree::Today(day)) {
            return false;
        }
        let of = |tree, period: &Period| self.open_stretches(tree, unit, &[], *period);
        periods.iter().any(|period| of(Tree::Then, period) != of(Tree::Today(day), period))
    }
}
