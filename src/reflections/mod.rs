//! Questions that an organisation asks its workers after an evening: what went well, what young people started, what to
//! try next. Answered beside the entry in a few taps, or not at all; read over time by those who work with the same young
//! people. No figure hangs on them.
//!
//! A set of questions belongs to a unit and is asked of entries whose unit stood at or below it *on the entry's day*, as
//! closings hold. A unit that moves or is merged so keeps the questions of its past, and from then on is asked what is
//! asked where it, or its successor, stands.

mod answer;
mod answering;
mod making;
mod series;
mod set;
mod store;
mod typed;
mod web;

pub use answer::Answer;
pub use set::{Question, Scale, Set};
pub use store::answers::{
    count_texts_before, insert as insert_answers, of_entries as answers_of_entries, remove_texts_before,
};
pub use store::sets::{insert as insert_set, of_network as sets_of_network};
pub use web::{Beside, beside, routes};

#[cfg(test)]
mod tests;
