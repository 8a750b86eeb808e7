//! SQL that reads where units stood: it says which sets are asked.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::Path;
use crate::args;
use crate::db::{Conn, Result};

/// The unit's place on a day.
pub async fn on_day<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
    day: NaiveDate,
) -> Result<Option<Path>> {
    let row: Option<(Vec<u8>,)> = conn
        .into()
        .find(
            "select path from unit_placement where network_id = $1 and unit_id = $2
               and from_on <= $3 and (until_on is null or until_on > $3)",
            args![network_id, unit_id, day],
        )
        .await?;
    Ok(row.map(|(path,)| Path::from_bytes(path)))
}

/// Every place that units of a branch ever had: the branch as it stands on `today`.
pub async fn of_branch<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
) -> Result<Vec<Path>> {
    let (from, until) = path.range();
    let rows: Vec<(Vec<u8>,)> = conn
        .into()
        .all(
            "select distinct p.path from unit_placement t
             join unit_placement p on p.network_id = t.network_id and p.unit_id = t.unit_id
             where t.network_id = $1 and t.path >= $2 and t.path < $3
               and t.from_on <= $4 and (t.until_on is null or t.until_on > $4)",
            args![network_id, from, until, today],
        )
        .await?;
    Ok(rows.into_iter().map(|(path,)| Path::from_bytes(path)).collect())
}
