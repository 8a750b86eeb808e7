//! SQL for failed sign-ins.

use chrono::{DateTime, Utc};

use crate::args;
use crate::db::{Conn, Result, Tx};

pub async fn failures<'c>(conn: impl Into<Conn<'c>>, key: &[u8]) -> Result<Option<(i64, DateTime<Utc>)>> {
    conn.into().find("select failures, last_at from sign_in_failure where key_hash = $1", args![key]).await
}

pub async fn set_failures(tx: &mut Tx, key: &[u8], failures: i64, now: DateTime<Utc>) -> Result<()> {
    tx.run(
        "insert into sign_in_failure (key_hash, failures, last_at) values ($1, $2, $3)
         on conflict (key_hash) do update set failures = excluded.failures, last_at = excluded.last_at",
        args![key, failures, now],
    )
    .await?;
    Ok(())
}

/// What was counted was none.
pub async fn take_back_failure(tx: &mut Tx, key: &[u8]) -> Result<()> {
    tx.run(
        "update sign_in_failure set failures = failures - 1 where key_hash = $1 and failures > 0",
        args![key],
    )
    .await?;
    Ok(())
}

pub async fn forget_failures_before(tx: &mut Tx, before: DateTime<Utc>) -> Result<()> {
    tx.run("delete from sign_in_failure where last_at < $1", args![before]).await?;
    Ok(())
}

pub async fn forget_failures(tx: &mut Tx, key: &[u8]) -> Result<()> {
    tx.run("delete from sign_in_failure where key_hash = $1", args![key]).await?;
    Ok(())
}
