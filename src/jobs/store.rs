//! SQL for jobs.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::{Conn, Result, Tx, Value, built};
use crate::{args, row};

row! {
    /// A job that may be taken.
    pub struct Due {
        pub network_id: Uuid,
        pub id: Uuid,
        pub kind: String,
        pub key: String,
        pub tries: i64,
    }
}

row! {
    /// How a job stands.
    #[derive(Clone, Debug)]
    pub struct Standing {
        pub id: Uuid,
        pub key: String,
        pub run_at: DateTime<Utc>,
        pub tries: i64,
        pub last_error: Option<String>,
        pub done_at: Option<DateTime<Utc>>,
    }
}

pub async fn known<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, kind: &str, key: &str) -> Result<bool> {
    let sql = "select 1 from job where network_id = $1 and kind = $2 and key = $3";
    let found: Option<(i32,)> = conn.into().find(sql, args![network_id, kind, key]).await?;
    Ok(found.is_some())
}

#[allow(clippy::too_many_arguments)]
pub async fn insert(
    tx: &mut Tx,
    network_id: Uuid,
    id: Uuid,
    kind: &str,
    key: &str,
    run_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into job (network_id, id, kind, key, run_at, tries, made_at) values ($1, $2, $3, $4, $5, 0, $6)
         on conflict (network_id, kind, key) do nothing",
        args![network_id, id, kind, key, run_at, now],
    )
    .await?;
    Ok(())
}

/// A cheap look before a transaction is begun for it.
pub async fn is_any_due<'c>(conn: impl Into<Conn<'c>>, now: DateTime<Utc>, most_tries: i64) -> Result<bool> {
    let sql = "select 1 from job where done_at is null and run_at <= $1 and tries < $2
        and (locked_until is null or locked_until <= $1) limit 1";
    let found: Option<(i32,)> = conn.into().find(sql, args![now, most_tries]).await?;
    Ok(found.is_some())
}

const DUE: &str = "select network_id, id, kind, key, tries from job
    where done_at is null and (locked_until is null or locked_until <= $1)";

/// The job that has been due longest, of these kinds, which nobody has.
pub async fn due(tx: &mut Tx, kinds: &[&str], now: DateTime<Utc>, most_tries: i64) -> Result<Option<Due>> {
    let marks: Vec<String> = (0..kinds.len()).map(|n| format!("${}", n + 3)).collect();
    let mut args = args![now, most_tries];
    args.extend(kinds.iter().map(|kind| Value::from(*kind)));
    let sql = format!(
        "{DUE} and run_at <= $1 and tries < $2 and kind in ({}) order by run_at, id limit 1",
        marks.join(", ")
    );
    Conn::from(tx).find(built(sql), args).await
}

/// The job with this key, if it is still to be done and nobody has it.
pub async fn with_key(
    tx: &mut Tx,
    network_id: Uuid,
    kind: &str,
    key: &str,
    now: DateTime<Utc>,
) -> Result<Option<Due>> {
    let sql = format!("{DUE} and network_id = $2 and kind = $3 and key = $4");
    Conn::from(tx).find(built(sql), args![now, network_id, kind, key]).await
}

pub async fn lock(tx: &mut Tx, network_id: Uuid, id: Uuid, by: Uuid, until: DateTime<Utc>) -> Result<()> {
    tx.run(
        "update job set locked_by = $3, locked_until = $4, tries = tries + 1 where network_id = $1 and id = $2",
        args![network_id, id, by, until],
    )
    .await?;
    Ok(())
}

/// False where the job is no longer this process's.
pub async fn prolong(
    tx: &mut Tx,
    network_id: Uuid,
    id: Uuid,
    by: Uuid,
    until: DateTime<Utc>,
) -> Result<bool> {
    let changed = tx
        .run(
            "update job set locked_until = $4
             where network_id = $1 and id = $2 and locked_by = $3 and done_at is null",
            args![network_id, id, by, until],
        )
        .await?;
    Ok(changed > 0)
}

pub async fn done(tx: &mut Tx, network_id: Uuid, id: Uuid, by: Uuid, now: DateTime<Utc>) -> Result<()> {
    tx.run(
        "update job set done_at = $4, locked_by = null, locked_until = null, last_error = null
         where network_id = $1 and id = $2 and locked_by = $3",
        args![network_id, id, by, now],
    )
    .await?;
    Ok(())
}

pub async fn failed(
    tx: &mut Tx,
    network_id: Uuid,
    id: Uuid,
    by: Uuid,
    again: DateTime<Utc>,
    error: &str,
) -> Result<()> {
    tx.run(
        "update job set run_at = $4, last_error = $5, locked_by = null, locked_until = null
         where network_id = $1 and id = $2 and locked_by = $3",
        args![network_id, id, by, again, error],
    )
    .await?;
    Ok(())
}

/// What a process had when it stopped can be taken at once, and the try does not count.
pub async fn let_go(tx: &mut Tx, by: Uuid, now: DateTime<Utc>) -> Result<()> {
    tx.run(
        "update job set locked_by = null, locked_until = null, tries = tries - 1
         where locked_by = $1 and done_at is null and locked_until > $2",
        args![by, now],
    )
    .await?;
    Ok(())
}

/// The latest jobs of a kind, latest first.
pub async fn of_kind<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    kind: &str,
    most: i64,
) -> Result<Vec<Standing>> {
    conn.into()
        .all(
            "select id, key, run_at, tries, last_error, done_at from job
             where network_id = $1 and kind = $2 order by made_at desc, id desc limit $3",
            args![network_id, kind, most],
        )
        .await
}
