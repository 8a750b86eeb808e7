//! Figures of fewer answers than their group has: means over those respondents only who have a valid value.
//!
//! The distribution of an item, "don't know" and unanswered among its categories, is published for every group of the
//! plan. Its share and index follow from it, so to leave them out under 15 valid answers says "too few to mean much" and
//! hides nothing: [`Rules::k`](crate::Rules::k) is all it needs. The mean of an *area* follows from no distribution.
//! Withheld for one unit of 20 with 6 valid values, it is the municipality's sum less the sums of its other units:
//! the mean of six people. [`Scores`] lets something else give way.

use std::collections::BTreeMap;

use crate::block::{Block, Closed};
use crate::cell::Counts;
use crate::group::{By, Group, Part};
use crate::plan::Plan;
use crate::revise::{apart, whole};
use crate::rules::Fault;
use crate::trace;
use crate::tree::Tree;

/// For which of a plan's groups one score may be shown.
#[derive(Clone, Debug)]
pub struct Scores<Id> {
    tree: Tree<Id>,
    edition: u32,
    blocks: Vec<Block>,
    valid: Vec<Counts>,
    /// By block: its score, and its splits', are shown.
    open: Vec<bool>,
    splits: [Vec<bool>; 2],
    /// By place: the score of the whole is shown.
    whole: Vec<bool>,
    /// By place: blocks whose score is not shown and that are in no score shown further down. If the place's score is
    /// shown, their sum can be worked out.
    rest: Vec<Vec<usize>>,
    inside: Vec<Vec<usize>>,
}

impl<Id: Ord + Clone> Plan<Id> {
    /// Decides for one score of this plan's first edition. `valid`: of each unit's answers those with a valid value.
    ///
    /// # Errors
    /// A unit that is not in the tree; more valid answers than answers; a plan that was revised ([`Scores::revise`]).
    pub fn scores(&self, valid: &BTreeMap<Id, Counts>) -> Result<Scores<Id>, Fault<Id>> {
        if self.edition != 1 {
            return Err(Fault::OtherPlan);
        }
        let k = self.rules.k();
        let valid = self.valid(valid)?;
        let sums: Vec<Counts> = self.blocks.iter().map(|block| block.sum(&valid)).collect();
        let mut scores = Scores {
            tree: self.tree.clone(),
            edition: self.edition,
            blocks: self.blocks.clone(),
            open: sums.iter().map(|sum| sum.answers() >= k).collect(),
            splits: [Vec::new(), Vec::new()],
            whole: vec![false; self.tree.ids.len()],
            rest: vec![Vec::new(); self.tree.ids.len()],
            inside: self.inside.clone(),
            valid,
        };
        for &place in &self.tree.upwards {
            scores.settle(place, &sums, k);
        }
        for (at, sum) in sums.iter().enumerate() {
            let [gender, age] = [By::Gender, By::Age].map(|by| {
                let classes = self.blocks[at].split(by).ok()?;
                let enough = classes.iter().all(|(_, mask)| sum.within(*mask) >= self.rules.split());
                (scores.open[at] && enough).then_some(classes)
            });
            let beside = gender.is_some() && age.is_some() && {
                trace::smallest(&self.blocks[at].table(sum)).is_some_and(|few| few < k)
            };
            scores.splits[0].push(gender.is_some());
            scores.splits[1].push(age.is_some() && !beside);
        }
        Ok(scores)
    }

    fn valid(&self, valid: &BTreeMap<Id, Counts>) -> Result<Vec<Counts>, Fault<Id>> {
        let valid = self.tree.spread(valid)?;
        match self.counts.iter().zip(&valid).position(|(all, valid)| all.less(valid).is_none()) {
            Some(unit) => Err(Fault::TooMany(self.tree.ids[unit].clone())),
            None => Ok(valid),
        }
    }
}

impl<Id: Ord + Clone> Scores<Id> {
    /// May the score of this group, of the plan that these are of, be shown?
    #[must_use]
    pub fn shows(&self, group: &Group<Id>) -> bool {
        let Some(at) = self.tree.find(&group.place) else { return false };
        match (group.part, group.class) {
            (Part::Whole, None) => self.whole[at],
            (Part::Together, _) => self.is_open(|block| block.level == at && !block.single),
            (Part::Itself, None) => self.is_open(|block| block.level == at && block.single),
            (Part::NotSplit(by), _) => self.whole[at] && self.splits_open(at, by),
            (Part::Itself, Some(class)) => (self.blocks.iter().zip(&self.splits[class.by() as usize]))
                .any(|(block, open)| *open && block.single && block.level == at),
            (Part::Whole, Some(class)) => self.splits_open(at, class.by()),
        }
    }

    /// The same score in the next edition. A score changes only by as many valid values as could be shown alone; where
    /// it would change by fewer, every score with it is withheld, from here on.
    ///
    /// # Errors
    /// As [`Plan::scores`]; [`Fault::OtherPlan`] unless the plan is the edition after the one these are of;
    /// [`Fault::TooMany`] if a unit has more valid values than before.
    pub fn revise(&self, plan: &Plan<Id>, valid: &BTreeMap<Id, Counts>) -> Result<Self, Fault<Id>> {
        if plan.edition != self.edition + 1 || plan.tree != self.tree {
            return Err(Fault::OtherPlan);
        }
        let valid = plan.valid(valid)?;
        let mut next = Self { edition: plan.edition, blocks: plan.blocks.clone(), valid, ..self.clone() };
        let lost = self.valid.iter().zip(&next.valid).enumerate().map(|(unit, (old, new))| {
            old.less(new).ok_or_else(|| Fault::TooMany(self.tree.ids[unit].clone()))
        });
        let lost = lost.collect::<Result<Vec<Counts>, _>>()?;
        let mut shut = Vec::new();
        for (at, block) in
            plan.blocks.iter().enumerate().filter(|(at, block)| self.open[*at] && !block.withdrawn)
        {
            let (lost, left) = (block.sum(&lost), block.sum(&next.valid));
            let seen = Block {
                gender: block.gender.clone().and_then(|split| self.kept_split(at, By::Gender, split)),
                age: block.age.clone().and_then(|split| self.kept_split(at, By::Age, split)),
                ..block.clone()
            };
            if lost.answers() > 0 && !(apart(&seen, &lost, plan.rules()) && whole(&seen, &left, plan.rules()))
            {
                shut.push(at);
            }
        }
        for place in (0..self.whole.len()).filter(|place| self.whole[*place]) {
            let sum = |blocks: &[Block], valid: &[Counts]| -> u32 {
                let kept = self.rest[place].iter().map(|at| &blocks[*at]).filter(|block| !block.withdrawn);
                kept.map(|block| block.sum(valid).answers()).sum()
            };
            let (old, new) = (sum(&self.blocks, &self.valid), sum(&next.blocks, &next.valid));
            let enough = |n: u32| n == 0 || n >= plan.rules.k();
            if old != new && !(enough(old - new) && enough(new)) {
                shut.extend(&self.rest[place]);
            }
        }
        for at in shut {
            next.open[at] = false;
            next.splits.iter_mut().for_each(|split| split[at] = false);
            self.tree.up(self.blocks[at].level).for_each(|place| next.whole[place] = false);
        }
        Ok(next)
    }

    fn kept_split<T>(&self, at: usize, by: By, split: T) -> Result<T, Closed> {
        if self.splits[by as usize][at] { Ok(split) } else { Err(Closed::Together) }
    }

    /// Is what a place's score lets be worked out enough? Else the smallest score shown gives way, one with as few
    /// scores between it and the place as there is, and those with it.
    fn settle(&mut self, place: usize, sums: &[Counts], k: u32) {
        self.collect(place);
        let sum = |blocks: &[usize]| blocks.iter().map(|at| sums[*at].answers()).sum::<u32>();
        while (1..k).contains(&sum(&self.rest[place])) {
            let candidates = self.inside[place].iter().copied().filter(|at| self.open[*at]);
            let smallest =
                candidates.min_by_key(|at| (self.between(*at, place).count(), sums[*at].answers(), *at));
            let Some(at) = smallest else { return };
            self.open[at] = false;
            for between in self.between(at, place).collect::<Vec<_>>() {
                self.whole[between] = false;
            }
            for between in
                self.tree.up(self.blocks[at].level).take_while(|up| *up != place).collect::<Vec<_>>()
            {
                self.collect(between);
            }
            self.collect(place);
        }
        self.whole[place] = sum(&self.inside[place]) >= k;
    }

    fn collect(&mut self, place: usize) {
        let own = |at: &&usize| self.blocks[**at].level == place && !self.open[**at];
        let mut rest: Vec<usize> = self.inside[place].iter().filter(own).copied().collect();
        for child in &self.tree.children[place] {
            if !self.whole[*child] {
                rest.extend(&self.rest[*child]);
            }
        }
        self.rest[place] = rest;
    }

    /// Places below `place` whose shown score has the block in it.
    fn between(&self, at: usize, place: usize) -> impl Iterator<Item = usize> + '_ {
        self.tree.up(self.blocks[at].level).take_while(move |up| *up != place).filter(|up| self.whole[*up])
    }

    fn is_open(&self, which: impl Fn(&Block) -> bool) -> bool {
        self.blocks.iter().zip(&self.open).any(|(block, open)| *open && !block.withdrawn && which(block))
    }

    /// Every unit in the split of a place shows its own for this score.
    fn splits_open(&self, place: usize, by: By) -> bool {
        self.inside[place].iter().all(|at| {
            let block = &self.blocks[*at];
            block.withdrawn || block.split(by).is_err() || self.splits[by as usize][*at]
        })
    }
}
