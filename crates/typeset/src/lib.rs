//! PDF from a template and data. See the README beside this for what templates may do, and what they must.

mod fonts;
mod letters;
mod plain;
mod world;

use std::fmt;

use serde_json::Value;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use fonts::{FURTHER, Further, INTER};
pub use letters::{has, missing, settable};
use world::Room;

/// What is to be set.
pub struct Document<'a> {
    /// Typst, read once as it stands. Nothing that somebody typed belongs here: that comes as data.
    pub template: &'a str,
    /// What the template reads with `json("/data.json")`. What no font of ours has is set as a sign in its texts.
    pub data: Value,
    /// (name, content) of what the template shows with `image("/name")`; SVG, PNG or JPEG, told by the end of the name.
    /// Names are kept for as long as the program runs, so they come from a short list and never from data.
    pub pictures: &'a [(&'a str, &'a [u8])],
}

/// Why there is no PDF. It tells of the template, and is for whoever wrote that.
#[derive(Debug)]
pub struct Problem(String);

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}

/// The document as PDF/UA-1: tagged, with a title, a language, and a text for each picture, or not at all.
///
/// Takes from tens of milliseconds to seconds of one processor, so it is not for a thread that serves others.
pub fn pdf(document: Document<'_>) -> Result<Vec<u8>, Problem> {
    let room = Room::new(document)?;
    let set = typst::compile::<PagedDocument>(&room);
    let made = set.output.map_err(|all| problem(&all)).and_then(|pages| {
        let standards =
            PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| Problem(error.message().to_string()))?;
        let options = PdfOptions { creator: Smart::Custom(None), standards, ..PdfOptions::default() };
        typst_pdf::pdf(&pages, &options).map(plain::without).map_err(|all| problem(&all))
    });
    // What is remembered between documents holds their texts as well, and grows.
    comemo::evict(0);
    made
}

fn problem(all: &[SourceDiagnostic]) -> Problem {
    let one = |it: &SourceDiagnostic| {
        let hints = it.hints.iter().map(|hint| format!(" ({})", hint.v));
        format!("{}{}", it.message, hints.collect::<String>())
    };
    Problem(all.iter().map(one).collect::<Vec<_>>().join("; "))
}

#[cfg(test)]
mod tests;
