//! What is looked for in records, each rule over plain values. Thresholds and their reasons: `docs/watching.md`.

mod binomial;
mod coverage;
mod doubled;
mod finding;
mod heaping;
mod hours;
mod jump;
mod same;
mod sight;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

pub use coverage::{State, Week, weeks};
pub use doubled::{alike, at_once, doubled};
pub use finding::{Amount, Finding, Subject, What};
pub use heaping::heaping;
pub use hours::hours;
pub use jump::{Month, jumps};
pub use same::same;
#[cfg(test)]
pub use sight::UNTOLD;
pub use sight::{Eyes, FIRST, Sight, sight};

#[cfg(test)]
pub use binomial::tail;
#[cfg(test)]
pub use heaping::is_heaped;

use crate::vocabulary::Kind;

/// One entry, as far as it is looked at here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub id: Uuid,
    pub unit_id: Uuid,
    pub activity_id: Uuid,
    pub kind: Kind,
    /// Else it was called off.
    pub held: bool,
    pub date: NaiveDate,
    pub start_min: Option<i64>,
    pub duration_min: i64,
    /// Creators, participants, audience; none is not counted.
    pub heads: [Option<i64>; 3],
    pub staff_count: Option<i64>,
    pub staff_min: Option<i64>,
    /// Heads were counted one by one, by what the entry says.
    pub counted: bool,
    pub copied: bool,
    /// One day of several in a row: a camp, an exchange.
    pub in_series: bool,
}

impl Seen {
    pub fn total(&self) -> Option<i64> {
        let known: Vec<i64> = self.heads.iter().copied().flatten().collect();
        (!known.is_empty()).then(|| known.iter().sum())
    }

    /// Whether who comes differs each time. A group has its members, and the same number of them tells nothing.
    fn is_open_to_all(&self) -> bool {
        self.held && matches!(self.kind, Kind::Open | Kind::Event)
    }

    /// Whether two entries of one day were on at the same time, by what is known of it.
    fn overlaps(&self, other: &Seen) -> bool {
        match (self.start_min, other.start_min) {
            (Some(a), Some(b)) => {
                a == b || (a < b + other.duration_min.max(0) && b < a + self.duration_min.max(0))
            }
            _ => true,
        }
    }
}

/// The first day of a day's quarter.
fn quarter(date: NaiveDate) -> NaiveDate {
    let month = date.month0() / 3 * 3 + 1;
    NaiveDate::from_ymd_opt(date.year(), month, 1).unwrap_or(date)
}

/// The day after a quarter's last.
pub fn quarter_end(from: NaiveDate) -> NaiveDate {
    from.checked_add_months(chrono::Months::new(3)).unwrap_or(NaiveDate::MAX)
}

/// Entries by what they have in common, each lot in the order of days and times.
fn lots<'a, K: Ord>(
    entries: impl Iterator<Item = &'a Seen>,
    key: impl Fn(&Seen) -> K,
) -> BTreeMap<K, Vec<&'a Seen>> {
    let mut lots: BTreeMap<K, Vec<&Seen>> = BTreeMap::new();
    for entry in entries {
        lots.entry(key(entry)).or_default().push(entry);
    }
    for lot in lots.values_mut() {
        lot.sort_by_key(|it| (it.date, it.start_min, it.id));
    }
    lots
}

/// Everything that one unit's entries from a day on give reason to ask about, but for what takes whole counts to tell
/// ([`alike`]) and months to compare ([`jumps`]).
pub fn findings(entries: &[&Seen], from: NaiveDate) -> Vec<Finding> {
    let mut found = heaping(entries, from);
    found.extend(hours(entries));
    found.extend(same(entries, from));
    found.extend(doubled(entries));
    found
}
