//! A closing, and the days it holds for.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::whole::Whole;
use crate::access::Path;
use crate::clock::{Day, holds};
use crate::i18n::{Arg, Text18, Words};
use crate::units::Unit;

/// That a period of a unit was closed; and, where it is no longer, that it was reopened.
#[derive(Clone, Debug)]
pub struct Lock {
    pub id: Uuid,
    pub unit_id: Uuid,
    /// Code and last name of the unit.
    pub unit: String,
    pub unit_name: Text18,
    pub period: Whole,
    pub closed_by: Uuid,
    pub closed_name: String,
    pub closed_at: DateTime<Utc>,
    /// The network's last change when it was closed: everything in it came before.
    pub closed_seq: i64,
    pub reopened: Option<Reopening>,
}

#[derive(Clone, Debug)]
pub struct Reopening {
    pub by: Uuid,
    pub name: String,
    pub at: DateTime<Utc>,
    pub reason: String,
}

/// Where a unit stood in the tree, from a day to the day before another.
#[derive(Clone, Debug)]
pub struct Place {
    pub path: Path,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

impl Lock {
    pub fn stands(&self) -> bool {
        self.reopened.is_none()
    }

    /// The day it was closed on.
    pub fn closed_on(&self, zone: Tz) -> NaiveDate {
        Day::Now(self.closed_at).in_zone(zone)
    }

    /// That it is closed, since when and by whom, as a unit below it tells it.
    pub fn said(&self, w: Words, unit: &Unit) -> String {
        let key = if self.unit_id == unit.id { "period-closed" } else { "period-closed-by-above" };
        let args = [
            ("period", self.period.arg()),
            ("day", self.closed_on(unit.network.zone).into()),
            ("who", self.closed_name.as_str().into()),
            ("unit", Arg::Name(self.unit_name.clone())),
        ];
        w.with(key, &args)
    }

    /// Where a unit tells more of it.
    pub fn address(&self, unit: &Unit) -> String {
        format!("{}/periods/{}", unit.address(), self.period.code())
    }

    /// Whether it is about this day of a unit that stood at these places: at or below the lock's unit on that very day, for
    /// that is where figures count it. On days before it stood anywhere a unit is only itself.
    pub fn is_about(&self, unit_id: Uuid, places: &[Place], day: NaiveDate) -> bool {
        if !holds(self.period.from(), Some(self.period.until()), day) {
            return false;
        }
        match places.iter().find(|place| holds(place.from, place.until, day)) {
            Some(place) => place.path.ids().contains(&self.unit_id),
            None => self.unit_id == unit_id,
        }
    }

    /// Whether it is about every day from one to the day before another.
    pub fn covers(&self, unit_id: Uuid, places: &[Place], from: NaiveDate, until: NaiveDate) -> bool {
        if self.period.from() > from || self.period.until() < until {
            return false;
        }
        if self.unit_id == unit_id {
            return true;
        }
        let stood: Vec<&Place> = places
            .iter()
            .filter(|place| place.from < until && place.until.is_none_or(|end| end > from))
            .collect();
        !stood.is_empty() && stood.iter().all(|place| place.path.ids().contains(&self.unit_id))
    }
}
