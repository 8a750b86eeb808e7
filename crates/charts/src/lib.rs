//! Charts for pages, drawn on the server as inline SVG.
//!
//! A chart here is a `String` with one `<svg>` element, to be put into a `figure.chart`. It has no `viewBox`: x is in
//! per cent and y in pixels, so that text keeps its size from a phone to a wide screen and stays text. Looks come from
//! the page's stylesheet by class alone (`c1`, `part`, `last`, …), because pages forbid inline styles.
//!
//! * [`Columns`]: amounts over time, with the compared period as a line across each column
//! * [`ShareBars`]: parts of a whole, long labels above their bar
//! * [`SideBars`]: amounts by short label, label on the left
//! * [`Shift`]: one share before and after a change
//! * [`Strip`]: row by row and week by week, how much of what was due is there
//! * [`Ranges`]: figures with the range each may lie in, on one scale
//! * [`Stacks`]: answers to several questions, each a bar of 100 % in parts
//! * [`Funnel`]: units by number of answers, with the room that chance leaves
//! * [`cell_bar`]: a bar for a table cell
//!
//! Every input is drawable: what is negative, infinite or not a number counts as 0
//! (where a scale need not begin at 0, it is not drawn), and no text can leave its element.

mod bars;
mod columns;
mod funnel;
mod label;
mod ranges;
mod scale;
mod shift;
mod stacks;
mod strip;
mod svg;
#[cfg(test)]
mod tests;

pub use bars::{Bar, ShareBars, SideBars};
pub use columns::{Column, Columns};
pub use funnel::{Dot, Funnel, Spot};
pub use ranges::{RangeRow, Ranges};
pub use shift::{Shift, cell_bar};
pub use stacks::{Look, StackPart, StackRow, Stacks};
pub use strip::{Cell, Strip, StripRow};

/// The README's example is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
