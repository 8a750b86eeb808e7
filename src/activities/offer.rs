//! What is offered, as somebody types it: the rules of the form, and saving it so that nothing is lost when two people
//! change the same activity.

mod save;
mod typed;

pub use save::{Saved, alone, bring_in, change, create, end};
pub use typed::{MOST_TIMES, Typed, TypedTime};

#[cfg(test)]
mod tests;
