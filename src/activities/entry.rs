//! One occurrence: what took place on an evening, or that it was called off.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::activity::Activity;
use super::heads::Counts;
use crate::units::Unit;
use crate::vocabulary::{Kind, PlaceKind};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    #[default]
    Held,
    Cancelled,
}

impl Status {
    pub fn code(self) -> &'static str {
        match self {
            Status::Held => "held",
            Status::Cancelled => "cancelled",
        }
    }
}

/// How the heads were known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountMethod {
    #[default]
    Counted,
    Register,
    CheckedIn,
    Estimated,
    Imported,
}

impl CountMethod {
    pub const ALL: [CountMethod; 5] = [
        CountMethod::Counted,
        CountMethod::Register,
        CountMethod::CheckedIn,
        CountMethod::Estimated,
        CountMethod::Imported,
    ];

    pub fn code(self) -> &'static str {
        match self {
            CountMethod::Counted => "counted",
            CountMethod::Register => "register",
            CountMethod::CheckedIn => "checked_in",
            CountMethod::Estimated => "estimated",
            CountMethod::Imported => "imported",
        }
    }

    pub fn from_code(code: &str) -> Option<CountMethod> {
        CountMethod::ALL.into_iter().find(|method| method.code() == code)
    }

    /// Whether a person may say so of an entry; the others come about by themselves.
    pub fn by_hand(self) -> bool {
        !matches!(self, CountMethod::Imported | CountMethod::CheckedIn)
    }
}

/// Everything one entry says: the body of a version. Kept whole in every version, so that any of them can be brought back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub id: Uuid,
    pub unit_id: Uuid,
    pub activity_id: Uuid,
    pub kind: Kind,
    pub place_kind: PlaceKind,
    pub main_tag: Option<Uuid>,
    pub main_field: Option<Uuid>,
    pub project: Option<Uuid>,
    pub terms: Vec<Uuid>,
    pub status: Status,
    pub cancel_reason: Option<Uuid>,
    /// The day it began, where it took place.
    pub local_date: NaiveDate,
    pub start_min: Option<i64>,
    /// Real minutes from beginning to end, 0..=1440.
    pub duration_min: i64,
    pub zone: String,
    /// Only for putting entries in order.
    pub start_at: Option<DateTime<Utc>>,
    /// Minutes created by young people, 0..=`duration_min`.
    pub created_min: i64,
    pub counts: Counts,
    pub first_visits: Option<i64>,
    pub staff_count: Option<i64>,
    /// Person-minutes, as the next three.
    pub staff_min: Option<i64>,
    pub prep_min: Option<i64>,
    pub volunteer_count: Option<i64>,
    pub volunteer_min: Option<i64>,
    pub count_method: CountMethod,
    /// The heads were taken over from last time in one act.
    pub copied_counts: bool,
    pub series_id: Option<Uuid>,
    pub note: Option<String>,
    pub deleted: bool,
}

impl Entry {
    /// Called off, and nobody said from when to when it would have been.
    pub fn without_hours(&self) -> bool {
        self.status == Status::Cancelled && self.duration_min == 0
    }

    /// A new entry of the activity, before anything is said of it.
    pub fn blank(id: Uuid, unit: &Unit, activity: &Activity, local_date: NaiveDate) -> Entry {
        Entry {
            id,
            unit_id: unit.id,
            activity_id: activity.id,
            kind: activity.kind,
            place_kind: activity.place_kind,
            main_tag: activity.main_tag,
            main_field: activity.main_field,
            project: activity.project,
            terms: activity.terms.clone(),
            status: Status::Held,
            cancel_reason: None,
            local_date,
            start_min: None,
            duration_min: 0,
            zone: unit.zone.name().to_owned(),
            start_at: None,
            created_min: 0,
            counts: Counts::default(),
            first_visits: None,
            staff_count: None,
            staff_min: None,
            prep_min: None,
            volunteer_count: None,
            volunteer_min: None,
            count_method: CountMethod::default(),
            copied_counts: false,
            series_id: None,
            note: None,
            deleted: false,
        }
    }
}

/// An entry as it stands: its body, and where it stands among its versions.
#[derive(Clone, Debug)]
pub struct Stored {
    pub entry: Entry,
    pub version: i64,
    pub made_by: Option<Uuid>,
    pub made_at: DateTime<Utc>,
    pub change_seq: i64,
}
