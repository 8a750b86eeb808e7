//! The periods that can be closed: whole calendar months and years.

use chrono::{Datelike, NaiveDate};

use crate::i18n::{Arg, Words};

/// Years that anybody records youth work in.
const YEARS: std::ops::Range<i32> = 1900..2200;

/// A calendar month (1 to 12) or a calendar year, of 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whole {
    Year(i32),
    Month(i32, u32),
}

fn first(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MAX)
}

impl Whole {
    /// The month of a day.
    pub fn month_of(day: NaiveDate) -> Whole {
        Whole::Month(day.year(), day.month())
    }

    /// The year of a day.
    pub fn year_of(day: NaiveDate) -> Whole {
        Whole::Year(day.year())
    }

    /// The first day.
    pub fn from(self) -> NaiveDate {
        match self {
            Whole::Year(year) => first(year, 1),
            Whole::Month(year, month) => first(year, month),
        }
    }

    /// The first day after it.
    pub fn until(self) -> NaiveDate {
        match self {
            Whole::Year(year) | Whole::Month(year, 12) => first(year + 1, 1),
            Whole::Month(year, month) => first(year, month + 1),
        }
    }

    /// The last day.
    pub fn last(self) -> NaiveDate {
        self.until().pred_opt().unwrap_or_else(|| self.from())
    }

    /// What begins and ends on these days, if that is a whole month or year.
    pub fn between(from: NaiveDate, until: NaiveDate) -> Option<Whole> {
        [Whole::month_of(from), Whole::year_of(from)]
            .into_iter()
            .find(|whole| (whole.from(), whole.until()) == (from, until))
    }

    /// As it stands in addresses: 2026, 2026-03.
    pub fn code(self) -> String {
        match self {
            Whole::Year(year) => year.to_string(),
            Whole::Month(year, month) => format!("{year}-{month:02}"),
        }
    }

    pub fn from_code(code: &str) -> Option<Whole> {
        let (year, month) = match code.split_once('-') {
            Some((year, month)) => (year, Some(month)),
            None => (code, None),
        };
        let year: i32 = year.parse().ok().filter(|year| YEARS.contains(year))?;
        let whole = match month {
            Some(month) => Whole::Month(year, month.parse().ok().filter(|month| (1..=12).contains(month))?),
            None => Whole::Year(year),
        };
        // One address for one period.
        (whole.code() == code).then_some(whole)
    }

    /// Whether its last day is over.
    pub fn ended(self, today: NaiveDate) -> bool {
        self.until() <= today
    }

    /// The months of a year; of a month itself.
    pub fn months(self) -> Vec<Whole> {
        match self {
            Whole::Year(year) => (1..=12).map(|month| Whole::Month(year, month)).collect(),
            Whole::Month(..) => vec![self],
        }
    }

    /// The year it is in.
    pub fn year(self) -> i32 {
        match self {
            Whole::Year(year) | Whole::Month(year, _) => year,
        }
    }

    pub fn is_year(self) -> bool {
        matches!(self, Whole::Year(_))
    }

    /// marec 2026, or 2026
    pub fn name(self, w: Words) -> String {
        match self {
            Whole::Year(year) => year.to_string(),
            Whole::Month(..) => w.month(self.from()),
        }
    }

    /// The name, before it is known in which language.
    pub fn arg(self) -> Arg {
        match self {
            Whole::Year(year) => Arg::Text(year.to_string()),
            Whole::Month(..) => Arg::Month(self.from()),
        }
    }
}
