//! The tree of units, of any depth, the same whatever order it is given in.

use std::collections::BTreeMap;

use crate::rules::Fault;

/// A place that answers are of, or that others are below of, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit<Id> {
    pub id: Id,
    /// `None` for the one at the top.
    pub parent: Option<Id>,
    /// May figures of sensitive items be shown for it? True for municipalities and all above them.
    pub wide: bool,
}

/// Units by index, in the order of their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree<Id> {
    pub(crate) ids: Vec<Id>,
    pub(crate) parent: Vec<Option<usize>>,
    pub(crate) children: Vec<Vec<usize>>,
    pub(crate) wide: Vec<bool>,
    /// Children before their parents.
    pub(crate) upwards: Vec<usize>,
}

impl<Id: Ord + Clone> Tree<Id> {
    /// # Errors
    /// A unit given twice, without its parent or below itself; none or several at the top; a wide one below a narrow.
    pub fn new(units: impl IntoIterator<Item = Unit<Id>>) -> Result<Self, Fault<Id>> {
        let mut by_id = BTreeMap::new();
        for unit in units {
            if let Some(twice) = by_id.insert(unit.id.clone(), unit) {
                return Err(Fault::Twice(twice.id));
            }
        }
        let ids: Vec<Id> = by_id.keys().cloned().collect();
        let mut tree = Self {
            parent: Vec::new(),
            children: vec![Vec::new(); ids.len()],
            wide: by_id.values().map(|unit| unit.wide).collect(),
            upwards: Vec::new(),
            ids,
        };
        for (at, unit) in by_id.values().enumerate() {
            let parent = match &unit.parent {
                None => None,
                Some(id) => Some(tree.find(id).ok_or_else(|| Fault::NoParent(unit.id.clone()))?),
            };
            if let Some(parent) = parent {
                if unit.wide && !tree.wide[parent] {
                    return Err(Fault::NarrowAbove(unit.id.clone()));
                }
                tree.children[parent].push(at);
            }
            tree.parent.push(parent);
        }
        // Level by level from the top, then turned around. What is never reached is in a circle.
        let mut order: Vec<usize> = (0..tree.ids.len()).filter(|at| tree.parent[*at].is_none()).collect();
        if order.len() > 1 || tree.ids.is_empty() {
            return Err(Fault::OneTop);
        }
        let mut next = 0;
        while let Some(at) = order.get(next) {
            order.extend(&tree.children[*at]);
            next += 1;
        }
        let mut reached = vec![false; tree.ids.len()];
        order.iter().for_each(|at| reached[*at] = true);
        if let Some(lost) = reached.iter().position(|reached| !reached) {
            return Err(Fault::Circle(tree.ids[lost].clone()));
        }
        order.reverse();
        tree.upwards = order;
        Ok(tree)
    }

    pub(crate) fn find(&self, id: &Id) -> Option<usize> {
        self.ids.binary_search(id).ok()
    }

    /// A value per unit, in the tree's order; what is not given is the default.
    pub(crate) fn spread<T: Clone + Default>(&self, given: &BTreeMap<Id, T>) -> Result<Vec<T>, Fault<Id>> {
        let mut all = vec![T::default(); self.ids.len()];
        for (id, value) in given {
            all[self.find(id).ok_or_else(|| Fault::NoUnit(id.clone()))?] = value.clone();
        }
        Ok(all)
    }

    /// The unit and all above it.
    pub(crate) fn up(&self, from: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(from), |at| self.parent[*at])
    }
}
