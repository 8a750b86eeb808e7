//! What pictures tell, to whom, and that nothing breaks one.

mod pages;
mod rules;
mod telling;
