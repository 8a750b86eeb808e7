//! SQL for links to a new password.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::args;
use crate::db::{Conn, Result, Tx};
use crate::people::reset::Open;

pub struct NewReset {
    pub id: Uuid,
    pub person_id: Uuid,
    pub token_hash: Vec<u8>,
    pub by: Option<Uuid>,
    pub made_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

pub async fn insert_reset(tx: &mut Tx, new: &NewReset) -> Result<()> {
    tx.run(
        "insert into password_reset (id, person_id, token_hash, asked_by, made_at, expires_at)
         values ($1, $2, $3, $4, $5, $6)",
        args![new.id, new.person_id, new.token_hash.clone(), new.by, new.made_at, new.expires_at],
    )
    .await?;
    Ok(())
}

/// The link with this secret, while it can be used.
pub async fn open_reset<'c>(
    conn: impl Into<Conn<'c>>,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Open>> {
    conn.into()
        .find(
            "select r.id, r.person_id, p.mail from password_reset r join person p on p.id = r.person_id
             where r.token_hash = $1 and r.used_at is null and r.expires_at > $2 and p.disabled_at is null",
            args![token_hash, now],
        )
        .await
}

/// Marks a link as used; false where somebody was quicker.
pub async fn use_reset(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> Result<bool> {
    let changed = tx
        .run("update password_reset set used_at = $2 where id = $1 and used_at is null", args![id, now])
        .await?;
    Ok(changed > 0)
}

/// No link sent so far opens the account any more.
pub async fn void_resets(tx: &mut Tx, person_id: Uuid, now: DateTime<Utc>) -> Result<()> {
    tx.run(
        "update password_reset set used_at = $2 where person_id = $1 and used_at is null",
        args![person_id, now],
    )
    .await?;
    Ok(())
}

/// A link that was made: (whose, the hash of its secret).
pub async fn reset_made<'c>(conn: impl Into<Conn<'c>>, id: Uuid) -> Result<Option<(Uuid, Vec<u8>)>> {
    conn.into().find("select person_id, token_hash from password_reset where id = $1", args![id]).await
}

/// How many links were made for somebody since a time.
pub async fn resets_since<'c>(
    conn: impl Into<Conn<'c>>,
    person_id: Uuid,
    since: DateTime<Utc>,
) -> Result<i64> {
    let (n,): (i64,) = conn
        .into()
        .one(
            "select count(*) from password_reset where person_id = $1 and made_at > $2",
            args![person_id, since],
        )
        .await?;
    Ok(n)
}
