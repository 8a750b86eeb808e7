//! Every figure, defined once. Pages, files and the command line ask here and nowhere else; what each measure means
//! stands in `docs/measures.md`, in the same words as beside the fields.

mod alike;
mod axis;
mod books;
mod branches;
mod few;
mod measure;
mod members;
mod own;
mod period;
mod pieces;
mod question;
mod ratio;
mod reach;
mod recount;
mod sheets;
mod shelf;
mod shown;
mod store;
mod stretches;
mod telling;
mod together;
mod trees;
mod unsplit;

pub use axis::Axis;
pub use books::{Books, of_codes};
pub use few::{ANY, Apart, PAIR, REST, Told, may_be_apart};
pub use measure::{Amount, Measure};
pub use own::{Of, Own, own};
pub use period::{Length, Period};
pub use question::{
    ActivityMonth, Figure, NONE, Question, WITH, WITHOUT, by, by_activity_month, figures, open, open_in,
    so_far, total, trees,
};
pub use ratio::Ratio;
pub use reach::reach;
pub use recount::{Difference, Recount, complete, rebuild, verify};
#[cfg(test)]
pub use shelf::forget;
pub use shelf::{Ask, warm};
pub use shown::{difference, shown};
pub use store::{NamedActivity, activities, unit_kinds};
pub use telling::{OfEntry, Telling};
pub use together::{Stands, Together, together};
pub use trees::{Tree, Trees};
pub use unsplit::Unsplit;

pub use crate::totals::Sums;

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::scene;
