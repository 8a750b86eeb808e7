//! The decision, made once when an evaluation closes.

use std::collections::BTreeMap;

use crate::block::{Block, Classes, Closed, pool_up, split};
use crate::cell::{Counts, EVERYONE, Mask, mask};
use crate::group::{By, Class, Figure, Group, Part, Split, Why, Withheld};
use crate::rules::{Fault, Rules};
use crate::sensitive::{Wide, pool_wide};
use crate::tree::Tree;

/// Which groups of answers to one questionnaire of one evaluation may be published, for all time.
///
/// Equal for equal tree, counts and rules, in whatever order they are given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan<Id> {
    pub(crate) rules: Rules,
    pub(crate) edition: u32,
    pub(crate) tree: Tree<Id>,
    /// By unit; in a later edition without what was set aside.
    pub(crate) counts: Vec<Counts>,
    pub(crate) blocks: Vec<Block>,
    /// By place: the blocks of its figure, withdrawn ones among them.
    pub(crate) inside: Vec<Vec<usize>>,
    pub(crate) wide: Vec<Wide>,
}

impl<Id: Ord + Clone> Plan<Id> {
    /// Decides. `counts` are the complete answers of each unit; units without any may be left out.
    ///
    /// # Errors
    /// Counts of a unit that is not in the tree, or in an age class that the rules do not have.
    pub fn decide(rules: Rules, tree: Tree<Id>, counts: &BTreeMap<Id, Counts>) -> Result<Self, Fault<Id>> {
        let third = mask(&[0, 1, 2, 3], &[2]);
        if let Some((id, _)) = counts.iter().find(|(_, n)| rules.age_classes() == 2 && n.within(third) > 0) {
            return Err(Fault::AgeClass(id.clone()));
        }
        let counts = tree.spread(counts)?;
        let blocks = pool_up(&tree, &counts, &rules);
        let mut inside = vec![Vec::new(); tree.ids.len()];
        for (at, block) in blocks.iter().enumerate() {
            tree.up(block.level).for_each(|place| inside[place].push(at));
        }
        let wide = pool_wide(&tree, &counts, &blocks, &rules);
        Ok(Self { rules, edition: 1, tree, counts, blocks, inside, wide })
    }

    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// 1 for the first, one more for each [`revise`](Self::revise).
    #[must_use]
    pub fn edition(&self) -> u32 {
        self.edition
    }

    /// The figure of a place and all below it. `None` if the place is not in the tree.
    #[must_use]
    pub fn total(&self, place: &Id) -> Option<Figure<Group<Id>, Id>> {
        let at = self.tree.find(place)?;
        Some(match self.kept(at).as_slice() {
            [] => Figure::Withheld(self.no_total(at)),
            blocks => Figure::Shown(self.group(at, Part::Whole, None, self.everyone(blocks))),
        })
    }

    /// The figure of the answers given at a place itself, be there others below it or not.
    #[must_use]
    pub fn itself(&self, place: &Id) -> Option<Figure<Group<Id>, Id>> {
        let at = self.tree.find(place)?;
        Some(match self.own(at) {
            Some(block) if !block.withdrawn => {
                Figure::Shown(self.group(at, Part::Itself, None, self.everyone(&[block])))
            }
            Some(_) => Figure::Withheld(Withheld { why: Why::Withdrawn, wants: None }),
            None => Figure::Withheld(self.few(&[at])),
        })
    }

    /// "Other centres together" at a place: those below it that are too small by themselves. Further down or further up
    /// there may be others.
    #[must_use]
    pub fn together(&self, place: &Id) -> Option<Group<Id>> {
        let at = self.tree.find(place)?;
        let block =
            self.blocks.iter().find(|block| block.level == at && !block.single && !block.withdrawn)?;
        Some(self.group(at, Part::Together, None, self.everyone(&[block])))
    }

    /// The split of a place's figure: the sum of its units' splits, and what is in none.
    #[must_use]
    pub fn split(&self, place: &Id, by: By) -> Option<Figure<Split<Id>, Id>> {
        let at = self.tree.find(place)?;
        let kept = self.kept(at);
        if kept.is_empty() {
            return Some(Figure::Withheld(Withheld { why: Why::NoTotal, wants: self.least_split(at, by) }));
        }
        let (with, without): (Vec<&Block>, Vec<&Block>) =
            kept.iter().partition(|block| block.split(by).is_ok());
        Some(match with.as_slice() {
            [] if self.tree.children[at].is_empty() => self.closed(kept[0], by),
            [] => Figure::Withheld(Withheld { why: Why::NoSplitBelow, wants: self.least_split(at, by) }),
            _ => {
                let classes = self.classes(at, Part::Whole, &with, by);
                // Whole blocks are left out, so it is nobody or k at least: nothing needs to give way.
                let rest = (!without.is_empty())
                    .then(|| self.group(at, Part::NotSplit(by), None, self.everyone(&without)));
                Figure::Shown(Split { classes, not_split: rest })
            }
        })
    }

    /// The split of the answers given at a place itself.
    #[must_use]
    pub fn split_itself(&self, place: &Id, by: By) -> Option<Figure<Split<Id>, Id>> {
        let at = self.tree.find(place)?;
        Some(match self.own(at) {
            Some(block) if block.withdrawn => Figure::Withheld(Withheld { why: Why::Withdrawn, wants: None }),
            Some(block) if block.split(by).is_ok() => Figure::Shown(Split {
                classes: self.classes(at, Part::Itself, &[block], by),
                not_split: None,
            }),
            Some(block) => self.closed(block, by),
            None => Figure::Withheld(Withheld { why: Why::NoTotal, wants: self.wants_split(at, by) }),
        })
    }

    /// Every group that may be published, each as often as there is a place to show it at. A unit with nothing below
    /// it has its group as `Whole` and as `Itself`. Without those of sensitive items.
    #[must_use]
    pub fn groups(&self) -> Vec<Group<Id>> {
        let mut all = Vec::new();
        for place in &self.tree.ids {
            all.extend(self.total(place).and_then(Figure::shown));
            all.extend(self.itself(place).and_then(Figure::shown));
            all.extend(self.together(place));
            for by in [By::Gender, By::Age] {
                for split in [self.split(place, by), self.split_itself(place, by)] {
                    if let Some(split) = split.and_then(Figure::shown) {
                        all.extend(split.classes);
                        all.extend(split.not_split);
                    }
                }
            }
        }
        all
    }

    pub(crate) fn kept(&self, at: usize) -> Vec<&Block> {
        self.inside[at].iter().map(|block| &self.blocks[*block]).filter(|block| !block.withdrawn).collect()
    }

    fn own(&self, at: usize) -> Option<&Block> {
        self.blocks.iter().find(|block| block.single && block.level == at)
    }

    pub(crate) fn everyone(&self, blocks: &[&Block]) -> Vec<(usize, Mask)> {
        blocks.iter().flat_map(|block| &block.units).map(|unit| (*unit, EVERYONE)).collect()
    }

    pub(crate) fn group(
        &self,
        at: usize,
        part: Part,
        class: Option<Class>,
        cells: Vec<(usize, Mask)>,
    ) -> Group<Id> {
        let answers = cells.iter().map(|(unit, mask)| self.counts[*unit].within(*mask)).sum();
        let takes = cells.into_iter().map(|(unit, mask)| (self.tree.ids[unit].clone(), mask)).collect();
        Group { edition: self.edition, place: self.tree.ids[at].clone(), part, class, takes, answers }
    }

    /// A class is called "girls+" as soon as one of its units places others there.
    fn classes(&self, at: usize, part: Part, blocks: &[&Block], by: By) -> Vec<Group<Id>> {
        let mut sums: BTreeMap<u8, (Class, Vec<(usize, Mask)>)> = BTreeMap::new();
        for block in blocks {
            let none = Classes::new();
            for (class, mask) in block.split(by).unwrap_or(&none) {
                let (rank, plus) = rank(*class);
                let sum = sums.entry(rank).or_insert((*class, Vec::new()));
                if plus {
                    sum.0 = *class;
                }
                sum.1.push((block.level, *mask));
            }
        }
        sums.into_values().map(|(class, cells)| self.group(at, part, Some(class), cells)).collect()
    }

    fn no_total(&self, at: usize) -> Withheld<Id> {
        if self.inside[at].is_empty() {
            self.few(&self.below(at, |unit, _| unit).collect::<Vec<_>>())
        } else {
            Withheld { why: Why::Withdrawn, wants: None }
        }
    }

    /// Too few answers of these units, none of which is a block by itself.
    fn few(&self, units: &[usize]) -> Withheld<Id> {
        let answers: u32 = units.iter().map(|unit| self.counts[*unit].answers()).sum();
        // All that wait at a place wait for the same block.
        let home = self.blocks.iter().find(|block| block.units.iter().any(|unit| units.contains(unit)));
        let counted = home.filter(|block| !block.withdrawn).map(|block| self.tree.ids[block.level].clone());
        Withheld { why: Why::FewAnswers { counted }, wants: Some(self.rules.k().saturating_sub(answers)) }
    }

    fn closed(&self, block: &Block, by: By) -> Figure<Split<Id>, Id> {
        let (why, wants) = block.split(by).err().unwrap_or(Closed::Together).why();
        Figure::Withheld(Withheld { why, wants })
    }

    /// Of all units at and below a place.
    fn below<T>(&self, at: usize, of: impl Fn(usize, &Counts) -> T) -> impl Iterator<Item = T> {
        let (tree, counts) = (&self.tree, &self.counts);
        (0..counts.len())
            .filter(move |unit| tree.up(*unit).any(|up| up == at))
            .map(move |unit| of(unit, &counts[unit]))
    }

    fn wants_split(&self, at: usize, by: By) -> Option<u32> {
        match split(by, &self.counts[at], &self.rules) {
            Ok(_) => None,
            Err(closed) => closed.why::<Id>().1,
        }
    }

    /// What the unit nearest to a split wants.
    fn least_split(&self, at: usize, by: By) -> Option<u32> {
        self.below(at, |unit, _| match self.own(unit) {
            Some(block) => block.split(by).err().and_then(|closed| closed.why::<Id>().1),
            None => self.wants_split(unit, by),
        })
        .flatten()
        .min()
    }
}

/// The same class of different units, whether it takes others in or not.
fn rank(class: Class) -> (u8, bool) {
    match class {
        Class::GirlsPlus => (0, true),
        Class::Girls => (0, false),
        Class::BoysPlus => (1, true),
        Class::Boys => (1, false),
        Class::Others => (2, false),
        Class::AgePlus(n) => (n, true),
        Class::Age(n) => (n, false),
        Class::AgeNotStated => (3, false),
    }
}
