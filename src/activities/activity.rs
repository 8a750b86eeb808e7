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
    /// The usual times that hold from `week_from` on.
    pub weekdays: Vec<Weekday>,
    pub week_from: NaiveDate,
    /// The usual times of before, each with the days it held: a change of pattern is no change of the past.
    pub former: Vec<Former>,
}

/// A usual time that held once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    pub usual: Weekday,
    pub from_on: NaiveDate,
    /// First day it no longer held.
    pub until_on: NaiveDate,
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
    /// An activity that says nothing of itself yet.
    pub fn blank(id: Uuid, unit_id: Uuid, from_on: NaiveDate) -> Activity {
        Activity {
            id,
            unit_id,
            code: String::new(),
            name: Text18::default(),
            kind: Kind::Open,
            place_kind: PlaceKind::OnSite,
            main_tag: None,
            main_field: None,
            project: None,
            place: None,
            from_on,
            until_on: None,
            default_start_min: None,
            default_duration_min: None,
            version: 1,
            terms: Vec::new(),
            weekdays: Vec::new(),
            week_from: from_on,
            former: Vec::new(),
        }
    }

    /// The last day it is offered, where it has one.
    pub fn last_on(&self) -> Option<NaiveDate> {
        self.until_on.and_then(|until| until.pred_opt())
    }

    pub fn offered_on(&self, date: NaiveDate) -> bool {
        self.from_on <= date && self.until_on.is_none_or(|until| date < until)
    }

    /// The times it is expected on a day, by the usual weekdays that held then.
    pub fn expected_on(&self, date: NaiveDate) -> Vec<&Weekday> {
        if !self.offered_on(date) {
            return Vec::new();
        }
        let former = self.former.iter().filter(|it| it.from_on <= date && date < it.until_on);
        let now = self.weekdays.iter().filter(|_| self.week_from <= date);
        let of_day = i64::from(date.weekday().number_from_monday());
        let mut found: Vec<&Weekday> =
            former.map(|it| &it.usual).chain(now).filter(|usual| usual.weekday == of_day).collect();
        found.sort_by_key(|usual| usual.start_min);
        found
    }

    /// Other usual times from a day on. What held before it did hold; what was to hold from then on never will.
    pub fn change_week(&mut self, weekdays: Vec<Weekday>, from: NaiveDate) {
        if weekdays == self.weekdays && self.week_from <= from {
            // The same ones from a later day: the change before it came later. Where there was none, nothing changes.
            if self.week_from <= self.from_on {
                return;
            }
            let begun = std::mem::replace(&mut self.week_from, from);
            self.former.iter_mut().filter(|it| it.until_on == begun).for_each(|it| it.until_on = from);
            return;
        }
        let (begun, until_on) = (self.week_from, from);
        let before = std::mem::replace(&mut self.weekdays, weekdays);
        self.former.extend(before.into_iter().map(|usual| Former { usual, from_on: begun, until_on }));
        self.former.retain_mut(|it| {
            it.until_on = it.until_on.min(from);
            it.from_on < it.until_on
        });
        self.week_from = from;
    }

    /// Another first day: what held from the beginning holds from the new one.
    pub fn begin_on(&mut self, from: NaiveDate) {
        let before = std::mem::replace(&mut self.from_on, from);
        let begun = self.former.iter_mut().map(|it| &mut it.from_on).chain([&mut self.week_from]);
        begun.filter(|begun| **begun == before).for_each(|begun| *begun = from);
        self.former.retain(|it| it.from_on < it.until_on);
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
