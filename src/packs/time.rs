//! The time a form is made for, as addresses and commands write it: `2026`, `2026-H1`, `2026-03`.

use chrono::NaiveDate;

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
        let period = Period::from_code(code)?;
        let span = match period.length {
            Length::Year => Span::Year,
            Length::HalfYear => Span::HalfYear,
            _ => Span::Month,
        };
        Some(Time { span, period })
    }

    pub fn code(&self) -> String {
        self.period.code()
    }

    pub fn before(&self) -> Time {
        Time::around(self.span, self.period.from.pred_opt().unwrap_or(self.period.from))
    }

    pub fn after(&self) -> Time {
        Time::around(self.span, self.period.until)
    }
}
