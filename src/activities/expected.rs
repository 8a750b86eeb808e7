//! What was to be, by an activity's usual times, and is not recorded.

use chrono::NaiveDate;

use super::activity::{Activity, Weekday};

/// When something was recorded: beginning in minutes after midnight where known, and minutes.
pub type Recorded = (Option<i64>, i64);

fn overlaps(usual: &Weekday, (start, duration): Recorded) -> bool {
    start.is_none_or(|start| {
        start < usual.start_min + usual.duration_min && usual.start_min < start + duration.max(1)
    })
}

/// The usual times of an activity on a day that nothing recorded of it on that day stands for. Where there is one time a
/// day, whatever was recorded is it; of several, the one it overlaps.
pub fn missing<'a>(activity: &'a Activity, date: NaiveDate, recorded: &[Recorded]) -> Vec<&'a Weekday> {
    let mut usual = activity.expected_on(date);
    let several = usual.len() > 1;
    usual.retain(|usual| !recorded.iter().any(|entry| !several || overlaps(usual, *entry)));
    usual
}
