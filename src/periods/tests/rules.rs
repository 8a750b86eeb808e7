//! Which periods there are, and which days a closing holds for, whatever moves.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use crate::access::Path;
use crate::i18n::{Lang, Text18, Words};
use crate::periods::{Calendar, Lock, Place, Reopening, State, Whole};

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// Units by number: 0 is the root, 1 to 3 stand below it, 9 is the one that moves.
fn unit(n: u8) -> Uuid {
    Uuid::from_u128(u128::from(n) + 1)
}

const MOVES: u8 = 9;

fn lock(of: u8, period: Whole) -> Lock {
    Lock {
        id: Uuid::from_u128(100),
        unit_id: unit(of),
        unit: "u".into(),
        unit_name: Text18::default(),
        period,
        closed_by: Uuid::nil(),
        closed_name: String::new(),
        closed_at: DateTime::<Utc>::MIN_UTC,
        closed_seq: 0,
        reopened: None,
    }
}

fn reopened(lock: Lock, id: u128, at: i64) -> Lock {
    let at = DateTime::from_timestamp(at, 0).unwrap();
    let reopened = Some(Reopening { by: Uuid::nil(), name: String::new(), at, reason: "x".into() });
    Lock { id: Uuid::from_u128(id), reopened, ..lock }
}

/// Stood below each parent in turn, from the days on that these many days into 2025 are.
fn places(moves: &[(u8, u64)]) -> Vec<Place> {
    let day = |n: u64| date(2025, 1, 1) + Days::new(n);
    let mut moves = moves.to_vec();
    moves.sort_by_key(|(_, on)| *on);
    moves.dedup_by_key(|(_, on)| *on);
    moves
        .iter()
        .enumerate()
        .map(|(n, (parent, on))| {
            let above =
                if *parent == 0 { Path::root(unit(0)) } else { Path::root(unit(0)).below(unit(*parent)) };
            Place {
                path: above.below(unit(MOVES)),
                from: day(*on),
                until: moves.get(n + 1).map(|(_, next)| day(*next)),
            }
        })
        .collect()
}

fn calendar(locks: Vec<Lock>, places: Vec<Place>) -> Calendar {
    Calendar::of(locks, HashMap::from([(unit(MOVES), places)]))
}

fn days_of(whole: Whole) -> impl Iterator<Item = NaiveDate> {
    whole.from().iter_days().take_while(move |day| *day < whole.until())
}

fn whole() -> impl Strategy<Value = Whole> {
    prop_oneof![
        (2025i32..2027).prop_map(Whole::Year),
        (2025i32..2027, 1u32..=12).prop_map(|(year, month)| Whole::Month(year, month)),
    ]
}

fn moves() -> impl Strategy<Value = Vec<(u8, u64)>> {
    proptest::collection::vec((0u8..4, 0u64..700), 1..5)
}

#[test]
fn an_address_names_one_month_or_year() {
    for (code, whole) in
        [("2025", Whole::Year(2025)), ("2025-03", Whole::Month(2025, 3)), ("2024-12", Whole::Month(2024, 12))]
    {
        assert_eq!(Whole::from_code(code), Some(whole));
        assert_eq!(whole.code(), code);
        assert_eq!(Whole::between(whole.from(), whole.until()), Some(whole));
    }
    for code in [
        "",
        "25",
        "2025-3",
        "2025-13",
        "2025-00",
        "2025-",
        "-2025",
        "1899",
        "2200",
        "2025-03-01",
        "+2025",
        "letos",
        "2025-+3",
    ] {
        assert_eq!(Whole::from_code(code), None, "{code}");
    }
    assert_eq!(Whole::between(date(2025, 1, 1), date(2025, 4, 1)), None);
    assert_eq!(Whole::Month(2024, 12).until(), date(2025, 1, 1));
    assert_eq!(Whole::Month(2024, 2).last(), date(2024, 2, 29));
    assert_eq!(Whole::Month(2025, 3).name(Words(Lang::Sl)), "marec 2025");
}

#[test]
fn only_what_is_over_may_be_closed() {
    let month = Whole::Month(2026, 9);
    assert!(!month.ended(date(2026, 9, 30)));
    assert!(month.ended(date(2026, 10, 1)));
    assert!(!Whole::Year(2026).ended(date(2026, 12, 31)));
    assert!(Whole::Year(2025).ended(date(2026, 1, 1)));
}

#[test]
fn a_reopened_closing_holds_for_nothing_and_the_last_one_is_told() {
    let march = Whole::Month(2025, 3);
    let places = places(&[(1, 0)]);
    let twice = vec![
        reopened(lock(1, march), 7, 10),
        reopened(lock(1, march), 8, 20),
        reopened(lock(0, march), 9, 5),
    ];
    let calendar = calendar(twice, places);
    assert!(calendar.closed(unit(MOVES), date(2025, 3, 8)).is_none());
    let mut told: Vec<u128> =
        calendar.reopened(unit(MOVES), date(2025, 3, 8)).iter().map(|lock| lock.id.as_u128()).collect();
    told.sort_unstable();
    assert_eq!(told, [8, 9], "of each unit and period the last one");
    assert!(calendar.reopened(unit(MOVES), date(2025, 4, 1)).is_empty());
}

#[test]
fn a_period_stands_as_what_is_closed_of_it() {
    let today = date(2026, 10, 15);
    let state = |locks: Vec<Lock>, period: Whole| {
        let calendar = calendar(locks, places(&[(1, 0), (2, 400)]));
        match calendar.state(unit(MOVES), period, today) {
            State::Closed(lock) => format!("closed {}", lock.id.as_u128()),
            State::Reopened(lock) => format!("reopened {}", lock.id.as_u128()),
            other => format!("{other:?}"),
        }
    };
    let march = Whole::Month(2025, 3);
    let year = Whole::Year(2025);
    assert_eq!(state(vec![], march), "Open");
    assert_eq!(state(vec![], Whole::Month(2026, 10)), "Running");
    assert_eq!(state(vec![lock(1, march)], march), "closed 100");
    assert_eq!(state(vec![lock(1, march)], year), "Partly");
    assert_eq!(state(vec![lock(1, year)], march), "closed 100");
    assert_eq!(state(vec![lock(3, year)], march), "Open", "of others");
    // It moved in February 2026: half of that month is closed.
    assert_eq!(state(vec![lock(1, Whole::Month(2026, 2))], Whole::Month(2026, 2)), "Partly");
    assert_eq!(state(vec![lock(0, Whole::Month(2026, 2))], Whole::Month(2026, 2)), "closed 100");
    // What is closed of a running year is told before that it runs.
    assert_eq!(state(vec![lock(MOVES, Whole::Month(2026, 9))], Whole::Year(2026)), "Partly");
    let twice = vec![reopened(lock(MOVES, march), 7, 10), reopened(lock(MOVES, march), 8, 20)];
    assert_eq!(state(twice.clone(), march), "reopened 8");
    assert_eq!(state(twice, year), "Open", "another period");
}

proptest! {
    /// Held against the words of the rule, day by day.
    #[test]
    fn a_day_is_closed_where_the_unit_stood_below_on_that_day(
        of in prop_oneof![0u8..4, Just(MOVES)], whole in whole(), moves in moves(), n in 0u64..730,
    ) {
        let places = places(&moves);
        let day = date(2025, 1, 1) + Days::new(n);
        let stood = moves.iter().filter(|(_, on)| *on <= n).max_by_key(|(_, on)| *on);
        // Of two moves on one day, the first that was listed holds; see `places`.
        let parent = stood.map(|(_, on)| moves.iter().find(|(_, it)| it == on).unwrap().0);
        let below = of == MOVES || parent.is_some_and(|parent| of == 0 || of == parent);
        let expected = below && whole.from() <= day && day < whole.until();
        let calendar = calendar(vec![lock(of, whole)], places);
        prop_assert_eq!(calendar.closed(unit(MOVES), day).is_some(), expected);
    }

    /// What was closed stays closed, wherever the unit goes later.
    #[test]
    fn a_later_move_opens_nothing(
        of in 0u8..4, whole in whole(), moves in moves(), to in 0u8..4, n in 0u64..700,
    ) {
        let before = calendar(vec![lock(of, whole)], places(&moves));
        let last = moves.iter().map(|(_, on)| *on).max().unwrap_or(0);
        let on = last + 1 + n;
        let after: Vec<(u8, u64)> = moves.iter().copied().chain([(to, on)]).collect();
        let after = calendar(vec![lock(of, whole)], places(&after));
        for day in days_of(whole).filter(|day| *day < date(2025, 1, 1) + Days::new(on)) {
            prop_assert_eq!(before.closed(unit(MOVES), day).is_some(), after.closed(unit(MOVES), day).is_some());
        }
    }

    /// Closed throughout is closed every day; and one closing that is about every day is closed throughout.
    #[test]
    fn what_is_closed_throughout_is_closed_every_day(
        of in prop_oneof![0u8..4, Just(MOVES)], locked in whole(), asked in whole(), moves in moves(),
    ) {
        let calendar = calendar(vec![lock(of, locked)], places(&moves));
        let first = moves.iter().map(|(_, on)| *on).min().unwrap_or(0);
        let stood = date(2025, 1, 1) + Days::new(first);
        let throughout = calendar.closed_throughout(unit(MOVES), asked.from(), asked.until()).is_some();
        let every = days_of(asked).all(|day| day < stood || calendar.closed(unit(MOVES), day).is_some());
        let ever = days_of(asked).any(|day| calendar.closed(unit(MOVES), day).is_some());
        // Before it stood anywhere there is nothing to close.
        prop_assert!(!throughout || every);
        let whole_inside = locked.from() <= asked.from() && asked.until() <= locked.until();
        prop_assert!(throughout || !(every && ever && whole_inside));
    }
}
