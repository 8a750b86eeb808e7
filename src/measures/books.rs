//! Counting: everything that was recorded, and where it stood, opened at one moment. Pure arithmetic over plain values;
//! every figure of every page, file and command comes from here.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::axis::Axis;
use super::ledger::{Fact, Ledger};
use super::measure::Sums;
use super::opening::{Open, union_min};
use super::question::{ActivityMonth, NONE, Question, WITH, WITHOUT};
use crate::vocabulary::{Gender, Kind, Part, PlaceKind, Vocabulary};

/// Where a unit stood in the tree, from a day to the day before another.
pub struct Placed {
    pub unit_id: Uuid,
    /// From the root to the unit itself.
    pub ids: Vec<Uuid>,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// A network's figures, all of one moment.
pub struct Books {
    pub(super) ledger: Arc<Ledger>,
    pub(super) places: Vec<Placed>,
    /// Code and kind of each unit.
    pub(super) units: HashMap<Uuid, (String, String)>,
    /// List and code of each term.
    pub(super) terms: HashMap<Uuid, (Vocabulary, String)>,
}

/// What entries are gathered under.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Kind(Kind),
    Place(PlaceKind),
    Part(Part),
    Gender(Gender),
    Band(u16),
    Date(NaiveDate),
    Unit(Uuid),
    Term(Option<Uuid>),
    With,
    Without,
}

fn only(part: Part, n: i32) -> Sums {
    let n = i64::from(n);
    match part {
        Part::Creator => Sums { creators: n, ..Sums::default() },
        Part::Participant => Sums { participants: n, ..Sums::default() },
        Part::Audience => Sums { audience: n, ..Sums::default() },
    }
}

impl Books {
    /// The places at or below the unit asked for, whenever they were: a unit that moved keeps its own past, and its
    /// former parent keeps what happened there.
    fn places<'a>(&'a self, question: &Question) -> impl Iterator<Item = (&'a Placed, &'a [Arc<Fact>])> {
        let asked = question.path.ids().last().copied();
        let period = question.period;
        self.places.iter().filter(move |place| asked.is_some_and(|id| place.ids.contains(&id))).map(
            move |place| {
                let from = place.from.max(period.from);
                let until = place.until.map_or(period.until, |until| until.min(period.until));
                (place, self.ledger.of_unit(place.unit_id, from, until))
            },
        )
    }

    /// Calls `then` with everything the question asks for.
    fn each<'a>(&'a self, question: &Question, mut then: impl FnMut(&'a Placed, &'a Fact)) {
        let activity = question.activity;
        for (place, facts) in self.places(question) {
            for fact in facts {
                if activity.is_none_or(|wanted| wanted == fact.activity_id) {
                    then(place, fact);
                }
            }
        }
    }

    /// Calls `then` with the minutes each unit was open on each day.
    fn each_opening<'a>(&'a self, question: &Question, mut then: impl FnMut(&'a Placed, NaiveDate, i64)) {
        let activity = question.activity;
        let mut open: Vec<Open> = Vec::new();
        for (place, facts) in self.places(question) {
            for day in facts.chunk_by(|a, b| a.date == b.date) {
                open.clear();
                open.extend(
                    day.iter()
                        .filter(|fact| fact.kind == Kind::Open)
                        .filter(|fact| activity.is_none_or(|wanted| wanted == fact.activity_id))
                        .map(|fact| Open {
                            start_min: fact.start_min.map(i64::from),
                            duration_min: fact.duration_min.into(),
                        }),
                );
                if !open.is_empty() {
                    then(place, day[0].date, union_min(&open));
                }
            }
        }
    }

    /// All sums of the question.
    pub fn total(&self, question: &Question) -> Sums {
        let mut total = Sums::default();
        self.each(question, |_, fact| total += fact.sums());
        self.each_opening(question, |_, _, minutes| total.opening_min += minutes);
        total
    }

    /// Sums day by day; days without entries are absent.
    pub fn by_day(&self, question: &Question) -> BTreeMap<NaiveDate, Sums> {
        let mut days: BTreeMap<NaiveDate, Sums> = BTreeMap::new();
        self.each(question, |_, fact| *days.entry(fact.date).or_default() += fact.sums());
        self.each_opening(question, |_, date, minutes| {
            days.entry(date).or_default().opening_min += minutes;
        });
        days
    }

    /// Sums by the members of an axis, by code. Members without entries are absent.
    pub fn by(&self, question: &Question, axis: Axis) -> BTreeMap<String, Sums> {
        let mut sums: HashMap<Key, Sums> = HashMap::new();
        self.each(question, |place, fact| {
            self.shares(question, axis, place, fact, |key, part| *sums.entry(key).or_default() += part);
        });
        if matches!(axis, Axis::Weekday | Axis::Month | Axis::Unit) {
            self.each_opening(question, |place, date, minutes| {
                let key = if axis == Axis::Unit { self.below(question, place) } else { Key::Date(date) };
                sums.entry(key).or_default().opening_min += minutes;
            });
        }
        self.coded(axis, sums)
    }

    /// What one entry gives to which members of an axis: all of it to one where the axis partitions.
    fn shares(
        &self,
        question: &Question,
        axis: Axis,
        place: &Placed,
        fact: &Fact,
        mut give: impl FnMut(Key, Sums),
    ) {
        match axis {
            Axis::Kind => give(Key::Kind(fact.kind), fact.sums()),
            Axis::PlaceKind => give(Key::Place(fact.place_kind), fact.sums()),
            Axis::Part => {
                let heads = [fact.creators, fact.participants, fact.audience];
                for (part, n) in Part::ALL.iter().zip(heads) {
                    give(Key::Part(*part), only(*part, n));
                }
            }
            Axis::Gender => {
                for (part, gender, n) in &fact.gender {
                    give(Key::Gender(*gender), only(*part, *n));
                }
            }
            Axis::AgeBand => {
                for (part, band, n) in &fact.age {
                    give(Key::Band(*band), only(*part, *n));
                }
            }
            Axis::Weekday | Axis::Month => give(Key::Date(fact.date), fact.sums()),
            Axis::Unit => give(self.below(question, place), fact.sums()),
            Axis::MainTag => give(Key::Term(fact.main_tag), fact.sums()),
            Axis::MainField => give(Key::Term(fact.main_field), fact.sums()),
            Axis::Tag | Axis::Field => {
                let (list, main) = match axis {
                    Axis::Tag => (Vocabulary::Tag, fact.main_tag),
                    _ => (Vocabulary::Field, fact.main_field),
                };
                // However often an entry names a term, it counts once for it.
                let further = fact.terms.iter().copied().filter(|id| self.is_of(list, *id));
                let terms: HashSet<Uuid> = main.into_iter().chain(further).collect();
                give(if terms.is_empty() { Key::Without } else { Key::With }, fact.sums());
                for term in terms {
                    give(Key::Term(Some(term)), fact.sums());
                }
            }
        }
    }

    fn is_of(&self, list: Vocabulary, term: Uuid) -> bool {
        self.terms.get(&term).is_some_and(|(vocabulary, _)| *vocabulary == list)
    }

    /// The unit one step below the one asked for that a place belongs to, or the unit itself.
    fn below(&self, question: &Question, place: &Placed) -> Key {
        let asked = question.path.ids().last().copied();
        let at = place.ids.iter().position(|id| Some(*id) == asked);
        let child = at.and_then(|at| place.ids.get(at + 1)).copied();
        Key::Unit(child.unwrap_or(place.unit_id))
    }

    fn coded(&self, axis: Axis, sums: HashMap<Key, Sums>) -> BTreeMap<String, Sums> {
        let mut members: BTreeMap<String, Sums> = BTreeMap::new();
        for (key, part) in sums {
            *members.entry(self.code(axis, key)).or_default() += part;
        }
        members
    }

    fn code(&self, axis: Axis, key: Key) -> String {
        match key {
            Key::Kind(kind) => kind.code().to_owned(),
            Key::Place(kind) => kind.code().to_owned(),
            Key::Part(part) => part.code().to_owned(),
            Key::Gender(gender) => gender.code().to_owned(),
            Key::Band(at) => self.ledger.bands.get(usize::from(at)).cloned().unwrap_or_default(),
            Key::Date(date) if axis == Axis::Weekday => date.weekday().number_from_monday().to_string(),
            Key::Date(date) => date.format("%Y-%m").to_string(),
            Key::Unit(id) => self.units.get(&id).map_or_else(|| id.to_string(), |(code, _)| code.clone()),
            Key::Term(None) => NONE.to_owned(),
            Key::Term(Some(id)) => {
                self.terms.get(&id).map_or_else(|| id.to_string(), |(_, code)| code.clone())
            }
            Key::With => WITH.to_owned(),
            Key::Without => WITHOUT.to_owned(),
        }
    }

    /// Figures opened down to activity and month; of some members of an axis where wanted. Opening hours belong to units
    /// and are not in here.
    pub fn by_activity_month(
        &self,
        question: &Question,
        members: Option<(Axis, &[&str])>,
    ) -> Vec<ActivityMonth> {
        let mut months: BTreeMap<(NaiveDate, Uuid), Sums> = BTreeMap::new();
        self.each(question, |place, fact| {
            let key = (fact.date.with_day(1).unwrap_or(fact.date), fact.activity_id);
            match members {
                None => *months.entry(key).or_default() += fact.sums(),
                Some((axis, codes)) => self.shares(question, axis, place, fact, |is, part| {
                    if part != Sums::default() && codes.contains(&self.code(axis, is).as_str()) {
                        *months.entry(key).or_default() += part;
                    }
                }),
            }
        });
        let row = |((month, activity_id), sums)| ActivityMonth { activity_id, month, sums };
        months.into_iter().rev().map(row).collect()
    }

    /// Opening hours by unit and month, which they add up over.
    pub fn opening_by_unit_month(&self, question: &Question) -> BTreeMap<(String, NaiveDate), i64> {
        let mut months = BTreeMap::new();
        self.each_opening(question, |place, date, minutes| {
            let key = (self.code(Axis::Unit, Key::Unit(place.unit_id)), date.with_day(1).unwrap_or(date));
            *months.entry(key).or_insert(0) += minutes;
        });
        months
    }

    /// What a unit is called in addresses.
    pub fn unit_code(&self, unit_id: Uuid) -> Option<&str> {
        self.units.get(&unit_id).map(|(code, _)| code.as_str())
    }

    /// Sums of every unit of a kind in the network, each with everything below it: what a unit is set beside.
    pub fn alike(&self, question: &Question, kind: &str) -> BTreeMap<String, Sums> {
        let mut sums: HashMap<Uuid, Sums> = HashMap::new();
        for place in &self.places {
            let found = place.ids.iter().find(|id| self.units.get(*id).is_some_and(|(_, is)| is == kind));
            let Some(unit) = found else { continue };
            let from = place.from.max(question.period.from);
            let until = place.until.map_or(question.period.until, |until| until.min(question.period.until));
            let all = sums.entry(*unit).or_default();
            for fact in self.ledger.of_unit(place.unit_id, from, until) {
                *all += fact.sums();
            }
        }
        sums.into_iter().map(|(id, sums)| (self.code(Axis::Unit, Key::Unit(id)), sums)).collect()
    }
}
