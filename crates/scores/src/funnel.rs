//! Which units stand out among many of different sizes.

use crate::estimate::Measure;
use crate::mean::Mean;
use crate::quantile::{t, z};

/// How rarely a unit that is like all others lies outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 95 %: one in twenty.
    P95,
    /// 99.8 %: one in five hundred.
    P998,
}

impl Level {
    /// Where the upper limit lies in the distribution.
    pub(crate) fn quantile(self) -> f64 {
        match self {
            Self::P95 => 0.975,
            Self::P998 => 0.999,
        }
    }
}

/// Where a unit lies: of two limits the wider one that it is outside of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Position {
    /// Within the 95 % limits: no different from all than chance makes units of its size.
    Inside,
    /// Above the limit of this level.
    Above(Level),
    /// Below the limit of this level.
    Below(Level),
}

/// The limits around an overall value within which a unit of `n` respondents lies by chance (Spiegelhalter 2005).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Funnel {
    measure: Measure,
    centre: f64,
    error: f64,
    reach: [f64; 2],
}

impl Funnel {
    /// Around an overall share, for a unit of `n` valid answers: `p ± z × sqrt(p × (1 - p) / n)`.
    ///
    /// `None` with `n` = 0, and if the share is not of 0 to 1.
    #[must_use]
    pub fn share(overall: f64, n: u32) -> Option<Self> {
        let error = (overall * (1.0 - overall) / f64::from(n)).sqrt();
        let reach = [Level::P95, Level::P998].map(|level| z(level.quantile()));
        let fits = n > 0 && (0.0..=1.0).contains(&overall);
        fits.then_some(Self { measure: Measure::Share, centre: overall, error, reach })
    }

    /// Around the mean of everybody's indices, for a unit of `n` respondents: `m ± t × sd / sqrt(n)`, with everybody's
    /// standard deviation and its degrees of freedom, which make t the normal quantile where they are many.
    ///
    /// `None` with `n` = 0, and of fewer than two respondents overall.
    #[must_use]
    pub fn mean(overall: &Mean, n: u32) -> Option<Self> {
        let (all, centre, _) = overall.parts();
        if n == 0 {
            return None;
        }
        let error = overall.sd()? / f64::from(n).sqrt();
        let degrees = all.checked_sub(1)?;
        let reach = [t(Level::P95.quantile(), degrees)?, t(Level::P998.quantile(), degrees)?];
        Some(Self { measure: Measure::Index, centre, error, reach })
    }

    /// The overall value.
    #[must_use]
    pub fn centre(&self) -> f64 {
        self.centre
    }

    /// Lower and upper limit, cut off where the scale ends.
    #[must_use]
    pub fn limits(&self, level: Level) -> (f64, f64) {
        let half = self.error * self.reach[level as usize];
        ((self.centre - half).max(0.0), (self.centre + half).min(self.measure.top()))
    }

    /// Where a unit of this funnel's `n` lies; on a limit is inside. `None` if the value is not on the scale.
    #[must_use]
    pub fn position(&self, value: f64) -> Option<Position> {
        if !(0.0..=self.measure.top()).contains(&value) {
            return None;
        }
        let rounding = self.measure.rounding();
        let outside = [Level::P998, Level::P95].into_iter().find_map(|level| {
            let (low, high) = self.limits(level);
            if value > high + rounding {
                Some(Position::Above(level))
            } else if value < low - rounding {
                Some(Position::Below(level))
            } else {
                None
            }
        });
        Some(outside.unwrap_or(Position::Inside))
    }
}
