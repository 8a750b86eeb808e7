//! How figures are written: as everywhere.

pub use crate::measures::{difference, shown};
