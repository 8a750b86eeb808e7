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
