//! The arithmetic of chance: the exact tail, and how often honest counts are asked about.

use proptest::prelude::*;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::scene::{all, date, seen};
use crate::watch::rules::{Seen, heaping, is_heaped, same, tail};

/// The chances of 0, 1 … n of n, one trial after another.
fn distribution(n: u32, p: f64) -> Vec<f64> {
    let mut chances = vec![1.0];
    for _ in 0..n {
        let mut next = vec![0.0; chances.len() + 1];
        for (k, chance) in chances.iter().enumerate() {
            next[k] += chance * (1.0 - p);
            next[k + 1] += chance * p;
        }
        chances = next;
    }
    chances
}

proptest! {
    #[test]
    fn the_tail_is_the_sum_of_what_is_in_it(n in 0u32..150, k in 0u32..160, p in 0.01f64..0.99) {
        let sum: f64 = distribution(n, p).iter().skip(k as usize).sum();
        prop_assert!((tail(n, k, p) - sum).abs() < 1e-9, "{} instead of {sum}", tail(n, k, p));
    }

    #[test]
    fn more_round_ones_are_never_less_odd(n in 0u32..400, k in 0u32..400) {
        prop_assert!(tail(n, k + 1, 0.2) <= tail(n, k, 0.2) + 1e-12);
        prop_assert!(!is_heaped(n, k) || is_heaped(n, k + 1) || k + 1 > n);
    }
}

#[test]
fn the_tail_holds_where_powers_would_vanish() {
    assert!((tail(10_000, 2_000, 0.2) - 0.5).abs() < 0.01);
    assert!(tail(10_000, 2_300, 0.2) < 1e-10 && tail(10_000, 2_300, 0.2) > 0.0);
    assert_eq!((tail(0, 0, 0.2), tail(3, 4, 0.2)), (1.0, 0.0));
}

/// How many come, where as many are expected: by chance alone, or with evenings that differ beyond it.
fn crowd(rng: &mut StdRng, expected: f64, differing: bool) -> i64 {
    let expected = if differing { expected * rng.random_range(0.5..1.5) } else { expected };
    let (least, mut product, mut n) = ((-expected).exp(), 1.0, -1);
    while product > least {
        product *= rng.random_range(0.0..1.0);
        n += 1;
    }
    n
}

fn quarter(rng: &mut StdRng, expected: f64, round_every: u32) -> Vec<Seen> {
    // Guesses can be told from chance where there are some more than the fewest that are looked at.
    let evenings = rng.random_range(if round_every > 0 { 40 } else { 20 }..92);
    let differing = rng.random_ratio(1, 2);
    (0..evenings)
        .map(|n| {
            let counted = crowd(rng, expected, differing);
            let rounded = (counted + 2) / 5 * 5;
            seen(n, if round_every > 0 && n % round_every == 0 { rounded } else { counted })
        })
        .collect()
}

fn alarms(expected: f64, round_every: u32, quarters: u32) -> u32 {
    let mut rng = StdRng::seed_from_u64(expected.to_bits() + u64::from(round_every));
    (0..quarters)
        .map(|_| {
            let entries = quarter(&mut rng, expected, round_every);
            u32::try_from(heaping(&all(&entries), date(2026, 7, 1)).len()).unwrap()
        })
        .sum()
}

#[test]
fn honest_counts_are_asked_about_less_than_once_in_a_hundred_quarters() {
    // The worst are crowds whose middle stands on a multiple of five.
    for expected in [6.0, 8.0, 9.0, 10.0, 11.0, 12.5, 15.0, 20.0, 27.0, 45.0] {
        let alarms = alarms(expected, 0, 2_000);
        assert!(alarms <= 20, "{expected}: {alarms} of 2000");
    }
}

#[test]
fn guessed_counts_are_found_where_there_are_enough_of_them() {
    for expected in [14.0, 20.0, 30.0] {
        let (all, half) = (alarms(expected, 1, 300), alarms(expected, 2, 300));
        assert!(all == 300, "{expected}: {all} of 300 where all are rounded");
        assert!(half >= 285, "{expected}: {half} of 300 where every second one is");
    }
}

#[test]
fn a_crowd_that_comes_as_it_likes_is_seldom_the_same_six_times_running() {
    let mut rng = StdRng::seed_from_u64(6);
    let mut runs = 0;
    for _ in 0..1_000 {
        let entries: Vec<Seen> = (0..52).map(|n| seen(n, crowd(&mut rng, 6.0, false))).collect();
        runs += same(&all(&entries), date(2026, 7, 1)).len();
    }
    assert!(runs <= 8, "{runs} in a thousand years");
}
