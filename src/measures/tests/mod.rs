mod alike;
mod counting;
mod few;
mod periods;
mod published;
mod reach;
pub mod scene;
mod store;
mod totals;
