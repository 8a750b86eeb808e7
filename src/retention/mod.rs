//! Notes are kept for as long as the network says, and then removed from entries and from every version of them; figures
//! never change by it. A job does so each night and puts down that it ran ([`Run`]), which coordinators can see.

mod nightly;
mod rule;
mod store;
mod web;

pub use nightly::{JOB, by_hand, failing};
use rule::DEFAULT_YEARS;
pub use store::{Run, runs};
pub use web::{kept_told, routes};

#[cfg(test)]
mod tests;
