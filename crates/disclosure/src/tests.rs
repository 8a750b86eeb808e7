//! Each rule by small trees worked out by hand, and what holds for every tree. The attacker is in `tests/`.

use std::collections::BTreeMap;

use crate::cell::mask;
use crate::{Age, Cell, Counts, Figure, Gender, Group, Key, Plan, Rules, Tree, Unit};

mod editions;
mod plan;
mod properties;
mod scores;
mod sensitive;
mod splits;

type Id = &'static str;
type Given = BTreeMap<Id, Counts>;

fn key() -> Key {
    Key::new([1; 32], &Rules::default())
}

/// `net` at the top, municipalities `m1` and `m2`, centres below these by the first two letters of their names:
/// `m1-a` is in `m1`. Other names are directly below the top.
fn tree(centres: &[Id]) -> Tree<Id> {
    let wide = |id, parent| Unit { id, parent, wide: true };
    let fixed = [wide("net", None), wide("m1", Some("net")), wide("m2", Some("net"))];
    let centre = |id: &Id| {
        let parent = ["m1", "m2"].into_iter().find(|m| id.starts_with(m)).unwrap_or("net");
        Unit { id: *id, parent: Some(parent), wide: false }
    };
    let others = centres.iter().filter(|id| !["net", "m1", "m2"].contains(id));
    Tree::new(fixed.into_iter().chain(others.map(centre))).unwrap()
}

/// So many of each; others are placed evenly, girls' side first.
fn people(girls: u32, boys: u32, others: u32) -> Counts {
    mixed(&[
        (Gender::Girl, Age::First, girls),
        (Gender::Boy, Age::First, boys),
        (Gender::NonBinary, Age::First, others),
    ])
}

fn mixed(people: &[(Gender, Age, u32)]) -> Counts {
    let mut counts = Counts::new();
    let mut ids = 0_u32..;
    for (gender, age, n) in people {
        for nth in 0..*n {
            let mut cells = ids.by_ref().map(|id| key().cell(&id.to_le_bytes(), *gender, *age));
            let stated = matches!(gender, Gender::Girl | Gender::Boy);
            counts.add(cells.find(|cell| stated || with_girls(*cell) == nth.is_multiple_of(2)).unwrap());
        }
    }
    counts
}

fn with_girls(cell: Cell) -> bool {
    cell.bit() & mask(&[2], &[0, 1, 2, 3, 4, 5]) != 0
}

fn given(units: &[(Id, Counts)]) -> Given {
    units.iter().cloned().collect()
}

/// Girls only: for rules that look at totals alone.
fn sizes(units: &[(Id, u32)]) -> Given {
    units.iter().map(|(id, n)| (*id, people(*n, 0, 0))).collect()
}

fn decide(counts: &Given) -> Plan<Id> {
    let centres: Vec<Id> = counts.keys().copied().collect();
    Plan::decide(Rules::default(), tree(&centres), counts).unwrap()
}

fn total(plan: &Plan<Id>, place: Id) -> Option<u32> {
    plan.total(&place).unwrap().shown().map(|group| group.answers())
}

fn shown<T: std::fmt::Debug>(figure: Option<Figure<T, Id>>) -> T {
    figure.unwrap().shown().unwrap()
}

fn answers(groups: &[Group<Id>]) -> Vec<u32> {
    groups.iter().map(Group::answers).collect()
}
