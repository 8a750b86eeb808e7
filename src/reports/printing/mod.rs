//! A report as a file: PDF, DOCX, workbook, or a page that stands by itself. All of the same [`Composed`] report.

mod docx;
mod pdf;
mod plan_sheet;
mod sheet;
mod view;

use chrono::NaiveDate;

pub use docx::docx;
pub use pdf::{TEMPLATE, pdf, pictures};
pub use sheet::xlsx;
pub use view::{ChapterView, Marks, Sources, chapters};

use super::document::{Composed, Figure, HAND, INDEX, MEETINGS, PLAN};
use super::look::Look;
use super::sources::{Source, sources};
use crate::i18n::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Pdf,
    Docx,
    Xlsx,
    Html,
}

impl Format {
    pub const ALL: [Format; 4] = [Format::Pdf, Format::Docx, Format::Xlsx, Format::Html];

    pub fn code(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
            Format::Xlsx => "xlsx",
            Format::Html => "html",
        }
    }

    pub fn from_code(code: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.code() == code)
    }
}

/// A report with what is said of it as a whole.
pub struct Printed<'a> {
    pub w: Words,
    pub composed: &'a Composed,
    pub look: &'a Look,
    /// The day it was finished; none: it is being written.
    pub finished: Option<NaiveDate>,
    /// The day, and the change of the network, that its figures are of.
    pub state: (NaiveDate, i64),
    /// Where it is read, with every figure opened; none where it is kept nowhere.
    pub address: Option<String>,
    /// Where definitions stand.
    pub definitions: String,
}

/// Of a unit and period: the marks with what they stand for.
pub struct Origin {
    pub heading: String,
    pub figures: Vec<(String, String)>,
    /// Whether each is told on a line of its own, for it is a sentence.
    pub by_line: bool,
}

impl Printed<'_> {
    /// That it is a draft, or when it was finished.
    pub fn standing(&self) -> String {
        match self.finished {
            Some(day) => self.w.of("report-finished-on", self.w.date(day)),
            None => self.w.tr("report-draft"),
        }
    }

    /// Of which day and change the figures are.
    pub fn state(&self) -> String {
        let (day, seq) = self.state;
        self.w.with("report-state", &[("day", self.w.date(day).into()), ("n", seq.into())])
    }

    /// Where figures come from.
    pub fn sources(&self) -> Vec<Origin> {
        let own = &self.composed.document.sources;
        let origin = |source: &Source| Origin {
            heading: self.heading(source),
            figures: self.marked(source),
            by_line: source.figures.iter().any(|(mark, ..)| own.contains_key(mark)),
        };
        sources(&self.composed.figures).iter().map(origin).collect()
    }

    fn heading(&self, source: &Source) -> String {
        let last = source.until.pred_opt().unwrap_or(source.until);
        format!("{}, {}", source.unit_name, self.w.span(source.from, last))
    }

    fn marked(&self, source: &Source) -> Vec<(String, String)> {
        let one = |(mark, measure, axis, definition): &(String, String, String, i64)| {
            if let Some(says) = self.composed.document.sources.get(mark) {
                return (mark.clone(), says.clone());
            }
            let mut says = self.measure(measure);
            if !axis.is_empty() && axis != PLAN && measure != INDEX {
                says = self.w.of(&format!("report-by-{axis}"), says);
            }
            // The first one goes without saying.
            if *definition > 1 {
                says = format!("{says} ({})", self.w.of("report-definition", definition));
            }
            (mark.clone(), says)
        };
        source.figures.iter().map(one).collect()
    }

    /// What a measure is called.
    pub fn measure(&self, code: &str) -> String {
        match code {
            INDEX => self.w.tr("report-index"),
            HAND => self.w.tr("plan-counts"),
            MEETINGS => self.w.tr("report-meetings"),
            code => self.w.tr(&format!("measure-{code}")),
        }
    }

    /// What a measure counts, in the program's code for it.
    pub fn counted_in(figure: &Figure) -> &'static str {
        let other = if [HAND, MEETINGS].contains(&figure.measure.as_str()) { "count" } else { "points" };
        figure.measure().map_or(other, crate::measures::Measure::unit)
    }

    pub fn title(&self) -> String {
        self.composed.document.name.clone()
    }
}
