mod again;
mod beside;
mod closed;
mod edges;
mod finding;
mod forms;
mod grid;
mod lists;
mod pages;
mod projects;
mod settling;
mod twice;
mod wrong;

use chrono::NaiveDate;
use chrono_tz::Europe::Ljubljana;
use proptest::prelude::*;

use super::heads::{Heads, HeadsError, Typed};
use super::times::{self, TimesError};
use crate::vocabulary::Gender;

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn margin() -> impl Strategy<Value = Vec<i64>> {
    proptest::collection::vec(0i64..40, 0..4)
}

fn typed(total: Option<i64>, gender: &[i64], age: &[i64]) -> Typed {
    Typed {
        total,
        gender: Gender::ALL.iter().copied().zip(gender.iter().copied()).collect(),
        age: ["0-9", "10-12", "13-14", "15-18"]
            .iter()
            .map(|c| (*c).to_owned())
            .zip(age.iter().copied())
            .collect(),
    }
}

proptest! {
    #[test]
    fn both_margins_sum_to_the_total(total in proptest::option::of(0i64..200), gender in margin(), age in margin()) {
        let typed = typed(total, &gender, &age);
        match typed.heads() {
            Ok(None) => prop_assert!(typed.is_empty()),
            Ok(Some(Heads { total, gender, age })) => {
                prop_assert_eq!(gender.values().sum::<i64>(), total);
                prop_assert_eq!(age.values().sum::<i64>(), total);
                prop_assert!(gender.values().chain(age.values()).all(|n| *n > 0));
            }
            Err(HeadsError::GenderOverTotal(sum) | HeadsError::AgeOverTotal(sum)) => prop_assert!(sum > total.unwrap()),
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }
}

/// What somebody changed after "same as last time": any of the total and the two margins, each fitting what was typed.
#[derive(Clone, Debug)]
struct Touch {
    total: Option<i64>,
    gender: Option<Vec<i64>>,
    age: Option<Vec<i64>>,
}

fn touch() -> impl Strategy<Value = Touch> {
    let part = || proptest::option::of(proptest::collection::vec(0i64..30, 4));
    (proptest::option::of(0i64..200), part(), part()).prop_map(|(total, gender, age)| {
        let fits = |margin: Option<Vec<i64>>| {
            margin.filter(|it| total.is_none_or(|total| it.iter().sum::<i64>() <= total))
        };
        Touch { total, gender: fits(gender), age: fits(age) }
    })
}

proptest! {
    #[test]
    fn what_was_taken_over_and_not_touched_never_refuses_a_save(
        gender in proptest::collection::vec(0i64..30, 4), age in proptest::collection::vec(0i64..30, 4),
        more in 0i64..20, touch in touch(),
    ) {
        let sum = |margin: &[i64]| margin.iter().sum::<i64>();
        let before = typed(Some(sum(&gender).max(sum(&age)) + more), &gender, &age);
        let last = before.heads().unwrap().unwrap();
        let now = typed(
            touch.total.or(before.total),
            touch.gender.as_deref().unwrap_or(&gender),
            touch.age.as_deref().unwrap_or(&age),
        );
        let meant = now.clone().taken_over(&last).heads();
        prop_assert!(meant.is_ok(), "{:?}", meant);
        let meant = meant.unwrap().unwrap();
        // What was typed stands.
        let changed = |now: &[i64], then: &[i64]| now != then;
        if let Some(total) = touch.total {
            prop_assert_eq!(meant.total, total);
        }
        if let Some(typed) = touch.gender.filter(|it| changed(it, &gender)) {
            prop_assert_eq!(meant.total - meant.gender.get(&Gender::Unknown).unwrap_or(&0), sum(&typed));
        }
        if let Some(typed) = touch.age.filter(|it| changed(it, &age)) {
            prop_assert_eq!(meant.total - meant.age.get("unknown").unwrap_or(&0), sum(&typed));
        }
        if now == before {
            prop_assert_eq!(meant, last);
        }
    }
}

#[test]
fn one_fewer_than_last_time_leaves_out_what_nobody_can_know() {
    let last = typed(Some(13), &[7, 6], &[0, 0, 8, 5]).heads().unwrap().unwrap();
    let mean = |now: Typed| now.taken_over(&last).heads().unwrap().unwrap();
    // A girl fewer, and the total with her: whose age that was, nobody said.
    let fewer = mean(typed(Some(12), &[6, 6], &[0, 0, 8, 5]));
    assert_eq!((fewer.total, fewer.gender[&Gender::Girl], fewer.age["unknown"]), (12, 6, 12));
    // Only the total was typed.
    let fewer = mean(typed(Some(12), &[7, 6], &[0, 0, 8, 5]));
    assert_eq!((fewer.total, fewer.gender[&Gender::Unknown], fewer.age["unknown"]), (12, 12, 12));
    // More came: of those of last time it is still known.
    let more = mean(typed(Some(15), &[7, 6], &[0, 0, 8, 5]));
    assert_eq!((more.gender[&Gender::Unknown], more.age["unknown"], more.age["13-14"]), (2, 2, 8));
    // A girl more, without a script to raise the total.
    let more = mean(typed(Some(13), &[8, 6], &[0, 0, 8, 5]));
    assert_eq!((more.total, more.age["unknown"]), (14, 1));
    // What was typed by hand has to fit.
    let wrong = typed(Some(10), &[9, 6], &[0, 0, 8, 5]).taken_over(&last).heads();
    assert_eq!(wrong, Err(HeadsError::GenderOverTotal(15)));
}

#[test]
fn nothing_typed_is_not_counted_and_zero_is_zero() {
    assert_eq!(Typed::default().heads(), Ok(None));
    assert_eq!(typed(Some(0), &[], &[]).heads(), Ok(Some(Heads::default())));
    assert_eq!(typed(Some(-1), &[], &[]).heads(), Err(HeadsError::Negative));
    assert_eq!(typed(Some(20_001), &[], &[]).heads(), Err(HeadsError::Impossible));
    assert_eq!(typed(Some(3), &[2, 2], &[]).heads(), Err(HeadsError::GenderOverTotal(4)));
}

#[test]
fn an_evening_may_go_past_midnight_but_an_end_before_the_start_is_a_slip() {
    let day = date(2026, 10, 15);
    assert_eq!(times::between(Ljubljana, day, 17 * 60, 20 * 60).unwrap().duration_min, 180);
    assert_eq!(times::between(Ljubljana, day, 22 * 60, 60).unwrap().duration_min, 180);
    assert_eq!(times::between(Ljubljana, day, 18 * 60, 16 * 60), Err(TimesError::EndBeforeStart));
    assert_eq!(times::between(Ljubljana, day, 18 * 60, 18 * 60), Err(TimesError::Same));
    assert_eq!(times::lasting(Ljubljana, day, None, 1441), Err(TimesError::TooLong));
}

#[test]
fn the_hour_that_is_skipped_is_told_and_the_one_that_comes_twice_counts_twice() {
    let spring = date(2026, 3, 28);
    assert_eq!(times::between(Ljubljana, spring, 22 * 60, 4 * 60).unwrap().duration_min, 5 * 60);
    assert_eq!(times::between(Ljubljana, date(2026, 3, 29), 150, 300), Err(TimesError::Skipped));
    let autumn = date(2026, 10, 24);
    let night = times::between(Ljubljana, autumn, 22 * 60, 4 * 60).unwrap();
    assert_eq!(night.duration_min, 7 * 60);
    assert_eq!(times::end_min(Ljubljana, night.start_at.unwrap(), night.duration_min), 4 * 60);
    // Inside the hour that comes twice, the end is taken as late as it must be.
    assert!(times::between(Ljubljana, date(2026, 10, 25), 150, 140).is_err());
    assert_eq!(times::between(Ljubljana, date(2026, 10, 25), 120, 150).unwrap().duration_min, 30);
}

#[test]
fn an_hour_that_comes_twice_can_be_meant_twice() {
    let autumn = date(2026, 10, 24);
    let lengths = |day, start, end| {
        let found = times::readings(Ljubljana, day, start, end).unwrap();
        found.into_iter().map(|times| times.duration_min).collect::<Vec<_>>()
    };
    assert_eq!(lengths(autumn, 22 * 60, 150), [270, 330], "until half past two");
    assert_eq!(lengths(date(2026, 10, 25), 150, 240), [150, 90], "from half past two");
    assert_eq!(lengths(date(2026, 10, 25), 130, 160), [30, 90], "within it");
    assert_eq!(lengths(autumn, 22 * 60, 240), [420]);
    assert!(!times::exists(Ljubljana, date(2026, 3, 29), 150) && times::exists(Ljubljana, autumn, 150));
    let twice = times::readings(Ljubljana, date(2026, 10, 25), 150, 240).unwrap();
    let second =
        |times: &times::Times| times::second(Ljubljana, date(2026, 10, 25), 150, times.start_at.unwrap());
    assert_eq!(twice.iter().map(second).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_crowd_is_asked_about_once_the_unit_knows_itself() {
    use super::check::is_unusual;
    assert!(!is_unusual(9, Some(8), 3) && !is_unusual(20, Some(8), 29), "a new unit grows");
    assert!(is_unusual(9, Some(8), 30) && is_unusual(21, Some(8), 1));
    assert!(!is_unusual(8, Some(8), 30) && !is_unusual(200, None, 0) && is_unusual(201, None, 0));
}

#[test]
fn of_two_usual_times_a_day_the_one_asked_for_is_filled_in() {
    use super::{Activity, Weekday};
    use crate::i18n::Text18;
    use crate::vocabulary::{Kind, PlaceKind};
    let activity = Activity {
        id: uuid::Uuid::nil(),
        unit_id: uuid::Uuid::nil(),
        code: "a".into(),
        name: Text18::default(),
        kind: Kind::Open,
        place_kind: PlaceKind::OnSite,
        main_tag: None,
        main_field: None,
        project: None,
        place: None,
        from_on: date(2020, 1, 1),
        until_on: None,
        default_start_min: Some(600),
        default_duration_min: Some(60),
        version: 1,
        terms: vec![],
        weekdays: vec![
            Weekday { weekday: 4, start_min: 540, duration_min: 120 },
            Weekday { weekday: 4, start_min: 1020, duration_min: 180 },
        ],
        week_from: date(2020, 1, 1),
        former: vec![],
    };
    let thursday = date(2026, 10, 15);
    assert_eq!(activity.usual_times(thursday, Some(1020)), (Some(1020), Some(180)));
    assert_eq!(activity.usual_times(thursday, None), (Some(540), Some(120)));
    assert_eq!(activity.usual_times(date(2026, 10, 16), Some(1020)), (Some(600), Some(60)));
}

#[test]
fn a_time_of_day_is_read_however_it_is_typed() {
    for (text, minutes) in [("17:00", 1020), ("17.30", 1050), (" 9 ", 540), ("00:00:00", 0)] {
        assert_eq!(times::clock(text), Some(minutes), "{text}");
    }
    for text in ["", "24:00", "12:60", "-1:00", "noon", "9223372036854775807:00", "12:9223372036854775807"] {
        assert_eq!(times::clock(text), None, "{text}");
    }
}
