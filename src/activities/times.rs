//! Day, beginning and end, as people say them, turned into what is stored. Real elapsed time where the clock changes.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// An evening may go past midnight, but an end that far behind the beginning is a slip.
pub const LONGEST_OVER_MIDNIGHT: i64 = 14 * 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimesError {
    /// The end is before the beginning, and too far for going past midnight.
    EndBeforeStart,
    /// Both at one time of day: nothing, or a whole day.
    Same,
    /// That hour is skipped on that night.
    Skipped,
    /// More than 24 hours.
    TooLong,
}

/// When something was: minutes after midnight where the beginning is known, real minutes long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    pub start_min: Option<i64>,
    pub duration_min: i64,
    pub start_at: Option<DateTime<Utc>>,
}

/// The instants of a local time: two of an hour that comes twice, none of one that is skipped.
fn instants(zone: Tz, date: NaiveDate, minutes: i64) -> Result<Vec<DateTime<Utc>>, TimesError> {
    let day = date
        .checked_add_days(Days::new(u64::try_from(minutes / 1440).unwrap_or(0)))
        .ok_or(TimesError::TooLong)?;
    let local = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minutes % 1440);
    let found = zone.from_local_datetime(&local);
    let mut both: Vec<_> = found.earliest().into_iter().chain(found.latest()).map(|at| at.to_utc()).collect();
    both.dedup();
    Ok(both)
}

/// The first of these instants.
fn instant(zone: Tz, date: NaiveDate, minutes: i64) -> Result<DateTime<Utc>, TimesError> {
    instants(zone, date, minutes)?.first().copied().ok_or(TimesError::Skipped)
}

/// Whether there is such a local time on that day.
pub fn exists(zone: Tz, date: NaiveDate, minutes: i64) -> bool {
    instant(zone, date, minutes).is_ok()
}

/// Whether an instant is the later one of a local time that comes twice.
pub fn second(zone: Tz, date: NaiveDate, start_min: i64, at: DateTime<Utc>) -> bool {
    instants(zone, date, start_min).is_ok_and(|both| both.len() > 1 && both.last() == Some(&at))
}

/// Everything that beginning and end as typed can mean, the likeliest first: more than one length where either falls into
/// the hour that comes twice. An end at or before the beginning is on the next day.
pub fn readings(zone: Tz, date: NaiveDate, start_min: i64, end_min: i64) -> Result<Vec<Times>, TimesError> {
    let end = if end_min <= start_min { end_min + 1440 } else { end_min };
    if end > 1440 && end - start_min > LONGEST_OVER_MIDNIGHT && end_min != start_min {
        return Err(TimesError::EndBeforeStart);
    }
    if end_min == start_min {
        return Err(TimesError::Same);
    }
    let (starts, ends) = (instants(zone, date, start_min)?, instants(zone, date, end)?);
    if starts.is_empty() || ends.is_empty() {
        return Err(TimesError::Skipped);
    }
    let mut found: Vec<Times> = Vec::new();
    for start_at in starts {
        for duration_min in ends.iter().map(|end_at| (*end_at - start_at).num_minutes()) {
            let known = found.iter().any(|times| times.duration_min == duration_min);
            if (1..=1440).contains(&duration_min) && !known {
                found.push(Times { start_min: Some(start_min), duration_min, start_at: Some(start_at) });
            }
        }
    }
    if found.is_empty() { Err(TimesError::TooLong) } else { Ok(found) }
}

/// From beginning and end as typed, in their likeliest reading.
pub fn between(zone: Tz, date: NaiveDate, start_min: i64, end_min: i64) -> Result<Times, TimesError> {
    readings(zone, date, start_min, end_min)?.first().copied().ok_or(TimesError::TooLong)
}

/// From a length alone, or a beginning and a length.
pub fn lasting(
    zone: Tz,
    date: NaiveDate,
    start_min: Option<i64>,
    duration_min: i64,
) -> Result<Times, TimesError> {
    if !(0..=1440).contains(&duration_min) {
        return Err(TimesError::TooLong);
    }
    let start_at = start_min.map(|start| instant(zone, date, start)).transpose()?;
    Ok(Times { start_min, duration_min, start_at })
}

/// The local end in minutes after midnight, for showing: the instant the entry ended, read from the wall.
pub fn end_min(zone: Tz, start_at: DateTime<Utc>, duration_min: i64) -> i64 {
    use chrono::Timelike;
    let end = (start_at + TimeDelta::minutes(duration_min)).with_timezone(&zone);
    i64::from(end.hour() * 60 + end.minute())
}

/// Minutes after midnight of a time of day as typed: 17:00, 17.00, 17, and what browsers add of seconds.
pub fn clock(text: &str) -> Option<i64> {
    let mut parts = text.trim().split([':', '.']).map(|part| part.parse::<i64>().ok());
    let (hours, minutes) = (parts.next()??, parts.next().unwrap_or(Some(0))?);
    ((0..24).contains(&hours) && (0..60).contains(&minutes)).then(|| hours * 60 + minutes)
}

/// A time of the day as fields have it: 17:00. The end of a day is the beginning of the next.
pub fn written(minutes: i64) -> String {
    let minutes = minutes.rem_euclid(1440);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
