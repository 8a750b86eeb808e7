//! The columns: what they are called in a file, what stands in them, and how units are written there.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::Known;
use crate::form::tidy;
use crate::units::code::folded;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Code,
    Kind,
    Parent,
    /// The name in a language; none: the network's first.
    Name(Option<String>),
    Place,
    OpenedOn,
}

impl Column {
    /// What a heading means, in Slovene or English.
    pub fn read(heading: &str) -> Option<Column> {
        let heading = folded(heading);
        Some(match heading.as_str() {
            "code" | "koda" | "sifra" => Column::Code,
            "kind" | "type" | "vrsta" => Column::Kind,
            "parent" | "nadrejena" | "nadrejena-enota" => Column::Parent,
            "name" | "ime" | "naziv" => Column::Name(None),
            "place" | "kraj" => Column::Place,
            "opened-on" | "opened" | "odprto" | "odprta" | "odprt" => Column::OpenedOn,
            other => {
                let (word, lang) = other.split_once('-')?;
                let fits = matches!(word, "name" | "ime" | "naziv")
                    && (2..=3).contains(&lang.len())
                    && lang.bytes().all(|byte| byte.is_ascii_lowercase());
                return fits.then(|| Column::Name(Some(lang.to_owned())));
            }
        })
    }

    /// The heading we write.
    pub fn heading(&self) -> String {
        match self {
            Column::Code => "code".into(),
            Column::Kind => "kind".into(),
            Column::Parent => "parent".into(),
            Column::Name(None) => "name".into(),
            Column::Name(Some(lang)) => format!("name_{lang}"),
            Column::Place => "place".into(),
            Column::OpenedOn => "opened_on".into(),
        }
    }
}

/// A day as people write it: 2026-09-01, 1. 9. 2026 or 1.9.2026; with a time of midnight behind it where a program did.
pub fn date(text: &str) -> Option<NaiveDate> {
    let text = tidy(text);
    let day = text.strip_suffix("T00:00:00").or_else(|| text.strip_suffix(" 00:00:00")).unwrap_or(&text);
    let found = if day.contains('-') {
        NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?
    } else {
        let parts: Vec<&str> = day.split('.').map(str::trim).collect();
        let [d, m, y] = parts[..] else { return None };
        NaiveDate::from_ymd_opt(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)?
    };
    (1800..=2200).contains(&found.year()).then_some(found)
}

/// The table of these units, heading first: everything a file may say of them.
pub fn table(units: &[Known], languages: &[String]) -> Vec<Vec<String>> {
    let mut langs: Vec<String> = languages.to_vec();
    let written: BTreeSet<&str> =
        units.iter().flat_map(|unit| unit.name.iter()).map(|(lang, _)| lang).collect();
    langs
        .extend(written.into_iter().filter(|lang| !languages.iter().any(|it| it == lang)).map(str::to_owned));
    let mut columns = vec![Column::Code, Column::Kind, Column::Parent];
    columns.extend(langs.into_iter().map(|lang| Column::Name(Some(lang))));
    columns.extend([Column::Place, Column::OpenedOn]);
    let mut rows = vec![columns.iter().map(Column::heading).collect()];
    rows.extend(units.iter().map(|unit| {
        columns
            .iter()
            .map(|column| match column {
                Column::Code => unit.code.clone(),
                Column::Kind => unit.kind.clone(),
                Column::Parent => unit.parent.clone().unwrap_or_default(),
                Column::Name(lang) => {
                    lang.as_deref().and_then(|lang| unit.name.get(lang)).unwrap_or("").to_owned()
                }
                Column::Place => unit.place.clone().unwrap_or_default(),
                Column::OpenedOn => unit.opened_on.to_string(),
            })
            .collect()
    }));
    rows
}
