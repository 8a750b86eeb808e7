//! How single entries are told to whoever sees figures only, for what adds up entries by rules of its own, such as a funder's
//! form: the same parts stand together there as in every other figure (`few.rs`).

use std::collections::HashMap;

use uuid::Uuid;

use super::books::Books;
use super::few::kind_told;
use super::question::Question;
use super::together::{Held, Stands, stand_together};
use crate::totals::{Fact, Sheet, month_of};
use crate::vocabulary::Kind;

/// An entry that is to be told.
#[derive(Clone, Copy)]
pub struct OfEntry<'a> {
    pub unit_id: Uuid,
    pub activity_id: Uuid,
    pub fact: &'a Fact,
}

/// How it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Telling {
    /// Whether it is split by gender, age, weekday, place and word; else it stands in one sum with others.
    pub split: bool,
    /// The member of kinds it stands in: where one-to-one work may stand by itself, and where it may not.
    pub apart: &'static str,
    pub pooled: &'static str,
}

impl Telling {
    /// As it is.
    pub fn open(kind: Kind) -> Telling {
        Telling { split: true, apart: kind.code(), pooled: kind.code() }
    }
}

impl Books {
    /// How held entries of what is asked are told, in their order; those of other units or days as they are.
    pub fn tell(&self, question: &Question, entries: &[OfEntry<'_>]) -> Vec<Telling> {
        let mut told: Vec<Telling> = entries.iter().map(|it| Telling::open(it.fact.kind)).collect();
        if !self.may_have_talks(question) {
            return told;
        }
        let mut of_units: HashMap<Uuid, Vec<usize>> = HashMap::new();
        for (at, it) in entries.iter().enumerate() {
            of_units.entry(it.unit_id).or_default().push(at);
        }
        for piece in self.pieces(question) {
            let Some(of_unit) = of_units.get(&piece.unit_id) else { continue };
            for part in piece.months() {
                let inside = |at: &&usize| (part.from..part.until).contains(&entries[**at].fact.date);
                let of_part: Vec<usize> = of_unit.iter().filter(inside).copied().collect();
                let held = of_part.iter().any(|at| entries[*at].fact.kind == Kind::OneToOne);
                let talks = held || part.cut && self.may_talk(piece.unit_id);
                let goes_on = part.cut && talks;
                let stands = match () {
                    () if goes_on => Some(Stands::All),
                    () if talks => Some(stands(&of_part, entries)),
                    () => None,
                };
                let mut sheet = Sheet::default();
                of_part.iter().for_each(|at| sheet.count(entries[*at].fact, 1));
                for at in of_part {
                    let it = &entries[at];
                    let together = match &stands {
                        None => false,
                        Some(Stands::All) => true,
                        Some(Stands::Some(among) | Stands::Rest(among)) => {
                            it.fact.kind != Kind::Open && among.contains(&it.activity_id)
                        }
                    };
                    told[at] = Telling {
                        split: !together,
                        apart: kind_told(&sheet, true, goes_on, it.fact.kind),
                        pooled: kind_told(&sheet, false, goes_on, it.fact.kind),
                    };
                }
            }
        }
        told
    }
}

/// What stands together in a part of a unit's month.
fn stands(of_part: &[usize], entries: &[OfEntry<'_>]) -> Stands {
    let held: Vec<Held> = of_part
        .iter()
        .map(|at| Held {
            month: month_of(entries[*at].fact.date),
            place: 0,
            activity_id: entries[*at].activity_id,
            kind: entries[*at].fact.kind,
            visits: entries[*at].fact.sums().visits(),
        })
        .collect();
    stand_together(&held).into_values().next().unwrap_or(Stands::All)
}
