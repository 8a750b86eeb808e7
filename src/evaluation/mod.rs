//! Once a year young people say how it is. An evaluation has a window of days in which each unit is answered about at an
//! address of its own, without an account; what is answered goes to `answers`. Opened and closed by hand or when its day
//! comes; while it is open it is told how many answers came in, and nothing of what they say.

mod acts;
mod asking;
mod cards;
mod copies;
mod counting;
mod daily;
mod making;
mod printing;
mod reminding;
mod standing;
mod store;
mod terms;
mod typed;
mod web;

pub use acts::{Deed, acted, close, mix, open, release};
pub use copies::note_copy;
pub use daily::JOB;
pub use making::{address, bring, make};
pub use printing::square;
pub use standing::{AGES, Evaluation, LEAST, Place, State};
pub use store::{by_code, of_network, of_unit, over, places};
pub use typed::New;
pub use web::{routes, running};

#[cfg(test)]
mod tests;
