//! What a network, or a unit, sets out to do in a year: areas, programmes and projects, actions with their months, and the numbers
//! that are to be reached. A plan is read as one page, written part by part, and comes and goes as a file (`docs/plan.md`).

mod adoption;
mod arriving;
mod beside;
mod codes;
mod comments;
mod copying;
mod difference;
mod document;
mod evidence;
mod files;
mod in_words;
mod keeping;
mod known;
mod making;
mod matching;
mod piece;
mod preview;
mod reader;
mod reading;
mod reckoning;
mod standing;
mod store;
mod telling;
mod told;
mod tree;
mod web;
mod when;

pub use adoption::making::{Taking, Took, amend, take};
pub use adoption::publishing::publish;
pub use adoption::store::{public_at, public_of};
pub use arriving::read_for;
pub use comments::making::{answer, say};
pub use difference::{Difference, Hanging, hanging, mark};
pub use document::{Adoption, Kind, Part, Plan};
pub use evidence::{By, Evidence, Joined, Known, Met};
pub use files::{Asked, LIMITS, read, to_toml, to_workbook};
pub use in_words::InWords;
pub use keeping::{At, Proof, Typed, count, give_up, judge};
pub use known::known;
pub use making::{Kept, bring_in, find};
pub use preview::parts as preview;
pub use telling::target as say_target;
pub use told::{
    Number, NumberOf, Recounted, Told, ToldAction, ToldCount, ToldPart, ToldTarget, ToldUnit, ToldWords,
    recounted, told, years,
};
pub use web::{Block, Chapter, Open, StepLine, open, routes};
pub use when::{read as read_when, says as say_when};

use crate::access::{Act, Me};
use crate::error::Result;
use crate::units::Unit;

/// A network's own plan is everybody's who works in it; a unit's own is for its branch.
fn may_see(me: &Me, unit: &Unit) -> Result<()> {
    if unit.parent_id.is_none() && me.is_in(unit.network.id) {
        return Ok(());
    }
    me.allow(Act::SeePlan, &unit.as_place())
}

#[cfg(test)]
mod tests;
