//! Whether what was to be is recorded, week by week.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};
use uuid::Uuid;

use super::Seen;
use crate::activities::{Activity, Recorded, missing};

/// How a week stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Everything that was expected is recorded, as held or as called off.
    Full,
    Partly,
    /// Something was expected, and nothing is recorded.
    None,
    /// Nothing was expected, and nothing was.
    Nothing,
    /// The unit was not open.
    Shut,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            State::Full => "full",
            State::Partly => "partly",
            State::None => "none",
            State::Nothing => "nothing",
            State::Shut => "shut",
        }
    }
}

/// A unit's ISO week, up to the day before today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    pub monday: NaiveDate,
    /// Occasions by the usual weekdays that held then.
    pub expected: i64,
    /// Those of them that nothing recorded stands for.
    pub missing: i64,
    pub held: i64,
    pub called_off: i64,
    pub open: bool,
}

impl Week {
    pub fn state(&self) -> State {
        let recorded = self.held + self.called_off;
        match (self.expected, self.missing) {
            _ if !self.open && recorded == 0 => State::Shut,
            (0, _) if recorded == 0 => State::Nothing,
            (_, 0) => State::Full,
            _ if recorded == 0 => State::None,
            _ => State::Partly,
        }
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The weekdays, as bits, that an activity has or ever had.
fn weekdays(activity: &Activity) -> u8 {
    let former = activity.former.iter().map(|it| &it.usual);
    former.chain(&activity.weekdays).fold(0, |bits, usual| bits | 1 << usual.weekday.clamp(0, 7))
}

/// The weeks from that of `first` to the running one. Today may still be recorded, so nothing is expected of it.
pub fn weeks(
    (first, today): (NaiveDate, NaiveDate),
    open_on: impl Fn(NaiveDate) -> bool,
    activities: &[&Activity],
    entries: &[&Seen],
) -> Vec<Week> {
    let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    let mut recorded: HashMap<(Uuid, NaiveDate), Vec<Recorded>> = HashMap::new();
    for it in entries {
        recorded.entry((it.activity_id, it.date)).or_default().push((it.start_min, it.duration_min));
    }
    let mut weeks: Vec<Week> = monday
        .iter_weeks()
        .take_while(|monday| *monday <= today)
        .map(|monday| Week { monday, expected: 0, missing: 0, held: 0, called_off: 0, open: false })
        .collect();
    let at = |date: NaiveDate| usize::try_from((date - monday).num_days() / 7).unwrap_or(usize::MAX);
    for it in entries.iter().filter(|it| it.date >= monday) {
        let Some(week) = weeks.get_mut(at(it.date)) else { continue };
        if it.held {
            week.held += 1;
        } else {
            week.called_off += 1;
        }
    }
    let usual: Vec<(&Activity, u8)> = activities
        .iter()
        .map(|activity| (*activity, weekdays(activity)))
        .filter(|(_, bits)| *bits != 0)
        .collect();
    for date in monday.iter_days().take_while(|date| *date < today).filter(|date| open_on(*date)) {
        let Some(week) = weeks.get_mut(at(date)) else { continue };
        week.open = true;
        let weekday = 1u8 << date.weekday().number_from_monday();
        for (activity, _) in usual.iter().filter(|(_, bits)| bits & weekday != 0) {
            let expected = count(activity.expected_on(date).len());
            week.expected += expected;
            week.missing += match recorded.get(&(activity.id, date)) {
                Some(done) if expected > 0 => count(missing(activity, date, done).len()),
                Some(_) => 0,
                None => expected,
            };
        }
    }
    // The running week of a unit that opens or goes on today.
    if let Some(week) = weeks.last_mut() {
        week.open |= open_on(today);
    }
    weeks
}
