//! Records to take along: every entry somebody may see, in a table that other programs read, with stable codes, labels in
//! their language and a codebook; and for whoever sees figures only, those.

mod answers;
mod codebook;
mod figures;
mod give;
mod lexicon;
mod long;
mod names;
mod sheet;
mod store;
mod web;
mod wide;
mod workbook;

pub use codebook::csv as codebook_csv;
pub use give::{Format, Given, Ready, Shape, Wanted, give, ready};
pub use names::Names;
pub use sheet::{Cell, Codebook, Sheet, Stop, Words};
pub use web::routes;
pub use wide::Sees;
pub use workbook::{MOST_ROWS, Xlsx};

#[cfg(test)]
mod tests;

use crate::db::DbError;

/// The codebook of a file as one of its own: CSV, for formats that have no room for it.
///
/// # Errors
/// Where what a file is about cannot be read.
pub fn codebook_of(app: &crate::app::App, ready: &Ready, given: Given) -> Result<Vec<u8>, DbError> {
    let became = sheet::Became { rows: given.rows, sheets: 1, cut: 0 };
    let page = app.settings.base_url();
    let about = codebook::About { made: app.clock.now(), page: &page, given, became };
    Ok(codebook::csv(&codebook::rows(&ready.wanted, &ready.lexicon, &ready.columns, &about)))
}
