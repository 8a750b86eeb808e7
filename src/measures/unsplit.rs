//! What of units' months no figure splits, for whoever sees figures only: one-to-one work and the groups it stands with (see
//! `few.rs`). By gender, age, weekday, place and word alike it stands by itself as one sum, so that every figure they are
//! shown is a sum of the same parts, whichever way it is split.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use uuid::Uuid;

use super::axis::Axis;
use super::books::{Books, of_codes};
use super::few::{ANY, Told};
use super::measure::Measure;
use super::members::members;
use super::pieces::Piece;
use super::question::Question;
use super::store;
use super::together::{Held, stand_together};
use crate::db::{Db, Result};
use crate::totals::{Fact, Sheet, Sums, month_of};

/// Of a unit's month, in one of its places.
enum Block {
    /// Nothing of it is split.
    All,
    /// These entries stand together.
    Of(Vec<Fact>),
}

/// What is not split of a question's months. Those that are not in here are.
#[derive(Default)]
pub struct Unsplit {
    /// By unit and the first day.
    parts: HashMap<(Uuid, NaiveDate), Block>,
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
        // Units whose months have to be looked into, and from when to when.
        let mut wanted: BTreeMap<Uuid, BTreeSet<(NaiveDate, NaiveDate)>> = BTreeMap::new();
        for piece in self.pieces(question) {
            for part in piece.months() {
                if !self.has_talks(piece.unit_id, &part, &self.sheet_of(piece.unit_id, part.from, part.until))
                {
                    continue;
                }
                if part.cut {
                    unsplit.parts.insert((piece.unit_id, part.from), Block::All);
                } else {
                    wanted.entry(piece.unit_id).or_default().insert((part.from, part.until));
                }
            }
        }
        for (unit, parts) in wanted {
            let ends = parts.first().zip(parts.last()).map(|((from, _), (_, until))| (*from, *until));
            let Some(days) = ends else { continue };
            let facts = store::companions(db, question.network_id, unit, days, &self.terms).await?;
            for (from, until) in parts {
                let inside = facts.iter().filter(|(_, fact)| from <= fact.date && fact.date < until);
                unsplit.parts.insert((unit, from), block_of(inside));
            }
        }
        Ok(unsplit)
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
                let (of, sums) = self.halves(&piece, part.from, part.until, unsplit);
                split.add(&of);
                together += sums;
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
            Axis::Kind => Some(self.told_kind(question, today, measure, codes)),
            _ if unsplit.is_nothing() => None,
            _ => Some(self.told_part(question, unsplit, axis, codes)),
        }
    }

    fn told_part(&self, question: &Question, unsplit: &Unsplit, axis: Axis, codes: &[&str]) -> Told {
        let mut units_months: BTreeMap<(String, NaiveDate), Sums> = BTreeMap::new();
        for piece in self.pieces(question) {
            let below = self.below(&piece, question);
            for part in piece.months() {
                let (of, together) = self.halves(&piece, part.from, part.until, unsplit);
                let sums = of_codes(with_any(members(&of, axis, &self.terms), axis, together), codes);
                if !sums.is_nothing() {
                    *units_months.entry((below.clone(), part.month)).or_default() += sums;
                }
            }
        }
        let members = codes.iter().map(|code| (*code).to_owned()).collect();
        Told { members, units_months, apart: None }
    }

    /// What of a part of a month is split, and what is not.
    fn halves(&self, piece: &Piece, from: NaiveDate, until: NaiveDate, unsplit: &Unsplit) -> (Sheet, Sums) {
        let mut sheet = self.sheet_of(piece.unit_id, from, until);
        match unsplit.parts.get(&(piece.unit_id, from)) {
            None => (sheet, Sums::default()),
            Some(Block::All) => (Sheet::default(), sheet.total()),
            Some(Block::Of(facts)) => {
                facts.iter().for_each(|fact| sheet.count(fact, -1));
                (sheet, facts.iter().map(Fact::sums).sum())
            }
        }
    }
}

fn block_of<'a>(facts: impl Iterator<Item = &'a (Uuid, Fact)> + Clone) -> Block {
    let held: Vec<Held> = facts
        .clone()
        .map(|(activity_id, fact)| Held {
            month: month_of(fact.date),
            place: 0,
            activity_id: *activity_id,
            kind: fact.kind,
            visits: fact.sums().visits(),
        })
        .collect();
    let together = stand_together(&held);
    if together.activities.is_empty() {
        return Block::All;
    }
    let among = facts.filter(|(activity_id, _)| together.activities.contains(activity_id));
    Block::Of(among.map(|(_, fact)| fact.clone()).collect())
}

fn with_any(mut members: BTreeMap<String, Sums>, axis: Axis, together: Sums) -> BTreeMap<String, Sums> {
    // Opening hours add up over days, and so by weekday; no other member of an axis has its own.
    let sums = if axis == Axis::Weekday { together } else { together.without_opening() };
    if !sums.is_nothing() {
        members.insert(ANY.to_owned(), sums);
    }
    members
}
