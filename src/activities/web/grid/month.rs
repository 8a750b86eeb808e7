//! A month, as addresses name it.

use chrono::{Datelike, Days, Months, NaiveDate};

/// Kept as its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(NaiveDate);

impl Month {
    pub fn of(date: NaiveDate) -> Month {
        Month(date.with_day(1).unwrap_or(date))
    }

    /// From 2026-09.
    pub fn named(text: &str) -> Option<Month> {
        let first = format!("{text}-01").parse().ok().map(Month)?;
        first.is_sensible().then_some(first)
    }

    /// Whether anybody can mean it; a slip in a year must not lead beyond the calendar.
    pub fn is_sensible(self) -> bool {
        (1900..=2200).contains(&self.0.year())
    }

    pub fn name(self) -> String {
        self.0.format("%Y-%m").to_string()
    }

    pub fn first(self) -> NaiveDate {
        self.0
    }

    pub fn last(self) -> NaiveDate {
        self.next().0.checked_sub_days(Days::new(1)).unwrap_or(self.0)
    }

    pub fn next(self) -> Month {
        Month(self.0.checked_add_months(Months::new(1)).unwrap_or(self.0))
    }

    pub fn before(self) -> Month {
        Month(self.0.checked_sub_months(Months::new(1)).unwrap_or(self.0))
    }

    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.0.iter_days().take_while(move |day| Month::of(*day) == self)
    }
}
