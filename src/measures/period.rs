//! Periods: a day, an ISO week, a month, a quarter, a half-year, a term, a year, a school year, or dates of one's own. Half-open
//! inside, both days included outside.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::clock::sane;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    /// Half of a school year: from its first day to 31 January, and from 1 February to its last day. Where school begins
    /// before July, the second one begins on 1 August.
    Term,
    Year,
    SchoolYear,
    Own,
}

impl Length {
    pub const NAMED: [Length; 8] = [
        Length::Day,
        Length::Week,
        Length::Month,
        Length::Quarter,
        Length::HalfYear,
        Length::Term,
        Length::Year,
        Length::SchoolYear,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Length::Day => "day",
            Length::Week => "week",
            Length::Month => "month",
            Length::Quarter => "quarter",
            Length::HalfYear => "half_year",
            Length::Term => "term",
            Length::Year => "year",
            Length::SchoolYear => "school_year",
            Length::Own => "own",
        }
    }

    pub fn from_code(code: &str) -> Option<Length> {
        Length::NAMED.into_iter().find(|length| length.code() == code)
    }
}

/// `from` to the day before `until`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub length: Length,
    pub from: NaiveDate,
    pub until: NaiveDate,
}

fn first(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MIN)
}

fn months_later(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months)).unwrap_or(date)
}

fn years_back(date: NaiveDate, years: u32) -> NaiveDate {
    date.checked_sub_months(Months::new(12 * years)).unwrap_or(date)
}

/// The school year of a day: its first day, and the first of the next one.
fn school_year(date: NaiveDate, school: (u32, u32)) -> (NaiveDate, NaiveDate) {
    let begin = |year| NaiveDate::from_ymd_opt(year, school.0, school.1).unwrap_or(first(year, 9));
    let year = if date < begin(date.year()) { date.year() - 1 } else { date.year() };
    (begin(year), begin(year + 1))
}

impl Period {
    /// The period of this length that `date` falls into. `school` is the month and day a school year begins.
    /// Dates before 1900 or after 2199 are taken as the nearest of these years.
    pub fn around(length: Length, date: NaiveDate, school: (u32, u32)) -> Period {
        let date = sane(date);
        let (from, until) = match length {
            Length::Day | Length::Own => (date, date + Days::new(1)),
            Length::Week => {
                let monday = date.week(Weekday::Mon).first_day();
                (monday, monday + Days::new(7))
            }
            Length::Month => {
                (first(date.year(), date.month()), months_later(first(date.year(), date.month()), 1))
            }
            Length::Quarter => {
                let from = first(date.year(), date.month0() / 3 * 3 + 1);
                (from, months_later(from, 3))
            }
            Length::HalfYear => {
                let from = first(date.year(), date.month0() / 6 * 6 + 1);
                (from, months_later(from, 6))
            }
            Length::Year => (first(date.year(), 1), first(date.year() + 1, 1)),
            Length::Term => {
                let (from, until) = school_year(date, school);
                let middle =
                    if from.month() >= 7 { first(from.year() + 1, 2) } else { first(from.year(), 8) };
                if date < middle { (from, middle) } else { (middle, until) }
            }
            Length::SchoolYear => school_year(date, school),
        };
        Period { length, from, until }
    }

    /// The calendar year, half or month that is written so: `2025`, `2025-H1`, `2025-06`, of years from 1900 to 2199. School
    /// years do not matter to these.
    pub fn from_code(code: &str) -> Option<Period> {
        let digits =
            |text: &&str, n: usize| text.len() == n && text.bytes().all(|byte| byte.is_ascii_digit());
        let (year, rest) = match code.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (code, None),
        };
        let year = Some(year).filter(|year| digits(year, 4))?.parse().ok()?;
        let (length, month) = match rest {
            None => (Length::Year, 1),
            Some("H1") => (Length::HalfYear, 1),
            Some("H2") => (Length::HalfYear, 7),
            Some(month) => (Length::Month, Some(month).filter(|month| digits(month, 2))?.parse().ok()?),
        };
        let day = NaiveDate::from_ymd_opt(year, month, 1).filter(|_| (1900..2200).contains(&year))?;
        Some(Period::around(length, day, (9, 1)))
    }

    /// [`Period::from_code`], the other way round. Other lengths have no code of their own, and are told by the month they
    /// begin in.
    pub fn code(&self) -> String {
        match self.length {
            Length::Year => self.from.format("%Y").to_string(),
            Length::HalfYear => format!("{}-H{}", self.from.format("%Y"), 1 + self.from.month0() / 6),
            _ => self.from.format("%Y-%m").to_string(),
        }
    }

    /// Dates of one's own, both included; in order whichever way they were given.
    pub fn own(a: NaiveDate, b: NaiveDate) -> Period {
        let (a, b) = (sane(a), sane(b));
        Period { length: Length::Own, from: a.min(b), until: a.max(b) + Days::new(1) }
    }

    /// The whole months from the one of a day to the one of another; one alone is a month by its name.
    pub fn months(a: NaiveDate, b: NaiveDate) -> Period {
        let (a, b) = (sane(a), sane(b));
        let (from, last) = (a.min(b), a.max(b));
        let from = first(from.year(), from.month());
        let until = months_later(first(last.year(), last.month()), 1);
        let length = if months_later(from, 1) == until { Length::Month } else { Length::Own };
        Period { length, from, until }
    }

    /// How many months it is, where it is whole ones.
    fn whole_months(&self) -> Option<u32> {
        if self.from.day() != 1 || self.until.day() != 1 {
            return None;
        }
        let months = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
        u32::try_from(months(self.until) - months(self.from)).ok().filter(|months| *months > 0)
    }

    /// Of a term, whether it is the first of its school year.
    pub fn first_term(&self, school: (u32, u32)) -> bool {
        school_year(self.from, school).0 == self.from
    }

    /// The last day inside.
    pub fn last(&self) -> NaiveDate {
        self.until.pred_opt().unwrap_or(self.until)
    }

    /// The part of the period that is over: up to today, today included.
    pub fn so_far(&self, today: NaiveDate) -> Period {
        Period { until: self.until.min(today + Days::new(1)).max(self.from), ..*self }
    }

    pub fn unfinished(&self, today: NaiveDate) -> bool {
        self.from <= today && today < self.last()
    }

    pub fn days(&self) -> i64 {
        (self.until - self.from).num_days()
    }

    /// The first days of the period, all of it where it has fewer: what an unfinished one is compared with.
    pub fn first_days(&self, days: i64) -> Period {
        let days = Days::new(u64::try_from(days).unwrap_or(0));
        Period { until: self.until.min(self.from + days), ..*self }
    }

    /// The period of the same length just before: of own dates as many days, or as many months where they are whole ones.
    pub fn before(&self, school: (u32, u32)) -> Period {
        match self.length {
            Length::Own => {
                if let Some(months) = self.whole_months() {
                    let from = self.from.checked_sub_months(Months::new(months)).unwrap_or(self.from);
                    return Period { from, until: self.from, ..*self };
                }
                let days = Days::new(u64::try_from(self.days()).unwrap_or(0));
                Period { from: self.from - days, until: self.from, ..*self }
            }
            length => Period::around(length, self.from.pred_opt().unwrap_or(self.from), school),
        }
    }

    pub fn after(&self, school: (u32, u32)) -> Period {
        match self.length {
            Length::Own => {
                if let Some(months) = self.whole_months() {
                    return Period { from: self.until, until: months_later(self.until, months), ..*self };
                }
                let days = Days::new(u64::try_from(self.days()).unwrap_or(0));
                Period { from: self.until, until: self.until + days, ..*self }
            }
            length => Period::around(length, self.until, school),
        }
    }

    /// The same dates a year ago; for weeks the same ISO week.
    pub fn year_ago(&self) -> Period {
        if self.length == Length::Week {
            let week = self.from.iso_week();
            let monday = |number| NaiveDate::from_isoywd_opt(week.year() - 1, number, Weekday::Mon);
            // A 53rd week has no namesake in most years: the last one stands in.
            let from = monday(week.week()).or_else(|| monday(52)).unwrap_or(self.from);
            return Period {
                from,
                until: from + Days::new(u64::try_from(self.days()).unwrap_or(7)),
                ..*self
            };
        }
        let from = years_back(self.from, 1);
        // Whole months are compared with whole months: a February with a February, though the other one has a day more.
        if let Some(months) = self.whole_months() {
            return Period { from, until: months_later(from, months), ..*self };
        }
        // The end is reckoned by its last day, so that 29 February falls on the 28th and not on 1 March.
        let until = years_back(self.last(), 1) + Days::new(1);
        Period { from, until: until.max(from), ..*self }
    }
}
