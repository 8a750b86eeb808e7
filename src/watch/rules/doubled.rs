//! The same evening twice, and two evenings with the very same heads.

use uuid::Uuid;

use super::finding::{Finding, What};
use super::{Seen, lots};
use crate::activities::{Counts, UNKNOWN};
use crate::vocabulary::{Gender, Kind, Part};

/// Fewer heads than this are the same by themselves.
pub const LEAST: i64 = 5;

fn pair(a: Uuid, b: Uuid) -> String {
    let (first, second) = if a < b { (a, b) } else { (b, a) };
    format!("{first}:{second}")
}

/// Entries of one activity at the same time. Of three, the second and the third are each told beside the first.
pub fn doubled(entries: &[&Seen]) -> Vec<Finding> {
    let held = entries.iter().copied().filter(|it| it.held);
    let mut found = Vec::new();
    for ((activity, date), lot) in lots(held, |it| (it.activity_id, it.date)) {
        for (at, it) in lot.iter().enumerate() {
            let Some(first) = lot[..at].iter().find(|other| other.overlaps(it)) else { continue };
            let (what, key) = (What::Twice { activity, date }, format!("twice:{}", pair(first.id, it.id)));
            found.push(Finding::new(it.unit_id, what, key, (date, date), [first.id, it.id].into_iter()));
        }
    }
    found
}

/// Pairs of two activities that were on at once and had as many heads in each part: what may be the same evening under
/// two names. Whether it is takes their whole counts to tell ([`alike`]).
pub fn at_once<'a>(entries: &[&'a Seen]) -> Vec<(&'a Seen, &'a Seen)> {
    let counted = entries.iter().copied().filter(|it| {
        it.held && it.kind != Kind::OneToOne && it.start_min.is_some() && it.total() >= Some(LEAST)
    });
    let mut pairs = Vec::new();
    for lot in lots(counted, |it| it.date).into_values() {
        for (at, it) in lot.iter().enumerate() {
            let before = lot[..at].iter().filter(|other| {
                other.activity_id != it.activity_id && other.heads == it.heads && other.overlaps(it)
            });
            pairs.extend(before.map(|other| (*other, *it)));
        }
    }
    pairs
}

/// Whether both margins of some part were recorded: totals alone are equal by chance one time in ten.
fn is_told(counts: &Counts) -> bool {
    Part::ALL.iter().filter_map(|part| counts.of(*part)).any(|heads| {
        heads.gender.iter().any(|(class, n)| *class != Gender::Unknown && *n > 0)
            && heads.age.iter().any(|(band, n)| band != UNKNOWN && *n > 0)
    })
}

/// A pair of [`at_once`], if their heads are the same down to gender and age.
pub fn alike((a, b): (&Seen, &Seen), (of_a, of_b): (&Counts, &Counts)) -> Option<Finding> {
    if of_a != of_b || !is_told(of_a) {
        return None;
    }
    let what = What::Alike { activities: [a.activity_id, b.activity_id], date: b.date, total: b.total()? };
    let key = format!("alike:{}", pair(a.id, b.id));
    Some(Finding::new(b.unit_id, what, key, (b.date, b.date), [a.id, b.id].into_iter()))
}
