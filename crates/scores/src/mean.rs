//! Many respondents' indices: their number, mean and spread, which is all that is ever asked of them.

use crate::fault::Fault;

/// Number, mean and sum of squared deviations of indices of 0 to 100. Means of groups that share nobody can be added in
/// any order, without the indices: Welford (1962) one by one, Chan, Golub and LeVeque (1983) group by group.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mean {
    n: u32,
    mean: f64,
    m2: f64,
}

impl Mean {
    /// Of nobody.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// From what [`Mean::parts`] gave.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] if no `n` indices of 0 to 100 have such a mean and such squares.
    pub fn of(n: u32, mean: f64, m2: f64) -> Result<Self, Fault> {
        let all = f64::from(n);
        // The most there can be is where everybody is at one end (Bhatia and Davis 2000); a hair is granted for rounding.
        let most = if n > 1 { all * mean * (100.0 - mean) + all * 1e-6 } else { 0.0 };
        let some = n > 0 || mean == 0.0;
        if some && (0.0..=100.0).contains(&mean) && (0.0..=most).contains(&m2) {
            Ok(Self { n, mean, m2 })
        } else {
            Err(Fault::OutOfRange)
        }
    }

    /// Of parts that are right but for the last digit.
    pub(crate) fn made(n: u32, mean: f64, m2: f64) -> Self {
        let m2 = if n > 1 { m2.max(0.0) } else { 0.0 };
        Self { n, mean: mean.clamp(0.0, 100.0), m2 }
    }

    /// One more respondent's index, 0 to 100.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`]; [`Fault::TooMany`]. Nothing is changed then.
    pub fn add(&mut self, index: f64) -> Result<(), Fault> {
        if !(0.0..=100.0).contains(&index) {
            return Err(Fault::OutOfRange);
        }
        let n = self.n.checked_add(1).ok_or(Fault::TooMany)?;
        let off = index - self.mean;
        let mean = self.mean + off / f64::from(n);
        *self = Self::made(n, mean, self.m2 + off * (index - mean));
        Ok(())
    }

    /// Another group that shares nobody with this one.
    ///
    /// # Errors
    /// [`Fault::TooMany`]. Nothing is changed then.
    pub fn merge(&mut self, other: &Self) -> Result<(), Fault> {
        let n = self.n.checked_add(other.n).ok_or(Fault::TooMany)?;
        if n > 0 {
            let [mine, theirs, all] = [self.n, other.n, n].map(f64::from);
            let off = other.mean - self.mean;
            let mean = self.mean + off * (theirs / all);
            *self = Self::made(n, mean, self.m2 + other.m2 + off * off * (mine / all) * theirs);
        }
        Ok(())
    }

    /// Number, mean and sum of squared deviations, to be kept and given to [`Mean::of`].
    #[must_use]
    pub fn parts(&self) -> (u32, f64, f64) {
        (self.n, self.mean, self.m2)
    }

    /// Respondents with a valid index.
    #[must_use]
    pub fn n(&self) -> u32 {
        self.n
    }

    /// The mean index, 0 to 100. `None` under `k` respondents ([`K`](crate::K) as a rule), and always without any.
    #[must_use]
    pub fn index(&self, k: u32) -> Option<f64> {
        (self.n > 0 && self.n >= k).then_some(self.mean)
    }

    /// The standard deviation of the respondents' indices in points, with `n - 1`. `None` with fewer than two.
    #[must_use]
    pub fn sd(&self) -> Option<f64> {
        (self.n > 1).then(|| (self.m2 / (f64::from(self.n) - 1.0)).sqrt())
    }
}
