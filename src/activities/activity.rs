//! What a unit offers, and when it is usually on.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use crate::i18n::Text18;
use crate::vocabulary::{Kind, PlaceKind};

/// Something offered to young people: an open evening, a group, a project, an event, one-to-one talks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    pub id: Uuid,
    pub unit_id: Uuid,
    pub code: String,
    pub name: Text18,
    pub kind: Kind,
    pub place_kind: PlaceKind,
    pub main_tag: Option<Uuid>,
    pub main_field: Option<Uuid>,
    pub project: Option<Uuid>,
    pub place: Option<String>,
    pub from_on: NaiveDate,
    /// First day it is no longer offered.
    pub until_on: Option<NaiveDate>,
    pub default_start_min: Option<i64>,
    pub default_duration_min: Option<i64>,
    pub version: i64,
    /// Further tags and fields beside the main ones.
    pub terms: Vec<Uuid>,
    pub weekdays: Vec<Weekday>,
}

/// A usual time in the week. Minutes after midnight, minutes long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weekday {
    /// 1 Monday … 7 Sunday.
    pub weekday: i64,
    pub start_min: i64,
    pub duration_min: i64,
}

impl Activity {
    /// The last day it is offered, where it has one.
    pub fn last_on(&self) -> Option<NaiveDate> {
        self.until_on.and_then(|until| until.pred_opt())
    }

    pub fn offered_on(&self, date: NaiveDate) -> bool {
        self.from_on <= date && self.until_on.is_none_or(|until| date < until)
    }

    /// The times it is expected on a day, by its usual weekdays.
    pub fn expected_on(&self, date: NaiveDate) -> Vec<&Weekday> {
        if !self.offered_on(date) {
            return Vec::new();
        }
        let today = i64::from(date.weekday().number_from_monday());
        self.weekdays.iter().filter(|weekday| weekday.weekday == today).collect()
    }

    /// Start and length to fill in for a day: the usual weekday's (the one that begins at `start`, where there are
    /// several), else the activity's own.
    pub fn usual_times(&self, date: NaiveDate, start: Option<i64>) -> (Option<i64>, Option<i64>) {
        let expected = self.expected_on(date);
        let wanted = expected.iter().find(|usual| Some(usual.start_min) == start).or(expected.first());
        match wanted {
            Some(usual) => (Some(usual.start_min), Some(usual.duration_min)),
            None => (self.default_start_min, self.default_duration_min),
        }
    }
}
