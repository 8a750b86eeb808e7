//! What is offered to young people, and each time it took place: the evening's record. Everything a figure counts was
//! written here, through one save path ([`record`]), and every version of it is kept.

mod activity;
mod check;
mod entry;
mod expected;
mod heads;
mod occasions;
mod offer;
pub mod record;
mod store;
mod times;
mod web;

pub use activity::{Activity, Weekday};
pub use check::remarks;
pub use entry::{CountMethod, Entry, Status, Stored};
pub use expected::{Recorded, missing};
pub use heads::{Counts, Heads, HeadsError, Typed as TypedHeads, UNKNOWN};
pub use occasions::{Occasion, outstanding};
pub use offer::{alone as offering_alone, bring_in as bring_in_activities};
pub use record::next_change;
pub use store::activities::{
    find as activity, insert as insert_activity, of_branch as activities_of_branch,
    of_unit as activities_of_unit,
};
pub use store::authors::{Written, written_by};
pub use store::entries::{There, find as entry, last_held, of_ids as entries_of_ids, recorded_on, there};
pub use store::list::{list, totals};
pub use store::narrowed::Filter;
pub use store::notes::{Noted, Place as NotedPlace, count_noted, forget as forget_notes, noted};
pub use store::versions::{Waiting, waiting};
pub use store::whole::{Mark, Whole, stretch};
pub use store::within::{Slot, slots, waiting_in};
pub use times::{Times, TimesError, between, end_min, lasting, written as clock_written};
pub use web::{Asked, EntryAsked, Known, entry_page, routes};

#[cfg(test)]
mod tests;
