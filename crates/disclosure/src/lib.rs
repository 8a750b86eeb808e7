//! Says once, when an evaluation closes, which groups of answers may be published; everything else follows from that.
//!
//! The crate knows units, numbers of answers and nothing of what was asked. From a [`Tree`] of [`Unit`]s and the
//! [`Counts`] of each it decides a [`Plan`]. The plan hands out [`Group`]s, which nothing else can make; a figure is
//! worked out from the answers that a group [takes](Group::takes). What is not handed out is [`Withheld`], with the rule
//! and the number of answers it would take. The README has an example.
//!
//! # Rules
//!
//! * **Totals.** A unit with `k` = 15 answers is a *block*. Smaller ones wait for each other and become a block ("other
//!   centres together") at the first place up the tree where they are 15. Who is left at the top is in no figure. A
//!   place's figure is the union of the blocks at it and below it.
//! * **Splits**, by gender and by age, of blocks of one unit, if each class has 15. A class of nobody has not: that a
//!   house has no boys among those who answered is as telling as that it has one. Who is neither girl nor boy, or stated
//!   no age, is in a class of its own where these are 15, else placed by a secret [`Key`]. Placed or not, the classes
//!   are then called "plus", so that the name does not tell whether there is anybody. A place's split is the sum of
//!   its units' splits; the rest is named.
//! * **Both splits of one unit** are shown only if no difference of theirs is a small group (`girls - first class` is
//!   the girls who are older, less the boys who are not). Else age gives way.
//! * **Sensitive items**: places marked [`wide`](Unit::wide), 50 answers, pooled up in the same way; never split.
//! * **A later edition** ([`Plan::revise`]) keeps blocks and classes. A block that lost answers stays if what it lost
//!   and what is left could each be shown; else it is withdrawn from every level.
//! * **Scores** that do not follow from published distributions ([`Scores`]): by valid values.
//!
//! # Why it holds
//!
//! Call *trace* of a combination of published rows the respondents that it gives a factor other than 0. Claim: no
//! combination has a trace of 1 to `k - 1`.
//!
//! Blocks share nobody. Every published row, cut down to one block, is the block's total, a class of its split, or
//! nothing: totals are unions of whole blocks, and a place's class is a sum of classes of whole splits. So the trace of
//! any combination consists of one trace per block, each of a combination of that block's own rows. Of a block without
//! splits it is everybody or nobody; with one split, whole classes; with two, what is checked for every combination
//! there can be (`trace.rs`). Each is 0 or at least `k`, so their sum is. A rest that a split leaves out is a union of
//! blocks as well: no split ever has to give way for it.
//!
//! A later edition parts a kept block into what it lost and what is left. The old rows are the sums over both, so a
//! combination can choose its factors freely on each; both were checked by themselves. Of a withdrawn block the new
//! rows have nothing. Units that were given their results early hold some of these rows, and fewer rows tell no more.
//! Sensitive items have rows of their own, unions of blocks of blocks, for which the same holds with 50.
//!
//! `tests/attacker.rs` does not trust this and eliminates.

mod block;
mod cell;
mod group;
mod plan;
mod revise;
mod rules;
mod scores;
mod sensitive;
#[cfg(test)]
mod tests;
mod trace;
mod tree;

pub use cell::{Age, Cell, Counts, Gender, Key};
pub use group::{By, Class, Figure, Group, Part, SensitiveGroup, Split, Why, Withheld};
pub use plan::Plan;
pub use revise::Revision;
pub use rules::{Fault, Rules};
pub use scores::Scores;
pub use tree::{Tree, Unit};

/// The README's example is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
