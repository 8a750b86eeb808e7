//! A report as it is read: one structure for the page, PDF, DOCX and workbook. Of a finished report it is kept as it was,
//! so everything in it is words and figures, and nothing is asked for again.

mod plan;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::plan::{Facts, PlanCell, PlanGoal, PlanRow, PlanRows, PlanTable, PlanUnit, PlanWords};
use crate::i18n::Words;
use crate::measures::{self, Amount, Measure};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub lang: String,
    pub title: String,
    /// The title with the period.
    pub name: String,
    pub unit: String,
    pub network: String,
    /// What the period is called.
    pub period: String,
    pub short: bool,
    /// That the period is not over, or nothing was recorded in it.
    pub notes: Vec<String>,
    pub chapters: Vec<Chapter>,
    /// By mark: where a figure comes from, where that is more than its measure says.
    #[serde(default)]
    pub sources: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chapter {
    /// Of the section it came from.
    pub code: String,
    pub heading: String,
    /// 1, and of units inside one more each.
    pub level: usize,
    /// Whether it is the first of a unit.
    #[serde(default)]
    pub of_unit: bool,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    Paragraph {
        text: String,
    },
    List {
        items: Vec<String>,
    },
    Figures {
        items: Vec<Item>,
    },
    Chart(Chart),
    Table(Table),
    Results(Results),
    Targets {
        items: Vec<Target>,
    },
    Stories {
        items: Vec<Story>,
    },
    Note {
        text: String,
    },
    /// Of a plan: words and numbers in rows.
    Plan(PlanTable),
    /// Of a part of a plan: what it says in short.
    Facts(Facts),
    /// Of a part of a plan: what was planned, and what came of it.
    Came(PlanRows),
}

/// A figure by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub label: String,
    pub shown: String,
    pub mark: String,
    /// What it was a year before: when, the figure, its mark, and the difference.
    pub before: Option<Before>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Before {
    pub says: String,
    pub shown: String,
    pub mark: String,
    pub change: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// columns, bars, stack
    pub form: String,
    pub title: String,
    pub finding: String,
    pub mark: String,
    /// What the parts are of, and what is counted.
    pub heads: (String, String),
    pub bars: Vec<Bar>,
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    pub label: String,
    /// Where there is no room.
    pub short: String,
    pub value: f64,
    pub shown: String,
    /// Of the whole; may be empty.
    pub share: String,
    pub muted: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub caption: String,
    /// What rows are, then each column with its mark.
    pub head: String,
    pub columns: Vec<(String, String)>,
    pub rows: Vec<(String, Vec<String>)>,
    pub total: Option<(String, Vec<String>)>,
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Results {
    pub evaluation: String,
    pub mark: String,
    pub note: String,
    pub areas: Vec<Area>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    pub name: String,
    /// Points from 0 to 100 with the range they lie in; none where it is withheld.
    pub points: Option<(f64, f64, f64)>,
    pub shown: String,
    pub says: String,
    pub change: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    pub aim: String,
    pub measure: String,
    pub whom: String,
    pub came: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Story {
    pub title: String,
    pub when: String,
    pub words: String,
    pub entry: Uuid,
    /// The photo that stands beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<Shot>,
}

/// A photo by its number and what it shows: its points are never kept with a report, so that it can be taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shot {
    pub file: Uuid,
    pub caption: String,
    pub width: i64,
    pub height: i64,
}

/// A figure, or the part of one, that is printed somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub mark: String,
    /// Which one of those under the mark.
    pub position: i64,
    /// Code of the measure; [`INDEX`] of an evaluation.
    pub measure: String,
    pub definition: i64,
    pub unit_id: Uuid,
    pub unit: String,
    /// What the unit was called.
    pub unit_name: String,
    pub from: NaiveDate,
    /// First day that is not in it.
    pub until: NaiveDate,
    /// What it is split by, and the member; empty: nothing.
    pub axis: String,
    pub code: String,
    pub label: String,
    pub value: Value,
    pub shown: String,
}

/// What young people said of an area, in points.
pub const INDEX: &str = "result_index";

/// What somebody counted by hand for a plan.
pub const HAND: &str = "hand_count";
/// What bodies wrote down of their meetings.
pub const MEETINGS: &str = "body_meetings";
/// The axis of figures of a plan, whose code is the part and the target.
pub const PLAN: &str = "plan";

/// A sum, or the two sums of a ratio.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    pub above: i64,
    pub below: Option<i64>,
}

impl Value {
    /// As exact as points are shown, and ten times more.
    #[allow(clippy::cast_possible_truncation)]
    pub fn points(points: f64) -> Value {
        Value { above: (points * 10.0).round() as i64, below: Some(10) }
    }

    /// Of a measure; none: points, or what was counted by hand.
    pub fn shown(self, w: Words, measure: Option<Measure>) -> String {
        #[allow(clippy::cast_precision_loss)]
        match (measure, self.below) {
            (Some(measure), _) => measures::shown(w, measure, self.amount()),
            (None, None) => w.int(self.above),
            (None, Some(0)) => "–".to_owned(),
            (None, Some(below)) => w.decimal(self.above as f64 / below as f64, 1),
        }
    }

    pub fn amount(self) -> Amount {
        match self.below {
            None => Amount::Whole(self.above),
            Some(below) => Amount::ratio(self.above, below),
        }
    }
}

impl Figure {
    pub fn is_whole(&self) -> bool {
        self.axis.is_empty()
    }

    pub fn measure(&self) -> Option<Measure> {
        Measure::from_code(&self.measure)
    }

    /// As whoever reads writes it, whatever the language of the report.
    pub fn read_in(&self, w: Words) -> String {
        match self.measure() {
            None if self.axis != PLAN => self.shown.clone(),
            measure => self.value.shown(w, measure),
        }
    }
}

/// A report with everything that is printed in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Composed {
    pub document: Document,
    pub figures: Vec<Figure>,
}

/// Without those in which nothing stands, nor in what is below them: nobody wants to read their headings.
pub fn without_empty(all: Vec<Chapter>) -> Vec<Chapter> {
    let inside = |at: usize| {
        let level = all[at].level;
        all[at + 1..].iter().take_while(move |it| it.level > level).any(|it| !it.blocks.is_empty())
    };
    let kept: Vec<bool> = (0..all.len()).map(|at| !all[at].blocks.is_empty() || inside(at)).collect();
    all.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(it, _)| it).collect()
}

impl Document {
    /// [`without_empty`] sections.
    pub fn without_empty(mut self) -> Document {
        self.chapters = without_empty(std::mem::take(&mut self.chapters));
        self
    }
}
