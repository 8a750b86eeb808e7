//! Units of one kind, each with everything below it: what a unit is set beside.

use std::collections::{BTreeMap, HashSet};

use uuid::Uuid;

use super::books::Books;
use super::branches::Of;
use super::period::Period;
use super::question::Question;
use super::trees::{ByUnit, Placed, Stretch, Tree, Trees};
use crate::totals::Sums;

impl Trees {
    /// Every unit of a kind with all below it: each stretch belongs to the unit of the kind that is highest in its line.
    fn stretches_of_kind(&self, tree: Tree, kind: &str, period: Period) -> Vec<Stretch> {
        let places = self.places(tree);
        let stretches = places.iter().filter_map(|place| {
            let below = place.ids[self.at_kind(place, kind)?];
            let from = place.from.max(period.from);
            let until = place.until.map_or(period.until, |until| until.min(period.until));
            (from < until).then_some(Stretch { unit_id: place.unit_id, below, from, until })
        });
        stretches.collect()
    }

    /// Units of a kind that were there in the period. As the tree is today, what came to a unit by a move or a merger was
    /// there with it.
    fn there(&self, tree: Tree, kind: &str, period: Period) -> HashSet<Uuid> {
        let was_open = |id: &Uuid| self.unit(*id).is_some_and(|unit| unit.was_open(period));
        let places = self.places(tree);
        let there = places.iter().filter_map(|place| {
            let placed = place.from < period.until && place.until.is_none_or(|until| period.from < until);
            let at = self.at_kind(place, kind).filter(|_| placed)?;
            let there = match tree {
                Tree::Then => was_open(&place.ids[at]),
                Tree::Today(_) => place.ids[at..].iter().any(was_open),
            };
            there.then_some(place.ids[at])
        });
        there.collect()
    }

    fn at_kind(&self, place: &Placed, kind: &str) -> Option<usize> {
        place.ids.iter().position(|id| self.unit(*id).is_some_and(|unit| unit.kind == kind))
    }
}

impl Books {
    /// Sums of every unit of a kind that the network had in the period, each with everything below it: what a unit is set
    /// beside. One that was there and recorded nothing counts with zeros; one not yet or no longer there does not count.
    pub fn alike(&self, question: &Question, kind: &str) -> BTreeMap<String, Sums> {
        let (tree, period) = (question.tree, question.period);
        let mut sums: ByUnit<Sums> =
            self.trees.there(tree, kind, period).into_iter().map(|id| (id, Sums::default())).collect();
        // As in totals, days count on which a unit was not open, if ever one is recorded.
        let stretches = self.trees.stretches_of_kind(tree, kind, period);
        for (_, branch) in self.added(question, &Of::Kind(kind.to_owned()), &stretches) {
            for (id, of) in &branch.below {
                if let Some(sums) = sums.get_mut(id) {
                    *sums += *of;
                }
            }
        }
        sums.into_iter().map(|(id, sums)| (self.trees.code(id), sums)).collect()
    }
}
