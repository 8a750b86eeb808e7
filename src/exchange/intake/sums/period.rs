//! Which months or years a sum is of, as people write them.

use chrono::{Datelike, NaiveDate};

use crate::exchange::intake::read;
use crate::form::tidy;
use crate::i18n::folded;
use crate::table::Cell;

/// From a day on, and until before another.
pub type Stretch = (NaiveDate, NaiveDate);

const YEARS: std::ops::RangeInclusive<i32> = 1950..=2100;

/// Months of a year: `n` of them from `first` on.
fn months(year: i32, first: u32, n: u32) -> Option<Stretch> {
    if !YEARS.contains(&year) || !(1..=12).contains(&first) || first + n > 13 {
        return None;
    }
    let after = first + n;
    let until = if after > 12 {
        NaiveDate::from_ymd_opt(year + 1, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(year, after, 1)
    };
    NaiveDate::from_ymd_opt(year, first, 1).zip(until)
}

fn year_of(word: &str) -> Option<i32> {
    (word.len() == 4).then(|| word.parse().ok())?.filter(|year| YEARS.contains(year))
}

/// The year in a cell.
pub fn year(cell: &Cell) -> Option<i32> {
    match cell {
        #[allow(clippy::cast_possible_truncation)]
        Cell::Number(n) if n.fract() == 0.0 && (1950.0..=2100.0).contains(n) => Some(*n as i32),
        Cell::Day(day) => Some(day.year()),
        Cell::Text(text) => year_of(tidy(text).trim_end_matches('.')),
        _ => None,
    }
}

/// The number of a month in a cell.
pub fn month(cell: &Cell) -> Option<u32> {
    match cell {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Cell::Number(n) if n.fract() == 0.0 && (1.0..=12.0).contains(n) => Some(*n as u32),
        Cell::Day(day) => Some(day.month()),
        Cell::Text(text) => {
            let text = tidy(text);
            let text = text.trim_end_matches('.');
            text.parse().ok().filter(|n| (1..=12).contains(n)).or_else(|| read::month(text))
        }
        _ => None,
    }
}

/// From a year and perhaps a month in cells of their own.
pub fn of_parts(year: i32, month: Option<u32>) -> Option<Stretch> {
    match month {
        Some(month) => months(year, month, 1),
        None => months(year, 1, 12),
    }
}

/// A period in one cell: `2023`, `2023-05`, `5/2023`, `maj 2023`, `1. polletje 2023`, `Q2 2023`.
pub fn stretch(cell: &Cell) -> Option<Stretch> {
    if let Some(year) = year(cell).filter(|_| !matches!(cell, Cell::Day(_))) {
        return months(year, 1, 12);
    }
    match cell {
        // A spreadsheet keeps "May 2023" as its first day.
        Cell::Day(day) if day.day() == 1 => months(day.year(), day.month(), 1),
        Cell::Text(text) => {
            let plain = folded(&tidy(text));
            let words: Vec<&str> =
                plain.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
            let mut years = words.iter().filter_map(|word| year_of(word));
            let year = years.next().filter(|_| years.next().is_none())?;
            let others: Vec<&str> =
                words.iter().copied().filter(|word| year_of(word).is_none() && *word != "leto").collect();
            match others[..] {
                [] => months(year, 1, 12),
                [month] if month.len() <= 2 && month.bytes().all(|it| it.is_ascii_digit()) => {
                    months(year, month.parse().ok()?, 1)
                }
                [quarter] if quarter.len() == 2 && quarter.starts_with('q') => {
                    let n: u32 = quarter[1..].parse().ok().filter(|n| (1..=4).contains(n))?;
                    months(year, n * 3 - 2, 3)
                }
                [name] => months(year, read::month(name)?, 1),
                [n, "polletje"] | [n, "half"] => {
                    let n = ordinal(n).filter(|n| *n <= 2)?;
                    months(year, n * 6 - 5, 6)
                }
                [n, "cetrtletje"] | [n, "kvartal"] | [n, "quarter"] => {
                    let n = ordinal(n).filter(|n| *n <= 4)?;
                    months(year, n * 3 - 2, 3)
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn ordinal(word: &str) -> Option<u32> {
    match word {
        "1" | "prvo" | "prvi" | "first" | "1st" => Some(1),
        "2" | "drugo" | "drugi" | "second" | "2nd" => Some(2),
        "3" | "tretje" | "third" | "3rd" => Some(3),
        "4" | "cetrto" | "fourth" | "4th" => Some(4),
        _ => None,
    }
}
