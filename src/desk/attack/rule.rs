//! What stands together, by the rule that everybody may read.

use std::collections::BTreeSet;

use super::Attack;
use super::sites::MOVED;
use crate::vocabulary::Kind;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Apart,
    Some,
    Rest,
    All,
}

fn home(leaf: &str) -> &str {
    if leaf == MOVED { "mc-most" } else { leaf }
}

impl Attack<'_> {
    pub fn kind(&self, leaf: &str, name: &str) -> Kind {
        self.activities[leaf].iter().find(|(it, _)| it == name).unwrap().1
    }

    /// Activities that stand together in a month of a leaf.
    pub fn stands(&self, leaf: &'static str, month: u32) -> (Level, BTreeSet<&str>) {
        let visits = |name: &str| self.truth.get(&(leaf, month, name.to_owned())).copied().unwrap_or(0);
        let of = |kinds: &'static [Kind]| {
            let of_leaf = self.activities[leaf].iter().filter(|(_, it)| kinds.contains(it));
            of_leaf.map(|(name, _)| name.as_str())
        };
        if self.sees_all || of(&[Kind::OneToOne]).all(|name| visits(name) == 0) {
            return (Level::Apart, BTreeSet::new());
        }
        let (mut among, mut sum): (BTreeSet<&str>, i64) = (of(&[Kind::OneToOne]).collect(), 0);
        for name in of(&[Kind::Group]).filter(|name| visits(name) > 0) {
            if sum < 10 {
                among.insert(name);
                sum += visits(name);
            }
        }
        const REST: &[Kind] = &[Kind::Group, Kind::Project, Kind::Event];
        if sum >= 10 {
            (Level::Some, among)
        } else if of(REST).map(visits).sum::<i64>() >= 10 {
            (Level::Rest, of(REST).chain(of(&[Kind::OneToOne])).collect())
        } else {
            (Level::All, of(Kind::ALL).collect())
        }
    }

    /// [`Attack::stands`] of a unit's rows of activities, which are of all its places in a month.
    pub fn row(&self, leaf: &'static str, month: u32) -> (Level, BTreeSet<&str>) {
        let leaves = self.activities.keys().filter(|it| home(it) == home(leaf));
        leaves.map(|leaf| self.stands(leaf, month)).fold((Level::Apart, BTreeSet::new()), |one, other| {
            (one.0.max(other.0), one.1.into_iter().chain(other.1).collect())
        })
    }
}
