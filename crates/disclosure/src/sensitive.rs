//! Sensitive items: shown for municipalities and above, of more answers, and never split.
//!
//! The same pooling up once more, with whole blocks for answers: what is not enough at a municipality waits for the
//! next place up. Published totals of sensitive items are unions of these wider blocks, and so is every difference.

use crate::block::Block;
use crate::cell::Counts;
use crate::group::{Figure, Part, SensitiveGroup, Why, Withheld};
use crate::plan::Plan;
use crate::rules::Rules;
use crate::tree::Tree;

/// Blocks by index, enough together for a sensitive item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wide {
    pub blocks: Vec<usize>,
    pub level: usize,
    pub withdrawn: bool,
}

pub(crate) fn pool_wide<Id>(
    tree: &Tree<Id>,
    counts: &[Counts],
    blocks: &[Block],
    rules: &Rules,
) -> Vec<Wide> {
    let mut wide = Vec::new();
    let mut waiting: Vec<Vec<usize>> = vec![Vec::new(); tree.ids.len()];
    for (at, block) in blocks.iter().enumerate() {
        waiting[block.level].push(at);
    }
    for &at in &tree.upwards {
        let mut together = std::mem::take(&mut waiting[at]);
        together.sort_unstable();
        let answers: u32 = together.iter().map(|block| blocks[*block].sum(counts).answers()).sum();
        if tree.wide[at] && answers >= rules.sensitive() {
            wide.push(Wide { blocks: together, level: at, withdrawn: false });
        } else if let Some(parent) = tree.parent[at] {
            waiting[parent].extend(together);
        }
    }
    wide
}

impl<Id: Ord + Clone> Plan<Id> {
    /// The figure of a sensitive item. `None` if the place is not in the tree.
    #[must_use]
    pub fn sensitive(&self, place: &Id) -> Option<Figure<SensitiveGroup<Id>, Id>> {
        let at = self.tree.find(place)?;
        if !self.tree.wide[at] {
            return Some(Figure::Withheld(Withheld { why: Why::NotWide, wants: None }));
        }
        let all: Vec<&Wide> =
            self.wide.iter().filter(|wide| self.tree.up(wide.level).any(|up| up == at)).collect();
        let kept: Vec<&Wide> = all.iter().copied().filter(|wide| !wide.withdrawn).collect();
        if !kept.is_empty() {
            return Some(Figure::Shown(self.widely(at, Part::Whole, &kept)));
        }
        if !all.is_empty() {
            return Some(Figure::Withheld(Withheld { why: Why::Withdrawn, wants: None }));
        }
        let answers: u32 = self.kept(at).iter().map(|block| block.sum(&self.counts).answers()).sum();
        let counted = (self.wide.iter())
            .find(|wide| !wide.withdrawn && wide.blocks.iter().any(|block| self.inside[at].contains(block)))
            .map(|wide| self.tree.ids[wide.level].clone());
        let wants = Some(self.rules.sensitive().saturating_sub(answers));
        Some(Figure::Withheld(Withheld { why: Why::FewAnswers { counted }, wants }))
    }

    /// What is too small for a sensitive item further down, together at this place.
    #[must_use]
    pub fn sensitive_together(&self, place: &Id) -> Option<SensitiveGroup<Id>> {
        let at = self.tree.find(place)?;
        let wide = self.wide.iter().find(|wide| wide.level == at && !wide.withdrawn)?;
        Some(self.widely(at, Part::Together, &[wide]))
    }

    /// Every group whose figures of sensitive items may be published.
    #[must_use]
    pub fn sensitive_groups(&self) -> Vec<SensitiveGroup<Id>> {
        let places = &self.tree.ids;
        let totals = places.iter().filter_map(|place| self.sensitive(place)?.shown());
        totals.chain(places.iter().filter_map(|place| self.sensitive_together(place))).collect()
    }

    fn widely(&self, at: usize, part: Part, wide: &[&Wide]) -> SensitiveGroup<Id> {
        let blocks: Vec<&Block> = (wide.iter().flat_map(|wide| &wide.blocks))
            .map(|block| &self.blocks[*block])
            .filter(|block| !block.withdrawn)
            .collect();
        SensitiveGroup(self.group(at, part, None, self.everyone(&blocks)))
    }
}
