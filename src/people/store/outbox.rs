//! SQL for the outbox.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::{Conn, Result, Tx};
use crate::{args, row};

row! {
    pub struct Mail {
        pub id: Uuid,
        pub recipient: String,
        pub subject: String,
        pub body: String,
        pub tries: i64,
    }
}

pub async fn insert_mail(
    tx: &mut Tx,
    id: Uuid,
    to: &str,
    subject: &str,
    body: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into outbox_mail (id, recipient, subject, body, due_at, tries) values ($1, $2, $3, $4, $5, 0)",
        args![id, to, subject, body, now],
    )
    .await?;
    Ok(())
}

/// Takes the mail that has waited longest, for this process alone until `until`; its tries include this one.
pub async fn claim_mail(tx: &mut Tx, now: DateTime<Utc>, until: DateTime<Utc>) -> Result<Option<Mail>> {
    // Where two choose the same, the second waits for the first to commit, finds it no longer due and takes none.
    Conn::from(tx)
        .find(
            "update outbox_mail set due_at = $2, tries = tries + 1
             where due_at <= $1 and id = (
                 select id from outbox_mail where sent_at is null and refused is null and due_at <= $1
                 order by due_at, id limit 1)
             returning id, recipient, subject, body, tries",
            args![now, until],
        )
        .await
}

/// A sent mail keeps no body: a link in it would open an account.
pub async fn mail_sent(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    tx.run("update outbox_mail set sent_at = $2, body = '', trouble = null where id = $1", args![id, now])
        .await?;
    Ok(())
}

/// A mail that was not taken: why, as a code, and when to try again, or (what the server said) never.
pub async fn mail_failed(
    tx: &mut Tx,
    id: Uuid,
    due_at: DateTime<Utc>,
    trouble: &str,
    refused: Option<String>,
) -> Result<()> {
    // One that was taken back while it was tried stays so.
    tx.run(
        "update outbox_mail set due_at = $2, trouble = $3, refused = coalesce(refused, $4) where id = $1",
        args![id, due_at, trouble, refused],
    )
    .await?;
    Ok(())
}
