//! What young people are asked once a year: questionnaires with versions, in any number of languages. A finished version
//! never changes again, so that years can be compared; the next one begins as its copy.

mod changing;
mod check;
mod content;
mod making;
mod questionnaire;
mod shipped;
mod store;
mod typed;
mod web;
pub mod xlsform;

pub use check::{Fault, Missing, Part, Place, check, missing};
pub use content::{Area, Choice, Condition, Content, Item, LONGEST, LONGEST_ANSWER, Scale};
pub use making::{New, Source, bring, finish, make};
pub use questionnaire::{KINDS, Questionnaire, Version};
pub use shipped::{Shipped, shipped};
pub use store::{finished, of_network, version};
pub use web::routes;

#[cfg(test)]
mod tests;
