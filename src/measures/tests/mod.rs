mod alike;
mod counting;
mod ledger;
mod opening;
mod periods;
mod published;
pub mod scene;
mod store;
