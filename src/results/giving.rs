//! A unit's results as a file: the rows that its page shows, of every questionnaire it was asked.

use super::reading::{self, Reading};
use super::rows::{HEADINGS, as_cells, as_json, rows};
use super::store::Of;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::evaluation::Evaluation;
use crate::i18n::Words;
use crate::table::{self, Cell};
use crate::units::Unit;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Json,
    Xlsx,
}

impl Format {
    pub const ALL: [Format; 3] = [Format::Csv, Format::Xlsx, Format::Json];

    pub fn code(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Xlsx => "xlsx",
        }
    }

    pub fn from_code(code: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.code() == code)
    }

    pub fn mime(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Json => "application/json",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// Every questionnaire's results of the evaluation at this place of `visible`.
pub async fn all(app: &App, unit: &Unit, visible: &[(Evaluation, Of)], at: usize) -> Result<Vec<Reading>> {
    let Some((_, of)) = visible.get(at) else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for asked in reading::asked(app, *of, unit.id).await? {
        all.push(reading::read(app, unit, visible, at, asked).await?);
    }
    Ok(all)
}

/// As a file. `mark`: CSV begins with the mark that spreadsheets want.
pub fn file(w: Words, unit: &Unit, all: &[Reading], format: Format, mark: bool) -> Result<Vec<u8>> {
    let failed = |error: &dyn std::fmt::Display| AppError::Internal(error.to_string());
    if format == Format::Json {
        let found: Vec<_> = all.iter().flat_map(|it| as_json(it, &unit.code, &rows(w, it))).collect();
        return serde_json::to_vec_pretty(&found).map_err(|error| failed(&error));
    }
    let mut lines: Vec<Vec<Cell>> = vec![HEADINGS.map(|it| Cell::Text(it.to_owned())).to_vec()];
    lines.extend(all.iter().flat_map(|it| as_cells(it, &unit.code, &rows(w, it))));
    if format == Format::Csv {
        let said: Vec<Vec<String>> = lines.iter().map(|row| row.iter().map(Cell::said).collect()).collect();
        return Ok(table::to_csv(&said, mark));
    }
    let meanings = HEADINGS
        .map(|it| [Cell::Text(it.to_owned()), Cell::Text(w.tr(&format!("results-column-{it}")))].to_vec());
    let sheets: [(&str, &[Vec<Cell>]); 2] =
        [(&w.tr("results-sheet"), &lines), (&w.tr("results-sheet-codebook"), &meanings)];
    table::to_typed_workbook(&sheets).map_err(|error| failed(&error))
}
