//! What changes about a unit in the course of time: what it is called, where it stands, whether it is open. Each change
//! holds from a day on, and everything before stays as it was: entries belong to the unit that recorded them, and figures
//! ask where it stood on their days. A unit that is merged closes and names its successor.

mod acts;
mod called;
mod closing;
mod opening;
mod store;
pub mod tree;

pub use acts::{Done, Moving, Naming, rename, transfer, unname, untransfer};
pub use called::Called;
pub use closing::{Closable, Closing, alone, closable, close, reopen};
pub use opening::mend as mend_openings;
pub use store::{Closure, called, history};

#[cfg(test)]
mod tests;
