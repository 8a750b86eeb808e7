//! The overview of a unit: what it did in a period, beside the same dates a year ago and the period before. The finding
//! in words comes first; every number opens what it is made of.

mod below;
mod door;
mod page;
mod past;
mod scene;
mod splits;
mod standing;
mod table;
mod tiles;
mod time;
mod told;

pub use door::{Door, query};
pub use page::{Chooser, crumbs, page};
pub use scene::{Above, Asked, Beside, Scene, Where, scene};
pub use splits::member_name;
pub use standing::TreeChoice;
pub use table::{Cell, Table, TableRow};

#[cfg(test)]
mod links;
#[cfg(test)]
mod moved;
#[cfg(test)]
pub mod tests;
