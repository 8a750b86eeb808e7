//! Pictures beside what was recorded: the sheet that everybody signed, the poster, the stage that young people built. They
//! prove what a figure says, and some of them may be told in reports, where everyone who can be recognised has agreed. And the
//! sign under which a unit tells it, its logo.
//!
//! Every picture is written anew from its points ([`reading`]): nothing of where and with what it was taken is kept.

mod file;
mod keeping;
mod logo;
mod reading;
mod store;
mod web;

pub use file::{Captioned, File, MOST, Typed, Use};
pub use keeping::{Put, Read, change, put, read, remove};
pub use logo::{logo, put_logo, read_logo, remove_logo};
pub use reading::{Logo, MOST_BYTES, Photo, Unreadable};
pub use store::many::{count_before, large_of, proofs, remove_before, still_told, told_of};
pub use web::{beside, routes};

#[cfg(test)]
mod tests;
