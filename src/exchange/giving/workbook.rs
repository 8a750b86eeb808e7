//! Rows on their way into a workbook.

use std::io::Write;

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::sheet::{Became, Cell, Codebook, Stop, Words};
use crate::exchange::columns::guarded;

/// Rows below the heading of one sheet of a workbook; what comes behind goes on a sheet of its own. Spreadsheets take
/// 1,048,576.
pub const MOST_ROWS: u32 = 1_000_000;
/// The longest text a spreadsheet takes in a cell, counted as it counts.
const LONGEST: usize = 32_767;

impl From<XlsxError> for Stop {
    fn from(error: XlsxError) -> Stop {
        match error {
            XlsxError::IoError(error) => error.into(),
            other => Stop::Failed(other.to_string()),
        }
    }
}

/// A workbook whose sheets lie in temporary files until it is whole; only then anything is written out.
pub struct Xlsx<W: Write + Send> {
    book: Workbook,
    out: W,
    /// What the sheets are called, alone and of several.
    name: String,
    numbered: Box<dyn Fn(i64, i64) -> String + Send>,
    headings: Vec<String>,
    most_rows: u32,
    /// Rows on the last sheet, its heading among them.
    used: u32,
    became: Became,
    bold: Format,
    day: Format,
    clock: Format,
}

impl<W: Write + Send> Xlsx<W> {
    /// `numbered` names the n-th of several sheets.
    pub fn new(
        out: W,
        headings: &[String],
        name: &str,
        numbered: impl Fn(i64, i64) -> String + Send + 'static,
        most_rows: u32,
    ) -> Result<Xlsx<W>, Stop> {
        let mut it = Xlsx {
            book: Workbook::new(),
            out,
            name: name.to_owned(),
            numbered: Box::new(numbered),
            headings: headings.to_vec(),
            most_rows,
            used: 0,
            became: Became::default(),
            bold: Format::new().set_bold(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            clock: Format::new().set_num_format("hh:mm"),
        };
        it.begin()?;
        Ok(it)
    }

    /// A further sheet, with the headings again.
    fn begin(&mut self) -> Result<(), Stop> {
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, heading) in (0u16..).zip(&self.headings) {
            sheet.set_column_width(column, width(heading))?;
            sheet.write_string_with_format(0, column, heading, &self.bold)?;
        }
        self.became.sheets += 1;
        self.used = 1;
        Ok(())
    }

    #[allow(clippy::cast_precision_loss)] // No count comes near 2^53.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Stop> {
        if self.used > self.most_rows {
            self.begin()?;
        }
        let last = usize::try_from(self.became.sheets).unwrap_or(1) - 1;
        let sheet = self.book.worksheet_from_index(last)?;
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Empty => continue,
                Cell::Int(n) => sheet.write_number(self.used, column, *n as f64)?,
                Cell::Ratio(ratio) => sheet.write_number(self.used, column, *ratio)?,
                Cell::Id(id) => sheet.write_string(self.used, column, id.to_string())?,
                Cell::Text(text) => {
                    let text = guarded(text);
                    let fits = fitting(&text);
                    self.became.cut += i64::from(fits.len() < text.len());
                    sheet.write_string(self.used, column, fits)?
                }
                Cell::Day(day) => match serial(*day) {
                    Some(n) => sheet.write_number_with_format(self.used, column, n, &self.day)?,
                    None => sheet.write_string(self.used, column, day.to_string())?,
                },
                Cell::Clock(minutes) => sheet.write_number_with_format(
                    self.used,
                    column,
                    *minutes as f64 / 1440.0,
                    &self.clock,
                )?,
            };
        }
        self.used += 1;
        self.became.rows += 1;
        Ok(())
    }

    pub fn end(self, codebook: impl FnOnce(Became) -> Codebook) -> Result<Codebook, Stop> {
        self.end_with(&[], codebook)
    }

    /// With further tables, each on a sheet of its own before the codebook.
    pub fn end_with(
        mut self,
        tables: &[Words],
        codebook: impl FnOnce(Became) -> Codebook,
    ) -> Result<Codebook, Stop> {
        let became = self.became;
        for (n, sheet) in (1..).zip(self.book.worksheets_mut()) {
            let name = match became.sheets {
                1 => self.name.clone(),
                of => (self.numbered)(n, of),
            };
            sheet.set_name(name)?;
        }
        for table in tables {
            let sheet = self.book.add_worksheet();
            sheet.set_name(&table.name)?;
            sheet.set_freeze_panes(1, 0)?;
            for (column, heading) in (0u16..).zip(&table.headings) {
                sheet.set_column_width(column, 28.0)?;
                sheet.write_string_with_format(0, column, heading, &self.bold)?;
            }
            for (row, cells) in (1u32..).zip(&table.rows) {
                for (column, text) in (0u16..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                    sheet.write_string(row, column, fitting(&guarded(text)))?;
                }
            }
        }
        let codebook = codebook(became);
        let sheet = self.book.add_worksheet();
        sheet.set_name(&codebook.name)?;
        for (column, width) in [(0, 26.0), (1, 26.0), (2, 90.0), (3, 18.0)] {
            sheet.set_column_width(column, width)?;
        }
        for (row, cells) in (0u32..).zip(&codebook.rows) {
            for (column, text) in (0u16..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(row, column, fitting(&guarded(text)))?;
            }
        }
        self.book.save_to_writer(&mut self.out)?;
        self.out.flush()?;
        Ok(codebook)
    }
}

/// Wide enough for the heading.
#[allow(clippy::cast_precision_loss)]
fn width(heading: &str) -> f64 {
    heading.chars().count().clamp(8, 40) as f64 + 2.0
}

/// The number a spreadsheet keeps for a day; none for those before its calendar is sound.
fn serial(day: NaiveDate) -> Option<f64> {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let days = i32::try_from((day - first).num_days()).ok()?;
    (days > 60).then(|| f64::from(days))
}

/// As much of the text as a cell takes.
fn fitting(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST
    });
    end.map_or(text, |(at, _)| &text[..at])
}
