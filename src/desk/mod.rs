//! The start page of the day, what a save changed, the overview of a unit, and closing its periods: figures as
//! people come to look at them.

pub mod definitions;
mod opened;
mod overview;
mod periods;
mod steps;
mod web;

pub use web::routes;

#[cfg(test)]
mod attack;
#[cfg(test)]
mod tests;
