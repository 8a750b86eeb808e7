//! The attacker on many random networks. `cargo bench -p disclosure --bench disclosure [-- NETWORKS]`, else 10,000.

#[path = "../tests/attack/mod.rs"]
mod attack;

use attack::networks::Network;
use attack::{Outcome, attack};

fn main() {
    let networks = std::env::args().find_map(|arg| arg.parse().ok()).unwrap_or(10_000_u64);
    let outcomes: Vec<Outcome> = (0..networks).map(|seed| attack(&Network::random(seed))).collect();
    let sum = |of: fn(&Outcome) -> usize| outcomes.iter().map(of).sum::<usize>();
    let share = |part: usize, whole: usize| format!("{:.2} %", 100.0 * part as f64 / whole.max(1) as f64);
    let broken = outcomes.iter().filter(|outcome| outcome.naive > 0).count();
    let rows = [
        ("random networks", networks.to_string()),
        ("small groups isolated", sum(|outcome| outcome.plan).to_string()),
        ("… by figures of sensitive items, of fewer than 50", sum(|outcome| outcome.sensitive).to_string()),
        ("… by scores, counting valid values alone", sum(|outcome| outcome.scores).to_string()),
        ("networks in which the naive rule isolates one", share(broken, outcomes.len())),
        (
            "… parts of their rows in which it does, on average",
            format!("{:.1}", sum(|o| o.naive) as f64 / networks as f64),
        ),
        (
            "units with 15 answers that keep their own total",
            share(sum(|o| o.large_units_shown), sum(|o| o.large_units)),
        ),
        ("answers in their municipality's total", share(sum(|o| o.answers_shown), sum(|o| o.answers))),
        (
            "units with 15 answers that show a split by gender",
            share(sum(|o| o.splits_by_gender), sum(|o| o.large_units)),
        ),
        ("… by age", share(sum(|o| o.splits_by_age), sum(|o| o.large_units))),
        (
            "… whose split by age gives way to that by gender",
            share(sum(|o| o.beside_gender), sum(|o| o.large_units)),
        ),
        ("units withdrawn by the second edition", share(sum(|o| o.withdrawn), sum(|o| o.large_units))),
        (
            "gender × age × answer: numbers that the totals bound within ± 2",
            share(sum(|o| o.crossed_bounded), sum(|o| o.crossed)),
        ),
        ("… that they tell", share(sum(|o| o.crossed_known), sum(|o| o.crossed))),
        ("… that they tell and that are not 0", share(sum(|o| o.crossed_some), sum(|o| o.crossed))),
    ];
    for (what, value) in rows {
        println!("| {what} | {value} |");
    }
}
