//! A figure opened: the activities and months it is the sum of, down to the last step a viewer may see. Whoever may see
//! entries goes on from there.

mod page;
mod rows;
mod wanted;

pub use page::page;
pub use wanted::Wanted;

#[cfg(test)]
mod tests;
