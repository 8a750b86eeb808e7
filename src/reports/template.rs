//! What a report is made of: a list of sections, as data. The program brings some; a network may bring its own, which are
//! read here with plain words about whatever is wrong.

use serde::{Deserialize, Serialize};

use super::check::{Raw, read};
use crate::i18n::Text18;
use crate::measures::{Axis, Length, Measure};

/// A template in one of its versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    pub code: String,
    pub version: i64,
    pub name: Text18,
    /// Kinds of units it is for; none: all.
    pub kinds: Vec<String>,
    pub periods: Vec<Length>,
    /// Without a cover and a list of contents: everything on a page or two.
    pub short: bool,
    pub sections: Vec<Section>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub code: String,
    pub heading: Text18,
    /// What to write, for whoever writes.
    pub hint: Text18,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Written here.
    Text,
    /// The most important figures.
    Figures(Vec<Measure>),
    /// One measure, split.
    Chart { measure: Measure, axis: Axis, form: Form },
    /// Several measures, split.
    Table { measures: Vec<Measure>, axis: Axis },
    /// What young people said in the evaluation of the year.
    Results,
    /// What was to be reached, and what came of it.
    Targets,
    /// Entries that are told, chosen here.
    Stories,
    /// The plan of the year: what was to be reached, and how far it is.
    Plan,
    /// The same again for each unit.
    Each { of: Each, sections: Vec<Section> },
}

impl What {
    /// Whether somebody writes it.
    pub fn is_written(&self) -> bool {
        matches!(self, What::Text | What::Stories)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Over time.
    Columns,
    /// Parts beside one another.
    Bars,
    /// Parts of a whole.
    Stack,
}

impl Form {
    pub const ALL: [(&'static str, Form); 3] =
        [("columns", Form::Columns), ("bars", Form::Bars), ("stack", Form::Stack)];

    pub fn code(self) -> &'static str {
        Form::ALL.iter().find(|(_, form)| *form == self).map_or("", |(code, _)| code)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Each {
    /// Units one step below.
    Below,
}

/// The most sections of one template, those for each unit included.
pub const MOST_SECTIONS: usize = 60;

impl Template {
    /// Reads one; what is wrong is told with the section it stands in.
    pub fn parse(json: &str) -> Result<Template, String> {
        let raw: Raw = serde_json::from_str(json).map_err(|error| format!("this is no template: {error}"))?;
        read(raw)
    }

    /// As a file to be changed and brought in again.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(&Raw::from(self)).unwrap_or_default()
    }

    pub fn is_for(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|of| of == kind)
    }

    /// The section that somebody writes, with this code.
    pub fn written(&self, code: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.code == code && section.what.is_written())
    }

    /// Whether it tells of the unit's plan of the year.
    pub fn tells_of_plan(&self) -> bool {
        self.sections.iter().any(|it| it.what == What::Plan)
    }

    /// How many steps below the unit it tells of.
    pub fn depth(&self) -> usize {
        fn depth(sections: &[Section]) -> usize {
            let of = |section: &Section| match &section.what {
                What::Each { sections, .. } => 1 + depth(sections),
                _ => 0,
            };
            sections.iter().map(of).max().unwrap_or(0)
        }
        depth(&self.sections)
    }
}
