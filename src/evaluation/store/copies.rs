//! SQL for backups that were made while an evaluation took answers.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::{Conn, Result, Tx};
use crate::evaluation::copies::Copy;
use crate::evaluation::standing::Evaluation;
use crate::{args, row};

row! {
    struct CopyRow {
        id: Uuid,
        path: String,
        machine: String,
        made_at: DateTime<Utc>,
        gone_at: Option<DateTime<Utc>>,
        warned_at: Option<DateTime<Utc>>,
    }
}

/// Those of an evaluation, the latest first.
pub async fn copies<'c>(conn: impl Into<Conn<'c>>, it: &Evaluation) -> Result<Vec<Copy>> {
    let sql = "select id, path, machine, made_at, gone_at, warned_at from evaluation_copy
               where network_id = $1 and evaluation_id = $2 order by made_at desc, id";
    let rows: Vec<CopyRow> = conn.into().all(sql, args![it.network_id, it.id]).await?;
    let copy = |row: CopyRow| Copy {
        id: row.id,
        path: row.path.into(),
        machine: row.machine,
        made_at: row.made_at,
        gone_at: row.gone_at,
        warned_at: row.warned_at,
    };
    Ok(rows.into_iter().map(copy).collect())
}

pub async fn insert_copy(tx: &mut Tx, it: &Evaluation, copy: &Copy) -> Result<()> {
    let sql = "insert into evaluation_copy (network_id, evaluation_id, id, path, machine, made_at)
               values ($1, $2, $3, $4, $5, $6)";
    let path = copy.path.to_string_lossy().into_owned();
    tx.run(sql, args![it.network_id, it.id, copy.id, path, copy.machine.as_str(), copy.made_at]).await?;
    Ok(())
}

pub async fn set_copy_gone(tx: &mut Tx, it: &Evaluation, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    let sql = "update evaluation_copy set gone_at = $4
               where network_id = $1 and evaluation_id = $2 and id = $3 and gone_at is null";
    tx.run(sql, args![it.network_id, it.id, id, now]).await?;
    Ok(())
}

pub async fn set_copy_warned(tx: &mut Tx, it: &Evaluation, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    let sql =
        "update evaluation_copy set warned_at = $4 where network_id = $1 and evaluation_id = $2 and id = $3";
    tx.run(sql, args![it.network_id, it.id, id, now]).await?;
    Ok(())
}
