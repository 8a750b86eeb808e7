//! What is closed: a month or a year of a unit and everything below it, once its figures are given out, so that they stay as
//! they were printed. Closing and saving take the network's row, so neither passes the other. Whoever has to change a closed
//! period asks a coordinator to reopen it, with a reason; both stay on record, and so does what was changed meanwhile.

mod calendar;
mod closing;
mod lock;
mod state;
mod store;
mod whole;

pub use calendar::{Calendar, Touched, calendar, keep_changes};
pub use closing::{Done, LONGEST_REASON, close, reopen};
pub use lock::{Lock, Place, Reopening};
pub use state::State;
pub use store::{Change, Stretch, below, changes, changes_of_entry, of_unit, places};
pub use whole::Whole;

#[cfg(test)]
mod tests;
