//! What of a year may be told by gender, age, kind or month to everybody: the one way out. Arithmetic over plain values.
//!
//! The classes of a split stand in one order for a network, the smallest first. A unit *pools* some of the first ones: they
//! are told as one class, and the others each by itself. So of two units one always tells what the other does, only finer.
//! A class, or a pool, that several units tell is a figure of each; and what is told of a unit without those told below it,
//! its *rest*, must be nothing, or of at least [`LEAST`] visits. Each unit pools as few classes as that takes.
//!
//! Whatever is added to and taken away from such figures, a group of visits that comes out is a union of such rests, or of
//! whole units (the proof stands in `docs/public.md`; `tests/attack.rs` tries it). What a unit came to in all is always told.
//!
//! Units take their turn in the order in which they went public: whoever comes later pools more, and what was told before
//! stays. Units must lie within one another, or apart: one that moved within the year is left out by whoever asks.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use crate::measures::Sums;

/// Fewer visits than this are not told.
pub const LEAST: i64 = 10;

/// A unit that tells of a year, and what it came to by the classes of a split.
#[derive(Clone, Debug)]
pub struct Place {
    /// From the root to the unit.
    pub line: Vec<Uuid>,
    pub classes: BTreeMap<String, Sums>,
}

/// One class as it is told: several together where they are pooled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    pub codes: Vec<String>,
    pub sums: Sums,
}

/// Classes that are told as one figure: those from one to another of the order.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Set {
    first: usize,
    last: usize,
}

impl Set {
    /// Every figure that may be told of `n` classes but the whole.
    fn all(n: usize) -> impl Iterator<Item = Set> {
        let singles = (0..n).map(|at| Set { first: at, last: at });
        let pools = (1..n.saturating_sub(1)).map(|last| Set { first: 0, last });
        singles.chain(pools)
    }

    /// Whether it follows from what a unit tells that pools the classes up to `pooled`; 0 pools none.
    fn follows(self, pooled: usize) -> bool {
        if self.first == self.last { pooled == 0 || self.first > pooled } else { pooled <= self.last }
    }

    fn of(self, order: &[String], place: &Place) -> Sums {
        order[self.first..=self.last].iter().filter_map(|code| place.classes.get(code)).copied().sum()
    }
}

/// Nothing at all, or enough.
fn may_be_told(sums: &Sums) -> bool {
    sums.is_nothing() || sums.visits() >= LEAST
}

struct Deciding<'a> {
    order: &'a [String],
    places: &'a [Place],
    sets: Vec<Set>,
    /// Up to which class each pools, as far as it is decided; none where it does not tell the split.
    pooled: Vec<Option<usize>>,
    /// By unit, the place it is.
    known: HashMap<Uuid, usize>,
    /// What the figures of each leave, by set.
    rests: Vec<Vec<Sums>>,
}

impl<'a> Deciding<'a> {
    fn new(order: &'a [String], places: &'a [Place]) -> Deciding<'a> {
        let unit = |place: &Place| place.line.last().copied();
        let known = places.iter().enumerate().filter_map(|(at, place)| Some((unit(place)?, at))).collect();
        let sets: Vec<Set> = Set::all(order.len()).collect();
        let rests = vec![vec![Sums::default(); sets.len()]; places.len()];
        Deciding { order, places, sets, pooled: vec![None; places.len()], known, rests }
    }

    fn tells(&self, at: usize, set: Set) -> bool {
        self.pooled[at].is_some_and(|pooled| set.follows(pooled))
    }

    /// The nearest of these units that tells a figure, from the end of the line.
    fn nearest(&self, line: &[Uuid], set: Set) -> Option<usize> {
        let mut tell = line.iter().rev().filter_map(|id| self.known.get(id)).copied();
        tell.find(|at| self.tells(*at, set))
    }

    /// What a unit's figure leaves when those told below it are taken away. `below`: those that are decided.
    fn rest(&self, at: usize, below: &[usize], set: Set) -> Sums {
        let deep = self.places[at].line.len();
        let highest = below.iter().filter(|other| {
            let line = &self.places[**other].line;
            self.tells(**other, set) && self.nearest(&line[deep..line.len() - 1], set).is_none()
        });
        let told: Sums = highest.map(|other| set.of(self.order, &self.places[*other])).sum();
        set.of(self.order, &self.places[at]) - told
    }

    /// The rests of a unit that pools so many classes, and of the units above it, if all of them may be told.
    fn tried(&self, at: usize, below: &[usize], pooled: usize) -> Option<Vec<(usize, usize, Sums)>> {
        let mut rests = Vec::new();
        let line = &self.places[at].line;
        for (n, set) in self.sets.iter().enumerate().filter(|(_, set)| set.follows(pooled)) {
            let rest = self.rest(at, below, *set);
            let above = self.nearest(&line[..line.len().saturating_sub(1)], *set);
            // What the one above leaves is less by what this one does.
            rests.extend(above.map(|above| (above, n, self.rests[above][n] - rest)));
            rests.push((at, n, rest));
        }
        rests.iter().all(|(_, _, rest)| may_be_told(rest)).then_some(rests)
    }

    fn decide(&mut self, at: usize) {
        let place = &self.places[at];
        // A class outside of the order would be told nowhere: better nothing than parts that come to less than the whole.
        if !place.classes.keys().all(|code| self.order.contains(code)) {
            return;
        }
        let is_below = |other: &usize| {
            let line = &self.places[*other].line;
            line.len() > place.line.len() && line.starts_with(&place.line)
        };
        let below: Vec<usize> = (0..at).filter(is_below).collect();
        let offered = 0..self.order.len().saturating_sub(1);
        let found = offered.into_iter().find_map(|pooled| Some((pooled, self.tried(at, &below, pooled)?)));
        if let Some((pooled, rests)) = found {
            self.pooled[at] = Some(pooled);
            rests.into_iter().for_each(|(at, n, rest)| self.rests[at][n] = rest);
        }
    }
}

/// The order of classes: by what all units came to, the smallest first.
pub fn order(whole: &BTreeMap<String, Sums>) -> Vec<String> {
    let mut codes: Vec<&String> = whole.keys().collect();
    codes.sort_by_key(|code| (whole[*code].visits(), *code));
    codes.into_iter().cloned().collect()
}

/// What each of these units tells, in their order of precedence; none where it tells no split. `order`: of all classes.
pub fn told(order: &[String], places: &[Place]) -> Vec<Option<Vec<Class>>> {
    let mut deciding = Deciding::new(order, places);
    (0..places.len()).for_each(|at| deciding.decide(at));
    let classes = |(place, pooled): (&Place, &Option<usize>)| {
        let pooled = (*pooled)?;
        let pool = std::iter::once(Set { first: 0, last: pooled });
        let singles = (pooled + 1..order.len()).map(|at| Set { first: at, last: at });
        // A pool is called by all its classes: which of them are there is not told.
        let class =
            |set: Set| Class { codes: order[set.first..=set.last].to_vec(), sums: set.of(order, place) };
        let all: Vec<Class> =
            pool.chain(singles).map(class).filter(|class| !class.sums.is_nothing()).collect();
        // One class alone says no more than the whole.
        (all.len() > 1).then_some(all)
    };
    places.iter().zip(&deciding.pooled).map(classes).collect()
}
