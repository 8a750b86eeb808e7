//! A unit in public: a page for everybody, on which a centre, a municipality or the network tells what it does, what young
//! people say of it, and what came of that. It stands there by an act of its own, until it is taken back. Figures of this year
//! are totals alone; parts are told of closed years, and never of fewer than ten visits.

mod cache;
mod counting;
mod data;
mod labels;
mod making;
mod page;
mod reading;
mod store;
mod telling;
mod web;

pub use making::{Kept, Publishing, publish, save, seen, take_back};
pub use page::{Block, Chosen};
pub use reading::draft;
pub use web::routes;

#[cfg(test)]
mod tests;
