//! Watching over the records, so that a figure can be believed: what is missing week by week, and what looks odd. Whoever
//! recorded it is asked first, kindly, and an answer stands; mentors and coordinators come by, and put down what was agreed.
//! Whoever sees no single entries sees nothing of this.

mod look;
mod rules;
mod store;
mod visit;
mod web;

pub use store::words::{count_before as count_words_before, remove_before as remove_words_before};
pub use web::{Line, Told, of_entry, routes, today};

#[cfg(test)]
mod tests;
