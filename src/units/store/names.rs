//! SQL for what units were called, all of them at once.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::args;
use crate::db::{Conn, Result};
use crate::i18n::Text18;

/// What a unit was called, from a day to the day before another.
#[derive(Clone, Debug)]
pub struct Called {
    pub unit_id: Uuid,
    pub name: Text18,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

type Row = (Uuid, String, NaiveDate, Option<NaiveDate>);

/// Every name that a unit of the network has had, unit by unit in the order of days.
pub async fn names<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<Called>> {
    let sql = "select unit_id, name, from_on, until_on from unit_name
        where network_id = $1 order by unit_id, from_on";
    let rows: Vec<Row> = conn.into().all(sql, args![network_id]).await?;
    let called =
        |(unit_id, name, from, until): Row| Called { unit_id, name: Text18::from_json(&name), from, until };
    Ok(rows.into_iter().map(called).collect())
}
