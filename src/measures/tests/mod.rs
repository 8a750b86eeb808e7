mod counting;
mod opening;
mod periods;
mod published;
pub mod scene;
mod store;
