//! An empty table to fill in, with lists to choose from and a sheet that explains it.

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use rust_xlsxwriter::{DataValidation, Format, Formula, Workbook, Worksheet, XlsxError};

use crate::access::Act;
use crate::activities;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::i18n::Words;
use crate::table::guarded;
use crate::units;
use crate::vocabulary::Kind;
use crate::web::Visit;

/// Rows with lists to choose from.
const ROWS: u32 = 2_000;

/// Columns by the end of their keys, and how wide they are.
pub const COLUMNS: [(&str, u16); 14] = [
    ("date", 12),
    ("activity", 28),
    ("start", 10),
    ("end", 10),
    ("girls", 10),
    ("boys", 10),
    ("non_binary", 11),
    ("participants", 12),
    ("creators", 12),
    ("audience", 12),
    ("created", 16),
    ("first_visits", 12),
    ("cancelled", 10),
    ("note", 40),
];

/// The heading of a column, as the importer understands it.
pub fn heading(w: Words, column: &str) -> String {
    w.tr(&format!("import-template-{column}"))
}

fn list(sheet: &mut Worksheet, column: u16, formula: &str, w: Words) -> std::result::Result<(), XlsxError> {
    let rule = DataValidation::new()
        .allow_list_formula(Formula::new(formula))
        .set_error_title(w.tr("import-template-choose"))?
        .set_error_message(w.tr("import-template-choose-what"))?
        .set_error_style(rust_xlsxwriter::DataValidationErrorStyle::Warning);
    sheet.add_data_validation(1, column, ROWS, column, &rule)?;
    Ok(())
}

pub fn workbook(w: Words, names: &[String]) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (bold, wrap) = (Format::new().set_bold(), Format::new().set_text_wrap());
    let (day, time) = (Format::new().set_num_format("d. m. yyyy"), Format::new().set_num_format("hh:mm"));
    let lists = w.tr("import-template-lists");
    let sheet = book.add_worksheet();
    sheet.set_name(w.tr("import-template-sheet"))?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, (column, width)) in (0u16..).zip(COLUMNS) {
        sheet.set_column_width(at, width)?;
        match column {
            "date" => sheet.set_column_format(at, &day)?,
            "start" | "end" => sheet.set_column_format(at, &time)?,
            _ => sheet,
        };
        sheet.write_string_with_format(0, at, heading(w, column), &bold)?;
    }
    let place =
        |wanted: &str| COLUMNS.iter().position(|(it, _)| *it == wanted).and_then(|at| u16::try_from(at).ok());
    if let Some(at) = place("activity").filter(|_| !names.is_empty()) {
        list(sheet, at, &format!("='{lists}'!$A$1:$A${}", names.len()), w)?;
    }
    if let Some(at) = place("cancelled") {
        list(sheet, at, &format!("='{lists}'!$B$1:$B$2"), w)?;
    }
    let help = book.add_worksheet();
    help.set_name(w.tr("import-template-help"))?;
    help.set_column_width(0, 24)?;
    help.set_column_width(1, 80)?;
    for (row, (column, _)) in (0u32..).zip(COLUMNS) {
        help.write_string_with_format(row, 0, heading(w, column), &bold)?;
        help.write_string_with_format(row, 1, w.tr(&format!("import-template-{column}-what")), &wrap)?;
    }
    let after = u32::try_from(COLUMNS.len()).unwrap_or(0) + 1;
    help.write_string_with_format(after, 1, w.tr("import-template-further"), &wrap)?;
    for (row, kind) in (after + 1..).zip(Kind::ALL) {
        help.write_string(row, 1, w.tr(&format!("kind-{}", kind.code())))?;
    }
    let hidden = book.add_worksheet();
    hidden.set_name(&lists)?;
    for (row, name) in (0u32..).zip(names) {
        hidden.write_string(row, 0, guarded(name))?;
    }
    hidden.write_string(0, 1, w.tr("import-template-yes"))?;
    hidden.write_string(1, 1, w.tr("import-template-no"))?;
    hidden.set_hidden(true);
    book.save_to_buffer()
}

pub async fn give(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Record, &unit.as_place())?;
    let w = visit.w;
    let offered = activities::activities_of_unit(&app.db, unit.network.id, unit.id).await?;
    let mut names: Vec<String> = offered.iter().map(|it| w.text(&it.name)).collect();
    names.sort_by(|a, b| w.compare(a, b));
    names.dedup();
    let bytes = workbook(w, &names).map_err(|error| AppError::Internal(error.to_string()))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let name = format!("attachment; filename=\"{}-{}.xlsx\"", unit.code, w.tr("import-template-file"));
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}
