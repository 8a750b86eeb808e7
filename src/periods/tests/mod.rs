mod rules;
mod store;
