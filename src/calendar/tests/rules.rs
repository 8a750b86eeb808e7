use chrono::{Datelike, Days};
use proptest::prelude::*;
use uuid::Uuid;

use super::super::daily::Occasion;
use super::super::rule::{Covers, Exception, When};
use super::super::standing::{SOON, State};
use super::{closing, day, left_out, meeting, on, rule};

#[test]
fn a_day_that_a_month_has_not_is_its_last() {
    assert_eq!(on(2, 31).in_year(2027), [(day(2027, 2, 28), None)]);
    assert_eq!(on(2, 29).in_year(2028), [(day(2028, 2, 29), None)]);
    let april = When { month: Some(4), day: None, from: Some((3, None)) };
    assert_eq!(april.in_year(2026), [(day(2026, 4, 30), Some(day(2026, 3, 1)))]);
    let over = When { month: Some(1), day: Some(10), from: Some((12, Some(20))) };
    assert_eq!(over.in_year(2026), [(day(2026, 1, 10), Some(day(2025, 12, 20)))]);
    let march = When { month: Some(3), day: None, from: None };
    assert_eq!(march.in_year(2026), [(day(2026, 3, 31), Some(day(2026, 3, 1)))]);
    assert!(march.by_months() && april.by_months() && !over.by_months() && !on(3, 3).by_months());
}

#[test]
fn the_time_it_is_about_follows_from_the_date_by_the_rule() {
    let period = |covers: Covers| covers.period(day(2026, 1, 31)).code();
    let all = Covers::ALL.map(period);
    assert_eq!(all, ["2025", "2025-H2", "2026-H1", "2026-H2", "2026", "2025-12"]);
    assert_eq!(Covers::MonthBefore.period(day(2026, 3, 10)).code(), "2026-02");
    for covers in Covers::ALL {
        assert_eq!(Covers::from_code(covers.code()), Some(covers));
        assert_eq!(covers.period(day(2026, 1, 31)).length, covers.length());
    }
}

#[test]
fn one_year_may_be_another_way_and_the_next_one_is_as_ever() {
    let it = rule(meeting(Uuid::nil(), "Srečanje", on(12, 20)));
    let moved = Exception { due_id: it.id, rule_on: day(2026, 12, 20), moved_to: Some(day(2027, 1, 8)) };
    let of = |all: &[Exception], year| {
        let dates = it.dates(all, day(year, 1, 1), day(year, 12, 31));
        dates.iter().map(|date| (date.by, date.moved, date.left_out)).collect::<Vec<_>>()
    };
    assert_eq!(of(&[moved], 2026), []);
    assert_eq!(of(&[moved], 2027), [(day(2027, 1, 8), true, false), (day(2027, 12, 20), false, false)]);
    let out = left_out(&it, day(2026, 12, 20));
    assert_eq!(of(&[out], 2026), [(day(2026, 12, 20), false, true)]);
    assert_eq!(it.next(&[out], day(2026, 10, 15)).unwrap().by, day(2027, 12, 20));
    // Of another date, nothing.
    let other = Exception { due_id: Uuid::from_u128(9), ..out };
    assert_eq!(of(&[other], 2026), [(day(2026, 12, 20), false, false)]);
    let mut ended = it.clone();
    (ended.since_on, ended.until_on) = (day(2026, 12, 20), Some(day(2027, 12, 20)));
    let all = ended.dates(&[], day(2024, 1, 1), day(2030, 1, 1));
    assert_eq!(all.iter().map(|date| date.by).collect::<Vec<_>>(), [day(2026, 12, 20)]);
}

#[test]
fn how_something_stands_changes_on_its_days() {
    let by = day(2026, 10, 20);
    let of = |today| State::of(false, by, today);
    assert_eq!(of(day(2026, 10, 5)), State::NotYet);
    assert_eq!(of(day(2026, 10, 6)), State::Soon);
    assert_eq!(of(by), State::Soon);
    assert_eq!(of(day(2026, 10, 21)), State::Late);
    assert_eq!(State::of(true, by, day(2027, 1, 1)), State::Done);
}

#[test]
fn nobody_is_reminded_before_there_is_anything_to_do() {
    let plain = rule(closing(Uuid::nil(), on(1, 31)));
    let occasion = |rule: &super::Rule, today| {
        let date = rule.dates(&[], day(2026, 1, 1), day(2026, 12, 31)).remove(0);
        Occasion::on(rule, &date, today)
    };
    assert_eq!(occasion(&plain, day(2026, 1, 16)), None);
    assert_eq!(occasion(&plain, day(2026, 1, 17)), Some(Occasion::Before));
    assert_eq!(occasion(&plain, day(2026, 1, 31)), Some(Occasion::Day));
    // A day on which no server ran is made good, but not for ever.
    assert_eq!(occasion(&plain, day(2026, 2, 7)), Some(Occasion::Day));
    assert_eq!(occasion(&plain, day(2026, 2, 8)), None);
    // The year runs still.
    let early = rule(closing(Uuid::nil(), on(1, 5)));
    assert_eq!(occasion(&early, day(2025, 12, 30)), None);
    assert_eq!(occasion(&early, day(2026, 1, 1)), Some(Occasion::Before));
    // Whoever puts a day into the calendar that is over writes to nobody.
    let mut new = plain.clone();
    new.dated_on = day(2026, 2, 1);
    assert_eq!(occasion(&new, day(2026, 2, 2)), None);
    let words = rule(meeting(Uuid::nil(), "Srečanje", on(1, 31)));
    assert_eq!(occasion(&words, day(2026, 1, 31)), None);
}

prop_compose! {
    fn any_when()(
        month in proptest::option::of(1u32..=12),
        day in proptest::option::of(1u32..=31),
        from in proptest::option::of((1u32..=12, proptest::option::of(1u32..=31))),
    ) -> When {
        When { month, day, from: from.filter(|_| month.is_some()) }
    }
}

proptest! {
    #[test]
    fn every_year_has_each_date_once(when in any_when(), year in 1950i32..2150) {
        let dates = when.in_year(year);
        prop_assert_eq!(dates.len(), if when.month.is_some() { 1 } else { 12 });
        for (by, from) in &dates {
            prop_assert_eq!(by.year(), year);
            prop_assert!(from.is_none_or(|from| from < *by && (*by - from).num_days() < 366));
            prop_assert!(when.day.is_none_or(|day| by.day() == day || by.succ_opt().unwrap().day() == 1));
        }
        // Asked in two halves it is the same.
        let it = rule(meeting(Uuid::nil(), "x", when));
        let of = |first, last| it.dates(&[], first, last).len();
        let middle = day(year.max(2020), 6, 15);
        let (first, last) = (day(year.max(2020), 1, 1), day(year.max(2020), 12, 31));
        prop_assert_eq!(of(first, middle) + of(middle + Days::new(1), last), of(first, last));
    }

    #[test]
    fn a_state_goes_only_on(n in 0u64..400) {
        let (by, start) = (day(2026, 10, 20), day(2026, 1, 1));
        let today = start + Days::new(n);
        let (now, next) = (State::of(false, by, today), State::of(false, by, today + Days::new(1)));
        prop_assert!(next <= now, "not yet, then soon, then late");
        prop_assert_eq!(now == State::Soon, (0..=SOON).contains(&(by - today).num_days()));
    }
}
