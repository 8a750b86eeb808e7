use chrono::{Datelike, Days};
use proptest::prelude::*;

use super::scene::date;
use crate::measures::{Length, Period, reach};

fn ends(period: Period) -> (Length, String) {
    (period.length, format!("{} {}", period.from, period.last()))
}

#[test]
fn finer_dates_become_whole_months() {
    let seen = |period: Period| ends(reach(false, period));
    let around = |length, y, m, d| Period::around(length, date(y, m, d), (9, 1));
    let october = (Length::Month, "2026-10-01 2026-10-31".to_owned());
    assert_eq!(seen(around(Length::Day, 2026, 10, 15)), october);
    // Monday 28 September to Sunday 4 October: most of it is October.
    assert_eq!(seen(around(Length::Week, 2026, 9, 29)), october);
    assert_eq!(seen(Period::own(date(2026, 10, 3), date(2026, 10, 4))), october);
    let own = seen(Period::own(date(2026, 9, 30), date(2026, 11, 1)));
    assert_eq!(own, (Length::Own, "2026-09-01 2026-11-30".to_owned()));
    // A school year that begins in the middle of a month.
    let school = seen(Period::around(Length::SchoolYear, date(2026, 10, 1), (9, 15)));
    assert_eq!(school, (Length::Own, "2026-09-01 2027-09-30".to_owned()));
    let year = around(Length::Year, 2026, 10, 15);
    assert_eq!(reach(false, year), year);
}

proptest! {
    #[test]
    fn what_is_seen_begins_and_ends_with_a_month(
        length in 0..=Length::NAMED.len(), at in 0u64..100_000, days in 0u64..2_000, begins in (1u32..=12, 1u32..=28),
    ) {
        let day = date(1901, 1, 1) + Days::new(at);
        let asked = match Length::NAMED.get(length) {
            Some(length) => Period::around(*length, day, begins),
            None => Period::own(day, day + Days::new(days)),
        };
        prop_assert_eq!(reach(true, asked), asked);
        let seen = reach(false, asked);
        prop_assert!(seen.from.day() == 1 && seen.until.day() == 1 && seen.from < seen.until);
        prop_assert_eq!(reach(false, seen), seen, "and stays");
        if asked.length != Length::Week {
            prop_assert!(seen.from <= asked.from && asked.until <= seen.until);
        }
        for beside in [seen.before(begins), seen.after(begins), seen.year_ago()] {
            prop_assert!(beside.from.day() == 1 && beside.until.day() == 1, "{beside:?}");
        }
    }
}
