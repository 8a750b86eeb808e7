//! Which step of adoption may be taken, and on which day.

use chrono::NaiveDate;

use crate::bodies;
use crate::form::Wrong;
use crate::plan::document::{Adoption, Foreseen};

impl Adoption {
    fn place(self) -> usize {
        Adoption::ALL.iter().position(|it| *it == self).unwrap_or_default()
    }

    /// Whether the plan is adopted by it, if no later one adopts it.
    pub fn adopts(self) -> bool {
        matches!(self, Adoption::ByCouncil | Adoption::ByAssembly)
    }

    /// The kind of body whose members record it; none: whoever writes the plan.
    pub fn decided_by(self) -> Option<bodies::Kind> {
        match self {
            Adoption::ExpertCouncil => Some(bodies::Kind::ExpertCouncil),
            Adoption::ByCouncil => Some(bodies::Kind::Council),
            Adoption::ByAssembly => Some(bodies::Kind::Assembly),
            Adoption::DraftToCouncil | Adoption::Presented | Adoption::Published => None,
        }
    }
}

/// The steps of a plan, in their order: those that it foresees, or all where it foresees none; and those that were taken anyway.
pub fn way(foreseen: &[Foreseen], taken: &[Adoption]) -> Vec<Adoption> {
    let counts = |step: &&Adoption| {
        foreseen.is_empty() || foreseen.iter().any(|it| it.step == **step) || taken.contains(step)
    };
    Adoption::ALL.iter().filter(counts).copied().collect()
}

/// The step that comes next: the first after all that were taken.
pub fn next(way: &[Adoption], taken: &[Adoption]) -> Option<Adoption> {
    let last = taken.iter().map(|it| it.place()).max();
    way.iter().copied().find(|it| last.is_none_or(|last| it.place() > last))
}

/// The step with which a plan is adopted for good; none where it foresees no such step.
pub fn deciding(way: &[Adoption]) -> Option<Adoption> {
    way.iter().rev().copied().find(|it| it.adopts())
}

/// Why a step cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    NotForeseen,
    Taken,
    /// A later one was taken already.
    Passed,
    /// This one comes first.
    NotYet(Adoption),
    Day(Off),
}

/// Why a day cannot be that of a step or an amendment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Off {
    Future,
    /// What came before it was on this day.
    Before(NaiveDate),
}

impl Off {
    /// Beside the field of the day.
    pub fn wrong(self) -> Wrong {
        match self {
            Off::Future => Wrong::new("held_on", "adoption-future"),
            Off::Before(day) => Wrong::new("held_on", "adoption-before").arg("day", day),
        }
    }
}

/// Whether something may be on this day, after what was on `last`.
pub fn day(last: Option<NaiveDate>, on: NaiveDate, today: NaiveDate) -> Result<(), Off> {
    match last {
        _ if on > today => Err(Off::Future),
        Some(last) if on < last => Err(Off::Before(last)),
        _ => Ok(()),
    }
}

/// Whether a step may be taken on a day. `taken`: those that stand; `last`: the day of the last thing that happened.
pub fn may_take(
    way: &[Adoption],
    (taken, last): (&[Adoption], Option<NaiveDate>),
    step: Adoption,
    (on, today): (NaiveDate, NaiveDate),
) -> Result<(), Refused> {
    if taken.contains(&step) {
        return Err(Refused::Taken);
    }
    if !way.contains(&step) {
        return Err(Refused::NotForeseen);
    }
    match next(way, taken) {
        Some(next) if next == step => day(last, on, today).map_err(Refused::Day),
        Some(next) if next.place() < step.place() => Err(Refused::NotYet(next)),
        _ => Err(Refused::Passed),
    }
}
