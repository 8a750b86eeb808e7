//! Every figure, defined once. Pages, files and the command line ask here and nowhere else; what each measure means
//! stands in `docs/measures.md`, in the same words as beside the fields.

mod axis;
mod measure;
mod opening;
mod period;
mod question;
mod store;

pub use axis::Axis;
pub use measure::{Amount, Measure, Sums};
pub use period::{Length, Period};
pub use question::{ActivityMonth, Figure, Question, by, by_day, figures, total, totals_by_activity_month};

#[cfg(test)]
mod tests;
