//! SQL for looking through what young people wrote.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::args;
use crate::db::{Conn, Result, Tx};

/// Which unit's words of which evaluation.
type Words = (Uuid, Uuid, Uuid);

pub async fn is_reviewed<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
    unit_id: Uuid,
) -> Result<bool> {
    let sql = "select 1 from review where network_id = $1 and evaluation_id = $2 and unit_id = $3";
    let found: Option<(i32,)> = conn.into().find(sql, args![network_id, evaluation_id, unit_id]).await?;
    Ok(found.is_some())
}

/// (answer, word) of everything that is to be masked.
pub async fn masks<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
    unit_id: Uuid,
) -> Result<Vec<(Uuid, i64)>> {
    let sql = "select answer_id, word from review_mask
               where network_id = $1 and evaluation_id = $2 and unit_id = $3";
    conn.into().all(sql, args![network_id, evaluation_id, unit_id]).await
}

pub async fn set_mask(
    tx: &mut Tx,
    (network, evaluation, unit): Words,
    answer: Uuid,
    word: i64,
    on: bool,
) -> Result<()> {
    let sql = if on {
        "insert into review_mask (network_id, evaluation_id, unit_id, answer_id, word) values ($1, $2, $3, $4, $5)
         on conflict (network_id, evaluation_id, unit_id, answer_id, word) do nothing"
    } else {
        "delete from review_mask
         where network_id = $1 and evaluation_id = $2 and unit_id = $3 and answer_id = $4 and word = $5"
    };
    tx.run(sql, args![network, evaluation, unit, answer, word]).await?;
    Ok(())
}

/// That a unit's words were looked through, and what was to be masked is.
pub async fn finish_review(
    tx: &mut Tx,
    (network, evaluation, unit): Words,
    (by, at): (Uuid, DateTime<Utc>),
) -> Result<()> {
    let sql = "delete from review_mask where network_id = $1 and evaluation_id = $2 and unit_id = $3";
    tx.run(sql, args![network, evaluation, unit]).await?;
    let rows = vec![args![network, evaluation, unit, by, at]];
    tx.put("review", &["network_id", "evaluation_id", "unit_id"], &["done_by", "done_at"], rows).await
}
