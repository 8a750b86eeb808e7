//! Everybody's answers to one item, counted.

use crate::estimate::Estimate;
use crate::fault::Fault;
use crate::mean::Mean;
use crate::scale::{Answer, Item, Score};

const MOST_STEPS: usize = 5;

/// How many of a group gave which answer to one item. Everybody is in exactly one of its numbers, so tallies of groups
/// that share nobody can be added, in any order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    item: Item,
    /// By step as it was chosen; steps that the scale does not have stay 0.
    steps: [u32; MOST_STEPS],
    dont_know: u32,
    unanswered: u32,
    not_asked: u32,
}

impl Tally {
    /// Of nobody.
    #[must_use]
    pub fn new(item: Item) -> Self {
        Self { item, steps: [0; MOST_STEPS], dont_know: 0, unanswered: 0, not_asked: 0 }
    }

    /// From numbers that were counted elsewhere: by step as it was chosen, then those without a valid answer.
    ///
    /// # Errors
    /// [`Fault::NoStep`] unless there is one number for each step of the scale; [`Fault::TooMany`] if the sum is more than
    /// a `u32` counts.
    pub fn of(
        item: Item,
        steps: &[u32],
        dont_know: u32,
        unanswered: u32,
        not_asked: u32,
    ) -> Result<Self, Fault> {
        if steps.len() != usize::from(item.scale.steps()) {
            return Err(Fault::NoStep);
        }
        let mut tally = Self { dont_know, unanswered, not_asked, ..Self::new(item) };
        tally.steps[..steps.len()].copy_from_slice(steps);
        let mut all = steps.iter().copied().chain([dont_know, unanswered, not_asked]);
        all.try_fold(0_u32, |sum, n| sum.checked_add(n)).ok_or(Fault::TooMany)?;
        Ok(tally)
    }

    /// One more respondent.
    ///
    /// # Errors
    /// [`Fault::OtherItem`] if the score is of an item scored differently; [`Fault::TooMany`]. Nothing is changed then.
    pub fn add(&mut self, answer: Answer) -> Result<(), Fault> {
        let full = self.n() == u32::MAX;
        let count = match answer {
            Answer::Scored(score) if score.item() == self.item => &mut self.steps[usize::from(score.step())],
            Answer::Scored(_) => return Err(Fault::OtherItem),
            Answer::DontKnow => &mut self.dont_know,
            Answer::Unanswered => &mut self.unanswered,
            Answer::NotAsked => &mut self.not_asked,
        };
        if full {
            return Err(Fault::TooMany);
        }
        *count += 1;
        Ok(())
    }

    /// Another group that shares nobody with this one.
    ///
    /// # Errors
    /// [`Fault::OtherItem`] if its item is scored differently; [`Fault::TooMany`]. Nothing is changed then.
    pub fn merge(&mut self, other: &Self) -> Result<(), Fault> {
        if self.item != other.item {
            return Err(Fault::OtherItem);
        }
        self.n().checked_add(other.n()).ok_or(Fault::TooMany)?;
        self.steps.iter_mut().zip(other.steps).for_each(|(mine, more)| *mine += more);
        self.dont_know += other.dont_know;
        self.unanswered += other.unanswered;
        self.not_asked += other.not_asked;
        Ok(())
    }

    /// What was asked.
    #[must_use]
    pub fn item(&self) -> Item {
        self.item
    }

    /// Respondents by the step they chose, from step 0, not turned.
    #[must_use]
    pub fn steps(&self) -> &[u32] {
        &self.steps[..usize::from(self.item.scale.steps())]
    }

    /// Who chose "don't know".
    #[must_use]
    pub fn dont_know(&self) -> u32 {
        self.dont_know
    }

    /// Who was asked and left it.
    #[must_use]
    pub fn unanswered(&self) -> u32 {
        self.unanswered
    }

    /// Who was not asked, by a condition.
    #[must_use]
    pub fn not_asked(&self) -> u32 {
        self.not_asked
    }

    /// Everybody in the group, asked or not.
    #[must_use]
    pub fn n(&self) -> u32 {
        self.valid() + self.dont_know + self.unanswered + self.not_asked
    }

    /// Who chose a step.
    #[must_use]
    pub fn valid(&self) -> u32 {
        self.steps.iter().sum()
    }

    /// Of the valid answers the positive ones ([`Score::positive`]).
    #[must_use]
    pub fn positive(&self) -> u32 {
        self.counted().filter(|(score, _)| score.positive()).map(|(_, n)| n).sum()
    }

    /// The positive ones' share of the valid answers, 0 to 1. `None` under `k` valid ones ([`K`](crate::K) as a rule), and
    /// always without any.
    #[must_use]
    pub fn share(&self, k: u32) -> Option<f64> {
        let valid = self.valid();
        (valid > 0 && valid >= k).then(|| f64::from(self.positive()) / f64::from(valid))
    }

    /// The mean index of the valid answers, 0 to 100. `None` as [`Tally::share`].
    #[must_use]
    pub fn index(&self, k: u32) -> Option<f64> {
        self.mean().index(k)
    }

    /// The valid answers' indices, as if each had been added one by one.
    #[must_use]
    pub fn mean(&self) -> Mean {
        let valid = self.valid();
        if valid == 0 {
            return Mean::new();
        }
        // In whole steps as long as possible, so that the mean is as exact as the numbers are.
        let heights: u64 = self.counted().map(|(score, n)| u64::from(score.height()) * u64::from(n)).sum();
        let mean = heights as f64 * 100.0 / (f64::from(valid) * f64::from(self.item.top()));
        let squares = self.counted().map(|(score, n)| f64::from(n) * (score.index() - mean).powi(2)).sum();
        Mean::made(valid, mean, squares)
    }

    /// The share with its interval, of however few: ask [`Tally::share`] whether to show it. `population`: how many there
    /// are to whom the item applies, if that is known.
    #[must_use]
    pub fn share_estimate(&self, population: Option<u32>) -> Option<Estimate> {
        Estimate::share(self.positive(), self.valid(), population)
    }

    /// The mean index with its interval, as [`Tally::share_estimate`].
    #[must_use]
    pub fn index_estimate(&self, population: Option<u32>) -> Option<Estimate> {
        Estimate::mean(&self.mean(), population)
    }

    fn counted(&self) -> impl Iterator<Item = (Score, u32)> {
        self.item.scores().zip(self.steps)
    }
}
