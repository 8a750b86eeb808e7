//! An evaluation, what it stands at, and where its units are answered about.

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use uuid::Uuid;

use crate::i18n::Text18;
use crate::vocabulary::Kind;

/// Complete answers from which a unit is shown by itself, unless the evaluation says more.
pub const LEAST: i64 = 15;
/// Ages at which the second and the third class begin.
pub const AGES: (i64, i64) = (15, 20);
/// The weeks of the year in which young people are asked: 41 to 43.
const WEEKS: (u32, u32) = (41, 43);
/// Days that a window lasts at most.
pub const LONGEST_DAYS: i64 = 120;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Made, and not yet open.
    Prepared,
    Open,
    /// Answers are in; nothing is taken any more.
    Closed,
    /// Everybody may see what came of it.
    Released,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            State::Prepared => "prepared",
            State::Open => "open",
            State::Closed => "closed",
            State::Released => "released",
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evaluation {
    pub network_id: Uuid,
    pub id: Uuid,
    pub code: String,
    pub name: Text18,
    pub purpose: Text18,
    pub consent: Text18,
    pub contact: String,
    pub least: i64,
    /// Answers that each class of a split must have.
    pub split_least: i64,
    /// Of a year; else of an occasion.
    pub yearly: bool,
    /// Codes of those it is offered in; none: all that a questionnaire has.
    pub languages: Vec<String>,
    /// The first age of the second class, and of the third.
    pub ages: (i64, i64),
    pub opens_on: NaiveDate,
    /// First day on which nothing is taken any more.
    pub closes_on: NaiveDate,
    pub opened_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    pub released_at: Option<DateTime<Utc>>,
    /// Answers that could not be read when it closed.
    pub lost: i64,
}

impl Evaluation {
    pub fn state(&self) -> State {
        match (self.opened_at, self.closed_at, self.released_at) {
            (_, _, Some(_)) => State::Released,
            (_, Some(_), None) => State::Closed,
            (Some(_), None, None) => State::Open,
            (None, None, None) => State::Prepared,
        }
    }

    /// Whether answers are taken on a day. Between the last day and the act of closing nothing is.
    pub fn takes_on(&self, day: NaiveDate) -> bool {
        self.state() == State::Open && day < self.closes_on
    }

    /// Whether it is over: nothing is taken any more, and nothing changes but by a new edition of what came of it.
    pub fn is_over(&self) -> bool {
        matches!(self.state(), State::Closed | State::Released)
    }

    /// The year it belongs to, for comparison and for targets.
    pub fn year(&self) -> i32 {
        self.opens_on.year()
    }

    /// Whether another of the year's, with this window, would be of the same year or asked at the same time.
    pub fn clashes(&self, opens_on: NaiveDate, closes_on: NaiveDate) -> bool {
        self.year() == opens_on.year() || (self.opens_on < closes_on && opens_on < self.closes_on)
    }

    pub fn last_on(&self) -> NaiveDate {
        self.closes_on.pred_opt().unwrap_or(self.closes_on)
    }
}

/// The usual window that begins next: from the Monday of week 41 to the day after the Sunday of week 43.
pub fn usual_window(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let of = |year: i32| {
        let monday = |week| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).unwrap_or(today);
        (monday(WEEKS.0), monday(WEEKS.1 + 1))
    };
    let year = of(today.year());
    if today < year.1 { year } else { of(today.year() + 1) }
}

/// Where a unit is answered about a kind of its activities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub unit_id: Uuid,
    pub kind: Kind,
    pub version_id: Uuid,
    pub address: String,
    /// Whether an answer needs a code from a card.
    pub code_only: bool,
}

/// How far a place was on a morning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    pub unit_id: Uuid,
    pub kind: Kind,
    pub on: NaiveDate,
    /// Whole answers that were mixed, as they are told: a multiple of five.
    pub complete: i64,
    /// Whether anything came at all.
    pub begun: bool,
}

/// Of a number of complete answers, what is told while answers come in: the step of five below it.
pub fn told(complete: i64) -> i64 {
    complete - complete.rem_euclid(5)
}
