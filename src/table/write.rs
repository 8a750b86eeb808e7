//! Rows as files, safe in a spreadsheet.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::Cell;

/// Whether a spreadsheet might take the text for a formula, also after marks that were put before it.
fn acts(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A mark before it makes a formula plain text.
pub fn guarded(text: &str) -> String {
    if acts(text) { format!("'{text}") } else { text.to_owned() }
}

/// Takes off the mark that [`guarded`] put on.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if acts(rest) => rest,
        _ => text,
    }
}

/// As CSV with commas. `mark` begins it with the byte-order mark that makes spreadsheets read č, š and ž.
pub fn to_csv(rows: &[Vec<String>], mark: bool) -> Vec<u8> {
    let begin = if mark { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
    let mut out = csv::WriterBuilder::new().flexible(true).from_writer(begin);
    for row in rows {
        // Writing into memory does not fail.
        let _ = out.write_record(row.iter().map(|cell| guarded(cell)));
    }
    out.into_inner().unwrap_or_default()
}

/// As a workbook with one sheet.
pub fn to_xlsx(rows: &[Vec<String>], name: &str) -> Result<Vec<u8>, XlsxError> {
    to_workbook(&[(name, rows)])
}

/// As a workbook whose numbers are numbers: sheets by name, each with its heading first.
pub fn to_typed_workbook(sheets: &[(&str, &[Vec<Cell>])]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (at, row) in (0u32..).zip(*rows) {
            for (column, cell) in (0u16..).zip(row) {
                match cell {
                    Cell::Empty => {}
                    Cell::Number(n) => {
                        sheet.write_number(at, column, *n)?;
                    }
                    cell if at == 0 => {
                        sheet.write_string_with_format(at, column, guarded(&cell.said()), &bold)?;
                    }
                    cell => {
                        sheet.write_string(at, column, guarded(&cell.said()))?;
                    }
                }
            }
        }
        sheet.autofit();
    }
    book.save_to_buffer()
}

/// [`to_typed_workbook`] of texts alone.
pub fn to_workbook(sheets: &[(&str, &[Vec<String>])]) -> Result<Vec<u8>, XlsxError> {
    let cells = |row: &Vec<String>| row.iter().cloned().map(Cell::Text).collect::<Vec<_>>();
    let typed: Vec<(&str, Vec<Vec<Cell>>)> =
        sheets.iter().map(|(name, rows)| (*name, rows.iter().map(cells).collect())).collect();
    let sheets: Vec<(&str, &[Vec<Cell>])> =
        typed.iter().map(|(name, rows)| (*name, rows.as_slice())).collect();
    to_typed_workbook(&sheets)
}
