//! What is closed, asked for some days of some units at once.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::lock::{Lock, Place};
use super::store;
use crate::db::{Conn, Result, Tx};

/// The closings of a stretch of days, standing and reopened, and where the units asked for stood.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    locks: Vec<Lock>,
    places: HashMap<Uuid, Vec<Place>>,
}

/// Of an entry that was written: its version, its unit, and the days it stood on before and stands on now.
#[derive(Clone, Debug)]
pub struct Touched {
    pub entry_id: Uuid,
    pub version: i64,
    pub unit_id: Uuid,
    pub days: Vec<NaiveDate>,
}

/// What is closed around these days of units: one look into an index, and where that finds something a second one.
pub async fn calendar<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    days: &[(Uuid, NaiveDate)],
) -> Result<Calendar> {
    let mut conn = conn.into();
    let (first, last) = (days.iter().map(|(_, day)| *day).min(), days.iter().map(|(_, day)| *day).max());
    let (Some(first), Some(last)) = (first, last) else { return Ok(Calendar::default()) };
    let locks = store::between(conn.again(), network_id, first, last).await?;
    if locks.is_empty() {
        return Ok(Calendar::default());
    }
    let units: HashSet<Uuid> = days.iter().map(|(unit, _)| *unit).collect();
    let places = store::places(conn, network_id, units).await?;
    Ok(Calendar { locks, places })
}

impl Calendar {
    #[cfg(test)]
    pub fn of(locks: Vec<Lock>, places: HashMap<Uuid, Vec<Place>>) -> Calendar {
        Calendar { locks, places }
    }

    /// Every closing of these days, of whatever unit.
    pub fn locks(&self) -> &[Lock] {
        &self.locks
    }

    fn places(&self, unit_id: Uuid) -> &[Place] {
        self.places.get(&unit_id).map_or(&[], Vec::as_slice)
    }

    /// Whether a closing is about a day of a unit.
    pub fn is_about(&self, lock: &Lock, unit_id: Uuid, day: NaiveDate) -> bool {
        lock.is_about(unit_id, self.places(unit_id), day)
    }

    /// The closing that holds for a day of a unit.
    pub fn closed(&self, unit_id: Uuid, day: NaiveDate) -> Option<&Lock> {
        let places = self.places(unit_id);
        self.locks.iter().find(|lock| lock.stands() && lock.is_about(unit_id, places, day))
    }

    /// The closing that holds for the first of these days that is closed.
    pub fn any_closed(&self, days: &[(Uuid, NaiveDate)]) -> Option<&Lock> {
        days.iter().find_map(|(unit, day)| self.closed(*unit, *day))
    }

    /// The one closing that holds for every day of a unit from one to the day before another.
    pub fn closed_throughout(&self, unit_id: Uuid, from: NaiveDate, until: NaiveDate) -> Option<&Lock> {
        let places = self.places(unit_id);
        self.locks.iter().find(|lock| lock.stands() && lock.covers(unit_id, places, from, until))
    }

    /// The reopened closings a day of a unit was under; of a period closed several times, the last.
    pub fn reopened(&self, unit_id: Uuid, day: NaiveDate) -> Vec<&Lock> {
        let places = self.places(unit_id);
        let mut last: HashMap<_, &Lock> = HashMap::new();
        for lock in self.locks.iter().filter(|lock| !lock.stands() && lock.is_about(unit_id, places, day)) {
            let at = |lock: &Lock| lock.reopened.as_ref().map(|it| (it.at, lock.closed_at, lock.id));
            let of_period = last.entry((lock.unit_id, lock.period)).or_insert(lock);
            if at(lock) > at(of_period) {
                *of_period = lock;
            }
        }
        last.into_values().collect()
    }
}

/// Puts on record what was written into reopened periods, or out of them.
pub async fn keep_changes(
    tx: &mut Tx,
    network_id: Uuid,
    calendar: &Calendar,
    touched: &[Touched],
) -> Result<()> {
    if calendar.locks.iter().all(Lock::stands) {
        return Ok(());
    }
    let mut rows = Vec::new();
    for it in touched {
        let locks: HashSet<Uuid> =
            it.days.iter().flat_map(|day| calendar.reopened(it.unit_id, *day)).map(|lock| lock.id).collect();
        rows.extend(locks.into_iter().map(|lock| (lock, it.entry_id, it.version)));
    }
    store::insert_changes(tx, network_id, &rows).await
}
