//! The numbers a plan is decided by, and what can be wrong with what it is given.

use std::fmt;

/// Smallest numbers of answers, and how many age classes an evaluation has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    k: u32,
    split: u32,
    sensitive: u32,
    age_classes: u8,
}

impl Default for Rules {
    /// 15 answers for a figure, 15 in each class of a split, 50 for a sensitive item, three age classes.
    fn default() -> Self {
        Self { k: 15, split: 15, sensitive: 50, age_classes: 3 }
    }
}

impl Rules {
    /// `k` answers for a figure (2 or more), `split` in each class of a split and `sensitive` for a sensitive item
    /// (both `k` or more), `age_classes` 2 or 3, or 0 for no split by age.
    ///
    /// # Errors
    /// [`Fault::Rules`] outside these ranges: a split under `k` would break what the total promises.
    pub fn new<Id>(k: u32, split: u32, sensitive: u32, age_classes: u8) -> Result<Self, Fault<Id>> {
        if k < 2 || split < k || sensitive < k || !matches!(age_classes, 0 | 2 | 3) {
            return Err(Fault::Rules);
        }
        Ok(Self { k, split, sensitive, age_classes })
    }

    /// Answers a published figure has at least. No smaller group can be worked out from all figures together.
    #[must_use]
    pub fn k(&self) -> u32 {
        self.k
    }

    /// Answers each class of a published split has at least.
    #[must_use]
    pub fn split(&self) -> u32 {
        self.split
    }

    /// Answers a published figure of a sensitive item has at least.
    #[must_use]
    pub fn sensitive(&self) -> u32 {
        self.sensitive
    }

    /// 0 (no split by age), 2 or 3.
    #[must_use]
    pub fn age_classes(&self) -> u8 {
        self.age_classes
    }
}

/// Why no plan can be made of what was given. Nothing of it is for readers of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault<Id> {
    /// Numbers outside the ranges of [`Rules::new`].
    Rules,
    /// The unit is given twice.
    Twice(Id),
    /// The unit's parent is not among the units.
    NoParent(Id),
    /// There is no unit without a parent, or more than one.
    OneTop,
    /// The unit is below itself.
    Circle(Id),
    /// The unit may show sensitive items, and the one above it may not.
    NarrowAbove(Id),
    /// Answers of a unit that is not in the tree.
    NoUnit(Id),
    /// Answers in an age class that the evaluation does not have.
    AgeClass(Id),
    /// More answers set aside, or valid, than the unit has.
    TooMany(Id),
    /// The scores, or the plan, belong to another plan.
    OtherPlan,
}

impl<Id: fmt::Debug> fmt::Display for Fault<Id> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "no plan can be made: {self:?}")
    }
}

impl<Id: fmt::Debug> std::error::Error for Fault<Id> {}
