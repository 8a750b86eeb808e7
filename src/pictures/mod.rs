//! Pictures of live figures to be handed on: one number, a comparison, a year in figures, a map of tiles, voices, "you said,
//! we did". Whoever gets one was never asked who they are, so a picture shows what somebody who sees figures only is told,
//! whoever makes it.

mod draw;
mod making;
mod picture;
mod shape;
mod span;
mod tiles;
mod web;

pub use draw::{png, svg};
pub use making::{Asked, Made, make, offered};
pub use picture::Picture;
pub use shape::{Format, Shape, Template};
pub use span::latest_month;
pub use web::routes;

#[cfg(test)]
mod tests;
