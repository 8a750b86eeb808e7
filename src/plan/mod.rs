//! What a network, or a unit, sets out to do in a year: areas, programmes and projects, actions with their months, and the numbers
//! that are to be reached. A plan is read as one page, written part by part, and comes and goes as a file (`docs/plan.md`).

mod copying;
mod difference;
mod document;
mod evidence;
mod files;
mod keeping;
mod known;
mod making;
mod piece;
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

pub use difference::Difference;
pub use document::{Kind, Part, Plan};
pub use evidence::{By, Evidence, Known};
pub use files::{Asked, LIMITS, read, to_toml, to_workbook};
pub use keeping::{At, Proof, Typed, count, give_up, judge};
pub use known::known;
pub use making::{Kept, bring_in, find};
pub use telling::target as say_target;
pub use told::{NumberOf, Told, ToldTarget, told, years};
pub use web::routes;
pub use when::says as say_when;

#[cfg(test)]
mod tests;
