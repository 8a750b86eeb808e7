//! Rows of cells out of CSV or XLSX, and back: the one reader of files that people bring. It knows rows, columns and
//! cells; what they mean is for the feature that asked.

mod text;
mod workbook;
mod write;

use chrono::NaiveDate;

use crate::i18n::{Arg, Words};

pub use write::{guarded, to_csv, to_typed_workbook, to_workbook, to_xlsx, unguarded};

/// What stands in a cell, as the file keeps it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    Day(NaiveDate),
    /// Minutes after midnight, or minutes long: spreadsheets write both alike.
    Clock(i64),
    /// A day and minutes after its midnight.
    Moment(NaiveDate, i64),
    /// What a spreadsheet could not work out.
    Fault,
}

impl Cell {
    pub fn is_empty(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// As text, with dates as YYYY-MM-DD.
    pub fn said(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Number(n) => n.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Clock(minutes) => clock(*minutes),
            Cell::Moment(day, minutes) => format!("{day} {}", clock(*minutes)),
            Cell::Fault => "#".to_owned(),
        }
    }
}

fn clock(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A row that has something in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// As the spreadsheet counts it, from 1.
    pub number: usize,
    pub cells: Vec<Cell>,
}

/// A sheet that has something in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// None where the file is one table.
    pub name: Option<String>,
    pub rows: Vec<Row>,
}

/// How much of a file is read at most. A small file can be made to fill any memory.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub bytes: usize,
    pub sheets: usize,
    /// Rows with something in them, of all sheets together.
    pub rows: usize,
    pub columns: usize,
    /// Bytes of a packed file, unpacked.
    pub unpacked: u64,
    /// Bytes of text in all cells together.
    pub text: usize,
}

/// Cells of all sheets together.
const MOST_CELLS: usize = 8_000_000;

/// Why nothing of a file can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    TooLarge,
    /// Its content, once unpacked.
    TooMuch,
    TooManyRows,
    TooManyColumns,
    /// XLS, ODS, or locked with a password.
    OtherFormat,
    NotATable,
}

impl Unreadable {
    fn key(self) -> &'static str {
        match self {
            Unreadable::Empty => "table-empty",
            Unreadable::TooLarge => "table-too-large",
            Unreadable::TooMuch => "table-too-much",
            Unreadable::TooManyRows => "table-too-many-rows",
            Unreadable::TooManyColumns => "table-too-many-columns",
            Unreadable::OtherFormat => "table-other-format",
            Unreadable::NotATable => "table-not-a-table",
        }
    }

    /// In words, with what would have been possible.
    pub fn says(self, w: Words, limits: &Limits) -> String {
        let n = match self {
            Unreadable::TooLarge => limits.bytes / (1024 * 1024),
            Unreadable::TooManyRows => limits.rows,
            Unreadable::TooManyColumns => limits.columns,
            _ => return w.tr(self.key()),
        };
        w.with(self.key(), &[("n", Arg::Int(i64::try_from(n).unwrap_or(i64::MAX)))])
    }
}

/// Takes in rows until there are too many.
struct Kept {
    limits: Limits,
    sheets: Vec<Sheet>,
    rows: usize,
    cells: usize,
    text: usize,
}

impl Kept {
    fn new(limits: &Limits) -> Kept {
        Kept { limits: *limits, sheets: Vec::new(), rows: 0, cells: 0, text: 0 }
    }

    fn sheet(&mut self, name: Option<String>) {
        self.sheets.push(Sheet { name, rows: Vec::new() });
    }

    /// Counts the text of a cell before it is kept.
    fn weigh(&mut self, text: &str) -> Result<(), Unreadable> {
        self.text += text.len();
        if self.text > self.limits.text { Err(Unreadable::TooMuch) } else { Ok(()) }
    }

    /// Adds a row if anything stands in it.
    fn keep(&mut self, number: usize, mut cells: Vec<Cell>) -> Result<(), Unreadable> {
        while cells.last().is_some_and(Cell::is_empty) {
            cells.pop();
        }
        if cells.is_empty() {
            return Ok(());
        }
        if cells.len() > self.limits.columns {
            return Err(Unreadable::TooManyColumns);
        }
        self.rows += 1;
        self.cells += cells.len();
        if self.rows > self.limits.rows {
            return Err(Unreadable::TooManyRows);
        }
        if self.cells > MOST_CELLS {
            return Err(Unreadable::TooMuch);
        }
        cells.shrink_to_fit();
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.rows.push(Row { number, cells });
        }
        Ok(())
    }

    fn done(mut self) -> Result<Vec<Sheet>, Unreadable> {
        self.sheets.retain(|sheet| !sheet.rows.is_empty());
        if self.sheets.is_empty() { Err(Unreadable::Empty) } else { Ok(self.sheets) }
    }
}

/// Reads a file: XLSX where it begins as one, else text with commas, semicolons or tabs. Blank rows are left out. What its
/// name says is not asked.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, Unreadable> {
    if bytes.len() > limits.bytes {
        return Err(Unreadable::TooLarge);
    }
    let mut kept = Kept::new(limits);
    if bytes.starts_with(b"PK\x03\x04") {
        workbook::read(bytes, &mut kept)?;
    } else {
        text::read(bytes, &mut kept)?;
    }
    kept.done()
}

#[cfg(test)]
mod tests;
