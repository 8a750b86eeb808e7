//! Occasions that activities' usual weekdays let one expect, and that nobody has recorded.

use chrono::NaiveDate;

use super::activity::{Activity, Weekday};
use super::entry::Entry;

/// A usual time of an activity on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion<'a> {
    pub date: NaiveDate,
    pub activity: &'a Activity,
    pub usual: &'a Weekday,
}

fn overlaps(usual: &Weekday, start: i64, entry: &Entry) -> bool {
    start < usual.start_min + usual.duration_min && usual.start_min < start + entry.duration_min.max(1)
}

/// What is expected on a day and not among the entries, the earliest first.
pub fn outstanding<'a>(date: NaiveDate, activities: &'a [Activity], entries: &[&Entry]) -> Vec<Occasion<'a>> {
    let mut open: Vec<Occasion<'a>> = Vec::new();
    for activity in activities {
        let usual = activity.expected_on(date);
        // Where there is one time a day, whatever was recorded is it; of several, the one it overlaps.
        let several = usual.len() > 1;
        let recorded = |usual: &Weekday| {
            entries.iter().any(|entry| {
                entry.activity_id == activity.id
                    && entry.local_date == date
                    && (!several || entry.start_min.is_none_or(|start| overlaps(usual, start, entry)))
            })
        };
        open.extend(usual.into_iter().filter(|usual| !recorded(usual)).map(|usual| Occasion {
            date,
            activity,
            usual,
        }));
    }
    open.sort_by_key(|occasion| occasion.usual.start_min);
    open
}
