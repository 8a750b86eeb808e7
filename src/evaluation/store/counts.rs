//! SQL for how far places are, and of whom mentors were reminded.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::places::kind;
use crate::args;
use crate::db::{Conn, Result, Tx};
use crate::evaluation::standing::{Count, Evaluation};

/// Complete answers that are mixed already, by unit and version: (unit, version, how many). Where others alone were mixed, it
/// is none.
pub async fn complete(tx: &mut Tx, network_id: Uuid, evaluation_id: Uuid) -> Result<Vec<(Uuid, Uuid, i64)>> {
    let sql = "select unit_id, version_id, count(case when complete then 1 end) from response
               where network_id = $1 and evaluation_id = $2
               group by unit_id, version_id";
    Conn::from(tx).all(sql, args![network_id, evaluation_id]).await
}

pub async fn put_counts(tx: &mut Tx, network_id: Uuid, evaluation_id: Uuid, counts: &[Count]) -> Result<()> {
    let key = ["network_id", "evaluation_id", "unit_id", "kind"];
    let rows = counts
        .iter()
        .map(|it| args![network_id, evaluation_id, it.unit_id, it.kind.code(), it.on, it.complete, it.begun])
        .collect();
    tx.put("evaluation_count", &key, &["counted_on", "complete", "begun"], rows).await
}

/// How far each place was when it was counted last.
pub async fn counts<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
) -> Result<Vec<Count>> {
    let sql = "select unit_id, kind, counted_on, complete, begun from evaluation_count
               where network_id = $1 and evaluation_id = $2";
    let rows: Vec<(Uuid, String, NaiveDate, i64, bool)> =
        conn.into().all(sql, args![network_id, evaluation_id]).await?;
    let count = |(unit_id, code, on, complete, begun): (Uuid, String, NaiveDate, i64, bool)| {
        Ok(Count { unit_id, kind: kind(&code)?, on, complete, begun })
    };
    rows.into_iter().map(count).collect()
}

/// That more came to a unit on a day than is taken in a minute.
pub async fn put_flood(tx: &mut Tx, it: &Evaluation, unit_id: Uuid, on: NaiveDate) -> Result<()> {
    let sql =
        "insert into evaluation_flood (network_id, evaluation_id, unit_id, on_day) values ($1, $2, $3, $4)
               on conflict (network_id, evaluation_id, unit_id, on_day) do nothing";
    tx.run(sql, args![it.network_id, it.id, unit_id, on]).await?;
    Ok(())
}

/// Units to which more came on some day than is taken in a minute.
pub async fn floods<'c>(conn: impl Into<Conn<'c>>, it: &Evaluation) -> Result<BTreeSet<Uuid>> {
    let sql = "select distinct unit_id from evaluation_flood where network_id = $1 and evaluation_id = $2";
    let rows: Vec<(Uuid,)> = conn.into().all(sql, args![it.network_id, it.id]).await?;
    Ok(rows.into_iter().map(|(unit,)| unit).collect())
}

/// Units whose mentors were reminded on an occasion.
pub async fn reminded<'c>(
    conn: impl Into<Conn<'c>>,
    it: &Evaluation,
    occasion: &str,
) -> Result<BTreeSet<Uuid>> {
    let sql = "select unit_id from evaluation_reminder
               where network_id = $1 and evaluation_id = $2 and occasion = $3";
    let rows: Vec<(Uuid,)> = conn.into().all(sql, args![it.network_id, it.id, occasion]).await?;
    Ok(rows.into_iter().map(|(unit,)| unit).collect())
}

pub async fn put_reminded(
    tx: &mut Tx,
    it: &Evaluation,
    occasion: &str,
    on: NaiveDate,
    units: &[Uuid],
) -> Result<()> {
    let rows = units.iter().map(|unit| args![it.network_id, it.id, *unit, occasion, on]).collect();
    let columns = ["network_id", "evaluation_id", "unit_id", "occasion", "sent_on"];
    tx.insert("evaluation_reminder", &columns, rows).await
}
