//! Periods as pictures take them: a year (2025), half of one (2025-H1), a month (2025-06). Whole months, so that whoever
//! sees figures only may see them.

use chrono::{Datelike, NaiveDate};

use crate::i18n::{Arg, Words};
use crate::measures::{Length, Period};

/// A calendar year's first day tells where quarters and halves begin; school years are not offered.
const SCHOOL: (u32, u32) = (9, 1);

/// 2025, prvo polletje 2025, junij 2025
pub fn name(w: Words, period: &Period) -> String {
    match period.length {
        Length::Year => period.from.year().to_string(),
        Length::HalfYear => {
            let key = if period.from.month() == 1 { "pictures-half-1" } else { "pictures-half-2" };
            w.with(key, &[("year", Arg::Text(period.from.year().to_string()))])
        }
        Length::Month => w.month(period.from),
        _ => w.span(period.from, period.last()),
    }
}

/// The month that was over last.
pub fn latest_month(today: NaiveDate) -> Period {
    let this = Period::around(Length::Month, today, SCHOOL);
    this.before(SCHOOL)
}

/// What is offered, the latest first: months, halves and years that have begun.
pub fn offered(today: NaiveDate) -> [Vec<Period>; 3] {
    let back = |length: Length, n: usize| {
        let first = Period::around(length, today, SCHOOL);
        std::iter::successors(Some(first), |it| Some(it.before(SCHOOL))).take(n).collect()
    };
    [back(Length::Month, 14), back(Length::HalfYear, 6), back(Length::Year, 5)]
}

/// The period before: of one that goes on, as much of it as has been of this one.
pub fn before(period: &Period, now: &Period) -> Period {
    match period.length {
        _ if now.until >= period.until => period.before(SCHOOL),
        // By dates, whatever February had.
        Length::Year => now.year_ago(),
        _ => period.before(SCHOOL).first_days(now.days()),
    }
}
