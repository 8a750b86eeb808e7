//! Units of one kind, each with everything below it: what a unit is set beside.

use std::collections::BTreeMap;
use std::sync::Arc;

use uuid::Uuid;

use super::books::Books;
use super::branches::Of;
use super::period::Period;
use super::question::Question;
use super::stretches::Stretch;
use super::trees::{ByUnit, Placed, Tree, Trees};
use crate::totals::Sums;

/// Units of a kind in a period.
#[derive(Debug)]
pub(super) struct Alike {
    /// Those that were there. As the tree is today, what came to a unit by a move or a merger was there with it.
    there: Vec<Uuid>,
    /// Each with all below it: a stretch belongs to the unit of the kind that is highest in its line. As in totals, days
    /// count on which a unit was not open, if ever one is recorded.
    stretches: Vec<Stretch>,
}

impl Trees {
    fn alike(&self, tree: Tree, kind: &str, period: Period) -> Arc<Alike> {
        self.alike.get((tree, kind.to_owned(), period), || {
            let was_open = |id: &Uuid| self.unit(*id).is_some_and(|unit| unit.was_open(period));
            let (mut there, mut stretches) = (Vec::new(), Vec::new());
            for place in self.places(tree).iter() {
                let from = place.from.max(period.from);
                let until = place.until.map_or(period.until, |until| until.min(period.until));
                let Some(at) = self.at_kind(place, kind).filter(|_| from < until) else { continue };
                let below = place.ids[at];
                stretches.push(Stretch { unit_id: place.unit_id, below, from, until });
                let open = match tree {
                    Tree::Then => was_open(&below),
                    Tree::Today(_) => place.ids[at..].iter().any(was_open),
                };
                there.extend(open.then_some(below));
            }
            there.sort_unstable();
            there.dedup();
            Arc::new(Alike { there, stretches })
        })
    }

    fn at_kind(&self, place: &Placed, kind: &str) -> Option<usize> {
        place.ids.iter().position(|id| self.unit(*id).is_some_and(|unit| unit.kind == kind))
    }
}

impl Books {
    /// Sums of every unit of a kind that the network had in the period, each with everything below it: what a unit is set
    /// beside. One that was there and recorded nothing counts with zeros; one not yet or no longer there does not count.
    pub fn alike(&self, question: &Question, kind: &str) -> BTreeMap<String, Sums> {
        let alike = self.trees.alike(question.tree, kind, question.period);
        let mut sums: ByUnit<Sums> = alike.there.iter().map(|id| (*id, Sums::default())).collect();
        for (_, branch) in self.added(question, &Of::Kind(kind.to_owned()), &alike.stretches) {
            for (id, of) in &branch.below {
                if let Some(sums) = sums.get_mut(id) {
                    *sums += *of;
                }
            }
        }
        sums.into_iter().map(|(id, sums)| (self.trees.code(id), sums)).collect()
    }
}
