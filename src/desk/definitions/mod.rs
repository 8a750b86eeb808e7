//! The definitions of every figure and field, and what is stored of whom: as pages for everybody, and as the English text
//! in `docs/`. Both are made of the same sentences in `locales/`.

mod document;
pub mod page;

pub use document::{measures_document, privacy_document};

use crate::answers;
use crate::measures::{Measure, Ratio};

/// Fields with a definition, in the order of the form.
pub const FIELDS: [&str; 21] = [
    "kind",
    "place-kind",
    "tag",
    "field",
    "project",
    "duration",
    "participants",
    "creators",
    "audience",
    "gender",
    "age",
    "created",
    "first-visits",
    "count-method",
    "note",
    "topics",
    "staff",
    "preparation",
    "volunteers",
    "cancelled",
    "one-to-one",
];

/// The rules that hold for all figures.
const RULES: [&str; 12] = [
    "define-rule-held",
    "define-rule-date",
    "define-rule-tree",
    "define-rule-branch",
    "define-rule-year",
    "define-rule-term",
    "define-rule-unknown",
    "define-rule-overlap",
    "define-rule-project",
    "define-rule-months",
    "define-rule-few",
    "define-rule-median",
];

/// Heading and sentences of each part of "What is stored".
const PRIVACY: [(&str, &[&str]); 7] = [
    (
        "privacy-young",
        &["privacy-young-1", "privacy-young-2", "privacy-young-3", "privacy-young-4", "privacy-young-photos"],
    ),
    (
        "privacy-answers",
        &[
            "privacy-answers-1",
            "privacy-answers-2",
            "privacy-answers-3",
            "privacy-answers-4",
            "privacy-answers-5",
            "privacy-answers-6",
            "privacy-answers-copies",
            "privacy-answers-7",
            "privacy-answers-8",
            "privacy-answers-9",
        ],
    ),
    (
        "privacy-staff",
        &[
            "privacy-staff-1",
            "privacy-staff-2",
            "privacy-staff-3",
            "privacy-staff-4",
            "privacy-staff-5",
            "privacy-staff-6",
            "privacy-staff-7",
            "privacy-staff-8",
            "privacy-staff-9",
        ],
    ),
    ("privacy-keep", &["privacy-keep-1", "privacy-keep-2", "privacy-keep-3"]),
    (
        "privacy-see",
        &["privacy-see-1", "privacy-see-2", "privacy-see-3", "privacy-see-4", "privacy-see-public"],
    ),
    ("privacy-not", &["privacy-not-1", "privacy-not-2", "privacy-not-3"]),
    ("privacy-where", &["privacy-where-1"]),
];

/// What young people say, as it is counted and shown.
const VOICES: [&str; 10] =
    ["complete", "index", "area", "share", "range", "chance", "beside", "target", "split", "withheld"];

/// A definition in one language.
pub struct Definition {
    /// Where it stands on the page.
    pub anchor: String,
    pub name: String,
    pub what: String,
    /// Of a measure its formula, of a field an example.
    pub more: String,
    /// Of a measure what it is counted in.
    pub unit: String,
    /// Of a measure which version of its definition this is.
    pub version: Option<i64>,
}

/// What is counted: every measure, then what funders ask for besides.
fn counted(w: crate::i18n::Words) -> Vec<Definition> {
    let measures = Measure::ALL.map(|it| of_counted(w, it.code(), it.unit(), Some(it.version())));
    let ratios = Ratio::ALL.map(|it| of_counted(w, it.code(), it.unit(), None));
    measures.into_iter().chain(ratios).chain([of_counted(w, "volunteers", "heads", None)]).collect()
}

fn of_counted(w: crate::i18n::Words, code: &str, unit: &str, version: Option<i64>) -> Definition {
    Definition {
        anchor: code.to_owned(),
        name: w.tr(&format!("measure-{code}")),
        what: w.tr(&format!("measure-{code}-what")),
        more: w.tr(&format!("measure-{code}-formula")),
        unit: w.tr(&format!("define-unit-{unit}")),
        version,
    }
}

fn of_field(w: crate::i18n::Words, field: &str) -> Definition {
    Definition {
        anchor: format!("field-{field}"),
        name: w.tr(&format!("define-{field}")),
        what: w.tr(&format!("define-{field}-what")),
        more: w.tr(&format!("define-{field}-example")),
        unit: String::new(),
        version: None,
    }
}

fn of_voice(w: crate::i18n::Words, code: &str) -> Definition {
    Definition {
        anchor: format!("voice-{code}"),
        name: w.tr(&format!("define-voice-{code}")),
        what: w.tr(&format!("define-voice-{code}-what")),
        more: w.tr(&format!("define-voice-{code}-formula")),
        unit: String::new(),
        version: None,
    }
}

/// A table that holds something of answers, in words.
struct Kept {
    table: String,
    columns: Vec<String>,
}

/// Everything that is kept of answers, from the list that a test holds the database to.
fn kept(w: crate::i18n::Words) -> Vec<Kept> {
    let table = |(table, columns): (&str, &[&str])| Kept {
        table: w.tr(&format!("kept-table-{table}")),
        columns: columns.iter().map(|column| w.tr(&format!("kept-of-{column}"))).collect(),
    };
    answers::KEPT.map(table).into()
}

/// A part of "What is stored".
struct Stored {
    /// What its heading is called in addresses: `answers`.
    code: &'static str,
    heading: String,
    sentences: Vec<String>,
}

fn privacy(w: crate::i18n::Words) -> Vec<Stored> {
    let part = |(key, all): (&'static str, &[&str])| Stored {
        code: key.trim_start_matches("privacy-"),
        heading: w.tr(key),
        sentences: all.iter().map(|key| w.tr(key)).collect(),
    };
    PRIVACY.map(part).into()
}

#[cfg(test)]
mod tests;
