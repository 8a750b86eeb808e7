//! What of units' months no figure splits, for whoever sees figures only: one-to-one work and the groups it stands with (see
//! `few.rs`). By gender, age, weekday, place and word alike it stands by itself as one sum, so that every figure they are
//! shown is a sum of the same parts, whichever way it is split.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::axis::Axis;
use super::books::{Books, of_codes};
use super::few::{ANY, Told};
use super::measure::Measure;
use super::members::members;
use super::pieces::{Part, Piece};
use super::question::Question;
use super::sheets::{Halves, Row};
use super::store;
use super::together::{Held, Stands, stand_together};
use crate::db::{Db, Result};
use crate::totals::{Fact, Sheet, Sums};
use crate::vocabulary::Kind;

/// What is not split of a question's months. Those that are not in here are.
#[derive(Default)]
pub struct Unsplit {
    /// By unit and the first day.
    parts: HashMap<(Uuid, NaiveDate), Arc<Halves>>,
}

impl Unsplit {
    pub fn is_nothing(&self) -> bool {
        self.parts.is_empty()
    }
}

impl Books {
    /// What is not split of what is asked.
    pub async fn unsplit(&self, db: &Db, question: &Question) -> Result<Unsplit> {
        let mut unsplit = Unsplit::default();
        // Units whose months have to be looked into.
        let mut wanted: BTreeMap<Uuid, Vec<Part>> = BTreeMap::new();
        for piece in self.pieces(question) {
            for part in piece.months().filter(|part| self.has_talks(piece.unit_id, part)) {
                let known = self.month_of(piece.unit_id, &part).and_then(|row| row.halves.get().cloned());
                let halves = if part.cut { Some(Arc::new(self.whole(piece.unit_id, &part))) } else { known };
                match halves {
                    Some(halves) => drop(unsplit.parts.insert((piece.unit_id, part.from), halves)),
                    None => wanted.entry(piece.unit_id).or_default().push(part),
                }
            }
        }
        for (unit, parts) in wanted {
            let ends =
                parts.iter().map(|part| part.from).min().zip(parts.iter().map(|part| part.until).max());
            let Some(days) = ends else { continue };
            let facts = store::companions(db, question.network_id, unit, days, &self.terms).await?;
            for part in parts {
                let inside =
                    facts.iter().filter(|(_, fact)| part.from <= fact.date && fact.date < part.until);
                let halves = self.halve(unit, &part, &inside.collect::<Vec<_>>());
                if let (Some(row), Some(halves)) = (self.month_of(unit, &part), &halves) {
                    // Somebody else may have set the same.
                    let _ = row.halves.set(halves.clone());
                }
                let halves = halves.unwrap_or_else(|| Arc::new(self.whole(unit, &part)));
                unsplit.parts.insert((unit, part.from), halves);
            }
        }
        Ok(unsplit)
    }

    /// The sheet of a month, where all of it is meant.
    fn month_of(&self, unit: Uuid, part: &Part) -> Option<&Row> {
        let mut found = None;
        if part.is_whole() {
            self.each_row(unit, part.from, part.until, |row| found = Some(row));
        }
        found
    }

    /// Nothing of it split.
    fn whole(&self, unit: Uuid, part: &Part) -> Halves {
        Halves { split: Sheet::default(), together: self.sheet_of(unit, part.from, part.until).total() }
    }

    /// A part in halves, by its work that is not open. None where these are of another moment than the books are.
    fn halve(&self, unit: Uuid, part: &Part, facts: &[&(Uuid, Fact)]) -> Option<Arc<Halves>> {
        let mut split = self.sheet_of(unit, part.from, part.until);
        let counted: Sums = facts.iter().map(|(_, fact)| fact.sums()).sum();
        let few = split.kinds.iter().filter(|((kind, _), _)| *kind != Kind::Open);
        if counted != few.map(|(_, sums)| *sums).sum() {
            return None;
        }
        let held: Vec<Held> = facts
            .iter()
            .map(|(activity_id, fact)| Held {
                month: part.month,
                place: 0,
                activity_id: *activity_id,
                kind: fact.kind,
                visits: fact.sums().visits(),
            })
            .collect();
        let stands = stand_together(&held).into_values().next()?;
        let (Stands::Some(among) | Stands::Rest(among)) = stands else {
            return Some(Arc::new(self.whole(unit, part)));
        };
        let among = || facts.iter().filter(|(id, _)| among.contains(id)).map(|(_, fact)| fact);
        among().for_each(|fact| split.count(fact, -1));
        Some(Arc::new(Halves { split, together: among().map(Fact::sums).sum() }))
    }

    /// Sums by the members of an axis; what is not split stands as [`ANY`].
    pub fn told_by_each<const N: usize>(
        &self,
        question: &Question,
        unsplit: &Unsplit,
        axes: [Axis; N],
    ) -> [BTreeMap<String, Sums>; N] {
        if unsplit.is_nothing() {
            return self.by_each(question, axes);
        }
        let (mut split, mut together) = (Sheet::default(), Sums::default());
        for piece in self.pieces(question) {
            for part in piece.months() {
                match unsplit.parts.get(&(piece.unit_id, part.from)) {
                    Some(halves) => {
                        split.add(&halves.split);
                        together += halves.together;
                    }
                    None => {
                        self.each_row(piece.unit_id, part.from, part.until, |row| split.add(&row.sheet()))
                    }
                }
            }
        }
        axes.map(|axis| match axis {
            // What a unit came to in all, and who took which part in it, is always told.
            Axis::Unit | Axis::Month | Axis::Part => self.by(question, axis),
            _ => with_any(members(&split, axis, &self.terms), axis, together),
        })
    }

    /// A part opened, where it is told in other parts than it is made of. `today` is the unit's day.
    pub fn told(
        &self,
        question: &Question,
        unsplit: &Unsplit,
        today: NaiveDate,
        measure: Measure,
        (axis, codes): (Axis, &[&str]),
    ) -> Option<Told> {
        match axis {
            Axis::Unit | Axis::Month | Axis::Part => None,
            Axis::Kind => {
                self.may_have_talks(question).then(|| self.told_kind(question, today, measure, codes))
            }
            _ if unsplit.is_nothing() => None,
            _ => Some(self.told_part(question, unsplit, axis, codes)),
        }
    }

    /// Calls `then` with each piece's part, and what is told of it by the members of an axis.
    pub(super) fn each_told(
        &self,
        question: &Question,
        unsplit: &Unsplit,
        axis: Axis,
        mut then: impl FnMut(&Piece, &Part, BTreeMap<String, Sums>),
    ) {
        for piece in self.pieces(question) {
            for part in piece.months() {
                let told = match unsplit.parts.get(&(piece.unit_id, part.from)) {
                    Some(it) => with_any(members(&it.split, axis, &self.terms), axis, it.together),
                    None => members(&self.sheet_of(piece.unit_id, part.from, part.until), axis, &self.terms),
                };
                then(&piece, &part, told);
            }
        }
    }

    fn told_part(&self, question: &Question, unsplit: &Unsplit, axis: Axis, codes: &[&str]) -> Told {
        let mut units_months: BTreeMap<(String, NaiveDate), Sums> = BTreeMap::new();
        let mut hidden: BTreeMap<(String, NaiveDate), Sums> = BTreeMap::new();
        self.each_told(question, unsplit, axis, |piece, part, told| {
            let below = self.below(piece, question);
            let together = told.get(ANY).copied().filter(|_| !codes.contains(&ANY));
            if let Some(together) = together {
                *hidden.entry((below.clone(), part.month)).or_default() += together;
            }
            let sums = of_codes(told, codes);
            if !sums.is_nothing() {
                *units_months.entry((below, part.month)).or_default() += sums;
            }
        });
        let members = codes.iter().map(|code| (*code).to_owned()).collect();
        Told { members, units_months, apart: None, unsplit: hidden }
    }
}

fn with_any(mut members: BTreeMap<String, Sums>, axis: Axis, together: Sums) -> BTreeMap<String, Sums> {
    // Opening hours add up over days, and so by weekday; no other member of an axis has its own.
    let sums = if axis == Axis::Weekday { together } else { together.without_opening() };
    if !sums.is_nothing() {
        members.insert(ANY.to_owned(), sums);
    }
    members
}
