//! Addresses of files to take along.

mod body;
mod entries;
mod figures;

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderName};

#[cfg(test)]
pub(super) use body::piped;

use super::give::Format;
use crate::web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/entries/file", entries::file)
        .get("/units/{network}/{unit}/entries/file/codebook", entries::codebook)
        .get("/units/{network}/{unit}/figures/file", figures::file)
}

/// What makes a browser keep an answer as a file.
fn as_file(name: &str, format: Format) -> [(HeaderName, String); 2] {
    let kind = match format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let name = format!("attachment; filename=\"{name}.{}\"", format.code());
    [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)]
}
