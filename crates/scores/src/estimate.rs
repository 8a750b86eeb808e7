//! A figure and the interval around it.

use crate::funnel::Level;
use crate::mean::Mean;
use crate::quantile::{t, z};

/// What a value is of, and so how far its scale reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// A fraction, 0 to 1.
    Share,
    /// A mean index in points, 0 to 100.
    Index,
}

impl Measure {
    /// Where the scale ends: 1 or 100.
    #[must_use]
    pub fn top(self) -> f64 {
        match self {
            Self::Share => 1.0,
            Self::Index => 100.0,
        }
    }

    /// Differences that come from adding up in another order, and from nothing else.
    pub(crate) fn rounding(self) -> f64 {
        self.top() * 1e-9
    }
}

/// A share or a mean index with its 95 % interval, in the unit of its [`Measure`].
///
/// Always: `0 <= low <= value <= high <= top`. Of a finite population that answered whole, `low = value = high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    measure: Measure,
    n: u32,
    value: f64,
    low: f64,
    high: f64,
}

impl Estimate {
    /// The share of `positive` among `valid` answers, with Wilson's (1927) score interval. Of a known `population` at least
    /// as large as `valid`, the interval is that of `valid × (N - 1) / (N - valid)` answers; a smaller one cannot be right
    /// and is taken as not known.
    ///
    /// `None` of nobody, and if there are more positive than valid answers.
    #[must_use]
    pub fn share(positive: u32, valid: u32, population: Option<u32>) -> Option<Self> {
        if valid == 0 || positive > valid {
            return None;
        }
        let n = f64::from(valid);
        let share = f64::from(positive) / n;
        let size = match known(valid, population) {
            Some(all) if all == valid => {
                return Some(Self::around(Measure::Share, valid, share, share, share));
            }
            Some(all) => n * (f64::from(all) - 1.0) / f64::from(all - valid),
            None => n,
        };
        let z = z(Level::P95.quantile());
        let shrink = 1.0 + z * z / size;
        let centre = (share + z * z / (2.0 * size)) / shrink;
        let half = z / shrink * (share * (1.0 - share) / size + z * z / (4.0 * size * size)).sqrt();
        Some(Self::around(Measure::Share, valid, share, centre - half, centre + half))
    }

    /// The mean of respondents' indices, with the t-interval of `n - 1` degrees of freedom, cut off at 0 and 100. Of a known
    /// `population` at least as large as `n`, the standard error is times `sqrt((N - n) / (N - 1))`; a smaller one cannot be
    /// right and is taken as not known.
    ///
    /// `None` of nobody, and of one respondent unless there is no other.
    #[must_use]
    pub fn mean(mean: &Mean, population: Option<u32>) -> Option<Self> {
        let (n, value, _) = mean.parts();
        let left = match known(n, population) {
            _ if n == 0 => return None,
            Some(all) if all == n => return Some(Self::around(Measure::Index, n, value, value, value)),
            Some(all) => f64::from(all - n) / (f64::from(all) - 1.0),
            None => 1.0,
        };
        let half = t(Level::P95.quantile(), n - 1)? * mean.sd()? * (left / f64::from(n)).sqrt();
        Some(Self::around(Measure::Index, n, value, value - half, value + half))
    }

    fn around(measure: Measure, n: u32, value: f64, low: f64, high: f64) -> Self {
        Self { measure, n, value, low: low.max(0.0).min(value), high: high.min(measure.top()).max(value) }
    }

    /// A share or an index.
    #[must_use]
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// Valid answers, or respondents with a valid index.
    #[must_use]
    pub fn n(&self) -> u32 {
        self.n
    }

    /// The figure itself.
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
}

/// The population, if it can be right.
fn known(n: u32, population: Option<u32>) -> Option<u32> {
    population.filter(|all| *all >= n)
}
