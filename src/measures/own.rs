//! What single units came to, month by month: all of it, what carries one word, or what is of one project. For whoever sees
//! figures only, as everywhere: what stands together with one-to-one work (`few.rs`, `unsplit.rs`) is in no part.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use uuid::Uuid;

use super::axis::Axis;
use super::books::{Books, of_codes};
use super::few::{ANY, REST, kinds, members_of};
use super::pieces::Piece;
use super::question::Question;
use super::together::{Together, together};
use super::{store, unsplit::Unsplit};
use crate::access::Path;
use crate::db::{Db, Result};
use crate::totals::{Fact, Sums};

/// Which of a unit's entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    All,
    /// Of these members of an axis.
    Members(Axis, Vec<String>),
    /// Of a project, whichever activities take part.
    Project(Uuid),
}

/// What units came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// By the unit itself and the first day of the month.
    pub units: BTreeMap<(Uuid, NaiveDate), Sums>,
    /// Of a project, the same by unit, activity and month.
    pub activities: BTreeMap<(Uuid, Uuid, NaiveDate), Sums>,
    /// What is told in no parts, and may be of it.
    pub unsplit: Sums,
    /// Whether members are told together with others: groups with one-to-one work.
    pub with_talks: bool,
}

impl Own {
    pub fn total(&self) -> Sums {
        self.units.values().copied().sum()
    }

    /// The same of another stretch as well.
    pub fn join(&mut self, other: Own) {
        for (key, sums) in other.units {
            *self.units.entry(key).or_default() += sums;
        }
        for (key, sums) in other.activities {
            *self.activities.entry(key).or_default() += sums;
        }
        self.unsplit += other.unsplit;
        self.with_talks |= other.with_talks;
    }

    fn add(&mut self, unit: Uuid, month: NaiveDate, sums: Sums) {
        if !sums.is_nothing() {
            *self.units.entry((unit, month)).or_default() += sums;
        }
    }
}

/// Whether a piece belongs to one of these units; none: it does.
fn is_in(piece: &Piece, question: &Question, within: &[Uuid]) -> bool {
    let asked = question.path.ids().last().copied();
    let mut line = piece.line.iter().chain(asked.iter());
    within.is_empty() || line.any(|id| within.contains(id))
}

/// Asks it of everything at or below the question's unit; `within`: only of what lies at or below one of these.
pub async fn own(db: &Db, books: &Books, question: &Question, of: &Of, within: &[Uuid]) -> Result<Own> {
    let mut own = Own::default();
    match of {
        Of::All => {
            for piece in books.pieces(question).iter().filter(|it| is_in(it, question, within)) {
                for part in piece.months() {
                    let sums = books.sheet_of(piece.unit_id, part.from, part.until).total();
                    own.add(piece.unit_id, part.month, sums);
                }
            }
        }
        Of::Members(Axis::Kind, codes) if books.may_have_talks(question) => {
            let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
            of_kinds(books, question, &codes, within, &mut own);
        }
        Of::Members(axis, codes) => {
            let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
            let unsplit = match axis {
                Axis::Kind => Unsplit::default(),
                _ => books.unsplit(db, question).await?,
            };
            books.each_told(question, &unsplit, *axis, |piece, part, told| {
                if is_in(piece, question, within) {
                    own.unsplit += told.get(ANY).copied().unwrap_or_default();
                    own.add(piece.unit_id, part.month, of_codes(told, &codes));
                }
            });
        }
        Of::Project(id) => of_project(db, books, question, *id, within, &mut own).await?,
    }
    Ok(own)
}

fn of_kinds(books: &Books, question: &Question, codes: &[&str], within: &[Uuid], own: &mut Own) {
    let members: BTreeSet<String> = members_of(codes);
    own.with_talks = members.iter().any(|it| !codes.contains(&it.as_str()));
    for piece in books.pieces(question).iter().filter(|it| is_in(it, question, within)) {
        for part in piece.months() {
            let sheet = books.sheet_of(piece.unit_id, part.from, part.until);
            let goes_on = part.cut && books.has_talks(piece.unit_id, &part);
            for (code, sums) in kinds(&sheet, false, goes_on) {
                if members.contains(&code) {
                    own.add(piece.unit_id, part.month, sums);
                } else if code == ANY || code == REST {
                    own.unsplit += sums;
                }
            }
        }
    }
}

async fn of_project(
    db: &Db,
    books: &Books,
    question: &Question,
    project: Uuid,
    within: &[Uuid],
    own: &mut Own,
) -> Result<()> {
    let days = (question.period.from, question.period.until);
    let facts = store::of_project(db, question.network_id, project, days, &books.terms).await?;
    let mut of_units: HashMap<Uuid, Vec<(Uuid, Fact)>> = HashMap::new();
    for (unit, activity, fact) in facts {
        of_units.entry(unit).or_default().push((activity, fact));
    }
    let mut stands: HashMap<Uuid, Together> = HashMap::new();
    for unit in of_units.keys() {
        let alone = Question { path: Path::root(*unit), within: Vec::new(), ..question.clone() };
        stands.insert(*unit, together(db, books, &alone).await?);
    }
    for piece in books.pieces(question).iter().filter(|it| is_in(it, question, within)) {
        let Some(facts) = of_units.get(&piece.unit_id) else { continue };
        for part in piece.months() {
            let inside = facts.iter().filter(|(_, fact)| part.from <= fact.date && fact.date < part.until);
            for (activity, fact) in inside {
                let together = stands.get(&piece.unit_id).and_then(|it| it.of(part.month, *activity));
                if together.is_some() {
                    own.unsplit += fact.sums();
                    continue;
                }
                own.add(piece.unit_id, part.month, fact.sums());
                let key = (piece.unit_id, *activity, part.month);
                *own.activities.entry(key).or_default() += fact.sums();
            }
        }
    }
    Ok(())
}
