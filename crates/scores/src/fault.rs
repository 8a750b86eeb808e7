//! What cannot be meant.

use std::fmt;

/// Why something given makes no sense. Nothing of it is for readers of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The scale has no such step, or not that many.
    NoStep,
    /// The score, or the tally, is of another item.
    OtherItem,
    /// More respondents than a `u32` counts.
    TooMany,
    /// Not a number, outside its scale, or a mean and squares that no indices of 0 to 100 have.
    OutOfRange,
    /// A share and an index cannot be compared.
    Unlike,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NoStep => "the scale has no such step",
            Self::OtherItem => "this is of another item",
            Self::TooMany => "there are more respondents than can be counted",
            Self::OutOfRange => "the value is not on its scale",
            Self::Unlike => "a share and an index cannot be compared",
        })
    }
}

impl std::error::Error for Fault {}
