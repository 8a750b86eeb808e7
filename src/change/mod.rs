//! From results to change: what a unit does with what young people said, in seven steps for each evaluation, from looking at
//! it together to telling young people what became of it. The steps are for those who work there; public is only "you said,
//! we did", by an act of its own, as it stood then, until it is taken back.

mod aim;
mod areas;
mod making;
mod printing;
mod said;
mod step;
mod store;
mod typed;
mod web;

pub use making::{Kept, public, publish, save_said};
pub use said::{Said, read};
pub use web::routes;

#[cfg(test)]
mod tests;
