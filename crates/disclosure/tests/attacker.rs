//! The promise, attacked: no group of 1 to k - 1 respondents follows from all that is published.

mod attack;

use attack::exact::{Columns, isolated};
use attack::networks::Network;
use attack::rows::Rows;
use attack::{Outcome, attack};
use disclosure::{By, Figure, Plan, Rules, Why};
use proptest::prelude::*;

const NETWORKS: u64 = 500;

#[test]
fn finds_nobody_in_random_networks_and_somebody_under_the_naive_rule() {
    let outcomes: Vec<Outcome> = (0..NETWORKS).map(|seed| attack(&Network::random(seed))).collect();
    let sum = |of: fn(&Outcome) -> usize| outcomes.iter().map(of).sum::<usize>();
    let broken = outcomes.iter().filter(|outcome| outcome.naive > 0).count();
    assert_eq!(sum(|outcome| outcome.plan), 0, "groups isolated by the plan's rows");
    assert_eq!(sum(|outcome| outcome.sensitive), 0, "groups isolated by rows of sensitive items");
    assert_eq!(sum(|outcome| outcome.scores), 0, "groups isolated by scores");
    assert!(broken * 10 >= outcomes.len() * 9, "the naive rule held in all but {broken} networks");
    assert_eq!(sum(|outcome| outcome.large_units), sum(|outcome| outcome.large_units_shown));
    assert!(sum(|outcome| outcome.answers_shown) * 10 >= sum(|outcome| outcome.answers) * 9);
    // What the networks must contain for the attack to mean anything.
    for (what, n) in [
        ("units with a split by gender", sum(|outcome| outcome.splits_by_gender)),
        ("units with a split by age", sum(|outcome| outcome.splits_by_age)),
        ("splits by age withheld beside gender", sum(|outcome| outcome.beside_gender)),
        ("units withdrawn", sum(|outcome| outcome.withdrawn)),
    ] {
        assert!(n > 50, "only {n} {what}");
    }
}

#[test]
fn finds_the_difference_of_two_splits() {
    let mut tried = 0;
    for network in (0..100).map(Network::random) {
        let plan = Plan::decide(Rules::default(), network.tree(), &network.counts(|_| true)).expect("a plan");
        for unit in network.units.iter().map(|unit| unit.id) {
            let Some(Figure::Withheld(age)) = plan.split_itself(&unit, By::Age) else { continue };
            if age.why != Why::BesideGender {
                continue;
            }
            let mut rows = Rows::new(&network, |_| true);
            rows.published(&plan, |_| true);
            for class in 0..3 {
                rows.row(0, &[unit], |person| person.age as u8 == class);
            }
            if network.people.iter().any(|person| person.unit == unit && person.age as u8 == 3) {
                continue;
            }
            tried += 1;
            assert!(isolated(&rows.columns(), 15) > 0, "unit {unit}: the split could have been shown");
        }
    }
    assert!(tried > 10, "only {tried} units");
}

#[test]
fn finds_a_batch_of_ten_set_aside() {
    let whole = Columns { people: vec![20, 10], rows: vec![vec![(0, 1), (1, 1)], vec![(0, 1)]] };
    assert_eq!(isolated(&whole, 15), 1);
    assert_eq!(isolated(&whole, 10), 0);
}

#[test]
fn finds_what_no_single_difference_tells() {
    // Three overlapping rows of 20: half the sum of two less the third is 10 people, three times over.
    let rows = vec![vec![(0, 1), (1, 1)], vec![(1, 1), (2, 1)], vec![(0, 1), (2, 1)]];
    assert_eq!(isolated(&Columns { people: vec![10, 10, 10], rows: rows.clone() }, 11), 3);
    assert_eq!(isolated(&Columns { people: vec![10, 10, 10], rows }, 10), 0);
}

/// Rank of these columns of a table of zeros and ones, modulo a prime larger than any of its determinants.
fn rank(table: &[Vec<i64>], columns: &[usize]) -> usize {
    const PRIME: i64 = 1_000_003;
    let mut rows: Vec<Vec<i64>> = table.iter().map(|row| columns.iter().map(|c| row[*c]).collect()).collect();
    let mut rank = 0;
    for column in 0..columns.len() {
        let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][column] != 0) else { continue };
        rows.swap(rank, pivot);
        let pivot = rows[rank].clone();
        for row in &mut rows[rank + 1..] {
            let factor = row[column];
            for (value, of_pivot) in row.iter_mut().zip(&pivot) {
                *value = (*value * pivot[column] - of_pivot * factor).rem_euclid(PRIME);
            }
        }
        rank += 1;
    }
    rank
}

proptest! {
    /// Against trying every set of columns: something can be told of a set if, without it, the rows have a lower rank.
    #[test]
    fn overlooks_nobody_in_small_tables(
        table in proptest::collection::vec(proptest::collection::vec(0_i64..2, 7), 1..7),
        people in proptest::collection::vec(1_u32..12, 7),
    ) {
        let all: Vec<usize> = (0..7).collect();
        let told = (1_u32..1 << 7).any(|set| {
            let (inside, outside): (Vec<usize>, Vec<usize>) = all.iter().partition(|column| set >> **column & 1 == 1);
            let few = inside.iter().map(|column| people[*column]).sum::<u32>() < 15;
            few && rank(&table, &outside) < rank(&table, &all)
        });
        let row = |row: &Vec<i64>| row.iter().copied().enumerate().filter(|(_, value)| *value != 0).collect::<Vec<_>>();
        let rows = table.iter().map(row).filter(|row| !row.is_empty()).collect();
        prop_assert_eq!(isolated(&Columns { people, rows }, 15) > 0, told);
    }
}
