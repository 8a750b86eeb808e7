//! SQL for units that were given theirs early, and for targets.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::args;
use crate::db::{Conn, Result, Tx, Value, built};

pub async fn give(
    tx: &mut Tx,
    network_id: Uuid,
    evaluation_id: Uuid,
    unit_id: Uuid,
    (by, at): (Uuid, DateTime<Utc>),
) -> Result<bool> {
    let new = tx
        .run(
            "insert into result_given (network_id, evaluation_id, unit_id, given_at, given_by)
             values ($1, $2, $3, $4, $5) on conflict (network_id, evaluation_id, unit_id) do nothing",
            args![network_id, evaluation_id, unit_id, at, by],
        )
        .await?;
    Ok(new > 0)
}

/// Evaluations of which a unit was given its own results early.
pub async fn given_to<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
) -> Result<BTreeSet<Uuid>> {
    let sql = "select evaluation_id from result_given where network_id = $1 and unit_id = $2";
    let rows: Vec<(Uuid,)> = conn.into().all(sql, args![network_id, unit_id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// (unit, area, points) that any of these units say for a year.
pub async fn targets<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    units: &[Uuid],
    year: i64,
) -> Result<Vec<(Uuid, String, i64)>> {
    let marks: Vec<String> = (0..units.len()).map(|n| format!("${}", n + 3)).collect();
    let sql = format!(
        "select unit_id, area, points from result_target
         where network_id = $1 and year = $2 and unit_id in ({}) order by area",
        marks.join(", ")
    );
    let mut args = args![network_id, year];
    args.extend(units.iter().copied().map(Value::from));
    conn.into().all(built(sql), args).await
}

/// Sets and takes back what a unit says for a year: (area, points).
pub async fn put_targets(
    tx: &mut Tx,
    (network_id, unit_id, year): (Uuid, Uuid, i64),
    said: &[(String, Option<i64>)],
    (by, at): (Uuid, DateTime<Utc>),
) -> Result<()> {
    for (area, _) in said.iter().filter(|(_, points)| points.is_none()) {
        let sql =
            "delete from result_target where network_id = $1 and unit_id = $2 and year = $3 and area = $4";
        tx.run(sql, args![network_id, unit_id, year, area.as_str()]).await?;
    }
    let rows = said.iter().filter_map(|(area, points)| {
        Some(args![network_id, unit_id, year, area.as_str(), (*points)?, by, at])
    });
    let key = ["network_id", "unit_id", "year", "area"];
    tx.put("result_target", &key, &["points", "set_by", "set_at"], rows.collect()).await
}
