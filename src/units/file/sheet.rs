//! Rows of cells out of CSV or XLSX, and back.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// The largest file.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;
/// The most rows, the heading among them.
pub const MOST_ROWS: usize = 20_000;
/// Cells further to the right are not looked at.
const MOST_COLUMNS: usize = 60;
/// What a packed file may come to unpacked: a small one can be made to fill any memory.
const MOST_UNPACKED: u64 = 100 * 1024 * 1024;

/// A row that has something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// As the spreadsheet counts it, from 1.
    pub number: usize,
    pub cells: Vec<String>,
}

/// Why nothing of a file can be read; the key of the sentence is [`Unreadable::key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    TooLarge,
    TooManyRows,
    /// Text, but not UTF-8.
    NotUtf8,
    NotATable,
}

impl Unreadable {
    pub fn key(self) -> &'static str {
        match self {
            Unreadable::Empty => "file-empty",
            Unreadable::TooLarge => "file-too-large",
            Unreadable::TooManyRows => "file-too-many-rows",
            Unreadable::NotUtf8 => "file-not-utf8",
            Unreadable::NotATable => "file-not-a-table",
        }
    }
}

/// Reads a table, XLSX where it begins as one, else text with commas, semicolons or tabs. Blank rows are left out.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let rows = if bytes.starts_with(b"PK\x03\x04") { xlsx(bytes)? } else { text(bytes)? };
    if rows.is_empty() { Err(Unreadable::Empty) } else { Ok(rows) }
}

/// Adds a row if anything stands in it.
fn keep(rows: &mut Vec<Row>, number: usize, cells: Vec<String>) -> Result<(), Unreadable> {
    if cells.iter().all(|cell| cell.trim().is_empty()) {
        return Ok(());
    }
    if rows.len() >= MOST_ROWS {
        return Err(Unreadable::TooManyRows);
    }
    rows.push(Row { number, cells: cells.iter().map(|cell| unguarded(cell).to_owned()).collect() });
    Ok(())
}

fn text(bytes: &[u8]) -> Result<Vec<Row>, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::NotUtf8)?;
    if text.contains('\0') {
        return Err(Unreadable::NotATable);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Excel's own word about the separator, before the table begins.
    let (said, text, before) = match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() == 5 && first.starts_with("sep=") => {
            (Some(first.as_bytes()[4]), rest, 1)
        }
        _ => (None, text, 0),
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(said.unwrap_or_else(|| separator(text)))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Unreadable::NotATable)?;
        let number = record.position().map_or(0, |at| line_of(text, at)) + before;
        keep(&mut rows, number, record.iter().take(MOST_COLUMNS).map(str::to_owned).collect())?;
    }
    Ok(rows)
}

/// The line a record begins on; the reader tells the first of the blank lines before it.
fn line_of(text: &str, at: &csv::Position) -> usize {
    let begin = usize::try_from(at.byte()).unwrap_or(0);
    let rest = text.as_bytes().get(begin..).unwrap_or(&[]);
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    usize::try_from(at.line()).unwrap_or(0) + blank.filter(|byte| **byte == b'\n').count()
}

/// What separates the headings: the commonest candidate outside quotes in the first line that is not blank.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let outside: Vec<&str> = first.split('"').step_by(2).collect();
    let count = |byte: char| outside.iter().map(|part| part.matches(byte).count()).sum::<usize>();
    [(b',', count(',')), (b';', count(';')), (b'\t', count('\t'))]
        .into_iter()
        .rev()
        .max_by_key(|(_, n)| *n)
        .map_or(b',', |(byte, _)| byte)
}

/// What the directory of a packed file says it comes to.
fn unpacked(bytes: &[u8]) -> u64 {
    bytes
        .windows(28)
        .filter(|window| window.starts_with(b"PK\x01\x02"))
        .map(|window| u64::from(u32::from_le_bytes([window[24], window[25], window[26], window[27]])))
        .sum()
}

/// Cell by cell: a range would take room for everything between the first and the last of them.
fn xlsx(bytes: &[u8]) -> Result<Vec<Row>, Unreadable> {
    if unpacked(bytes) > MOST_UNPACKED {
        return Err(Unreadable::TooLarge);
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotATable)?;
    let sheet = book.sheet_names().first().cloned().ok_or(Unreadable::Empty)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(|_| Unreadable::NotATable)?;
    let (mut rows, mut number, mut row) = (Vec::new(), 0, Vec::new());
    while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::NotATable)? {
        let (at, column) = cell.get_position();
        let at = usize::try_from(at).unwrap_or(usize::MAX - 1) + 1;
        if at != number {
            keep(&mut rows, number, std::mem::take(&mut row))?;
            number = at;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column < MOST_COLUMNS {
            row.resize(row.len().max(column + 1), String::new());
            row[column] = said(cell.get_value());
        }
    }
    keep(&mut rows, number, row)?;
    Ok(rows)
}

/// A cell as text. Dates as a spreadsheet keeps them become YYYY-MM-DD.
fn said(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => n.to_string(),
        DataRef::Bool(it) => it.to_string(),
        DataRef::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Whether a spreadsheet might take the text for a formula, also after marks that were put before it.
fn acts(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A mark before it makes a formula plain text.
fn guarded(text: &str) -> String {
    if acts(text) { format!("'{text}") } else { text.to_owned() }
}

/// Takes off the mark that [`guarded`] put on.
fn unguarded(text: &str) -> &str {
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
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    for (at, row) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(row) {
            if at == 0 {
                sheet.write_string_with_format(at, column, guarded(cell), &bold)?;
            } else {
                sheet.write_string(at, column, guarded(cell))?;
            }
        }
    }
    sheet.autofit();
    book.save_to_buffer()
}
