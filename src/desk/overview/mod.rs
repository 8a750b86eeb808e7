//! The overview of a unit: what it did in a period, beside the same dates a year ago and the period before. The finding
//! in words comes first; every number opens what it is made of.

mod below;
mod page;
mod past;
mod scene;
mod shown;
mod splits;
mod table;
mod tiles;
mod time;

pub use page::{Chooser, crumbs, page};
pub use scene::{Asked, Beside, Scene, query, scene};
pub use shown::shown;
pub use splits::member_name;
pub use table::{Cell, Table, TableRow};

#[cfg(test)]
mod links;
#[cfg(test)]
pub mod tests;
