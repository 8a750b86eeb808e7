//! What young people are asked once a year: questionnaires with versions, in any number of languages. A version that was
//! used once never changes again, so that years can be compared; the next one begins as its copy.

mod check;
mod content;
mod shipped;

pub use check::{Fault, Missing, Part, Place, check, missing};
pub use content::{Area, Choice, Condition, Content, Item, LONGEST, LONGEST_ANSWER, Scale};
pub use shipped::{Shipped, shipped};

#[cfg(test)]
mod tests;
