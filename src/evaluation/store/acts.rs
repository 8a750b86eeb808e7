//! SQL for what is done with an evaluation, by whom and when.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::args;
use crate::db::{Conn, DbError, Result, Tx};
use crate::evaluation::acts::{Deed, Done};
use crate::evaluation::standing::Evaluation;

pub async fn set_opened(tx: &mut Tx, network_id: Uuid, id: Uuid, at: DateTime<Utc>) -> Result<()> {
    let sql = "update evaluation set opened_at = $3 where network_id = $1 and id = $2 and opened_at is null";
    tx.run(sql, args![network_id, id, at]).await?;
    Ok(())
}

pub async fn set_closed(tx: &mut Tx, network_id: Uuid, id: Uuid, at: DateTime<Utc>) -> Result<()> {
    let sql = "update evaluation set closed_at = $3 where network_id = $1 and id = $2 and closed_at is null";
    tx.run(sql, args![network_id, id, at]).await?;
    Ok(())
}

pub async fn set_released(tx: &mut Tx, network_id: Uuid, id: Uuid, at: DateTime<Utc>) -> Result<()> {
    let sql = "update evaluation set released_at = $3
               where network_id = $1 and id = $2 and closed_at is not null and released_at is null";
    tx.run(sql, args![network_id, id, at]).await?;
    Ok(())
}

/// That so many more answers could not be read.
pub async fn add_lost(tx: &mut Tx, network_id: Uuid, id: Uuid, n: i64) -> Result<()> {
    let sql = "update evaluation set lost = lost + $3 where network_id = $1 and id = $2";
    tx.run(sql, args![network_id, id, n]).await?;
    Ok(())
}

/// It is as if it had never been; nobody could answer it.
pub async fn set_withdrawn(tx: &mut Tx, it: &Evaluation, at: DateTime<Utc>) -> Result<()> {
    let sql =
        "update evaluation set withdrawn_at = $3 where network_id = $1 and id = $2 and opened_at is null";
    tx.run(sql, args![it.network_id, it.id, at]).await?;
    Ok(())
}

pub async fn insert_act(
    tx: &mut Tx,
    it: &Evaluation,
    (id, at): (Uuid, DateTime<Utc>),
    deed: Deed,
    by: Option<Uuid>,
) -> Result<()> {
    let sql = "insert into evaluation_act (network_id, evaluation_id, id, act, by_person, at)
               values ($1, $2, $3, $4, $5, $6)";
    tx.run(sql, args![it.network_id, it.id, id, deed.code(), by, at]).await?;
    Ok(())
}

/// Says who did what is kept without a name; false where there is nothing to name.
pub async fn name_act(tx: &mut Tx, it: &Evaluation, deed: Deed, by: Option<Uuid>) -> Result<bool> {
    let sql = "update evaluation_act set by_person = $4
               where network_id = $1 and evaluation_id = $2 and act = $3 and by_person is null";
    Ok(by.is_some() && tx.run(sql, args![it.network_id, it.id, deed.code(), by]).await? > 0)
}

/// What was done, in that order.
pub async fn acts<'c>(conn: impl Into<Conn<'c>>, it: &Evaluation) -> Result<Vec<Done>> {
    let sql = "select a.act, p.name, a.at from evaluation_act a left join person p on p.id = a.by_person
               where a.network_id = $1 and a.evaluation_id = $2 order by a.at";
    let rows: Vec<(String, Option<String>, DateTime<Utc>)> =
        conn.into().all(sql, args![it.network_id, it.id]).await?;
    let done = |(act, by, at): (String, Option<String>, DateTime<Utc>)| {
        let deed = Deed::from_code(&act).ok_or_else(|| DbError::Setting(format!("unknown act {act}")))?;
        Ok(Done { deed, by, at })
    };
    let mut all: Vec<Done> = rows.into_iter().map(done).collect::<Result<_>>()?;
    all.sort_by_key(|it| (it.at, it.deed));
    Ok(all)
}
