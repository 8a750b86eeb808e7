//! Every figure, defined once. Pages, files and the command line ask here and nowhere else; what each measure means
//! stands in `docs/measures.md`, in the same words as beside the fields.

mod axis;
mod books;
mod measure;
mod members;
mod period;
mod question;
mod reach;
mod recount;
mod sheets;
mod shelf;
mod store;
mod trees;

pub use axis::Axis;
pub use books::Books;
pub use measure::{Amount, Measure};
pub use period::{Length, Period};
pub use question::{
    ActivityMonth, Figure, NONE, Question, WITH, WITHOUT, by, by_activity_month, figures, open, open_in,
    total, trees,
};
pub use reach::{reach, too_few};
pub use recount::{Difference, Recount, complete, rebuild, verify};
#[cfg(test)]
pub use shelf::forget;
pub use shelf::{Ask, warm};
pub use store::{NamedActivity, activities, unit_kinds};

pub use trees::{Tree, Trees};

pub use crate::totals::Sums;

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::scene;
