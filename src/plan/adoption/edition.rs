//! What was kept of a plan's adoption, and how it stands.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::steps;
use crate::i18n::Text18;
use crate::plan::document::{Adoption, Foreseen};

/// A plan as it stood when a step was taken, or when it was amended.
#[derive(Clone, Debug)]
pub struct Edition {
    pub id: Uuid,
    pub number: i64,
    /// None: an amendment.
    pub step: Option<Adoption>,
    pub held_on: NaiveDate,
    /// What was decided; of an amendment why.
    pub words: String,
    /// Who decided.
    pub body: Option<(Uuid, Text18)>,
    pub meeting: Option<Uuid>,
    pub by: String,
    pub at: DateTime<Utc>,
    pub undone: Option<Undone>,
    /// The steps that were foreseen then.
    pub foreseen: Vec<Foreseen>,
}

impl Edition {
    /// Whether the plan was adopted by it for good: by what was foreseen then, whatever is foreseen by now.
    pub fn adopts(&self) -> bool {
        self.step.is_some_and(|step| steps::deciding(&steps::way(&self.foreseen, &[step])) == Some(step))
    }
}

/// That it was taken back.
#[derive(Clone, Debug)]
pub struct Undone {
    pub by: String,
    pub at: DateTime<Utc>,
    pub why: String,
}

/// That an edition stands in public, or stood.
#[derive(Clone, Debug)]
pub struct Publication {
    pub id: Uuid,
    pub number: i64,
    pub by: String,
    pub at: DateTime<Utc>,
    pub taken_back: bool,
}

/// How far the adoption of a plan has come.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// The steps of this plan, in their order.
    pub way: Vec<Adoption>,
    /// All of them in their order, also those that were taken back.
    pub editions: Vec<Edition>,
    /// In their order.
    pub publications: Vec<Publication>,
}

impl Standing {
    /// Editions that were not taken back.
    pub fn stand(&self) -> impl DoubleEndedIterator<Item = &Edition> {
        self.editions.iter().filter(|it| it.undone.is_none())
    }

    pub fn edition(&self, number: i64) -> Option<&Edition> {
        self.editions.iter().find(|it| it.number == number)
    }

    pub fn last(&self) -> Option<&Edition> {
        self.stand().next_back()
    }

    /// The edition that was made by a step.
    pub fn of_step(&self, step: Adoption) -> Option<&Edition> {
        self.stand().find(|it| it.step == Some(step))
    }

    /// What stands in public.
    pub fn public(&self) -> Option<&Publication> {
        self.publications.iter().find(|it| !it.taken_back)
    }

    /// The steps that were taken and stand.
    pub fn taken(&self) -> Vec<Adoption> {
        let published = self.public().map(|_| Adoption::Published);
        self.stand().filter_map(|it| it.step).chain(published).collect()
    }

    pub fn next(&self) -> Option<Adoption> {
        steps::next(&self.way, &self.taken())
    }

    /// The editions in force one after another: as the plan was adopted, and as it was amended since.
    pub fn in_force(&self) -> impl Iterator<Item = &Edition> {
        self.stand().skip_while(|it| !it.adopts())
    }

    /// The edition that holds once the plan is adopted.
    pub fn adopted(&self) -> Option<&Edition> {
        self.in_force().last()
    }

    /// The edition by which the plan is told at the end of a day: the one in force then; of a time before it was adopted the first
    /// that came into force.
    pub fn told_on(&self, day: NaiveDate) -> Option<&Edition> {
        let by_then = self.in_force().filter(|it| it.held_on <= day).last();
        by_then.or_else(|| self.in_force().next())
    }

    /// Whether the last edition may be taken back: everybody may read what stands in public, so that is taken away first.
    pub fn may_undo(&self) -> Option<&Edition> {
        self.last().filter(|last| self.public().is_none_or(|public| public.number != last.number))
    }
}
