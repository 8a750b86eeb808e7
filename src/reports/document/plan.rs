//! What a report says of an annual plan: its parts in short, and rows of what was planned beside what came of it.

use serde::{Deserialize, Serialize};

/// What stands at the head of a part: each label with what is said; several sayings are a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    pub items: Vec<(String, Vec<String>)>,
}

/// What was planned, and what came of it, row by row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanRows {
    pub caption: String,
    /// Planned, and come of it.
    pub heads: (String, String),
    pub rows: Vec<PlanRow>,
}

/// An action, a number that is to be reached, or what is told in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlanRow {
    pub name: String,
    /// Whether it is an action, which has a name of its own.
    pub action: bool,
    pub when: String,
    /// Its indicator in words.
    pub says: String,
    /// (label, what is said)
    pub facts: Vec<(String, String)>,
    /// (when, what)
    pub steps: Vec<(String, String)>,
    pub goals: Vec<PlanGoal>,
    pub words: Vec<PlanWords>,
}

/// What a target came to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlanGoal {
    /// Empty: the row says it.
    pub says: String,
    pub came: String,
    /// Of the figure; empty: there is none.
    pub mark: String,
    /// ok, warn, bad; empty: none of them.
    pub tone: String,
    pub stands: String,
    pub notes: Vec<String>,
    pub units: Vec<PlanUnit>,
}

/// What a unit came to of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanUnit {
    pub name: String,
    pub came: String,
    /// As a part of the figure, where parts add up to it.
    pub counted: Option<i64>,
    pub has: bool,
}

/// What was judged.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlanWords {
    /// Empty: the row says it.
    pub of: String,
    pub words: String,
    /// Whether anything was.
    pub judged: bool,
    /// Evidence, who and when.
    pub notes: Vec<String>,
}

/// A table of words and numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanTable {
    pub caption: String,
    pub heads: Vec<String>,
    pub rows: Vec<Vec<PlanCell>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlanCell {
    pub text: String,
    /// Of a figure; empty: it is none.
    pub mark: String,
    /// What is said below it in small letters.
    pub notes: Vec<String>,
    /// What it adds to the figure with this mark, where parts add up to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<i64>,
}

impl PlanTable {
    /// Rows that follow one another and begin alike: what they begin with is told once.
    pub fn groups(&self) -> Vec<&[Vec<PlanCell>]> {
        self.rows.chunk_by(|a, b| a.first() == b.first()).collect()
    }
}

impl PlanGoal {
    /// Its units in a line.
    pub fn units_said(&self) -> String {
        self.units.iter().map(|it| format!("{} {}", it.name, it.came)).collect::<Vec<_>>().join(" · ")
    }
}
