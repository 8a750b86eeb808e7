//! How a period of a unit stands.

use chrono::NaiveDate;
use uuid::Uuid;

use super::calendar::Calendar;
use super::lock::Lock;
use super::whole::Whole;

#[derive(Clone, Copy, Debug)]
pub enum State<'a> {
    /// All of it, by one closing: its own, or of a longer period or a unit above.
    Closed(&'a Lock),
    /// Some of its days.
    Partly,
    /// Not over yet.
    Running,
    /// It was closed, and last reopened by this.
    Reopened(&'a Lock),
    Open,
}

impl Calendar {
    /// How a period stands; the calendar has to be asked for its first and last day.
    pub fn state(&self, unit_id: Uuid, period: Whole, today: NaiveDate) -> State<'_> {
        let (from, until) = (period.from(), period.until());
        if let Some(lock) = self.closed_throughout(unit_id, from, until) {
            return State::Closed(lock);
        }
        let mut days = from.iter_days().take_while(|day| *day < until);
        if self.locks().iter().any(Lock::stands) && days.any(|day| self.closed(unit_id, day).is_some()) {
            return State::Partly;
        }
        if !period.ended(today) {
            return State::Running;
        }
        let own = self.locks().iter().filter(|lock| (lock.unit_id, lock.period) == (unit_id, period));
        own.max_by_key(|lock| lock.reopened.as_ref().map(|it| it.at)).map_or(State::Open, State::Reopened)
    }
}
