//! A date of the calendar as it is set down once, and the days it falls on in a year.

use chrono::{Datelike, Days, NaiveDate};
use uuid::Uuid;

use crate::i18n::Text18;
use crate::measures::{Length, Period};

/// What is to be done by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A report is to be finished.
    Report,
    /// A funder's form is to be handed in.
    Pack,
    /// A month or a year is to be closed.
    Closing,
    /// People meet.
    Meeting,
    #[default]
    Other,
}

impl Kind {
    pub const ALL: [Kind; 5] = [Kind::Report, Kind::Pack, Kind::Closing, Kind::Meeting, Kind::Other];

    pub fn code(self) -> &'static str {
        match self {
            Kind::Report => "report",
            Kind::Pack => "pack",
            Kind::Closing => "closing",
            Kind::Meeting => "meeting",
            Kind::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether units owe something by it, of which it can be said how it stands.
    pub fn is_owed(self) -> bool {
        matches!(self, Kind::Report | Kind::Pack | Kind::Closing)
    }
}

/// The time it is about, seen from its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Covers {
    YearBefore,
    SecondHalfBefore,
    FirstHalf,
    SecondHalf,
    Year,
    MonthBefore,
}

impl Covers {
    pub const ALL: [Covers; 6] = [
        Covers::YearBefore,
        Covers::SecondHalfBefore,
        Covers::FirstHalf,
        Covers::SecondHalf,
        Covers::Year,
        Covers::MonthBefore,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Covers::YearBefore => "year_before",
            Covers::SecondHalfBefore => "second_half_before",
            Covers::FirstHalf => "first_half",
            Covers::SecondHalf => "second_half",
            Covers::Year => "year",
            Covers::MonthBefore => "month_before",
        }
    }

    pub fn from_code(code: &str) -> Option<Covers> {
        Covers::ALL.into_iter().find(|it| it.code() == code)
    }

    pub fn length(self) -> Length {
        match self {
            Covers::YearBefore | Covers::Year => Length::Year,
            Covers::SecondHalfBefore | Covers::FirstHalf | Covers::SecondHalf => Length::HalfYear,
            Covers::MonthBefore => Length::Month,
        }
    }

    /// The period, for a date by the rule: moving it for once changes nothing about that.
    pub fn period(self, on: NaiveDate) -> Period {
        let around = |year, month| {
            let day = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(on);
            // School years do not matter to calendar years, halves and months.
            Period::around(self.length(), day, (9, 1))
        };
        match self {
            Covers::YearBefore => around(on.year() - 1, 1),
            Covers::SecondHalfBefore => around(on.year() - 1, 7),
            Covers::FirstHalf | Covers::Year => around(on.year(), 1),
            Covers::SecondHalf => around(on.year(), 7),
            Covers::MonthBefore if on.month() == 1 => around(on.year() - 1, 12),
            Covers::MonthBefore => around(on.year(), on.month() - 1),
        }
    }
}

/// Whether a report is mailed on its day, and which.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Send {
    #[default]
    Nothing,
    /// The one that people finished: on its day, or the morning after they do.
    Finished,
    /// The finished one; where there is none, the figures of the day.
    Figures,
}

impl Send {
    pub const ALL: [Send; 3] = [Send::Nothing, Send::Finished, Send::Figures];

    pub fn code(self) -> &'static str {
        match self {
            Send::Nothing => "none",
            Send::Finished => "finished",
            Send::Figures => "figures",
        }
    }

    pub fn from_code(code: &str) -> Option<Send> {
        Send::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// When it is, each year. A day that a month has not is its last one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// None: every month.
    pub month: Option<u32>,
    /// None: some day of the month, so its last one.
    pub day: Option<u32>,
    /// Where it lasts for longer: the month it begins in, and the day, or the first.
    pub from: Option<(u32, Option<u32>)>,
}

fn day_of(year: i32, month: u32, day: u32) -> NaiveDate {
    let last = |month| {
        let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        NaiveDate::from_ymd_opt(next.0, next.1, 1).and_then(|it| it.pred_opt()).unwrap_or(NaiveDate::MAX)
    };
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_else(|| last(month.clamp(1, 12)))
}

impl When {
    /// The dates by the rule in a year, each with the day it begins on where it lasts for longer than that day.
    pub fn in_year(&self, year: i32) -> Vec<(NaiveDate, Option<NaiveDate>)> {
        let one = |month: u32| {
            let by = day_of(year, month, self.day.unwrap_or(31));
            let begins = match self.from {
                Some((month, day)) => {
                    let from = day_of(year, month, day.unwrap_or(1));
                    // From December to January.
                    Some(if from > by { day_of(year - 1, month, day.unwrap_or(1)) } else { from })
                }
                None => self.day.is_none().then(|| by.with_day(1).unwrap_or(by)),
            };
            (by, begins.filter(|from| *from < by))
        };
        match self.month {
            Some(month) => vec![one(month)],
            None => (1..=12).map(one).collect(),
        }
    }

    /// Whether it is told by months alone.
    pub fn by_months(&self) -> bool {
        self.day.is_none() && self.from.is_none_or(|(_, day)| day.is_none())
    }
}

/// What the calendar says of a date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Due {
    pub kind: Kind,
    pub name: Text18,
    /// Of a report or a form.
    pub template: Option<String>,
    pub covers: Option<Covers>,
    /// For this unit or, with a kind, for each unit of that kind at or below it; words without a kind are for everybody there.
    pub unit_id: Uuid,
    pub unit_kind: Option<String>,
    pub when: When,
    /// Whether mentors of units that owe it are reminded.
    pub remind: bool,
    pub send: Send,
    pub to_viewers: bool,
    pub to_mentors: bool,
}

/// A date as it stands in the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub id: Uuid,
    pub due: Due,
    pub version: i64,
    /// Its dates before this day are none.
    pub since_on: NaiveDate,
    /// When its days were last changed: about earlier ones nobody is written to.
    pub dated_on: NaiveDate,
    /// First day on which it is taken out: earlier dates stay.
    pub until_on: Option<NaiveDate>,
    pub by: String,
    pub at: chrono::DateTime<chrono::Utc>,
}

/// That a date is another one in one year, or left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exception {
    pub due_id: Uuid,
    pub rule_on: NaiveDate,
    pub moved_to: Option<NaiveDate>,
}

/// A date in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// As the rule has it: by this it is known, wherever it was moved to.
    pub rule_on: NaiveDate,
    /// The day it begins on, where it lasts for longer.
    pub from: Option<NaiveDate>,
    pub by: NaiveDate,
    pub moved: bool,
    pub left_out: bool,
}

impl Rule {
    /// Its dates from one day to another, both included, in order; those that are left out too.
    pub fn dates(&self, exceptions: &[Exception], first: NaiveDate, last: NaiveDate) -> Vec<Date> {
        // A date may be moved over the end of a year.
        let years = first.year() - 1..=last.year() + 1;
        let own: Vec<&Exception> = exceptions.iter().filter(|it| it.due_id == self.id).collect();
        let date = |(rule_on, from): (NaiveDate, Option<NaiveDate>)| {
            let plain = Date { rule_on, from, by: rule_on, moved: false, left_out: false };
            match own.iter().find(|it| it.rule_on == rule_on).map(|it| it.moved_to) {
                None => plain,
                Some(None) => Date { left_out: true, ..plain },
                Some(Some(to)) => Date { by: to, from: None, moved: true, ..plain },
            }
        };
        let mut all: Vec<Date> = years.flat_map(|year| self.due.when.in_year(year)).map(date).collect();
        all.retain(|it| {
            (first..=last).contains(&it.by)
                && it.by >= self.since_on
                && self.until_on.is_none_or(|until| it.by < until)
        });
        all.sort_by_key(|it| (it.by, it.rule_on));
        all
    }

    /// The next one from a day on that is not left out.
    pub fn next(&self, exceptions: &[Exception], today: NaiveDate) -> Option<Date> {
        let last = today.checked_add_days(Days::new(731)).unwrap_or(today);
        self.dates(exceptions, today, last).into_iter().find(|it| !it.left_out)
    }

    /// What a date of it is about.
    pub fn period(&self, date: &Date) -> Option<Period> {
        self.due.covers.map(|covers| covers.period(date.rule_on))
    }
}
