//! Weeks: what was expected, and what is there.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

use super::scene::{all, date, seen};
use crate::activities::{Activity, Weekday};
use crate::watch::rules::{Seen, State, Week, weeks};

/// Wednesdays and Thursdays, 17:00 to 20:00. 1 July 2026 is a Wednesday.
fn activity() -> Activity {
    let usual = |weekday| Weekday { weekday, start_min: 17 * 60, duration_min: 180 };
    Activity {
        weekdays: vec![usual(3), usual(4)],
        ..Activity::blank(Uuid::from_u128(2), Uuid::from_u128(1), date(2026, 1, 1))
    }
}

const MONDAY: (i32, u32, u32) = (2026, 6, 29);

fn week_of(entries: &[Seen], today: NaiveDate) -> Week {
    let (y, m, d) = MONDAY;
    let found = weeks((date(y, m, d), today), |_| true, &[&activity()], &all(entries));
    found[0]
}

#[test]
fn a_week_says_how_much_of_what_was_expected_is_recorded() {
    let after = date(2026, 7, 13);
    let (wednesday, thursday) = (seen(0, 9), seen(1, 9));
    let none = week_of(&[], after);
    assert_eq!((none.state(), none.expected, none.missing), (State::None, 2, 2));
    let partly = week_of(std::slice::from_ref(&wednesday), after);
    assert_eq!((partly.state(), partly.missing, partly.held), (State::Partly, 1, 1));
    let off = Seen { held: false, ..thursday };
    let full = week_of(&[wednesday, off], after);
    assert_eq!((full.state(), full.held, full.called_off), (State::Full, 1, 1), "called off is recorded");
    // On another day than usual: recorded, but not what was expected.
    let friday = seen(2, 9);
    assert_eq!(week_of(std::slice::from_ref(&friday), after).missing, 2);
    assert_eq!(week_of(&[friday], after).state(), State::Partly);
}

#[test]
fn nothing_is_expected_of_today_and_of_days_the_unit_was_not_open() {
    assert_eq!(week_of(&[], date(2026, 7, 1)).state(), State::Nothing, "today may still be recorded");
    assert_eq!(week_of(&[], date(2026, 7, 2)).missing, 1);
    let (y, m, d) = MONDAY;
    let opens = date(2026, 7, 8);
    let found = weeks((date(y, m, d), date(2026, 7, 13)), |day| day >= opens, &[&activity()], &[]);
    assert_eq!(found.iter().map(Week::state).collect::<Vec<_>>(), [State::Shut, State::None, State::Nothing]);
    let without = weeks((date(y, m, d), date(2026, 7, 7)), |_| true, &[], &[]);
    assert_eq!(without[0].state(), State::Nothing);
    let unplanned = weeks((date(y, m, d), date(2026, 7, 7)), |_| true, &[], &[&seen(0, 9)]);
    assert_eq!(unplanned[0].state(), State::Full, "recorded without a pattern");
}

proptest! {
    /// Parts add up: each occasion of a usual time is expected once, in its own week, and is missing or recorded.
    #[test]
    fn weeks_add_up_to_the_whole(days in prop::collection::btree_set(0u32..90, 0..60), until in 0u64..90) {
        let entries: Vec<Seen> = days.iter().map(|day| seen(*day, 9)).collect();
        let (y, m, d) = MONDAY;
        let (first, today) = (date(y, m, d), date(2026, 7, 1) + Days::new(until));
        let found = weeks((first, today), |_| true, &[&activity()], &all(&entries));
        let usual = first.iter_days().take_while(|day| *day < today)
            .filter(|day| matches!(chrono::Datelike::weekday(day).number_from_monday(), 3 | 4));
        let there = |day: &NaiveDate| entries.iter().any(|it| it.date == *day);
        let (recorded, missing): (Vec<_>, Vec<_>) = usual.partition(there);
        let sum = |of: fn(&Week) -> i64| found.iter().map(of).sum::<i64>();
        prop_assert_eq!(sum(|it| it.missing), i64::try_from(missing.len()).unwrap());
        prop_assert_eq!(sum(|it| it.expected), i64::try_from(missing.len() + recorded.len()).unwrap());
        for week in found {
            prop_assert!((0..=week.expected).contains(&week.missing));
            prop_assert_eq!(week.state() == State::None, week.expected > 0 && week.held == 0);
        }
    }
}
