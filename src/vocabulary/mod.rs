//! The words a network counts with: tags, fields, reasons, age bands, and the projects that many units share. Nothing
//! here is ever deleted or given another meaning, so that old figures keep theirs.

mod changing;
pub mod projects;
mod standard;
mod store;
mod web;
mod words;

pub use standard::{bands as standard_bands, terms as standard_terms};
pub use store::{
    age_bands, band_sets, insert_age_bands, insert_project, insert_term, insert_terms, projects, terms,
};
pub use web::routes;
pub use words::{AgeBand, Gender, Kind, Part, PlaceKind, Project, Term, Vocabulary};

#[cfg(test)]
mod tests;
