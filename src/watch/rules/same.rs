//! "Same as last time", too often.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::finding::{Finding, What};
use super::{Seen, lots, quarter, quarter_end};
use crate::vocabulary::Kind;

/// Fewer occasions in a quarter than this tell nothing of a habit.
pub const OCCASIONS: usize = 10;
/// The same total so many times in a row. A crowd of five or six that comes as it likes does so less than once in four
/// hundred years of one activity a week, a larger one more seldom.
pub const TIMES: usize = 6;
/// Below this the same total comes again by itself.
pub const LEAST: i64 = 5;

fn copied(entries: &[&Seen], from: NaiveDate) -> Vec<Finding> {
    let held =
        entries.iter().copied().filter(|it| it.held && it.kind != Kind::OneToOne && it.total().is_some());
    let mut found = Vec::new();
    for ((activity, quarter), lot) in lots(held, |it| (it.activity_id, quarter(it.date))) {
        let copied: Vec<&&Seen> = lot.iter().filter(|it| it.copied).collect();
        let many = lot.len() >= OCCASIONS && copied.len() * 2 >= lot.len() && quarter >= from;
        let (Some(last), true) = (copied.last(), many) else { continue };
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let what = What::Copied { activity, quarter, held: count(lot.len()), copied: count(copied.len()) };
        let last_day = quarter_end(quarter).pred_opt().unwrap_or(last.date);
        let key = format!("copied:{activity}:{quarter}");
        let ids = copied.iter().map(|it| it.id);
        let mut finding = Finding::new(last.unit_id, what, key, (quarter, last_day), ids);
        finding.known_on = last.date;
        found.push(finding);
    }
    found
}

/// The same total time after time, of entries that do not say that they were copied. Of several runs of the same total the
/// latest: whoever said that an activity always has ten is not asked that again, whichever evening a run begins with.
fn running(entries: &[&Seen]) -> Vec<Finding> {
    let own = entries.iter().copied().filter(|it| it.is_open_to_all() && !it.copied && it.total().is_some());
    let mut found = Vec::new();
    for (activity, lot) in lots(own, |it| it.activity_id) {
        let mut latest = BTreeMap::new();
        for run in lot.chunk_by(|a, b| a.total() == b.total()).filter(|run| run.len() >= TIMES) {
            let total = run.first().and_then(|it| it.total()).filter(|total| *total >= LEAST);
            latest.extend(total.map(|total| (total, run)));
        }
        for (total, run) in latest {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let times = i64::try_from(run.len()).unwrap_or(i64::MAX);
            let what = What::Running { activity, total, times, from: first.date, last: last.date };
            let (key, days) = (format!("running:{activity}:{total}"), (first.date, last.date));
            found.push(Finding::new(first.unit_id, what, key, days, run.iter().map(|it| it.id)));
        }
    }
    found
}

pub fn same(entries: &[&Seen], from: NaiveDate) -> Vec<Finding> {
    let mut found = copied(entries, from);
    found.extend(running(entries));
    found
}
