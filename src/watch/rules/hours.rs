//! Hours that can hardly be.

use super::finding::{Finding, What};
use super::{Seen, lots};
use crate::totals::{Open, union_min};
use crate::vocabulary::Kind;

/// Longer than a shift of youth work. Days of a camp are longer and belong to a series.
pub const LONG: i64 = 12 * 60;
/// A house open for longer than this on one day, two evenings at once counted once.
pub const OPEN_LONG: i64 = 14 * 60;
/// So many times too much, or too little, is more than somebody who came later.
const TIMES: i64 = 3;
/// And at least two hours of it.
const STAFF_LEAST: i64 = 120;

fn staff(it: &Seen) -> Option<(i64, i64)> {
    let (people, staff_min) = (it.staff_count.filter(|n| *n > 0)?, it.staff_min?);
    let expected = people * it.duration_min;
    let far = staff_min > expected * TIMES || staff_min * TIMES < expected;
    (far && (staff_min - expected).abs() >= STAFF_LEAST).then_some((people, staff_min))
}

pub fn hours(entries: &[&Seen]) -> Vec<Finding> {
    let held = || entries.iter().copied().filter(|it| it.held);
    let mut found = Vec::new();
    for it in held() {
        let (date, minutes, entry) = (it.date, it.duration_min, [it.id]);
        let mut add = |what: What, key: String| {
            found.push(Finding::new(it.unit_id, what, key, (date, date), entry.into_iter()));
        };
        if minutes > LONG && !it.in_series {
            add(What::Long { date, minutes }, format!("long:{}", it.id));
        }
        if let Some((people, staff_min)) = staff(it) {
            add(What::Staff { date, people, minutes, staff_min }, format!("staff:{}", it.id));
        }
    }
    let open = held().filter(|it| it.kind == Kind::Open && !it.in_series);
    for (date, lot) in lots(open, |it| it.date) {
        let day = lot.iter().map(|it| Open { start_min: it.start_min, duration_min: it.duration_min });
        let minutes = union_min(&day.collect::<Vec<_>>());
        // One entry alone is told as such.
        let told = lot.iter().any(|it| it.duration_min > LONG);
        if let (Some(it), true) = (lot.first(), minutes > OPEN_LONG && !told) {
            let what = What::OpenLong { date, minutes };
            let ids = lot.iter().map(|it| it.id);
            found.push(Finding::new(it.unit_id, what, format!("open:{date}"), (date, date), ids));
        }
    }
    found
}
