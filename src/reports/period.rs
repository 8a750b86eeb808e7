//! The periods reports are about, as they are written: `2025`, `2025-H1`, `2025-06`. Read here and nowhere else.

use chrono::{Datelike, NaiveDate};

use crate::i18n::Words;
use crate::measures::{Length, Period};

/// School years do not matter to calendar years, halves and months.
const SCHOOL: (u32, u32) = (9, 1);

fn around(length: Length, year: i32, month: u32) -> Option<Period> {
    let day = NaiveDate::from_ymd_opt(year, month, 1).filter(|_| (1900..2200).contains(&year))?;
    Some(Period::around(length, day, SCHOOL))
}

/// The period that is written so; none where it is not one.
pub fn parse(text: &str) -> Option<Period> {
    let digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, rest) = match text.split_once('-') {
        Some((year, rest)) => (year, Some(rest)),
        None => (text, None),
    };
    let year = Some(year).filter(|year| digits(year, 4))?.parse().ok()?;
    match rest {
        None => around(Length::Year, year, 1),
        Some("H1") => around(Length::HalfYear, year, 1),
        Some("H2") => around(Length::HalfYear, year, 7),
        Some(month) if digits(month, 2) => around(Length::Month, year, month.parse().ok()?),
        Some(_) => None,
    }
}

/// [`parse`], the other way round.
pub fn code(period: &Period) -> String {
    let from = period.from;
    match period.length {
        Length::HalfYear => format!("{}-H{}", from.year(), 1 + from.month0() / 6),
        Length::Month => from.format("%Y-%m").to_string(),
        _ => from.year().to_string(),
    }
}

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
