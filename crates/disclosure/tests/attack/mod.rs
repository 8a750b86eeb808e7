//! The attacker, and networks to be attacked: for the tests and for the bench.
//!
//! The attacker holds every published row of both editions, those of units that were given theirs early among them:
//! fewer rows can only tell less. A row is a sum over atoms: unit × gender × age × where the key placed them × whether
//! a later edition set them aside. He even knows which atoms are empty. He looks for a combination of rows that leaves
//! only 1 to k - 1 respondents; [`exact`] says why he overlooks none.

pub mod exact;
pub mod networks;
pub mod rows;

use disclosure::{Plan, Rules, Scores};
use exact::isolated;
use networks::Network;
use rows::Rows;

/// What came of one network.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome {
    /// Separate parts of the published rows in which a small group can be isolated.
    pub plan: usize,
    pub sensitive: usize,
    pub scores: usize,
    pub naive: usize,
    pub large_units: usize,
    pub large_units_shown: usize,
    /// Answers of units in a municipality, and those of them in its figure.
    pub answers: usize,
    pub answers_shown: usize,
    pub splits_by_gender: usize,
    pub splits_by_age: usize,
    pub beside_gender: usize,
    pub withdrawn: usize,
    /// Gender × age × answer to one item, of units that show both splits: how many cells there are, and of how many the
    /// published distributions tell the number within ± 2, the number itself, the number itself and that it is not 0.
    pub crossed: usize,
    pub crossed_bounded: usize,
    pub crossed_known: usize,
    pub crossed_some: usize,
}

pub fn attack(network: &Network) -> Outcome {
    let rules = Rules::default();
    let first = Plan::decide(rules, network.tree(), &network.counts(|_| true)).expect("a whole network");
    let revision = first.revise(&network.counts(|person| person.aside)).expect("whole batches");
    let second = &revision.plan;

    let mut all = Rows::new(network, |_| true);
    all.published(&first, |_| true);
    all.published(second, |_| true);

    let mut sensitive = Rows::new(network, |_| true);
    sensitive.sensitive(&first);
    sensitive.sensitive(second);

    let valid = |person: &networks::Person| person.valid;
    let scores = first.scores(&network.counts(valid)).expect("valid answers are answers");
    let later: Scores<u32> = scores
        .revise(second, &network.counts(|person| person.valid && !person.aside))
        .expect("the next edition");
    let mut means = Rows::new(network, valid);
    means.published(&first, |group| scores.shows(group));
    means.published(second, |group| later.shows(group));

    let mut naive = Rows::new(network, |_| true);
    naive.naive(network, rules.k());

    let mut outcome = network.utility(&first);
    outcome.plan = isolated(&all.columns(), rules.k());
    outcome.sensitive = isolated(&sensitive.columns(), rules.sensitive());
    outcome.scores = isolated(&means.columns(), rules.k());
    outcome.naive = isolated(&naive.columns(), rules.k());
    outcome.withdrawn = revision.withdrawn.len();
    outcome
}
