//! Occasions that activities' usual weekdays let one expect, and that nobody has recorded.

use chrono::NaiveDate;

use super::activity::{Activity, Weekday};
use super::entry::Entry;
use super::expected::{Recorded, missing};

/// A usual time of an activity on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion<'a> {
    pub date: NaiveDate,
    pub activity: &'a Activity,
    pub usual: &'a Weekday,
}

/// What is expected on a day and not among the entries, the earliest first.
pub fn outstanding<'a>(date: NaiveDate, activities: &'a [Activity], entries: &[&Entry]) -> Vec<Occasion<'a>> {
    let mut open: Vec<Occasion<'a>> = Vec::new();
    for activity in activities {
        let of_activity = |entry: &&&Entry| entry.activity_id == activity.id && entry.local_date == date;
        let slot = |entry: &&Entry| (entry.start_min, entry.duration_min);
        let recorded: Vec<Recorded> = entries.iter().filter(of_activity).map(slot).collect();
        let usual = missing(activity, date, &recorded).into_iter();
        open.extend(usual.map(|usual| Occasion { date, activity, usual }));
    }
    open.sort_by_key(|occasion| occasion.usual.start_min);
    open
}
