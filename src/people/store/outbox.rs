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

row! {
    /// What goes along with a mail.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct File {
        pub name: String,
        pub media_type: String,
        pub body: Vec<u8>,
    }
}

pub async fn insert_files(tx: &mut Tx, mail_id: Uuid, files: Vec<File>) -> Result<()> {
    let row = |(position, file): (i64, File)| args![mail_id, position, file.name, file.media_type, file.body];
    let columns = ["mail_id", "position", "name", "media_type", "body"];
    tx.insert("outbox_file", &columns, (1..).zip(files).map(row).collect()).await
}

pub async fn files_of<'c>(conn: impl Into<Conn<'c>>, mail_id: Uuid) -> Result<Vec<File>> {
    let sql = "select name, media_type, body from outbox_file where mail_id = $1 order by position";
    conn.into().all(sql, args![mail_id]).await
}

/// Removes what went along with mails that were refused before a time.
pub async fn forget_files(tx: &mut Tx, before: DateTime<Utc>) -> Result<()> {
    let sql = "delete from outbox_file where mail_id in (
                   select id from outbox_mail where refused is not null and sent_at is null and due_at < $1)";
    tx.run(sql, args![before]).await?;
    Ok(())
}

row! {
    /// A mail that is not out yet: to whom, and what its stage is made of.
    pub struct Unsent {
        pub id: Uuid,
        pub recipient: String,
        pub refused: Option<String>,
        pub trouble: Option<String>,
    }
}

/// Mails that a server did not take, for good or so far.
pub async fn not_taken<'c>(conn: impl Into<Conn<'c>>) -> Result<Vec<Unsent>> {
    let sql = "select id, recipient, refused, trouble from outbox_mail
               where sent_at is null and (refused is not null or trouble is not null) order by id";
    conn.into().many(sql, args![]).await
}

/// Lets a refused mail be tried anew, to the address that holds by now; false where it was not refused.
pub async fn try_again(tx: &mut Tx, id: Uuid, to: &str, now: DateTime<Utc>) -> Result<bool> {
    let sql = "update outbox_mail set recipient = $2, due_at = $3, tries = 0, refused = null, trouble = null
               where id = $1 and sent_at is null and refused is not null";
    Ok(tx.run(sql, args![id, to, now]).await? > 0)
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

/// A sent mail keeps no body, for a link in it would open an account, and nothing that went along.
pub async fn mail_sent(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    tx.run("delete from outbox_file where mail_id = $1", args![id]).await?;
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
