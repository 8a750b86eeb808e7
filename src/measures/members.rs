//! What an entry gives to which members of an axis, and what the members are called. Sums are gathered in numbered slots
//! and named only at the end, which is what makes counting quick.

use chrono::{Datelike, Days, NaiveDate};
use uuid::Uuid;

use super::axis::Axis;
use super::books::{Books, Placed};
use super::ledger::Fact;
use super::measure::Share;
use super::question::{NONE, Question, WITH, WITHOUT};
use crate::vocabulary::{Gender, Kind, Part, PlaceKind, Vocabulary};

/// The day's number in the period asked for.
pub fn day_of(question: &Question, date: NaiveDate) -> usize {
    usize::try_from((date - question.period.from).num_days()).unwrap_or(0)
}

impl Books {
    /// How many slots the axis needs. Adding up into numbered slots, named only at the end, is what makes this quick.
    pub(super) fn slots(&self, question: &Question, axis: Axis) -> usize {
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
    pub(super) fn shares(
        &self,
        question: &Question,
        axis: Axis,
        place: &Placed,
        fact: &Fact,
        mut give: impl FnMut(usize, Share),
    ) {
        let sums = fact.sums();
        let whole = Share::Whole(&sums);
        let none = self.terms.len();
        match axis {
            Axis::Kind => give(fact.kind as usize, whole),
            Axis::PlaceKind => give(fact.place_kind as usize, whole),
            Axis::Part => {
                let heads = [fact.creators, fact.participants, fact.audience];
                for (part, n) in Part::ALL.iter().zip(heads) {
                    give(*part as usize, Share::Heads(*part, n));
                }
            }
            Axis::Gender => {
                for (part, gender, n) in &fact.gender {
                    give(*gender as usize, Share::Heads(*part, *n));
                }
            }
            Axis::AgeBand => {
                for (part, band, n) in &fact.age {
                    give(usize::from(*band), Share::Heads(*part, *n));
                }
            }
            Axis::Weekday | Axis::Month => give(day_of(question, fact.date), whole),
            Axis::Unit => give(place.at, whole),
            Axis::MainTag => give(fact.main_tag.map_or(none, usize::from), whole),
            Axis::MainField => give(fact.main_field.map_or(none, usize::from), whole),
            Axis::Tag | Axis::Field => {
                let (list, main) = match axis {
                    Axis::Tag => (Vocabulary::Tag, fact.main_tag),
                    _ => (Vocabulary::Field, fact.main_field),
                };
                let mut any = false;
                for term in main.into_iter().chain(fact.further.iter().copied()).map(usize::from) {
                    if self.terms[term].as_ref().is_some_and(|(of, _)| *of == list) {
                        any = true;
                        give(term, whole);
                    }
                }
                give(if any { none } else { none + 1 }, whole);
            }
        }
    }

    pub(super) fn code(&self, question: &Question, axis: Axis, slot: usize) -> String {
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
    pub(super) fn below(&self, question: &Question, place: &Placed) -> String {
        let asked = question.path.ids().last().copied();
        let at = place.ids.iter().position(|id| Some(*id) == asked);
        let child = at.and_then(|at| place.ids.get(at + 1)).copied();
        self.named(child.unwrap_or(place.unit_id))
    }

    pub(super) fn named(&self, unit_id: Uuid) -> String {
        self.units.get(&unit_id).map_or_else(|| unit_id.to_string(), |unit| unit.code.clone())
    }
}
