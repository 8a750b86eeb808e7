//! Where figures of a unit are read: its address, by which tree, and through whose branch.

use crate::measures::{Length, Measure, Period, Tree};

/// `period=month&date=2026-10-01` or `from=…&to=…`: the same for everybody who is sent it.
pub fn query(period: &Period) -> String {
    match period.length {
        Length::Own => format!("from={}&to={}", period.from, period.last()),
        length => format!("period={}&date={}", length.code(), period.from),
    }
}

#[derive(Clone, Debug)]
pub struct Door {
    /// Of the unit's overview.
    pub address: String,
    pub tree: Tree,
    /// Codes of units: only days on which they stood directly above it, the last one nearest, count.
    pub within: Vec<String>,
}

impl Door {
    /// What the address says besides the period, as (name, value).
    pub fn kept(&self) -> Vec<(&'static str, String)> {
        let tree = (self.tree != Tree::Then).then(|| ("tree", self.tree.code().to_owned()));
        let within = (!self.within.is_empty()).then(|| ("within", self.within.join(",")));
        tree.into_iter().chain(within).collect()
    }

    fn asked(&self, period: &Period) -> String {
        let kept = self.kept().into_iter().map(|(name, value)| format!("&{name}={value}"));
        format!("{}{}", query(period), kept.collect::<String>())
    }

    /// The overview of a period.
    pub fn overview(&self, period: &Period) -> String {
        format!("{}?{}", self.address, self.asked(period))
    }

    /// A figure of a period, opened.
    pub fn figures(&self, measure: Measure, period: &Period) -> String {
        format!("{}/figures?measure={}&{}", self.address, measure.code(), self.asked(period))
    }
}
