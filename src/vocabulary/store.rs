//! SQL for terms, age bands and projects.

mod bands;
mod projects;
mod terms;

pub use bands::*;
pub use projects::*;
pub use terms::*;
