//! A report as it stands in the list of a unit's reports, and what is written in it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::template::Template;
use crate::i18n::Lang;
use crate::measures::Period;
use crate::units::Unit;

#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub id: Uuid,
    pub unit_id: Uuid,
    pub template: String,
    pub template_version: i64,
    pub period: String,
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub language: String,
    pub supersedes: Option<Uuid>,
    pub made_by: String,
    pub made_at: DateTime<Utc>,
    /// None: it is being written.
    pub finished: Option<Finished>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Finished {
    pub by: String,
    pub at: DateTime<Utc>,
    /// The last change of the network that is in its figures.
    pub change_seq: i64,
}

impl Report {
    /// What a command or a mail makes and nobody keeps, to be held against those that are kept.
    pub fn unkept(unit: &Unit, template: &Template, period: Period, lang: Lang, at: DateTime<Utc>) -> Report {
        Report {
            id: Uuid::nil(),
            unit_id: unit.id,
            template: template.code.clone(),
            template_version: template.version,
            period: period.code(),
            from: period.from,
            until: period.until,
            language: lang.code().to_owned(),
            supersedes: None,
            made_by: String::new(),
            made_at: at,
            finished: None,
        }
    }

    pub fn period(&self) -> Option<Period> {
        Period::from_code(&self.period)
    }

    pub fn lang(&self) -> Lang {
        Lang::from_code(&self.language).unwrap_or(Lang::En)
    }
}

/// What is written in a section, and who saved it last.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    pub section: String,
    pub version: i64,
    pub body: String,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// An entry that is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    pub entry: Uuid,
    pub words: String,
    /// Without the photo that could stand beside it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bare: bool,
}

/// The most entries told in one section.
pub const MOST_STORIES: usize = 12;

/// Stories as they are kept; of what cannot be read, none.
pub fn chosen(body: &str) -> Vec<Chosen> {
    if body.is_empty() { Vec::new() } else { serde_json::from_str(body).unwrap_or_else(|_| Vec::new()) }
}

/// [`chosen`], the other way around.
pub fn kept(told: &[Chosen]) -> String {
    if told.is_empty() { String::new() } else { serde_json::to_string(told).unwrap_or_default() }
}
