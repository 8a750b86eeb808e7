//! From results to change: what a unit does with what young people said, in seven steps for each evaluation, from looking at
//! it together to telling young people what became of it. The steps are for those who work there; public is only "you said,
//! we did", by an act of its own, as it stood then, until it is taken back.

mod aim;
mod areas;
mod bringing;
mod making;
mod printing;
mod said;
mod step;
mod store;
mod telling;
mod typed;
mod web;

pub use aim::{Aim, State as AimState};
pub use bringing::{aims as bring_aims, said as bring_said, step as bring_step};
pub use making::{At, public};
pub use said::{Said, read};
pub use step::{Meeting, Step, Task};
pub use store::words::{
    count_before as count_words_before, remove_before as remove_words_before, remove_passing,
};
pub use telling::{ToldAim, aims as told_aims};
pub use web::routes;

#[cfg(test)]
mod tests;
