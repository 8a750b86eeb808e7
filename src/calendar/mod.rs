//! The network's year on time: what comes back each year, who owes what by when, and how it stands. Dates are set down once
//! (`Rule`); whether somebody has done what they ask for is found where it is done, in reports, closings and evaluations.
//! Each morning those who owe something soon are reminded, and reports whose day it is are mailed to whoever may read them.

mod daily;
mod ics;
mod letters;
mod listing;
mod making;
mod names;
mod reading;
mod rule;
mod sending;
mod standing;
mod store;
mod typed;
mod web;

pub use daily::JOB;
pub use making::bring;
pub use rule::{Covers, Due, Kind, Send, When};
pub use web::{Soon, routes, soon};

#[cfg(test)]
mod tests;
