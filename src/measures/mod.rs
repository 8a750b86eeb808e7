//! Every figure, defined once. Pages, files and the command line ask here and nowhere else; what each measure means
//! stands in `docs/measures.md`, in the same words as beside the fields.

mod axis;
mod books;
mod few;
mod measure;
mod members;
mod period;
mod question;
mod reach;
mod recount;
mod sheets;
mod shelf;
mod store;

pub use axis::Axis;
pub use books::{Books, of_codes};
pub use few::{ANY, Apart, PAIR, Together, may_be_apart, members_of, takes_apart, together};
pub use measure::{Amount, Measure};
pub use period::{Length, Period};
pub use question::{
    ActivityMonth, Figure, NONE, Question, WITH, WITHOUT, by, by_activity_month, figures, open, total,
};
pub use reach::reach;
pub use recount::{Difference, Recount, complete, rebuild, verify};
#[cfg(test)]
pub use shelf::forget;
pub use shelf::{Ask, warm};
pub use store::{NamedActivity, activities, recorded_on, unit_kinds};

pub use crate::totals::Sums;

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::scene;
