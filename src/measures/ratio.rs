//! Ratios of records to something that no record tells: what the work cost, how many young people live there.

use super::measure::Amount;
use crate::totals::Sums;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ratio {
    /// What was spent in a year ÷ hours of youth work.
    CostPerHour,
    /// Visits ÷ inhabitants × 1,000.
    Reach,
}

impl Ratio {
    pub const ALL: [Ratio; 2] = [Ratio::CostPerHour, Ratio::Reach];

    pub fn code(self) -> &'static str {
        match self {
            Ratio::CostPerHour => "cost_per_hour",
            Ratio::Reach => "reach",
        }
    }

    /// What the value counts: euros an hour, visits by 1,000 inhabitants.
    pub fn unit(self) -> &'static str {
        match self {
            Ratio::CostPerHour => "euro_per_hour",
            Ratio::Reach => "heads_per_thousand",
        }
    }

    /// The value for these sums beside cents, or inhabitants: the one place where it is computed.
    #[allow(clippy::cast_precision_loss)]
    pub fn of(self, beside: Option<i64>, sums: &Sums) -> Amount {
        let Some(beside) = beside else { return Amount::None };
        match self {
            Ratio::CostPerHour if sums.duration_min > 0 => {
                Amount::Ratio(beside as f64 / 100.0 / (sums.duration_min as f64 / 60.0))
            }
            Ratio::Reach if beside > 0 => Amount::Ratio(sums.visits() as f64 * 1000.0 / beside as f64),
            _ => Amount::None,
        }
    }
}
