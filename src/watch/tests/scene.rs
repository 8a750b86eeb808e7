//! Entries as the rules see them.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use crate::vocabulary::Kind;
use crate::watch::rules::Seen;

pub fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// The n-th entry of an open activity, on the n-th day from 1 July 2026, 17:00 to 19:00, of so many participants.
pub fn seen(n: u32, total: i64) -> Seen {
    Seen {
        id: Uuid::from_u128(u128::from(n) + 1000),
        unit_id: Uuid::from_u128(1),
        activity_id: Uuid::from_u128(2),
        kind: Kind::Open,
        held: true,
        date: date(2026, 7, 1) + Days::new(u64::from(n)),
        start_min: Some(17 * 60),
        duration_min: 120,
        heads: [None, Some(total), None],
        staff_count: None,
        staff_min: None,
        counted: true,
        copied: false,
        in_series: false,
    }
}

pub fn all(entries: &[Seen]) -> Vec<&Seen> {
    entries.iter().collect()
}
