//! Past records out of files: understood column by column, told before anything is written, taken in whole or not at all,
//! and undone whole. Every entry goes through the one save path.

mod act;
mod find;
mod heading;
mod headwords;
mod line;
mod lines;
mod look;
mod matching;
mod overlay;
mod plan;
mod problem;
mod read;
mod settle;
mod store;
mod sums;
mod told;
mod undo;
mod web;

pub use act::{Taken, take};
pub use find::{Found, From, Headed, Holds, Table};
pub use heading::{Meaning, key, meaning};
pub use lines::{Lines, Totals};
pub use look::{Ask, Content, File, LIMITS, Looked, look};
pub use plan::{Difference, Plan, Said, Tally, Wish};
pub use problem::{Problem, Problems};
pub use store::{Batch, Draft, batch, batches, insert_draft};
pub use sums::{New as NewSum, PastTotal, Plan as SumPlan, past_totals};
pub use told::{beside, compared, difference, label, left_out, stretch, sum, taken_for, tally};
pub use undo::{Undone, undo};
pub use web::routes;

#[cfg(test)]
pub(crate) mod tests;
