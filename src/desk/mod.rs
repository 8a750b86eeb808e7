//! The start page of the day, what a save changed, and the overview of a unit: figures as people come to look at them.

mod web;

pub use web::routes;
