//! The rule by which targets stand.

use chrono::NaiveDate;
use proptest::prelude::*;

use crate::i18n::Text18;
use crate::plan::document::{Rule, Target};
use crate::plan::standing::{BEGUN, Came, HALF, Known, LAG, State, Time, standing};
use crate::plan::when;

fn target(rule: Rule, number: i64) -> Target {
    Target {
        code: "t".into(),
        rule,
        number,
        up_to: None,
        each: None,
        units: None,
        unit: Text18::one("sl", "dogodkov"),
        evidence: None,
    }
}

fn known(n: i64, gone: i64) -> Known<'static> {
    Known {
        came: Some(Came::whole(n)),
        units: &[],
        grows: true,
        months: None,
        again: false,
        dropped: false,
        lost: false,
        pending: false,
        time: Time { gone, all: 100 },
    }
}

fn state(rule: Rule, number: i64, n: i64, gone: i64) -> State {
    standing(&target(rule, number), known(n, gone)).state
}

/// Points of an evaluation that is held in autumn are not late before it.
#[test]
fn what_is_still_to_come_is_not_at_risk() {
    let target = target(Rule::AtLeast, 70);
    let of = |pending| standing(&target, Known { came: None, grows: false, pending, ..known(0, 90) }).state;
    assert_eq!((of(true), of(false)), (State::NotBegun, State::AtRisk));
}

#[test]
fn a_number_is_held_against_the_time_that_is_gone() {
    use Rule::{AtLeast, AtMost, Exactly};
    for (rule, number, n, gone, expected) in [
        (AtLeast, 40, 0, 0, State::NotBegun),
        (AtLeast, 40, 0, 50, State::NotBegun),
        (AtLeast, 40, 0, 51, State::AtRisk),
        (AtLeast, 40, 1, 20, State::OnTheWay),
        (AtLeast, 40, 12, 50, State::OnTheWay), // 30 % of it, half of the time: 20 points behind
        (AtLeast, 40, 11, 50, State::AtRisk),
        (AtLeast, 40, 39, 99, State::OnTheWay),
        (AtLeast, 40, 40, 10, State::Reached),
        (AtLeast, 40, 39, 100, State::NotReached),
        (Exactly, 4, 3, 50, State::OnTheWay),
        (Exactly, 4, 4, 50, State::Reached),
        (Exactly, 4, 5, 100, State::Reached),
        (AtMost, 10, 0, 0, State::NotBegun),
        (AtMost, 10, 3, 50, State::OnTheWay),
        (AtMost, 10, 8, 50, State::AtRisk),
        (AtMost, 10, 10, 100, State::Reached),
        (AtMost, 10, 11, 50, State::NotReached),
        (AtLeast, 0, 0, 0, State::Reached),
    ] {
        assert_eq!(state(rule, number, n, gone), expected, "{rule:?} {number}: {n} after {gone} %");
    }
    assert!(standing(&target(Exactly, 4), known(5, 50)).more);
    let range = Target { up_to: Some(6), ..target(Exactly, 4) };
    assert!(!standing(&range, known(6, 50)).more && standing(&range, known(7, 50)).more);
    let range = Target { up_to: Some(3), ..target(AtMost, 2) };
    assert_eq!(standing(&range, known(3, 100)).state, State::Reached);
}

#[test]
fn each_unit_needs_its_own() {
    let it = Target { each: Some(4), units: Some(10), ..target(Rule::Exactly, 40) };
    let units = |all: &[i64]| all.iter().map(|n| Came::whole(*n)).collect::<Vec<_>>();
    // Forty are held, but one centre has ten of them and another none.
    let uneven = units(&[10, 4, 4, 4, 4, 4, 4, 4, 2]);
    let it_is = standing(&it, Known { units: &uneven, ..known(40, 50) });
    assert_eq!((it_is.state, it_is.units), (State::OnTheWay, Some((8, 10))));
    assert_eq!(it_is.done, 85, "each counts up to four: 34 of 40");
    let even = units(&[4; 10]);
    assert_eq!(standing(&it, Known { units: &even, ..known(40, 50) }).state, State::Reached);
    let none = standing(&it, Known { units: &[], ..known(0, 60) });
    assert_eq!((none.state, none.units, none.done), (State::AtRisk, Some((0, 10)), 0));
}

#[test]
fn shares_and_what_is_gone() {
    let share = |above, below| Known { came: Some(Came { above, below }), grows: false, ..known(0, 50) };
    let it = target(Rule::AtLeast, 20);
    assert_eq!(standing(&it, share(2_000, 100)).state, State::Reached);
    assert_eq!(standing(&it, share(1_700, 100)).state, State::OnTheWay);
    assert_eq!(standing(&it, share(1_500, 100)).state, State::AtRisk);
    let lost = Known { came: None, lost: true, ..known(0, 100) };
    assert_eq!(standing(&it, lost).state, State::Unknown);
    assert_eq!(standing(&it, Known { dropped: true, ..lost }).state, State::Dropped);
}

#[test]
fn where_each_count_has_to_reach_it_nothing_is_reached_before_the_end() {
    let it = target(Rule::AtLeast, 2);
    let each = |n, gone| standing(&it, Known { grows: false, again: true, ..known(n, gone) }).state;
    assert_eq!((each(2, 20), each(2, 100)), (State::OnTheWay, State::Reached));
    assert_eq!((each(1, 20), each(0, 20), each(1, 100)), (State::AtRisk, State::AtRisk, State::NotReached));
    let none = Known { came: None, grows: false, again: true, ..known(0, 20) };
    assert_eq!(standing(&it, none).state, State::NotBegun);
}

#[test]
fn where_each_month_has_to_reach_it_the_months_say_how_far_it_is() {
    let it = target(Rule::AtLeast, 1);
    let monthly = |came: Option<i64>, have, gone| {
        let came = came.map(Came::whole);
        let known = Known { came, months: Some((have, 12)), grows: false, again: true, ..known(0, gone) };
        let it = standing(&it, known);
        (it.state, it.done, it.months)
    };
    assert_eq!(monthly(None, 0, 5), (State::NotBegun, 0, Some((0, 12))));
    assert_eq!(monthly(Some(1), 6, 50), (State::OnTheWay, 50, Some((6, 12))));
    assert_eq!(monthly(Some(0), 5, 50), (State::AtRisk, 41, Some((5, 12))), "one month had none");
    assert_eq!(monthly(Some(0), 11, 100).0, State::NotReached);
    assert_eq!(monthly(Some(1), 12, 100).0, State::Reached);
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn time_is_of_the_months_that_are_named() {
    let time = |months: &str, on: &str| Time::of(&when::read(months, 2021).unwrap(), 2021, day(on));
    assert_eq!(time("", "2021-06-30"), Time { gone: 181, all: 365 });
    assert_eq!(time("2021-03, 2021-10", "2021-06-30"), Time { gone: 31, all: 62 });
    assert_eq!(time("2021-02/2021-04", "2021-02-01"), Time { gone: 1, all: 89 });
    assert_eq!(time("2021-02/2021-04", "2021-01-31").percent(), 0);
    assert!(time("2021-02/2021-04", "2021-04-30").is_over());
    // Named twice, there once.
    assert_eq!(time("2021-02/2021-04, 2021-03", "2021-12-31"), Time { gone: 89, all: 89 });
    assert_eq!(time("2021-01-15", "2021-01-15"), Time { gone: 1, all: 1 });
}

fn rank(state: State) -> i64 {
    match state {
        State::NotReached => 0,
        State::AtRisk => 1,
        State::OnTheWay | State::NotBegun => 2,
        State::Reached => 3,
        State::Dropped | State::Unknown => -1,
    }
}

proptest! {
    /// Whoever counts more is never worse off, and time alone makes nothing better.
    #[test]
    fn more_is_never_worse_and_later_is_never_better(
        number in 0i64..1000, n in 1i64..2000, more in 0i64..50, gone in 0i64..=100, later in 0i64..50,
        exactly in any::<bool>(),
    ) {
        let rule = if exactly { Rule::Exactly } else { Rule::AtLeast };
        let later = (gone + later).min(100);
        let now = rank(state(rule, number, n, gone));
        prop_assert!(rank(state(rule, number, n + more, gone)) >= now);
        prop_assert!(rank(state(rule, number, n, later)) <= now);
        // Of at most so many, more is never better.
        let now = rank(state(Rule::AtMost, number, n, gone));
        prop_assert!(rank(state(Rule::AtMost, number, n + more, gone)) <= now);
    }

    #[test]
    fn it_is_reached_if_and_only_if_it_is_there(number in 0i64..1000, n in 0i64..2000, gone in 0i64..=100) {
        prop_assert_eq!(state(Rule::AtLeast, number, n, gone) == State::Reached, n >= number);
        let at_most = state(Rule::AtMost, number, n, 100);
        prop_assert_eq!(at_most, if n <= number { State::Reached } else { State::NotReached });
        let it = standing(&target(Rule::AtLeast, number), known(n, gone));
        prop_assert!((0..=100).contains(&it.done));
        let dropped = Known { dropped: true, ..known(n, gone) };
        prop_assert_eq!(standing(&target(Rule::AtLeast, number), dropped).state, State::Dropped);
    }

    /// Nothing is at risk that is no further behind than the rule allows.
    #[test]
    fn at_risk_says_how_far_it_is_behind(number in 1i64..1000, n in 0i64..2000, gone in 0i64..=100) {
        if state(Rule::AtLeast, number, n, gone) == State::AtRisk {
            let done = n * 100 / number;
            let behind = gone >= BEGUN && done + LAG < gone;
            prop_assert!((n == 0 && gone > HALF) || (n > 0 && behind), "{} of {} after {}", n, number, gone);
        }
    }

    /// Hours are held against hours, to the minute.
    #[test]
    fn minutes_are_not_rounded_into_hours(hours in 1i64..500, minutes in 0i64..40_000) {
        let known = Known { came: Some(Came { above: minutes, below: 60 }), ..known(0, 10) };
        let reached = standing(&target(Rule::AtLeast, hours), known).state == State::Reached;
        prop_assert_eq!(reached, minutes >= hours * 60);
    }
}
