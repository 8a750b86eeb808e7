//! Every figure, defined once. Pages, files and the command line ask here and nowhere else; what each measure means
//! stands in `docs/measures.md`, in the same words as beside the fields.

mod axis;
mod books;
mod ledger;
mod measure;
mod members;
mod memory;
mod opening;
mod period;
mod question;
mod reach;
mod store;

pub use axis::Axis;
pub use books::Books;
pub use measure::{Amount, Measure, Sums};
pub use memory::warm;
pub use period::{Length, Period};
pub use question::{ActivityMonth, Figure, NONE, Question, WITH, WITHOUT, by, by_day, figures, open, total};
pub use reach::{reach, too_few};
pub use store::{NamedActivity, activities, unit_kinds};

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::scene;
