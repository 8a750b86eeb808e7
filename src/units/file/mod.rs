//! The tree as a file: one unit a row, to fill in a spreadsheet and to take along. What a file says is read here, and what
//! would come of it; nothing here knows of the database or of pages.

mod columns;
mod plan;
mod sheet;

pub use columns::{Column, date, table};
pub use plan::{Ground, Known, Mended, Plan, Planned, plan};
pub use sheet::{LIMITS, Row, read};

use crate::i18n::{Arg, Words};

/// Why a file cannot be brought in, at a row and a column of it.
#[derive(Clone, Debug)]
pub struct Problem {
    /// As the spreadsheet counts it; none where the whole file is meant.
    pub row: Option<usize>,
    /// Heading as it stands in the file.
    pub column: Option<String>,
    /// Key of the sentence.
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

impl Problem {
    pub fn says(&self, w: Words) -> String {
        w.with(self.key, &self.args)
    }
}

#[cfg(test)]
mod tests;
