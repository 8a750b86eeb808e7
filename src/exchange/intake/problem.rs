//! What is told about a file, at a row and a column of it.

use crate::i18n::{Arg, Words};

/// More than this nobody reads; the rest is counted.
const MOST: usize = 1_000;

/// Something to tell about a place in a file.
#[derive(Clone, Debug)]
pub struct Problem {
    pub sheet: Option<String>,
    /// As the spreadsheet counts it; none where the whole file is meant.
    pub row: Option<usize>,
    /// Heading as it stands in the file.
    pub column: Option<String>,
    /// Key of the sentence.
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

impl Problem {
    pub fn new(key: &'static str) -> Problem {
        Problem { sheet: None, row: None, column: None, key, args: Vec::new() }
    }

    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Problem {
        self.args.push((name, value.into()));
        self
    }

    pub fn says(&self, w: Words) -> String {
        w.with(self.key, &self.args)
    }

    /// Where it is: "row 3, column Fantje", with the sheet where there are several.
    pub fn place(&self, w: Words) -> String {
        let mut parts = Vec::new();
        parts.extend(self.sheet.as_ref().map(|it| w.of("import-at-sheet", it)));
        parts.extend(self.row.map(|it| w.of("import-at-row", it)));
        parts.extend(self.column.as_ref().map(|it| w.of("import-at-column", it)));
        parts.join(", ")
    }
}

/// Problems as they come, the first of them kept.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    pub kept: Vec<Problem>,
    /// How many there are.
    pub n: usize,
}

impl Problems {
    pub fn push(&mut self, problem: Problem) {
        self.n += 1;
        if self.kept.len() < MOST {
            self.kept.push(problem);
        }
    }

    pub fn append(&mut self, other: Problems) {
        self.n += other.n - other.kept.len();
        other.kept.into_iter().for_each(|problem| self.push(problem));
    }

    pub fn is_empty(&self) -> bool {
        self.n == 0
    }
}
