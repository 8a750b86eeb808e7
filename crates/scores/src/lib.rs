//! How answers to a questionnaire become figures, and what of these figures is more than chance.
//!
//! Plain values in, plain values out: the crate knows no application, no database and no page. The README has an
//! example, what is assumed, and the sources.
//!
//! 1. An [`Item`] turns the step that a respondent chose into a [`Score`]: an index of 0 to 100, positive or not.
//! 2. Of one respondent: [`area_index`], and whether the response is [`complete`].
//! 3. Of many: [`Tally`] of one item, [`Mean`] of an area. Both can be added up, so that a municipality's is the sum of
//!    what it is made of.
//! 4. [`Estimate`]: a share or a mean index with its 95 % interval.
//! 5. [`Difference`] of two groups, with a [`Verdict`]; [`Estimate::against`] a target; [`Funnel`] around an overall
//!    value. [`by_chance`] says how many of a page's comparisons would stand out by chance alone.
//!
//! # Units
//!
//! Shares are fractions, 0 to 1. Indices, their means, standard deviations and intervals are in points, 0 to 100.
//! Numbers of respondents are `u32`. What cannot be said is `None`: of nobody, or of fewer than was asked for. What cannot
//! be meant is a [`Fault`]. Nothing panics, whatever it is given.

#![forbid(unsafe_code)]

mod difference;
mod estimate;
mod fault;
mod funnel;
mod mean;
mod quantile;
mod respondent;
mod scale;
mod tally;
mod target;
#[cfg(test)]
mod tests;

pub use difference::{Difference, Verdict, by_chance};
pub use estimate::{Estimate, Measure};
pub use fault::Fault;
pub use funnel::{Funnel, Level, Position};
pub use mean::Mean;
pub use respondent::{area_index, complete};
pub use scale::{Answer, Item, Scale, Score};
pub use tally::Tally;
pub use target::Reached;

/// Valid answers that a share or an index is made of at least, unless a network asks for more.
pub const K: u32 = 15;

/// The README's example is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
