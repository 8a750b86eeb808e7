//! A figure opened: the activities and months it is the sum of, down to the last step a viewer may see. Whoever may see
//! entries is shown those, where they add up to the figure.

mod entries;
mod page;
mod rows;
mod wanted;

pub use entries::of_figure;
pub use page::page;
pub use wanted::Wanted;

#[cfg(test)]
mod tests;
