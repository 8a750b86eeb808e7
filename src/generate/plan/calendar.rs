//! The year of a Slovene youth centre: full in autumn and spring, thin in summer, shut around New Year.

use chrono::{Datelike, NaiveDate};

/// A day that is surely one; for dates written in this room.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// Work-free days, and the days around New Year when every centre is shut.
pub fn shut(date: NaiveDate) -> bool {
    matches!(
        (date.month(), date.day()),
        (1, 1..=3) | (2, 8) | (4, 27) | (5, 1..=2) | (6, 25) | (8, 15) | (10, 31) | (11, 1) | (12, 24..=31)
    )
}

/// Days in school, holidays apart; learning help and most groups keep to them.
pub fn school(date: NaiveDate) -> bool {
    let holidays = matches!(
        (date.month(), date.day()),
        (6, 25..=30)
            | (7..=8, _)
            | (10, 27..=31)
            | (11, 1..=2)
            | (12, 25..=31)
            | (1, 1..=2)
            | (2, 17..=23)
            | (4, 27..=30)
            | (5, 1..=2)
    );
    !holidays
}

/// How much of what is usually on takes place.
pub fn going_on(date: NaiveDate) -> f64 {
    match date.month() {
        7 => 0.62,
        8 => 0.50,
        1 | 12 => 0.94,
        6 => 0.95,
        _ => 0.985,
    }
}

/// How many come, against the mean of the year.
pub fn crowd(date: NaiveDate) -> f64 {
    match (date.month(), date.day()) {
        (1, _) => 0.88,
        (2, _) => 0.98,
        (3, _) => 1.10,
        (4, _) => 1.08,
        (5, _) => 1.04,
        (6, 1..=20) => 0.95,
        (6, _) => 0.78,
        (7, _) => 0.66,
        (8, _) => 0.60,
        (9, _) => 1.06,
        (10, _) => 1.16,
        (11, _) => 1.12,
        _ => 0.90,
    }
}

/// How many come to the open rooms, against the mean of the week: Mondays are quiet, Fridays are not.
pub fn weekday_crowd(date: NaiveDate) -> f64 {
    [0.86, 0.96, 1.0, 1.02, 1.14, 1.10, 0.80][date.weekday().num_days_from_monday() as usize]
}
