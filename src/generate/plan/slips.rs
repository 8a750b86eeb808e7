//! Slips as they come up in records, so that watching over them has something to find: one kind each in five of the further
//! centres, in the last months alone. The first dozen, where people sign in, keep their records as they should.

use chrono::{Datelike, Days};

use super::Plan;
use super::week::PlannedEntry;
use crate::activities::{CountMethod, UNKNOWN};
use crate::vocabulary::{Gender, Kind};

/// Days before the last one.
const LATELY: u64 = 150;

/// Heads that were guessed: up to the next five, the others of unknown gender and age.
fn round(entry: &mut PlannedEntry) {
    let Some(total) = entry.counts.visits().filter(|total| *total > 0) else { return };
    if let Some(heads) = &mut entry.counts.participant {
        let more = (5 - total % 5) % 5;
        heads.total += more;
        *heads.gender.entry(Gender::Unknown).or_default() += more;
        *heads.age.entry(UNKNOWN.to_owned()).or_default() += more;
        heads.gender.retain(|_, n| *n > 0);
        heads.age.retain(|_, n| *n > 0);
    }
}

/// What a centre's week looks like with its slips in it.
pub fn add(plan: &Plan, recorder: usize, week: &mut Vec<PlannedEntry>) {
    let until = plan.wanted.until;
    let since = until - Days::new(LATELY);
    let kind = |entry: &PlannedEntry| plan.activities[entry.activity].offer.kind;
    let lately = |entry: &PlannedEntry| entry.date >= since && entry.cancelled.is_none();
    let open = |entry: &PlannedEntry| lately(entry) && kind(entry) == Kind::Open;
    match recorder {
        12 => {
            let counted = |entry: &&mut PlannedEntry| {
                open(entry)
                    && entry.count_method == CountMethod::Counted
                    && !entry.date.day().is_multiple_of(5)
            };
            week.iter_mut().filter(counted).for_each(round);
        }
        14 => {
            let copied = |entry: &&mut PlannedEntry| {
                open(entry) && !entry.date.day().is_multiple_of(3) && entry.counts.visits().is_some()
            };
            week.iter_mut().filter(copied).for_each(|entry| entry.copied_counts = true);
        }
        16 => {
            // Nine in the morning for nine in the evening.
            let first = |entry: &&mut PlannedEntry| open(entry) && (1..=3).contains(&entry.date.day());
            if let Some(entry) = week.iter_mut().find(first) {
                entry.start_min = Some(9 * 60);
                entry.duration_min = 13 * 60;
                entry.staff_min = entry.staff_count.map(|people| people * entry.duration_min);
            }
        }
        18 => {
            // Two colleagues wrote down the same evening.
            let twice =
                week.iter().find(|entry| open(entry) && (8..=14).contains(&entry.date.day())).cloned();
            week.extend(twice.map(|entry| PlannedEntry { by_worker: !entry.by_worker, note: None, ..entry }));
        }
        20 => {
            // The month before the last: two thirds were never written down.
            let begins = |months: u32| until.checked_sub_months(chrono::Months::new(months));
            let month = |months: u32| begins(months).and_then(|day| day.with_day(1));
            let (from, to) = (month(2), month(1));
            week.retain(|entry| {
                let missed =
                    from.is_some_and(|from| entry.date >= from) && to.is_some_and(|to| entry.date < to);
                !missed || entry.date.day().is_multiple_of(3)
            });
        }
        _ => {}
    }
}
