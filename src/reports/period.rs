//! The periods reports are about: calendar years, their halves and months.

use chrono::{Datelike, NaiveDate};

use crate::i18n::Words;
use crate::measures::{Length, Period};

/// School years do not matter to calendar years, halves and months.
const SCHOOL: (u32, u32) = (9, 1);

/// What it is called: 2025, prvo polletje 2025, junij 2025.
pub fn name(w: Words, period: &Period) -> String {
    match period.length {
        Length::HalfYear if period.from.month() < 7 => w.of("report-half-1", period.from.year()),
        Length::HalfYear => w.of("report-half-2", period.from.year()),
        Length::Month => w.month(period.from),
        _ => period.from.year().to_string(),
    }
}

/// What a period is made of, once for each way of cutting it: a year of halves and of months, a half of months.
pub fn cuts(period: &Period) -> Vec<Vec<Period>> {
    let cut = |length: Length| {
        let mut parts = Vec::new();
        let mut from = period.from;
        while from < period.until {
            let part = Period::around(length, from, SCHOOL);
            from = part.until;
            parts.push(part);
        }
        parts
    };
    match period.length {
        Length::Year => vec![cut(Length::HalfYear), cut(Length::Month)],
        Length::HalfYear => vec![cut(Length::Month)],
        _ => Vec::new(),
    }
}

/// Periods that a new report may be about: of each length some back from a day, the last that is over first.
pub fn offered(lengths: &[Length], today: NaiveDate) -> Vec<Period> {
    let back = |length: Length| {
        let now = Period::around(length, today, SCHOOL);
        let many = match length {
            Length::Year => 4,
            Length::HalfYear => 4,
            _ => 13,
        };
        std::iter::successors(Some(now), |period| Some(period.before(SCHOOL))).take(many)
    };
    let in_order = |length: &Length| {
        let mut all: Vec<Period> = back(*length).collect();
        all.sort_by_key(|period| (period.until > today, std::cmp::Reverse(period.until)));
        all
    };
    lengths.iter().flat_map(in_order).collect()
}
