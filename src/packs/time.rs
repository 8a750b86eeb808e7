//! The time a form is made for, as addresses and commands write it: `2026`, `2026-H1`, `2026-03`.

use chrono::{Datelike, NaiveDate};

use super::form::Span;
use crate::measures::{Length, Period};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    pub span: Span,
    pub period: Period,
}

impl Time {
    /// The one that a day falls into.
    pub fn around(span: Span, day: NaiveDate) -> Time {
        let length = match span {
            Span::Year => Length::Year,
            Span::HalfYear => Length::HalfYear,
            Span::Month => Length::Month,
        };
        Time { span, period: Period::around(length, day, (9, 1)) }
    }

    pub fn from_code(code: &str) -> Option<Time> {
        let (year, rest) = code.split_at_checked(4)?;
        let year: i32 = year.parse().ok().filter(|year| (1900..=2199).contains(year))?;
        let (span, month) = match rest {
            "" => (Span::Year, 1),
            "-H1" => (Span::HalfYear, 1),
            "-H2" => (Span::HalfYear, 7),
            _ => (Span::Month, rest.strip_prefix('-').filter(|it| it.len() == 2)?.parse().ok()?),
        };
        Some(Time::around(span, NaiveDate::from_ymd_opt(year, month, 1)?))
    }

    pub fn code(&self) -> String {
        let from = self.period.from;
        match self.span {
            Span::Year => from.format("%Y").to_string(),
            Span::HalfYear => format!("{}-H{}", from.year(), 1 + from.month0() / 6),
            Span::Month => from.format("%Y-%m").to_string(),
        }
    }

    pub fn before(&self) -> Time {
        Time::around(self.span, self.period.from.pred_opt().unwrap_or(self.period.from))
    }

    pub fn after(&self) -> Time {
        Time::around(self.span, self.period.until)
    }
}
