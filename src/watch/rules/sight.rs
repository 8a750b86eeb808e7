//! Who sees a finding, and when: those who record first, for they know the answer.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::finding::Finding;

/// For so many days after it was first shown to them a finding is with those who record there.
pub const FIRST: u64 = 7;
/// Where it was never shown to them, for so many days since it could be known.
pub const UNTOLD: u64 = 14;

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Eyes {
    pub person: Uuid,
    /// Records there.
    pub records: bool,
    /// Watches over it: a mentor, a coordinator.
    pub watches: bool,
    /// Sees hours of staff.
    pub sees_staff: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// To be shown.
    Shown,
    /// Still with those who record there.
    TheirsFirst,
    /// Not for these eyes.
    NotTheirs,
}

/// `quiet` where nothing was recorded in the unit for [`FIRST`] days: then nobody is there to be shown it first.
pub fn sight(
    finding: &Finding,
    told_on: Option<NaiveDate>,
    eyes: Eyes,
    today: NaiveDate,
    quiet: bool,
) -> Sight {
    let own = finding.authors.contains(&eyes.person);
    if !eyes.records && !eyes.watches || finding.is_of_staff() && !eyes.sees_staff && !own {
        return Sight::NotTheirs;
    }
    let over = |since: NaiveDate, days: u64| since + Days::new(days) <= today;
    let waited = told_on.map_or_else(|| over(finding.known_on, UNTOLD), |told| over(told, FIRST));
    if !eyes.watches || own || quiet || waited { Sight::Shown } else { Sight::TheirsFirst }
}
