//! Closing and reopening as people come to do it: the months and years of a unit and how each stands, and of one of them
//! what is in it, what closing it would mean, and everything that was done about it.

mod inside;
mod period;
mod telling;
mod year;

pub use period::{Typed, period};
pub use year::year;

use chrono::{DateTime, Timelike, Utc};

use crate::clock::Day;
use crate::i18n::Words;
use crate::units::Unit;

/// An instant by the network's clock.
fn at(w: Words, unit: &Unit, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&unit.network.zone);
    let minutes = i64::from(local.hour() * 60 + local.minute());
    format!("{}, {}", w.date(Day::Now(at).in_zone(unit.network.zone)), w.clock(minutes))
}

#[cfg(test)]
mod tests;
