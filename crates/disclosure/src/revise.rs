//! A later edition: batches of answers set aside after closing.
//!
//! Who kept the first edition sees both. So blocks, classes and the placing of answers stay as they were decided, and a
//! block that lost answers is shown on only if what it lost, and what is left, could each be published: then old and new
//! rows together tell no more than the rows of two blocks. Else the block is withdrawn from every level; what it lost is
//! then in no difference, for nothing of the block is in the new edition.

use std::collections::BTreeMap;

use crate::block::Block;
use crate::cell::Counts;
use crate::plan::Plan;
use crate::rules::{Fault, Rules};
use crate::sensitive::Wide;
use crate::trace;

/// A later edition, and whom it costs what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision<Id> {
    pub plan: Plan<Id>,
    /// Units whose answers were in the edition before and are in no figure of this one, by id. Ask before it is released:
    /// it cannot be taken back, and to set nothing aside may be the lesser evil.
    pub withdrawn: Vec<Id>,
}

impl<Id: Ord + Clone> Plan<Id> {
    /// The next edition, without the answers of the batches set aside since this one: per unit the sum over whole
    /// batches, of complete answers. What an earlier edition set aside cannot be brought back.
    ///
    /// # Errors
    /// A unit that is not in the tree; more set aside than there is.
    pub fn revise(&self, aside: &BTreeMap<Id, Counts>) -> Result<Revision<Id>, Fault<Id>> {
        let aside = self.tree.spread(aside)?;
        let mut next = self.clone();
        next.edition += 1;
        for (unit, (counts, aside)) in next.counts.iter_mut().zip(&aside).enumerate() {
            *counts = counts.less(aside).ok_or_else(|| Fault::TooMany(self.tree.ids[unit].clone()))?;
        }
        let mut withdrawn = Vec::new();
        for block in next.blocks.iter_mut().filter(|block| !block.withdrawn) {
            let (lost, left) = (block.sum(&aside), block.sum(&next.counts));
            if lost.answers() > 0 && !(apart(block, &lost, &self.rules) && whole(block, &left, &self.rules)) {
                block.withdrawn = true;
                withdrawn.extend(block.units.iter().map(|unit| self.tree.ids[*unit].clone()));
            }
        }
        for (wide, old) in next.wide.iter_mut().zip(&self.wide).filter(|(wide, _)| !wide.withdrawn) {
            let (before, now) = (answers(old, self), answers_of(old, &next.blocks, &next.counts));
            let enough = |n: u32| n >= self.rules.sensitive();
            wide.withdrawn = before != now && !(enough(before - now) && enough(now));
        }
        withdrawn.sort_unstable();
        Ok(Revision { plan: next, withdrawn })
    }
}

/// Can what a block lost be told by the rows of both editions? Everything in it may be.
pub(crate) fn apart(block: &Block, lost: &Counts, rules: &Rules) -> bool {
    trace::smallest(&block.table(lost)).is_none_or(|few| few >= rules.k())
}

/// Can the block be shown as it was? Every class has what a class must have.
pub(crate) fn whole(block: &Block, left: &Counts, rules: &Rules) -> bool {
    let classes = [&block.gender, &block.age].into_iter().flatten().flatten();
    left.answers() >= rules.k()
        && classes.into_iter().all(|(_, mask)| left.within(*mask) >= rules.split())
        && apart(block, left, rules)
}

fn answers<Id>(wide: &Wide, plan: &Plan<Id>) -> u32 {
    answers_of(wide, &plan.blocks, &plan.counts)
}

fn answers_of(wide: &Wide, blocks: &[Block], counts: &[Counts]) -> u32 {
    let kept = wide.blocks.iter().map(|block| &blocks[*block]).filter(|block| !block.withdrawn);
    kept.map(|block| block.sum(counts).answers()).sum()
}
