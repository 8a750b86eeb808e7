//! A colleague leaves: what they have in a branch, and the one page where it is handed over. How roles change hands stands
//! in `people`; here it is told together with what they recorded, which stays and keeps their name.

mod web;

pub use web::routes;

#[cfg(test)]
mod tests;
