//! Opening hours: two open activities at once open the house once.

use serde::{Deserialize, Serialize};

/// One open activity of a unit on a day: beginning in minutes after midnight where known, and length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Open {
    pub start_min: Option<i64>,
    pub duration_min: i64,
}

/// Length of the union of a day's open intervals. An interval without a beginning cannot overlap and counts whole.
pub fn union_min(day: &[Open]) -> i64 {
    let mut known: Vec<(i64, i64)> = day
        .iter()
        .filter_map(|open| open.start_min.map(|start| (start, start + open.duration_min)))
        .collect();
    known.sort_unstable();
    let mut total: i64 =
        day.iter().filter(|open| open.start_min.is_none()).map(|open| open.duration_min).sum();
    let mut reached = i64::MIN;
    for (start, end) in known {
        total += (end - start.max(reached)).max(0);
        reached = reached.max(end);
    }
    total
}
