//! From a chosen step to an index of 0 to 100.

use crate::fault::Fault;

/// The scales that are scored. Step 0 is the least agreement, or "no".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// 0 is "no", 1 is "yes".
    YesNo,
    /// Four steps, no middle.
    Agree4,
    /// Five steps, step 2 is the middle.
    Agree5,
}

impl Scale {
    /// How many steps there are: 2, 4 or 5.
    #[must_use]
    pub fn steps(self) -> u8 {
        match self {
            Self::YesNo => 2,
            Self::Agree4 => 4,
            Self::Agree5 => 5,
        }
    }

    fn top(self) -> u8 {
        self.steps() - 1
    }
}

/// How an item is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// What respondents choose from.
    pub scale: Scale,
    /// Agreeing is bad ("I was bored"): scored from the other end.
    pub reversed: bool,
}

impl Item {
    /// The score of a chosen step, counted from 0 as the respondent saw the scale, before any turning.
    ///
    /// # Errors
    /// [`Fault::NoStep`] if the scale has no such step.
    pub fn score(self, step: u8) -> Result<Score, Fault> {
        if step < self.scale.steps() { Ok(Score { item: self, step }) } else { Err(Fault::NoStep) }
    }

    /// Every score there is, by step.
    pub(crate) fn scores(self) -> impl Iterator<Item = Score> {
        (0..self.scale.steps()).map(move |step| Score { item: self, step })
    }

    /// The height that counts as index 100.
    pub(crate) fn top(self) -> u8 {
        self.scale.top()
    }
}

/// A valid answer to one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score {
    item: Item,
    step: u8,
}

impl Score {
    /// The item that this is an answer to.
    #[must_use]
    pub fn item(self) -> Item {
        self.item
    }

    /// The step that was chosen, from 0, not turned.
    #[must_use]
    pub fn step(self) -> u8 {
        self.step
    }

    /// 0 to 100: `(score - min) / (max - min) × 100`, a reversed item turned.
    #[must_use]
    pub fn index(self) -> f64 {
        f64::from(self.height()) * 100.0 / f64::from(self.item.top())
    }

    /// One of the two highest of five or of four, or "yes"; of a reversed item the other end.
    #[must_use]
    pub fn positive(self) -> bool {
        let highest = match self.item.scale {
            Scale::YesNo => 1,
            Scale::Agree4 | Scale::Agree5 => 2,
        };
        self.height() + highest > self.item.top()
    }

    /// Steps above the worst there is.
    pub(crate) fn height(self) -> u8 {
        if self.item.reversed { self.item.top() - self.step } else { self.step }
    }
}

/// What one respondent did with one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Chose a step: a valid answer.
    Scored(Score),
    /// Chose "don't know": answered, but not valid.
    DontKnow,
    /// Was asked and left it.
    Unanswered,
    /// Was not asked, by a condition.
    NotAsked,
}
