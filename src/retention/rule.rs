//! For how long a note is kept: its entry's own year, and so many full years after it.

use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// Where a network has said nothing.
pub const DEFAULT_YEARS: i64 = 3;
pub const YEARS: RangeInclusive<i64> = 1..=10;

/// The first day whose entries keep their notes.
pub fn cutoff(today: NaiveDate, years: i64) -> NaiveDate {
    let years = i32::try_from(years.clamp(*YEARS.start(), *YEARS.end())).unwrap_or(i32::MAX);
    NaiveDate::from_ymd_opt(today.year().saturating_sub(years), 1, 1).unwrap_or(NaiveDate::MIN)
}

/// The day from which the note of an entry is removed.
pub fn removed_on(entry: NaiveDate, years: i64) -> NaiveDate {
    let after = i32::try_from(years.clamp(*YEARS.start(), *YEARS.end())).unwrap_or(i32::MAX);
    let year = entry.year().saturating_add(after).saturating_add(1);
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX)
}

/// When the night's work of a day is due: a quarter past three, or as soon after it as the clock there goes on.
pub fn at_night(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let quarter_past = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(3 * 60 + 15);
    (0..24)
        .find_map(|hours| zone.from_local_datetime(&(quarter_past + TimeDelta::hours(hours))).earliest())
        .map_or_else(|| quarter_past.and_utc(), |at| at.to_utc())
}
