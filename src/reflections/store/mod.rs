//! SQL for sets of questions, and for answers.

pub mod answers;
pub mod over_time;
pub mod places;
pub mod sets;
