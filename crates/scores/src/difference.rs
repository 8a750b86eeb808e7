//! Two groups side by side.

use crate::estimate::{Estimate, Measure};
use crate::fault::Fault;

/// How one group's figure lies to another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// More than chance: the whole interval is above 0.
    Higher,
    /// More than chance: the whole interval is below 0.
    Lower,
    /// The interval holds 0. This does not say that both are the same.
    NotMoreThanChance,
    /// A side has fewer valid answers than were asked for, so nothing is said.
    TooFew,
}

/// The first figure less the second, with its 95 % interval by Newcombe's (1998) square-and-add from the two intervals
/// (his method 10 for shares; Zou and Donner 2008 for means), in the unit of the [`Measure`].
///
/// The groups must share nobody: not a unit and its own municipality, and not the same young people twice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    value: f64,
    low: f64,
    high: f64,
    verdict: Verdict,
}

impl Difference {
    /// `first` less `second`. `k`: valid answers that each side must have for a verdict ([`K`](crate::K) as a rule).
    ///
    /// # Errors
    /// [`Fault::Unlike`] if one is a share and the other an index.
    pub fn between(first: &Estimate, second: &Estimate, k: u32) -> Result<Self, Fault> {
        let measure = first.measure();
        if measure != second.measure() {
            return Err(Fault::Unlike);
        }
        let value = first.value() - second.value();
        let down = (first.value() - first.low()).hypot(second.high() - second.value());
        let up = (first.high() - first.value()).hypot(second.value() - second.low());
        let (low, high) = ((value - down).max(-measure.top()), (value + up).min(measure.top()));
        let few = first.n() < k || second.n() < k;
        Ok(Self {
            value,
            low,
            high,
            verdict: if few { Verdict::TooFew } else { verdict(measure, low, high) },
        })
    }

    /// `first` less `second`.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.value
    }

    /// The lower end of the interval.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.low
    }

    /// The upper end of the interval.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.high
    }

    /// Whether the difference is more than chance.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }
}

/// Intervals of two populations that answered whole have no width: the last digit must not decide then.
fn verdict(measure: Measure, low: f64, high: f64) -> Verdict {
    if low > measure.rounding() {
        Verdict::Higher
    } else if high < -measure.rounding() {
        Verdict::Lower
    } else {
        Verdict::NotMoreThanChance
    }
}

/// How many of so many comparisons would look like more than chance if there were no differences at all: one in twenty.
#[must_use]
pub fn by_chance(comparisons: u32) -> f64 {
    f64::from(comparisons) / 20.0
}
