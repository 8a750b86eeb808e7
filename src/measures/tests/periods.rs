use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;

use super::scene::{self, date};
use crate::access::RoleKind;
use crate::measures::{self, Length, Period};
use crate::testing::TestApp;
use crate::vocabulary::Kind;

const SCHOOL: (u32, u32) = (9, 1);

fn around(length: Length, y: i32, m: u32, d: u32) -> Period {
    Period::around(length, date(y, m, d), SCHOOL)
}

fn ends(period: Period) -> (NaiveDate, NaiveDate) {
    (period.from, period.last())
}

#[test]
fn periods_begin_and_end_where_people_expect() {
    assert_eq!(ends(around(Length::Week, 2026, 10, 15)), (date(2026, 10, 12), date(2026, 10, 18)));
    assert_eq!(ends(around(Length::Month, 2024, 2, 29)), (date(2024, 2, 1), date(2024, 2, 29)));
    assert_eq!(ends(around(Length::Quarter, 2026, 12, 31)), (date(2026, 10, 1), date(2026, 12, 31)));
    assert_eq!(ends(around(Length::HalfYear, 2026, 6, 30)), (date(2026, 1, 1), date(2026, 6, 30)));
    assert_eq!(ends(around(Length::Year, 2026, 1, 1)), (date(2026, 1, 1), date(2026, 12, 31)));
    assert_eq!(ends(around(Length::SchoolYear, 2026, 8, 31)), (date(2025, 9, 1), date(2026, 8, 31)));
    assert_eq!(ends(around(Length::SchoolYear, 2026, 9, 1)), (date(2026, 9, 1), date(2027, 8, 31)));
    assert_eq!(Period::own(date(2026, 3, 5), date(2026, 3, 1)).days(), 5);
}

#[test]
fn a_school_year_is_its_two_terms() {
    assert_eq!(ends(around(Length::Term, 2026, 9, 1)), (date(2026, 9, 1), date(2027, 1, 31)));
    assert_eq!(ends(around(Length::Term, 2027, 1, 31)), (date(2026, 9, 1), date(2027, 1, 31)));
    assert_eq!(ends(around(Length::Term, 2027, 2, 1)), (date(2027, 2, 1), date(2027, 8, 31)));
    // Where school begins in February, the second term begins in August.
    let southern = |m, d| ends(Period::around(Length::Term, date(2026, m, d), (2, 1)));
    assert_eq!(southern(2, 1), (date(2026, 2, 1), date(2026, 7, 31)));
    assert_eq!(southern(1, 31), (date(2025, 8, 1), date(2026, 1, 31)));
    let spring = around(Length::Term, 2026, 5, 1);
    assert!(!spring.first_term(SCHOOL) && spring.before(SCHOOL).first_term(SCHOOL));
    assert_eq!(ends(spring.before(SCHOOL)), (date(2025, 9, 1), date(2026, 1, 31)));
    assert_eq!(ends(spring.year_ago()), (date(2025, 2, 1), date(2025, 8, 31)));
}

#[test]
fn a_year_ago_are_the_same_dates_and_of_weeks_the_same_week() {
    let ago = |period: Period| ends(period.year_ago());
    // The 53rd week of 2026 has no namesake in 2025; the last one stands in.
    let week53 = around(Length::Week, 2026, 12, 31);
    assert_eq!(week53.from.iso_week().week(), 53);
    assert_eq!(ago(week53), (date(2025, 12, 22), date(2025, 12, 28)));
    assert_eq!(ago(around(Length::Week, 2027, 1, 6)), (date(2025, 12, 29), date(2026, 1, 4)));
    assert_eq!(ago(around(Length::Day, 2024, 2, 29)), (date(2023, 2, 28), date(2023, 2, 28)));
    assert_eq!(ago(around(Length::Month, 2024, 2, 1)), (date(2023, 2, 1), date(2023, 2, 28)));
    // A whole February beside a whole February.
    assert_eq!(ago(around(Length::Month, 2025, 2, 1)), (date(2024, 2, 1), date(2024, 2, 29)));
    let so_far = around(Length::Year, 2026, 10, 15).so_far(date(2026, 10, 15));
    assert_eq!(ago(so_far), (date(2025, 1, 1), date(2025, 10, 15)));
    let week = around(Length::Week, 2026, 10, 15).so_far(date(2026, 10, 15));
    assert_eq!((week.days(), ago(week)), (4, (date(2025, 10, 13), date(2025, 10, 16))));
}

#[test]
fn an_unfinished_period_is_compared_by_as_many_days() {
    let today = date(2026, 10, 15);
    let month = around(Length::Month, 2026, 10, 15);
    assert!(month.unfinished(today) && !month.unfinished(date(2026, 10, 31)));
    let so_far = month.so_far(today);
    assert_eq!(ends(so_far), (date(2026, 10, 1), today));
    assert_eq!(ends(month.before(SCHOOL).first_days(so_far.days())), (date(2026, 9, 1), date(2026, 9, 15)));
    // February has no 31 days to give.
    let march = around(Length::Month, 2026, 3, 31);
    assert_eq!(march.before(SCHOOL).first_days(31).days(), 28);
    // What lies ahead has no days yet.
    assert_eq!(around(Length::Month, 2026, 11, 1).so_far(today).days(), 0);
}

#[test]
fn absurd_dates_are_no_reason_to_fall() {
    for length in Length::NAMED {
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            let period = Period::around(length, day, SCHOOL);
            assert!(period.days() > 0);
            let _ = (
                period.before(SCHOOL),
                period.after(SCHOOL),
                period.year_ago(),
                period.so_far(day.min(date(9999, 1, 1))),
            );
        }
    }
    assert!(Period::own(NaiveDate::MIN, NaiveDate::MAX).days() > 0);
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..36_000).prop_map(|days| date(1950, 1, 1) + Days::new(days))
}

fn any_length() -> impl Strategy<Value = Length> {
    (0..Length::NAMED.len()).prop_map(|at| Length::NAMED[at])
}

proptest! {
    #[test]
    fn periods_are_half_open_and_follow_without_a_gap(length in any_length(), day in any_day()) {
        let period = Period::around(length, day, SCHOOL);
        prop_assert!(period.from <= day && day < period.until);
        prop_assert_eq!(Period::around(length, period.from, SCHOOL), period);
        prop_assert_eq!(Period::around(length, period.last(), SCHOOL), period);
        prop_assert_eq!(period.after(SCHOOL).from, period.until);
        prop_assert_eq!(period.before(SCHOOL).until, period.from);
        prop_assert_eq!(period.after(SCHOOL).before(SCHOOL), period);
        if length == Length::Week {
            prop_assert_eq!(period.from.weekday(), Weekday::Mon);
        }
    }

    #[test]
    fn a_year_ago_is_as_long_but_for_the_leap_day(length in any_length(), day in any_day(), today in any_day()) {
        let period = Period::around(length, day, SCHOOL);
        let ago = period.year_ago();
        prop_assert!((ago.days() - period.days()).abs() <= 1);
        let apart = (period.from - ago.from).num_days();
        prop_assert!((358..=371).contains(&apart), "{apart}");
        let so_far = period.so_far(today);
        prop_assert!(so_far.from == period.from && so_far.until <= period.until && so_far.days() >= 0);
        let ago = so_far.year_ago();
        prop_assert!((ago.days() - so_far.days()).abs() <= 1);
    }

    #[test]
    fn own_dates_move_by_their_own_length(a in any_day(), b in any_day()) {
        let period = Period::own(a, b);
        prop_assert!(period.from <= a && b <= period.last());
        prop_assert_eq!(period.before(SCHOOL).until, period.from);
        prop_assert_eq!(period.after(SCHOOL).from, period.until);
        if period.from.day() == 1 && period.until.day() == 1 {
            // Whole months move by months.
            prop_assert_eq!(period.after(SCHOOL).until.day(), 1);
            prop_assert_eq!(period.before(SCHOOL).from.day(), 1);
        } else {
            prop_assert_eq!(period.after(SCHOOL).days(), period.days());
        }
    }
}

#[tokio::test]
async fn today_counts_for_a_unit_and_those_above_it_once_something_is_recorded_there() {
    let app = TestApp::new().await;
    let (today, year) = (app.today(), Period::around(Length::Year, app.today(), SCHOOL));
    let last = async |unit: &str| {
        let unit = app.unit(unit).await;
        measures::so_far(&app.db, &unit, year, today).await.unwrap().last()
    };
    let yesterday = today.pred_opt().unwrap();
    for unit in ["mreza", "ljubljana", "mc-reka", "mc-most"] {
        assert_eq!(last(unit).await, yesterday, "{unit}: nothing yet");
    }
    let evening = scene::activity(&app, "mc-reka", "vecer", Kind::Open).await;
    scene::write(&app, &[scene::plain(&evening, app.ids.ordered(), today)]).await;
    for (unit, day) in [("mreza", today), ("ljubljana", today), ("mc-reka", today), ("mc-most", yesterday)] {
        assert_eq!(last(unit).await, day, "{unit}");
    }
    // What was taken back is not recorded.
    let (mentor, _) = app.person(RoleKind::Mentor, "mc-reka").await;
    let all = crate::activities::recorded_on(&app.db, app.network_id, evening.unit_id, today, today);
    for entry in all.await.unwrap() {
        scene::set_deleted(&app, &mentor, entry.entry.id, true).await;
    }
    for unit in ["mreza", "ljubljana", "mc-reka"] {
        assert_eq!(last(unit).await, yesterday, "{unit}: nothing any more");
    }
}
