//! The promise, attacked: no group of 1 to k - 1 respondents follows from all that is published.

mod attack;

use attack::exact::{Columns, isolated};
use attack::networks::Network;
use attack::rows::Rows;
use attack::{Outcome, attack};
use disclosure::{By, Figure, Plan, Rules, Why};

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
