//! SQL that reads what several units recorded in a stretch of days, as far as closing it asks.

use chrono::NaiveDate;
use uuid::Uuid;

use super::versions::Waiting;
use crate::db::{Conn, Result, Value, built};
use crate::{args, row};

/// Units asked for in one statement.
const AT_ONCE: usize = 500;

row! {
    /// When something was recorded, and whether it took place.
    #[derive(Clone, Debug)]
    pub struct Slot {
        pub unit_id: Uuid,
        pub activity_id: Uuid,
        pub status: String,
        pub local_date: NaiveDate,
        pub start_min: Option<i64>,
        pub duration_min: i64,
    }
}

fn of_units(first: usize, units: &[Uuid], args: &mut Vec<Value>) -> String {
    args.extend(units.iter().map(|unit| Value::from(*unit)));
    (first..first + units.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

/// What these units recorded from a day to the day before another.
pub async fn slots<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    units: &[Uuid],
    (from, until): (NaiveDate, NaiveDate),
) -> Result<Vec<Slot>> {
    let (mut conn, mut found) = (conn.into(), Vec::new());
    for units in units.chunks(AT_ONCE) {
        let mut args = args![network_id, from, until, false];
        let marks = of_units(5, units, &mut args);
        let sql = format!(
            "select unit_id, activity_id, status, local_date, start_min, duration_min from entry
             where network_id = $1 and unit_id in ({marks}) and local_date >= $2 and local_date < $3
               and deleted = $4"
        );
        found.extend(conn.again().many::<Slot>(built(sql), args).await?);
    }
    Ok(found)
}

/// The proposals that wait in these units, oldest day first.
pub async fn waiting_in<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    units: &[Uuid],
    (from, until): (NaiveDate, NaiveDate),
) -> Result<Vec<Waiting>> {
    let (mut conn, mut found) = (conn.into(), Vec::new());
    for units in units.chunks(AT_ONCE) {
        let mut args = args![network_id, from, until];
        let marks = of_units(4, units, &mut args);
        let sql = format!(
            "select v.entry_id, v.version, e.unit_id, e.activity_id, e.local_date
             from entry_version v join entry e on e.network_id = v.network_id and e.id = v.entry_id
             where v.network_id = $1 and v.state = 'proposed' and e.unit_id in ({marks})
               and e.local_date >= $2 and e.local_date < $3"
        );
        found.extend(conn.again().all::<Waiting>(built(sql), args).await?);
    }
    found.sort_by_key(|it| (it.local_date, it.entry_id, it.version));
    Ok(found)
}
