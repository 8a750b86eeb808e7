//! How a unit looks where something of it is handed on, on pictures and in reports: one colour, chosen or the house's, and all
//! others made of it, so that words can be read on each.

mod colour;
mod store;
mod tones;

pub use colour::{Colour, INK, LAKE, WHITE};
pub use store::{colour, set_colour};
pub use tones::Tones;
