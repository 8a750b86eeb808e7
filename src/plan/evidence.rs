//! Where the number of a target comes from.

use serde::{Deserialize, Serialize};

use super::document::coded;
use super::when::Span;
use crate::i18n::Text18;
use crate::measures::{Axis, Measure};
use crate::vocabulary::Kind;

coded! {
    From { Measure = "measure", Result = "result", Hand = "hand" }
}

coded! {
    /// What a measure may be narrowed to a member of.
    By { Kind = "kind", Tag = "tag", Field = "field", Project = "project" }
}

coded! {
    /// What somebody counts by hand.
    Counted {
        Trainings = "trainings",
        Participants = "participants",
        Members = "members",
        Publications = "publications",
        Meetings = "meetings",
        Other = "other",
    }
}

coded! {
    /// How counts by hand come to one number.
    #[derive(Default)]
    Joined {
        /// They are added together.
        #[default]
        Sum = "sum",
        /// The last one holds: shares, members.
        Latest = "latest",
        /// Each has to reach the number by itself: the lowest holds, of at most so many the highest.
        Each = "each",
    }
}

impl Joined {
    /// As it is where nothing is said.
    pub fn is_sum(&self) -> bool {
        *self == Joined::Sum
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Evidence {
    /// What is recorded.
    Measure {
        measure: String,
        /// Only of entries that carry this: what it is, and its code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<(By, String)>,
        /// Codes of units that count, each with everything below it; none: all of the plan's unit.
        #[serde(rename = "in", default, skip_serializing_if = "Vec::is_empty")]
        within: Vec<String>,
        /// Whole months; none: the year of the plan.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        when: Vec<Span>,
    },
    /// Points that young people gave an area in the year's evaluation.
    Result { area: String },
    Hand {
        what: Counted,
        /// The target group, in words.
        #[serde(default, skip_serializing_if = "Text18::is_empty")]
        whom: Text18,
        #[serde(default, skip_serializing_if = "Joined::is_sum")]
        counted: Joined,
    },
}

impl Evidence {
    pub fn from(&self) -> From {
        match self {
            Evidence::Measure { .. } => From::Measure,
            Evidence::Result { .. } => From::Result,
            Evidence::Hand { .. } => From::Hand,
        }
    }
}

impl Evidence {
    /// The same, of a project where it is a measure that can be of one and nothing narrows it yet.
    pub fn of_project(&self, project: &str) -> Evidence {
        let mut it = self.clone();
        if let Evidence::Measure { measure, of: of @ None, .. } = &mut it
            && Measure::from_code(measure).is_some_and(|it| By::Project.splits(it))
        {
            *of = Some((By::Project, project.to_owned()));
        }
        it
    }
}

impl By {
    pub fn axis(self) -> Option<Axis> {
        match self {
            By::Kind => Some(Axis::Kind),
            By::Tag => Some(Axis::Tag),
            By::Field => Some(Axis::Field),
            By::Project => None,
        }
    }

    /// Whether a measure can be narrowed by it.
    pub fn splits(self, measure: Measure) -> bool {
        match self.axis() {
            Some(axis) => axis.splits(measure),
            // Two open rooms at once open the house once, whatever project they are of.
            None => measure != Measure::OpeningMin,
        }
    }
}

/// The measures that a target may take: what colleagues spent is for those who lead them.
pub fn measures() -> impl Iterator<Item = Measure> {
    Measure::ALL.into_iter().filter(|it| !it.about_staff())
}

/// Codes of the kinds of activities.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    Kind::ALL.iter().map(|it| it.code())
}

/// What a network has that evidence may name.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub projects: Vec<String>,
    pub tags: Vec<String>,
    pub fields: Vec<String>,
    pub units: Vec<String>,
}

/// As a cell of a table has it: "measure: visits; tag: sport; in: mc-reka, mc-sava".
pub fn written(it: &Evidence) -> String {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    match it {
        Evidence::Measure { measure, of, within, when } => {
            pairs.push(("measure", measure.clone()));
            pairs.extend(of.iter().map(|(by, code)| (by.code(), code.clone())));
            pairs.push(("in", within.join(", ")));
            pairs.push(("when", super::when::written(when)));
        }
        Evidence::Result { area } => pairs.push(("result", area.clone())),
        Evidence::Hand { what, counted, .. } => {
            pairs.push(("hand", what.code().to_owned()));
            pairs.extend((!counted.is_sum()).then(|| ("counted", counted.code().to_owned())));
        }
    }
    let said = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    said.map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>().join("; ")
}
