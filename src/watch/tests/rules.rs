//! Each rule: what it asks about, and what it leaves alone.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

use super::scene::{all, date, seen};
use crate::activities::{Counts, Heads};
use crate::vocabulary::{Gender, Kind};
use crate::watch::rules::{
    Amount, Finding, Month, Seen, What, alike, at_once, doubled, findings, heaping, hours, jumps, same,
};

const UNIT: Uuid = Uuid::from_u128(1);
const FROM: NaiveDate = date_const();

const fn date_const() -> NaiveDate {
    match NaiveDate::from_ymd_opt(2026, 7, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

fn one(found: Vec<Finding>) -> Finding {
    let [one] = <[Finding; 1]>::try_from(found).expect("one finding");
    one
}

fn heaped(n: u32) -> Vec<Seen> {
    (0..n).map(|n| seen(n, if n % 4 == 0 { 17 } else { 15 })).collect()
}

#[test]
fn counts_that_heap_are_asked_about_with_their_figures() {
    let found = one(heaping(&all(&heaped(40)), FROM));
    assert_eq!(found.what, What::Heaped { quarter: FROM, counted: 40, round: 30 });
    assert_eq!((found.key.as_str(), found.days), ("quarter:2026-07-01", (FROM, date(2026, 9, 30))));
    assert_eq!(found.entries.len(), 12, "the latest dozen");
    assert!(heaping(&all(&heaped(19)), FROM).is_empty(), "too few to tell");
    assert!(heaping(&all(&heaped(40)), date(2026, 7, 2)).is_empty(), "only quarters that were read whole");
}

#[test]
fn only_what_claims_to_be_counted_can_heap() {
    let but = |change: &dyn Fn(&mut Seen)| {
        let mut entries = heaped(40);
        entries.iter_mut().for_each(change);
        heaping(&all(&entries), FROM).is_empty()
    };
    assert!(but(&|it| it.counted = false), "estimated");
    assert!(but(&|it| it.copied = true));
    assert!(but(&|it| it.held = false));
    assert!(but(&|it| it.kind = Kind::Group), "a group has its members");
    assert!(but(&|it| it.kind = Kind::OneToOne));
    assert!(but(&|it| it.heads = [None, Some(5), None]), "few are round by themselves");
    assert!(!but(&|it| it.kind = Kind::Event));
}

#[test]
fn hours_that_can_hardly_be_are_asked_about() {
    let long = Seen { duration_min: 721, kind: Kind::Group, ..seen(0, 9) };
    let found = one(hours(&[&long]));
    assert_eq!(found.what, What::Long { date: FROM, minutes: 721 });
    assert!(hours(&[&Seen { duration_min: 720, ..long.clone() }]).is_empty());
    assert!(hours(&[&Seen { in_series: true, ..long.clone() }]).is_empty(), "a day of a camp");
    assert!(hours(&[&Seen { held: false, ..long }]).is_empty());

    let open = |n: u32, start: i64, duration_min: i64| Seen {
        date: FROM,
        start_min: Some(start),
        duration_min,
        ..seen(n, 9)
    };
    // Two evenings at once open the house once.
    assert!(hours(&[&open(0, 480, 600), &open(1, 500, 600)]).is_empty());
    let found = one(hours(&[&open(0, 360, 600), &open(1, 700, 600)]));
    assert_eq!(found.what, What::OpenLong { date: FROM, minutes: 940 });
    assert_eq!(found.entries.len(), 2);

    let staff = |people: i64, staff_min: i64| Seen {
        staff_count: Some(people),
        staff_min: Some(staff_min),
        ..seen(0, 9)
    };
    // Two for two hours come to four; twelve is three times as much, and no more.
    assert!(hours(&[&staff(2, 720)]).is_empty() && hours(&[&staff(2, 80)]).is_empty());
    let found = one(hours(&[&staff(2, 721)]));
    assert!(found.is_of_staff());
    assert_eq!(found.what, What::Staff { date: FROM, people: 2, minutes: 120, staff_min: 721 });
    assert_eq!(hours(&[&staff(2, 79)]).len(), 1);
    assert!(hours(&[&staff(1, 30)]).is_empty(), "an hour and a half is no reason to ask");
    assert!(hours(&[&staff(0, 720)]).is_empty(), "nobody was counted");
}

#[test]
fn the_same_as_last_time_too_often_is_asked_about() {
    let copied = |n: u32, of: u32| -> Vec<Seen> {
        (0..n).map(|at| Seen { copied: at < of, ..seen(at, i64::from(at)) }).collect()
    };
    let found = one(same(&all(&copied(10, 5)), FROM));
    let activity = Uuid::from_u128(2);
    assert_eq!(found.what, What::Copied { activity, quarter: FROM, held: 10, copied: 5 });
    assert!(same(&all(&copied(10, 4)), FROM).is_empty() && same(&all(&copied(9, 9)), FROM).is_empty());

    let run = |times: u32, total: i64| -> Vec<Seen> {
        (0..times + 2).map(|at| seen(at, if (1..=times).contains(&at) { total } else { 40 })).collect()
    };
    let found = one(same(&all(&run(6, 9)), FROM));
    assert_eq!(
        found.what,
        What::Running { activity, total: 9, times: 6, from: date(2026, 7, 2), last: date(2026, 7, 7) }
    );
    assert!(same(&all(&run(5, 9)), FROM).is_empty() && same(&all(&run(6, 4)), FROM).is_empty());
    let mut group = run(8, 9);
    group.iter_mut().for_each(|it| it.kind = Kind::Group);
    assert!(same(&all(&group), FROM).is_empty(), "a group has its members");
    // A longer run is the same question still: an answer to it stands.
    assert_eq!(one(same(&all(&run(7, 9)), FROM)).key, found.key);
    // Also when its first evenings have moved out of the time looked at, and when such a run comes again.
    let long = run(12, 9);
    assert_eq!(one(same(&all(&long[4..]), FROM)).key, found.key);
    let twice = [
        run(6, 9),
        run(7, 9)
            .into_iter()
            .map(|it| Seen {
                id: Uuid::from_u128(it.id.as_u128() + 500),
                date: it.date + Days::new(30),
                ..it
            })
            .collect(),
    ]
    .concat();
    let latest = one(same(&all(&twice), FROM));
    assert!(matches!(latest.what, What::Running { times: 7, .. }), "{latest:?}");
    assert_eq!(latest.key, found.key);
}

#[test]
fn doubled_entries_are_asked_about() {
    let evening = |n: u32, start: Option<i64>| Seen { date: FROM, start_min: start, ..seen(n, 9) };
    let found = one(doubled(&[&evening(0, Some(1020)), &evening(1, Some(1139))]));
    assert_eq!(found.what, What::Twice { activity: Uuid::from_u128(2), date: FROM });
    assert_eq!(doubled(&[&evening(1, Some(1139)), &evening(0, Some(1020))])[0].key, found.key);
    assert!(doubled(&[&evening(0, Some(1020)), &evening(1, Some(1140))]).is_empty(), "one after the other");
    assert_eq!(doubled(&[&evening(0, None), &evening(1, Some(1140))]).len(), 1, "who knows when");
    let off = Seen { held: false, ..evening(1, Some(1020)) };
    assert!(doubled(&[&evening(0, Some(1020)), &off]).is_empty());
    let other = Seen { activity_id: Uuid::from_u128(3), ..evening(1, Some(1020)) };
    assert!(doubled(&[&evening(0, Some(1020)), &other]).is_empty());
    assert_eq!(doubled(&[&evening(0, None), &evening(1, None), &evening(2, None)]).len(), 2);
}

fn counts(girls: i64, boys: i64) -> Counts {
    let total = girls + boys;
    let participant = Heads {
        total,
        gender: [(Gender::Girl, girls), (Gender::Boy, boys)].into(),
        age: [("15-18".to_owned(), total)].into(),
    };
    Counts { participant: Some(participant), ..Counts::default() }
}

#[test]
fn two_activities_with_the_very_same_heads_are_asked_about() {
    let here = seen(0, 9);
    let there = Seen { activity_id: Uuid::from_u128(3), id: Uuid::from_u128(7), ..seen(0, 9) };
    let (here, there) = (&here, &there);
    assert_eq!(at_once(&[here, there]).len(), 1);
    for other in [
        Seen { heads: [None, Some(8), Some(1)], ..there.clone() },
        Seen { start_min: Some(19 * 60), ..there.clone() },
        Seen { start_min: None, ..there.clone() },
        Seen { kind: Kind::OneToOne, ..there.clone() },
        Seen { activity_id: here.activity_id, ..there.clone() },
        Seen { held: false, ..there.clone() },
    ] {
        assert!(at_once(&[here, &other]).is_empty(), "{other:?}");
    }
    let found = alike((here, there), (&counts(4, 5), &counts(4, 5))).unwrap();
    assert!(matches!(found.what, What::Alike { total: 9, .. }), "{found:?}");
    assert_eq!(alike((here, there), (&counts(4, 5), &counts(5, 4))), None);
    let mut unknown = counts(4, 5);
    unknown.participant.as_mut().unwrap().gender = [(Gender::Unknown, 9)].into();
    assert_eq!(alike((here, there), (&unknown, &unknown.clone())), None, "equal totals alone are chance");
}

fn history(values: &[i64]) -> BTreeMap<NaiveDate, Month> {
    let months = (0..).map(|n| date(2025, 1, 1) + Months::new(n));
    months.zip(values).map(|(month, visits)| (month, Month { visits: *visits, minutes: 6000 })).collect()
}

fn jumped(values: &[i64]) -> Vec<(NaiveDate, i64, i64)> {
    let found = jumps(UNIT, &history(values), (date(2025, 1, 1), date(2027, 1, 1)));
    let what = |it: &Finding| match it.what {
        What::Jumped { amount: Amount::Visits, month, had, usual, .. } => (month, had, usual),
        ref other => panic!("{other:?}"),
    };
    found.iter().map(what).collect()
}

#[test]
fn a_month_far_from_the_unit_s_own_past_is_asked_about() {
    // July and August, the seventh and eighth, are like no other month.
    let usual = [100, 110, 90, 105, 95, 100, 900, 2, 100, 104, 96, 100];
    assert_eq!(jumped(&usual), []);
    let with = |next: &[i64]| jumped(&[&usual[..], next].concat());
    assert_eq!(with(&[150]), [(date(2026, 1, 1), 150, 100)]);
    assert_eq!(with(&[60]), [(date(2026, 1, 1), 60, 100)]);
    assert_eq!(with(&[129, 71]), [], "three tenths are nothing");
    // Another level is told once; falling back is told again.
    assert_eq!(with(&[200, 205, 210]), [(date(2026, 1, 1), 200, 100)]);
    assert_eq!(with(&[200, 20]).len(), 2);
    // Each December is quiet: told the first time, and no more.
    let december = [&usual[..11], &[30], &[100; 11], &[35]].concat();
    assert_eq!(jumped(&december).iter().map(|it| it.0).collect::<Vec<_>>(), [date(2025, 12, 1)]);
    assert_eq!(jumped(&[100, 100, 100, 100, 100, 500]), [], "too short a past");
    assert_eq!(jumped(&[10, 10, 10, 10, 10, 10, 0, 0, 39]), [], "too little to matter");
}

#[test]
fn only_whole_months_of_the_time_looked_at_are_asked_about() {
    let months = history(&[100, 100, 100, 100, 100, 100, 0, 0, 400]);
    let found = |from, until| jumps(UNIT, &months, (from, until)).len();
    assert_eq!(found(date(2025, 9, 1), date(2025, 10, 1)), 1);
    assert_eq!(found(date(2025, 9, 1), date(2025, 9, 30)), 0, "still running");
    assert_eq!(found(date(2025, 9, 2), date(2025, 10, 1)), 0);
}

proptest! {
    /// Whatever the order of entries, the same is found under the same keys, and no key stands twice for a subject.
    #[test]
    fn keys_are_stable_and_tell_apart(
        totals in prop::collection::vec((0i64..30, 0u32..25, any::<bool>(), 0i64..1440), 0..60),
        turn in 0usize..60,
    ) {
        let entries: Vec<Seen> = totals.iter().enumerate().map(|(n, (total, day, copied, length))| Seen {
            date: seen(*day, 0).date,
            copied: *copied,
            duration_min: *length,
            ..seen(u32::try_from(n).unwrap(), *total)
        }).collect();
        let keys = |entries: &[Seen]| {
            let mut keys: Vec<_> =
                findings(&all(entries), FROM).into_iter().map(|it| (it.subject(), it.key)).collect();
            keys.sort();
            keys
        };
        let found = keys(&entries);
        let mut turned = entries;
        let len = turned.len().max(1);
        turned.rotate_left(turn % len);
        prop_assert_eq!(&found, &keys(&turned));
        let mut once = found.clone();
        once.dedup();
        prop_assert_eq!(found, once);
    }

    /// A unit that goes on as it did is never asked about, however large it is.
    #[test]
    fn a_steady_unit_is_left_alone(level in 0i64..5_000, wobble in prop::collection::vec(-10i64..=10, 12..36)) {
        let values: Vec<i64> = wobble.iter().map(|by| (level + level * by / 100).max(0)).collect();
        prop_assert_eq!(jumped(&values), []);
    }
}
