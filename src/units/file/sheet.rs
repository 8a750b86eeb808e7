//! The rows of a file of units: its first sheet, as text.

use crate::table::{self, Cell, Limits, Unreadable};

/// How large a file of units may be.
pub const LIMITS: Limits = Limits {
    bytes: 5 * 1024 * 1024,
    sheets: 1,
    rows: 20_000,
    columns: 60,
    unpacked: 100 << 20,
    text: 20 << 20,
};

/// A row that has something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// As the spreadsheet counts it, from 1.
    pub number: usize,
    pub cells: Vec<String>,
}

/// Reads a table of units. Of a moment only the day counts here.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, Unreadable> {
    let sheets = table::read(bytes, &LIMITS)?;
    let said = |cell: Cell| match cell {
        Cell::Moment(day, _) => day.to_string(),
        Cell::Fault => String::new(),
        other => other.said(),
    };
    let rows = sheets.into_iter().next().map(|sheet| sheet.rows).ok_or(Unreadable::Empty)?;
    let row = |row: table::Row| Row { number: row.number, cells: row.cells.into_iter().map(said).collect() };
    Ok(rows.into_iter().map(row).collect())
}
