//! What changes about a unit in the course of time: what it is called, where it stands, whether it is open. Each change
//! holds from a day on, and everything before stays as it was: entries belong to the unit that recorded them, and figures
//! ask where it stood on their days. A unit that is merged closes and names its successor.

mod acts;
mod store;
pub mod tree;

pub use acts::{Closing, Done, Moving, Naming, close, rename, reopen, transfer, unname, untransfer};
pub use store::history;

#[cfg(test)]
mod tests;
