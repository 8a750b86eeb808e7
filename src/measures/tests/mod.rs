mod alike;
mod counting;
mod ledger;
mod opening;
mod periods;
mod published;
mod reach;
pub mod scene;
mod store;
