//! What the days and months of each unit come to, kept while entries are written: a page adds up a few hundred sheets
//! instead of a history. Integers only, of the unit that recorded; where it stands in the tree is joined when a figure is
//! asked for, so moving or merging units never touches a total.

mod fact;
mod keep;
mod opening;
mod sheet;
mod store;
mod sums;

pub use fact::Fact;
pub use keep::{Change, Sheets, keep, month_of, whole};
pub use opening::{Open, union_min};
pub use sheet::{Sheet, sums_of};
pub use store::{Kept, Span, between, months_of, nothing, outdated, put, set_format, touched};
pub use sums::Sums;

#[cfg(test)]
mod tests;
