//! A figure against what was agreed to be good enough.

use crate::estimate::Estimate;
use crate::fault::Fault;

/// Whether a target is reached, as far as the answers can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reached {
    /// The whole interval is at the target or above it.
    Reached,
    /// The whole interval is below the target.
    NotReached,
    /// The target is inside the interval, or there are too few valid answers.
    CannotTell,
}

impl Estimate {
    /// Is the target, of 0 to 1 for a share and of 0 to 100 for an index, reached? `k`: valid answers that it takes to tell
    /// ([`K`](crate::K) as a rule).
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] if the target is not on the scale.
    pub fn against(&self, target: f64, k: u32) -> Result<Reached, Fault> {
        let rounding = self.measure().rounding();
        if !(0.0..=self.measure().top()).contains(&target) {
            return Err(Fault::OutOfRange);
        }
        Ok(if self.n() < k {
            Reached::CannotTell
        } else if self.low() >= target - rounding {
            Reached::Reached
        } else if self.high() < target - rounding {
            Reached::NotReached
        } else {
            Reached::CannotTell
        })
    }
}
