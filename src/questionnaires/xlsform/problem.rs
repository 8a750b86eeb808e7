//! What is told about a file of a questionnaire: where, what, and whether anything of it can be taken.

use std::collections::HashMap;

use crate::i18n::{Arg, Words};

/// More than this of each kind nobody reads; the rest is counted.
const MOST: usize = 300;
/// Rows that are named one by one.
const MOST_ROWS: usize = 20;
/// Characters of what is quoted out of a file.
const LONGEST_QUOTE: usize = 80;

/// Something to tell about a place in a file, or about several alike.
#[derive(Clone, Debug)]
pub struct Problem {
    sheet: Option<String>,
    rows: Vec<usize>,
    column: Option<String>,
    /// Key of the sentence.
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
    /// Nothing of the file is taken; otherwise the sentence says what becomes of this part of it.
    pub stops: bool,
}

impl Problem {
    pub fn says(&self, w: Words) -> String {
        w.with(self.key, &self.args)
    }

    /// As it is called in the file; none where the whole file is meant.
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// The first row, as the spreadsheet counts.
    pub fn row(&self) -> Option<usize> {
        self.rows.first().copied()
    }

    pub fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// The heading as it stands in the file.
    pub fn column(&self) -> Option<&str> {
        self.column.as_deref()
    }

    /// Where it is: "sheet survey, rows 3 and 7, column hint". Empty where the whole file is meant.
    pub fn place(&self, w: Words) -> String {
        let mut parts = Vec::new();
        parts.extend(self.sheet.as_ref().map(|it| w.of("xlsform-at-sheet", it)));
        let named: Vec<String> = self.rows.iter().take(MOST_ROWS).map(usize::to_string).collect();
        let more = i64::try_from(self.rows.len() - named.len()).unwrap_or(i64::MAX);
        match &named[..] {
            [] => {}
            [one] => parts.push(w.of("xlsform-at-row", one)),
            several => {
                let it = several.join(", ");
                let args = [("it", Arg::Text(it)), ("n", Arg::Int(more))];
                let key = if more == 0 { "xlsform-at-rows" } else { "xlsform-at-rows-more" };
                parts.push(w.with(key, &args));
            }
        }
        parts.extend(self.column.as_ref().map(|it| w.of("xlsform-at-column", it)));
        parts.join(", ")
    }
}

/// A place in a file; a row of 0 or a column without a name is none.
#[derive(Clone, Copy, Debug, Default)]
pub struct At<'a> {
    pub sheet: &'a str,
    pub row: usize,
    pub column: &'a str,
}

/// Collects what is told; alike things become one, with all their rows.
#[derive(Debug, Default)]
pub struct Told {
    all: Vec<Problem>,
    alike: HashMap<String, usize>,
    left: i64,
    stopped: bool,
}

impl Told {
    pub fn stop(&mut self, at: At<'_>, key: &'static str, args: &[(&'static str, &str)]) {
        self.stopped = true;
        self.add(at, key, args, true);
    }

    pub fn remark(&mut self, at: At<'_>, key: &'static str, args: &[(&'static str, &str)]) {
        self.add(at, key, args, false);
    }

    /// Whether nothing of the file can be taken.
    pub fn stopped(&self) -> bool {
        self.stopped
    }

    fn add(&mut self, at: At<'_>, key: &'static str, args: &[(&'static str, &str)], stops: bool) {
        let args: Vec<(&str, String)> = args.iter().map(|(name, it)| (*name, quote(it))).collect();
        let alike = format!("{key} {:?} {:?} {args:?}", at.sheet, at.column);
        let some = |text: &str| (!text.is_empty()).then(|| quote(text));
        let found = self.alike.get(&alike).copied();
        if let Some(problem) = found.and_then(|found| self.all.get_mut(found)) {
            if at.row > 0 && problem.rows.last() != Some(&at.row) && !problem.rows.contains(&at.row) {
                problem.rows.push(at.row);
            }
        } else if self.all.iter().filter(|it| it.stops == stops).count() < MOST {
            self.alike.insert(alike, self.all.len());
            let rows = if at.row > 0 { vec![at.row] } else { Vec::new() };
            let args = args.into_iter().map(|(name, it)| (name, Arg::Text(it))).collect();
            let (sheet, column) = (some(at.sheet), some(at.column));
            self.all.push(Problem { sheet, rows, column, key, args, stops });
        } else {
            self.left += 1;
        }
    }

    /// What stops first, each kind in the order of the file's sheets and rows.
    pub fn done(mut self) -> Vec<Problem> {
        for problem in &mut self.all {
            problem.rows.sort_unstable();
        }
        let place = |sheet: Option<&str>| match sheet {
            None => 0,
            Some(it) if it.eq_ignore_ascii_case(super::SURVEY) => 1,
            Some(it) if it.eq_ignore_ascii_case(super::CHOICES) => 2,
            Some(_) => 3,
        };
        self.all.sort_by_key(|it| (!it.stops, place(it.sheet()), it.row()));
        if self.left > 0 {
            let args = vec![("n", Arg::Int(self.left))];
            let (sheet, column) = (None, None);
            let rows = Vec::new();
            self.all.push(Problem { sheet, rows, column, key: "xlsform-more", args, stops: false });
        }
        self.all
    }
}

/// What a file says, short enough for a sentence.
fn quote(text: &str) -> String {
    if text.chars().nth(LONGEST_QUOTE).is_none() {
        return text.to_owned();
    }
    text.chars().take(LONGEST_QUOTE).chain(['…']).collect()
}
