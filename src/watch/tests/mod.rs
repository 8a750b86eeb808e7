mod chance;
mod coverage;
mod pages;
mod rules;
mod scene;
mod sight;
mod store;
mod visits;
