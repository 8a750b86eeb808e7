//! What the first organisation asks after its evenings, and what its workers answer: not always, and seldom in words. Never
//! a name, and nothing about one-to-one talks.

use chrono::{Datelike, NaiveDate};

use super::chance::Chance;
use super::tree::Tree;
use super::{PlannedEntry, Wanted};
use crate::vocabulary::Kind;

/// Days before the last recorded one on which it began to ask.
pub const DAYS: u64 = 200;

/// Kinds of activity that it asks about.
pub const KINDS: [Kind; 2] = [Kind::Open, Kind::Group];

const NEXT: [&str; 14] = [
    "Glasbo naj izbirajo mladi, zvočnik pripravimo prej.",
    "Več časa za pogovor ob prihodu.",
    "Vabilo na šoli obesimo teden prej.",
    "Kuhanje začnemo ob petih, sicer zmanjka časa za pospravljanje.",
    "Nove obiskovalce naj sprejme kdo od mladih.",
    "Manjša miza za družabne igre, da je več prostora.",
    "Ostane, kot je. Bilo je zelo sproščeno.",
    "Naslednjič dva delavca, bilo nas je premalo.",
    "Pravila za biljard napišemo skupaj.",
    "Poskusimo z zunanjim igriščem.",
    "Za skupino je bolje ob petkih.",
    "Mladi želijo sami voditi uvod.",
    "Pripraviti gradivo za barvanje vnaprej.",
    "Več premora med obema deloma.",
];

/// What was answered after one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedAnswers {
    /// 1 to 5: young people felt welcome.
    pub welcome: i64,
    /// Whether they began something themselves.
    pub began: Option<bool>,
    pub next: Option<&'static str>,
}

/// The unit that asks, by its place in the tree: the first organisation with centres of its own.
pub fn asking(tree: &Tree) -> Option<usize> {
    tree.units.iter().position(|unit| unit.kind == "organisation")
}

/// Whether a unit is the one that asks, or below it.
pub fn is_asked(tree: &Tree, unit: usize, asking: usize) -> bool {
    std::iter::successors(Some(unit), |at| tree.units[*at].parent).any(|at| at == asking)
}

/// What was answered after an entry; none where nobody did.
pub fn answers(wanted: &Wanted, planned: &PlannedEntry, kind: Kind) -> Option<PlannedAnswers> {
    let day = u64::try_from(planned.date.num_days_from_ce()).unwrap_or(0);
    let mut chance = Chance::of(wanted.seed, &[5, planned.activity as u64, day]);
    if planned.cancelled.is_some() || !KINDS.contains(&kind) || !chance.yes(0.7) {
        return None;
    }
    // It went better as time went on.
    let early = planned.date < wanted.last_recorded - chrono::Days::new(DAYS / 2);
    let weights = if early { [0.06, 0.14, 0.3, 0.32, 0.18] } else { [0.02, 0.07, 0.21, 0.4, 0.3] };
    let steps = [1, 2, 3, 4, 5];
    Some(PlannedAnswers {
        welcome: steps[chance.weighted(&weights)],
        began: chance.yes(0.9).then_some(planned.created_min > 0),
        next: chance.yes(0.3).then(|| chance.pick(&NEXT)),
    })
}

/// The day on which it began to ask.
pub fn begins(wanted: &Wanted) -> NaiveDate {
    (wanted.last_recorded - chrono::Days::new(DAYS)).max(wanted.first_day())
}
