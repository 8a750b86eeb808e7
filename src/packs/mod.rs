//! What funders and partners ask for, filled in from the records: a form is data (`docs/packs.md`), its figures come from the
//! measures, its lists add up to them, and what is still missing is said from January on, with the way to mend it.

mod beside;
mod form;
mod line;
mod made;
mod missing;
mod names;
mod parse;
mod printing;
mod reading;
mod sheet;
mod shelf;
mod shipped;
mod store;
mod time;
mod web;

pub use beside::YOUTH;
pub use form::{Form, Span};
pub use made::{Made, make};
pub use parse::parse;
pub use printing::pdf;
pub use sheet::{csv, workbook};
pub use shelf::{bring_in, file, form, forms};
pub use store::{ALL as ALL_KINDS, By, set_cost, set_inhabitants};
pub use time::Time;
pub use web::routes;

#[cfg(test)]
mod tests;
