//! Questionnaires as XLSForm, the spreadsheet in which the field keeps them: brought along from elsewhere, and taken there.
//! What of a file is not taken is told, each thing at its rows. `docs/xlsform.md` says it all in a table.

mod choices;
mod codes;
mod columns;
mod condition;
mod kinds;
mod problem;
mod read;
mod scales;
mod settings;
mod survey;
mod write;

pub use problem::Problem;
pub use read::{Read, read};
pub use write::write;

use crate::table::Limits;

/// How large a file of a questionnaire may be.
pub const LIMITS: Limits =
    Limits { bytes: 1 << 20, sheets: 20, rows: 5_000, columns: 250, unpacked: 30 << 20, text: 4 << 20 };

/// Sheets, as they are called in every language.
const SURVEY: &str = "survey";
const CHOICES: &str = "choices";
const SETTINGS: &str = "settings";
/// Our own: the order of areas, and those that nothing asks about, where groups cannot say it.
const AREAS: &str = "logbook_areas";

#[cfg(test)]
mod tests;
