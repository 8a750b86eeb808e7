mod counting;
mod opening;
mod periods;
mod published;
mod scene;
mod store;
