//! The start page of the day, what a save changed, and the overview of a unit: figures as people come to look at them.

pub mod definitions;
mod opened;
mod overview;
mod web;

pub use web::routes;

#[cfg(test)]
mod attack;
