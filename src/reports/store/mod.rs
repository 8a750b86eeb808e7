//! SQL for reports.

mod entries;
mod figures;
mod reports;
mod sections;
mod templates;

pub use entries::{Candidate, Since, candidates, changed_since, waiting};
pub use figures::{
    About, figures, finished_about, finished_of_plan, finished_parts, insert_figures, of_mark,
};
pub use reports::{
    FinishedOne, all, discard, document, find, finish, finished, insert, last_of, superseded_by, thrown_away,
};
pub use sections::{insert as insert_section, sections, versions};
pub use templates::{insert as insert_template, template, templates};
