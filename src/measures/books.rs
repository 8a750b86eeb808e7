//! Counting: everything that was recorded, and where it stood, opened at one moment. Pure arithmetic over plain values;
//! every figure of every page, file and command comes from here.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use uuid::Uuid;

use super::axis::Axis;
use super::ledger::{Fact, Ledger};
use super::measure::Sums;
use super::opening::{Open, union_min};
use super::question::{ActivityMonth, NONE, Question, WITH, WITHOUT};
use crate::vocabulary::{Gender, Kind, Part, PlaceKind, Vocabulary};

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

/// A network's figures, all of one moment.
pub struct Books {
    pub(super) ledger: Arc<Ledger>,
    pub(super) places: Vec<Placed>,
    /// Code and kind of each unit.
    pub(super) units: HashMap<Uuid, (String, String)>,
    /// List and code of the ledger's terms.
    pub(super) terms: Vec<Option<(Vocabulary, String)>>,
}

/// The day's number in the period asked for.
fn day_of(question: &Question, date: NaiveDate) -> usize {
    usize::try_from((date - question.period.from).num_days()).unwrap_or(0)
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
        let mut days = vec![Sums::default(); self.slots(question, Axis::Weekday)];
        self.each(question, |_, fact| days[day_of(question, fact.date)] += fact.sums());
        self.each_opening(question, |_, date, minutes| days[day_of(question, date)].opening_min += minutes);
        let dates = question.period.from.iter_days().zip(days);
        dates.filter(|(_, sums)| sums.held > 0).collect()
    }

    /// Sums by the members of an axis, by code. Members without entries are absent.
    pub fn by(&self, question: &Question, axis: Axis) -> BTreeMap<String, Sums> {
        let mut slots = vec![Sums::default(); self.slots(question, axis)];
        let mut met = vec![false; slots.len()];
        self.each(question, |place, fact| {
            self.shares(question, axis, place, fact, |slot, part| {
                slots[slot] += part;
                met[slot] = true;
            });
        });
        if matches!(axis, Axis::Weekday | Axis::Month | Axis::Unit) {
            self.each_opening(question, |place, date, minutes| {
                let slot = if axis == Axis::Unit { place.at } else { day_of(question, date) };
                slots[slot].opening_min += minutes;
            });
        }
        let mut members: BTreeMap<String, Sums> = BTreeMap::new();
        for (slot, part) in slots.into_iter().enumerate().filter(|(slot, _)| met[*slot]) {
            *members.entry(self.code(question, axis, slot)).or_default() += part;
        }
        members
    }

    /// How many slots the axis needs. Adding up into numbered slots, named only at the end, is what makes this quick.
    fn slots(&self, question: &Question, axis: Axis) -> usize {
        match axis {
            Axis::Kind => Kind::ALL.len(),
            Axis::PlaceKind => PlaceKind::ALL.len(),
            Axis::Part => Part::ALL.len(),
            Axis::Gender => Gender::ALL.len(),
            Axis::AgeBand => self.ledger.bands.len(),
            Axis::Weekday | Axis::Month => usize::try_from(question.period.days()).unwrap_or(0),
            Axis::Unit => self.places.len(),
            // Every term, then none; of overlapping ones with any and without.
            Axis::MainTag | Axis::MainField | Axis::Tag | Axis::Field => self.terms.len() + 2,
        }
    }

    /// What one entry gives to which slots of an axis: all of it to one where the axis partitions.
    fn shares(
        &self,
        question: &Question,
        axis: Axis,
        place: &Placed,
        fact: &Fact,
        mut give: impl FnMut(usize, Sums),
    ) {
        let none = self.terms.len();
        match axis {
            Axis::Kind => give(fact.kind as usize, fact.sums()),
            Axis::PlaceKind => give(fact.place_kind as usize, fact.sums()),
            Axis::Part => {
                let heads = [fact.creators, fact.participants, fact.audience];
                for (part, n) in Part::ALL.iter().zip(heads) {
                    give(*part as usize, only(*part, n));
                }
            }
            Axis::Gender => {
                for (part, gender, n) in &fact.gender {
                    give(*gender as usize, only(*part, *n));
                }
            }
            Axis::AgeBand => {
                for (part, band, n) in &fact.age {
                    give(usize::from(*band), only(*part, *n));
                }
            }
            Axis::Weekday | Axis::Month => give(day_of(question, fact.date), fact.sums()),
            Axis::Unit => give(place.at, fact.sums()),
            Axis::MainTag => give(fact.main_tag.map_or(none, usize::from), fact.sums()),
            Axis::MainField => give(fact.main_field.map_or(none, usize::from), fact.sums()),
            Axis::Tag | Axis::Field => {
                let (list, main) = match axis {
                    Axis::Tag => (Vocabulary::Tag, fact.main_tag),
                    _ => (Vocabulary::Field, fact.main_field),
                };
                let mut any = false;
                for term in main.into_iter().chain(fact.further.iter().copied()).map(usize::from) {
                    if self.terms[term].as_ref().is_some_and(|(of, _)| *of == list) {
                        any = true;
                        give(term, fact.sums());
                    }
                }
                give(if any { none } else { none + 1 }, fact.sums());
            }
        }
    }

    fn code(&self, question: &Question, axis: Axis, slot: usize) -> String {
        let date = || question.period.from + Days::new(u64::try_from(slot).unwrap_or(0));
        match axis {
            Axis::Kind => Kind::ALL[slot].code().to_owned(),
            Axis::PlaceKind => PlaceKind::ALL[slot].code().to_owned(),
            Axis::Part => Part::ALL[slot].code().to_owned(),
            Axis::Gender => Gender::ALL[slot].code().to_owned(),
            Axis::AgeBand => self.ledger.bands[slot].clone(),
            Axis::Weekday => date().weekday().number_from_monday().to_string(),
            Axis::Month => date().format("%Y-%m").to_string(),
            Axis::Unit => self.below(question, &self.places[slot]),
            Axis::MainTag | Axis::MainField | Axis::Tag | Axis::Field => match self.terms.get(slot) {
                Some(Some((_, code))) => code.clone(),
                Some(None) => self.ledger.terms[slot].to_string(),
                None if axis.partitions() => NONE.to_owned(),
                None if slot == self.terms.len() => WITH.to_owned(),
                None => WITHOUT.to_owned(),
            },
        }
    }

    /// The unit one step below the one asked for that a place belongs to, or the unit itself.
    fn below(&self, question: &Question, place: &Placed) -> String {
        let asked = question.path.ids().last().copied();
        let at = place.ids.iter().position(|id| Some(*id) == asked);
        let child = at.and_then(|at| place.ids.get(at + 1)).copied();
        self.named(child.unwrap_or(place.unit_id))
    }

    fn named(&self, unit_id: Uuid) -> String {
        self.units.get(&unit_id).map_or_else(|| unit_id.to_string(), |(code, _)| code.clone())
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
                Some((axis, _)) => self.shares(question, axis, place, fact, |slot, part| {
                    if wanted[slot] && part != Sums::default() {
                        *months.entry(key).or_default() += part;
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
        self.each_opening(question, |place, date, minutes| {
            let key = (self.below(question, place), date.with_day(1).unwrap_or(date));
            *months.entry(key).or_insert(0) += minutes;
        });
        months
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
        sums.into_iter().map(|(id, sums)| (self.named(id), sums)).collect()
    }
}
