//! Records on their way in and out of the house: files that centres bring along, and files that people take with them. Both
//! speak of an entry in the same [`columns`], so that what was taken along can be brought in again.

pub mod columns;
pub mod giving;
pub mod intake;

use crate::web::Routes;

pub fn routes() -> Routes {
    giving::routes().with(intake::routes())
}

#[cfg(test)]
mod tests;
