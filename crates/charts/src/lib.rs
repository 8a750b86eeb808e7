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
//! * [`cell_bar`]: a bar for a table cell
//!
//! Every input is drawable: what is negative, infinite or not a number counts as 0, and no text can leave its element.

mod bars;
mod columns;
mod shift;
mod strip;
mod svg;
#[cfg(test)]
mod tests;

pub use bars::{Bar, ShareBars, SideBars};
pub use columns::{Column, Columns};
pub use shift::{Shift, cell_bar};
pub use strip::{Cell, Strip, StripRow};

/// The README's example is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
