//! What a plan hands out: groups of answers that may be published, and reasons for those that may not.

use std::collections::BTreeMap;

use crate::cell::{Cell, Mask};

/// A group of answers that a plan lets be published. Only a plan makes one: a figure that is worked out from a
/// `&Group` cannot be about anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<Id> {
    pub(crate) edition: u32,
    pub(crate) place: Id,
    pub(crate) part: Part,
    pub(crate) class: Option<Class>,
    pub(crate) takes: BTreeMap<Id, Mask>,
    pub(crate) answers: u32,
}

/// Which answers at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// All of the place and below it, but for those few that count only further up, or nowhere.
    Whole,
    /// Those given at the place itself; the same as `Whole` where nothing is below it.
    Itself,
    /// Those of the places that were too small by themselves: "other centres together".
    Together,
    /// Those of `Whole` that a split leaves out.
    NotSplit(By),
}

/// What a split is by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    Gender,
    Age,
}

/// A class of a split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Girls, and half of those who are neither girl nor boy, who were too few for a class of their own.
    GirlsPlus,
    /// Boys, and the other half.
    BoysPlus,
    Girls,
    Boys,
    /// Non-binary, and those who did not state a gender.
    Others,
    /// An age class (0, 1 or 2), and some of those who stated no age, who were too few for a class of their own.
    AgePlus(u8),
    /// An age class: 0, 1 or 2.
    Age(u8),
    AgeNotStated,
}

impl Class {
    /// Which split it is a class of.
    #[must_use]
    pub fn by(self) -> By {
        match self {
            Self::GirlsPlus | Self::BoysPlus | Self::Girls | Self::Boys | Self::Others => By::Gender,
            Self::AgePlus(_) | Self::Age(_) | Self::AgeNotStated => By::Age,
        }
    }
}

impl<Id: Ord> Group<Id> {
    /// Where the group is shown.
    #[must_use]
    pub fn place(&self) -> &Id {
        &self.place
    }

    #[must_use]
    pub fn part(&self) -> Part {
        self.part
    }

    /// Of which edition: a figure of it is of the answers that this one has, without what it set aside.
    #[must_use]
    pub fn edition(&self) -> u32 {
        self.edition
    }

    /// `None` for all answers.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        self.class
    }

    /// Answers in the group.
    #[must_use]
    pub fn answers(&self) -> u32 {
        self.answers
    }

    /// Units whose answers, or some of them, are in the group, by id.
    pub fn units(&self) -> impl Iterator<Item = &Id> {
        self.takes.keys()
    }

    /// Is an answer of this unit and cell in the group?
    #[must_use]
    pub fn takes(&self, unit: &Id, cell: Cell) -> bool {
        self.takes.get(unit).is_some_and(|mask| mask & cell.bit() != 0)
    }

    /// May a change be shown between this and last year's group? Only between the same kind of group of the same
    /// place: "girls+" this year and "girls" last year are not the same. That both plans hand it out is in the types.
    #[must_use]
    pub fn comparable(&self, last: &Self) -> bool {
        (&self.place, self.part, self.class) == (&last.place, last.part, last.class)
    }
}

/// A group whose figures of sensitive items may be shown: a type of its own, so that no other is taken for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SensitiveGroup<Id>(pub(crate) Group<Id>);

impl<Id: Ord> SensitiveGroup<Id> {
    #[must_use]
    pub fn place(&self) -> &Id {
        &self.0.place
    }

    #[must_use]
    pub fn edition(&self) -> u32 {
        self.0.edition
    }

    /// `Whole`, or `Together`: what was too small by itself further down, shown together.
    #[must_use]
    pub fn part(&self) -> Part {
        self.0.part
    }

    #[must_use]
    pub fn answers(&self) -> u32 {
        self.0.answers
    }

    pub fn units(&self) -> impl Iterator<Item = &Id> {
        self.0.takes.keys()
    }

    #[must_use]
    pub fn takes(&self, unit: &Id, cell: Cell) -> bool {
        self.0.takes(unit, cell)
    }

    /// As [`Group::comparable`].
    #[must_use]
    pub fn comparable(&self, last: &Self) -> bool {
        self.0.comparable(&last.0)
    }
}

/// A split of a place's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split<Id> {
    /// In order, without those nobody can be in.
    pub classes: Vec<Group<Id>>,
    /// The place's answers in no class, because their units show no split.
    pub not_split: Option<Group<Id>>,
}

/// A figure's place in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure<Shown, Id> {
    Shown(Shown),
    Withheld(Withheld<Id>),
}

impl<Shown, Id> Figure<Shown, Id> {
    #[must_use]
    pub fn shown(self) -> Option<Shown> {
        match self {
            Self::Shown(shown) => Some(shown),
            Self::Withheld(_) => None,
        }
    }
}

/// Which rule withholds a figure, and what it would take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld<Id> {
    pub why: Why<Id>,
    /// The fewest further answers that could open it. Of splits rounded up to whole fives: the exact number would tell
    /// how small a small class is. `None` where no number of answers would.
    pub wants: Option<u32>,
}

/// The rule that withholds a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Why<Id> {
    /// Fewer than [`Rules::k`](crate::Rules::k), or [`Rules::sensitive`](crate::Rules::sensitive), answers. Where they
    /// are counted instead: in that place's "other centres together", or, if `None`, nowhere.
    FewAnswers { counted: Option<Id> },
    /// The place's own total is not shown, so neither is a split of it.
    NoTotal,
    /// A class would have fewer than [`Rules::split`](crate::Rules::split) answers. Which one is not said.
    SmallClass,
    /// Each class is large enough, but beside the split by gender it would give away a small group.
    BesideGender,
    /// None of the places below shows the split.
    NoSplitBelow,
    /// The evaluation has no age classes.
    NoAgeClasses,
    /// Sensitive items are not shown this far down.
    NotWide,
    /// A new edition changed it by too few answers to be shown beside the old one.
    Withdrawn,
}
