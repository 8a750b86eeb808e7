//! What a file says of itself: where it is from, how long it is, what each column means and each code is called.

use chrono::{DateTime, Utc};

use super::give::{Given, Shape, Wanted};
use super::lexicon::{Lexicon, Named};
use super::long::AXES;
use super::sheet::{Became, Codebook};
use super::wide::age_label;
use crate::activities::{CountMethod, Status, UNKNOWN};
use crate::clock::Day;
use crate::exchange::columns::{Column, Holds, LABEL, PARTS, guarded};
use crate::reflections::Scale;
use crate::vocabulary::{Gender, Kind, PlaceKind, Vocabulary};

/// What is known once the last row is written.
pub struct About<'a> {
    pub made: DateTime<Utc>,
    /// Where definitions stand.
    pub page: &'a str,
    pub given: Given,
    pub became: Became,
}

/// The codebook as a sheet.
pub fn sheet(wanted: &Wanted, lexicon: &Lexicon, columns: &[Column], about: &About<'_>) -> Codebook {
    Codebook { name: wanted.w.tr("given-codebook"), rows: rows(wanted, lexicon, columns, about) }
}

/// Column, code, meaning, what a cell holds; what is true of the whole file stands first.
pub fn rows(wanted: &Wanted, lexicon: &Lexicon, columns: &[Column], about: &About<'_>) -> Vec<[String; 4]> {
    let mut book = Book { lexicon, rows: Vec::new() };
    book.about(wanted, about);
    book.rows.push(Default::default());
    let heads = ["given-head-column", "given-head-code", "given-head-meaning", "given-head-holds"];
    book.rows.push(heads.map(|key| lexicon.w.tr(key)));
    match wanted.shape {
        Shape::Wide => columns.iter().for_each(|column| book.column(column)),
        Shape::Long => book.long(),
        Shape::Reflections => book.answers(),
    }
    book.rows
}

struct Book<'a> {
    lexicon: &'a Lexicon,
    rows: Vec<[String; 4]>,
}

impl Book<'_> {
    fn about(&mut self, wanted: &Wanted, about: &About<'_>) {
        let w = self.lexicon.w;
        let period = match (wanted.filter.from, wanted.filter.last) {
            (Some(from), Some(last)) => w.span(from, last),
            (Some(from), None) => w.with("given-since", &[("day", from.into())]),
            (None, Some(last)) => w.with("given-until", &[("day", last.into())]),
            (None, None) => w.tr("given-always"),
        };
        let name = w.text(&wanted.unit.name);
        let zone = wanted.unit.zone;
        let mut say = |key: &str, value: String| {
            self.rows.push([w.tr(key), String::new(), value, String::new()]);
        };
        say("given-about-unit", format!("{name} ({})", wanted.unit.code));
        say("given-about-period", period);
        if !wanted.chosen.is_empty() {
            say("given-about-chosen", wanted.chosen.clone());
        }
        say("given-about-entries", w.int(about.given.entries));
        if about.became.rows > 0 {
            say("given-about-rows", w.int(about.became.rows));
        }
        if about.became.sheets > 1 {
            say("given-about-sheets", w.n("given-sheets", about.became.sheets));
        }
        if about.became.cut > 0 {
            say("given-about-cut", w.n("given-cut", about.became.cut));
        }
        say("given-about-made", w.date(Day::Now(about.made).in_zone(zone)));
        say("given-about-meaning", format!("{}/definitions", about.page));
        for rule in ["given-rule-empty", "given-rule-status", "given-rule-mark"] {
            say("given-about-rule", w.tr(rule));
        }
        if wanted.shape == Shape::Wide && wanted.sees.only_own_staff.is_some() {
            say("given-about-rule", w.tr("given-rule-own-staff"));
        }
    }

    fn line(&mut self, column: &str, meaning: String, holds: Holds) {
        let holds = self.lexicon.w.tr(&format!("given-holds-{}", holds.code()));
        self.rows.push([column.to_owned(), String::new(), meaning, holds]);
    }

    fn code(&mut self, column: &str, code: &str, label: &str) {
        self.rows.push([column.to_owned(), code.to_owned(), label.to_owned(), String::new()]);
    }

    fn column(&mut self, column: &Column) {
        let w = self.lexicon.w;
        let code = column.code();
        let part = |part: crate::vocabulary::Part| w.tr(&format!("part-{}", part.code()));
        let meaning = match column {
            Column::Total(of) => w.of("given-heads", part(*of)),
            Column::Gender(of, gender) => {
                let member = w.tr(&format!("gender-{}", gender.code()));
                w.with("given-heads-of", &[("part", part(*of).into()), ("member", member.into())])
            }
            Column::Age(of, band) => {
                let member = if band == UNKNOWN {
                    w.tr("age-unknown")
                } else {
                    w.of("age-years", age_label(self.lexicon, band))
                };
                w.with("given-heads-of", &[("part", part(*of).into()), ("member", member.into())])
            }
            _ => w.tr(&format!("given-column-{code}")),
        };
        self.line(&code, meaning, column.holds());
        self.codes(&code, column);
        if column.is_labelled() {
            self.line(&format!("{code}{LABEL}"), w.of("given-label", &code), Holds::Text);
        }
    }

    /// Every code that may stand in a column.
    fn codes(&mut self, heading: &str, column: &Column) {
        let lexicon = self.lexicon;
        let w = lexicon.w;
        let fixed: Vec<(&str, String)> = match column {
            Column::Kind => Kind::ALL.iter().map(|it| (it.code(), lexicon.kind(*it).to_owned())).collect(),
            Column::PlaceKind => {
                PlaceKind::ALL.iter().map(|it| (it.code(), lexicon.place_kind(*it).to_owned())).collect()
            }
            Column::Status => {
                [Status::Held, Status::Cancelled].map(|it| (it.code(), lexicon.status(it).to_owned())).into()
            }
            Column::CountMethod => {
                CountMethod::ALL.map(|it| (it.code(), lexicon.method(it).to_owned())).into()
            }
            Column::CopiedCounts => vec![("0", w.tr("given-no")), ("1", w.tr("given-yes"))],
            _ => Vec::new(),
        };
        for (code, label) in fixed {
            self.code(heading, code, &label);
        }
        match column {
            Column::Unit => {
                let units = lexicon.units.iter().filter(|unit| unit.may_record);
                let named = units.map(|it| Named { code: it.code.clone(), label: w.text(&it.name) });
                self.named(heading, named.collect());
            }
            Column::Activity => self.named(heading, lexicon.activities.values().cloned().collect()),
            Column::Project => self.named(heading, lexicon.projects.values().cloned().collect()),
            Column::MainTag | Column::FurtherTags => self.terms(heading, Vocabulary::Tag),
            Column::MainField | Column::FurtherFields => self.terms(heading, Vocabulary::Field),
            Column::Topics => self.terms(heading, Vocabulary::Topic),
            Column::CancelReason => self.terms(heading, Vocabulary::Reason),
            _ => {}
        }
    }

    fn terms(&mut self, heading: &str, list: Vocabulary) {
        let of = self.lexicon.terms.values().filter(|word| word.list == list);
        self.named(heading, of.map(|word| word.named.clone()).collect());
    }

    /// In the order of codes. Activities of several units may share one.
    fn named(&mut self, heading: &str, mut named: Vec<Named>) {
        named.sort_by(|a, b| (&a.code, &a.label).cmp(&(&b.code, &b.label)));
        named.dedup_by(|a, b| (&a.code, &a.label) == (&b.code, &b.label));
        for it in named {
            self.code(heading, &it.code, &it.label);
        }
    }

    fn long(&mut self) {
        let w = self.lexicon.w;
        for column in [Column::Unit, Column::Activity, Column::Kind] {
            self.column(&column);
        }
        self.column(&Column::Entry);
        self.column(&Column::Date);
        self.column(&Column::Status);
        let told = |key: &str, code: &str| (code.to_owned(), w.tr(&format!("{key}-{code}")));
        let genders = Gender::ALL.iter().map(|it| told("gender", it.code()));
        let ages = self.lexicon.bands.iter().map(|band| (band.code.clone(), band.label()));
        let lists: [(&str, Vec<(String, String)>); 3] = [
            ("part", PARTS.iter().map(|it| told("part", it.code())).collect()),
            ("axis", AXES.iter().map(|axis| told("given-axis", axis)).collect()),
            ("member", genders.chain(ages).collect()),
        ];
        for (column, codes) in lists {
            self.line(column, w.tr(&format!("given-column-{column}")), Holds::Code);
            for (code, label) in codes {
                self.code(column, &code, &label);
            }
            self.line(&format!("{column}{LABEL}"), w.of("given-label", column), Holds::Text);
        }
        self.line("n", w.tr("given-column-n"), Holds::Heads);
    }
}

impl Book<'_> {
    /// Columns and codes of answers.
    fn answers(&mut self) {
        let (w, asked) = (self.lexicon.w, &self.lexicon.asked);
        for column in [Column::Entry, Column::Date, Column::Unit, Column::Activity, Column::Kind] {
            self.column(&column);
        }
        let told = |column: &str| w.tr(&format!("given-column-{column}"));
        let mut sets: Vec<(String, &str)> = Vec::new();
        for it in &asked.questions {
            if sets.last().is_none_or(|(id, _)| *id != it.set_id.to_string()) {
                sets.push((it.set_id.to_string(), &it.set_label));
            }
        }
        self.line("set", told("set"), Holds::Id);
        sets.into_iter().for_each(|(id, label)| self.code("set", &id, label));
        self.line("set_label", w.of("given-label", "set"), Holds::Text);
        self.line("question", told("question"), Holds::Id);
        asked.questions.iter().for_each(|it| self.code("question", &it.id.to_string(), &it.label));
        self.line("question_label", w.of("given-label", "question"), Holds::Text);
        self.line("scale", told("scale"), Holds::Code);
        for scale in Scale::ALL {
            self.code("scale", scale.code(), &w.tr(&format!("scale-{}", scale.code())));
        }
        self.line("answer", told("answer"), Holds::Number);
        for scale in Scale::ALL {
            for n in scale.values() {
                let code = format!("{} {n}", scale.code());
                self.code("answer", &code, asked.step(scale, *n).unwrap_or_default());
            }
        }
        self.line("answer_label", w.of("given-label", "answer"), Holds::Text);
        self.line("text", told("text"), Holds::Text);
    }
}

/// The rows as a file of their own.
pub fn csv(rows: &[[String; 4]]) -> Vec<u8> {
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        // Writing into memory does not fail.
        let _ = out.write_record(row.iter().map(|cell| guarded(cell).into_owned()));
    }
    out.into_inner().unwrap_or_default()
}
