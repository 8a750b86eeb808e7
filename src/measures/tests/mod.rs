mod alike;
mod counting;
mod periods;
mod published;
mod reach;
pub mod scene;
mod store;
mod totals;
mod trees;
