//! Where the number of a target comes from.

use serde::{Deserialize, Serialize};

use super::document::coded;
use super::when::Span;
use crate::bodies;
use crate::i18n::Text18;
use crate::measures::{Axis, Measure};
use crate::vocabulary::Kind;

coded! {
    From { Measure = "measure", Result = "result", Meetings = "meetings", Hand = "hand" }
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
    /// What meetings of a body come to.
    #[derive(Default)]
    Met {
        /// How many were held.
        #[default]
        Meetings = "meetings",
        /// How many people were there.
        Present = "present",
    }
}

coded! {
    /// How counts by hand, or meetings, come to one number.
    #[derive(Default)]
    Joined {
        /// They are added together.
        #[default]
        Sum = "sum",
        /// The last one holds: shares, members.
        Latest = "latest",
        /// Each has to reach the number by itself: the lowest holds, of at most so many the highest.
        Each = "each",
        /// So many in each month of the time: those of a month are added together, and the lowest month holds.
        Monthly = "monthly",
    }
}

impl Met {
    pub fn is_meetings(&self) -> bool {
        *self == Met::Meetings
    }
}

impl Joined {
    /// As it is where nothing is said.
    pub fn is_sum(&self) -> bool {
        *self == Joined::Sum
    }

    /// Whether the number has to be reached again and again, and is not before the time is over.
    pub fn again(self) -> bool {
        matches!(self, Joined::Each | Joined::Monthly)
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
    /// What bodies of the plan's unit wrote down of their meetings.
    Meetings {
        body: bodies::Kind,
        /// Which one of that kind, by its name in any language; empty: all of them.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        name: String,
        #[serde(default, skip_serializing_if = "Met::is_meetings")]
        of: Met,
        #[serde(default, skip_serializing_if = "Joined::is_sum")]
        counted: Joined,
        /// Months or days; none: the year of the plan.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        when: Vec<Span>,
    },
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
            Evidence::Meetings { .. } => From::Meetings,
            Evidence::Hand { .. } => From::Hand,
        }
    }
}

impl Evidence {
    /// The months or days of which it takes what there is; none: the year of the plan.
    pub fn when(&self) -> &[Span] {
        match self {
            Evidence::Measure { when, .. } | Evidence::Meetings { when, .. } => when,
            Evidence::Result { .. } | Evidence::Hand { .. } => &[],
        }
    }

    /// The same, so many years later.
    pub fn in_years(&self, years: i32) -> Evidence {
        let mut it = self.clone();
        if let Evidence::Measure { when, .. } | Evidence::Meetings { when, .. } = &mut it {
            *when = when.iter().map(|span| span.in_years(years)).collect();
        }
        it
    }

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

/// A kind of bodies, or one of that kind by its name, as a form chooses it.
pub fn body_of(kind: bodies::Kind, name: &str) -> String {
    if name.is_empty() { kind.code().to_owned() } else { format!("{}:{name}", kind.code()) }
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
        Evidence::Meetings { body, name, of, counted, when } => {
            pairs.push(("meetings", body.code().to_owned()));
            pairs.push(("name", name.clone()));
            pairs.extend((!of.is_meetings()).then(|| ("of", of.code().to_owned())));
            pairs.extend((!counted.is_sum()).then(|| ("counted", counted.code().to_owned())));
            pairs.push(("when", super::when::written(when)));
        }
        Evidence::Hand { what, counted, .. } => {
            pairs.push(("hand", what.code().to_owned()));
            pairs.extend((!counted.is_sum()).then(|| ("counted", counted.code().to_owned())));
        }
    }
    let said = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    said.map(|(key, value)| format!("{key}: {value}")).collect::<Vec<_>>().join("; ")
}
