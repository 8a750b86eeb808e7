//! SQL for invitations.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::RoleKind;
use crate::db::{Conn, Result, Tx};
use crate::people::invitation::Open;
use crate::{args, row};

pub struct NewInvitation {
    pub id: Uuid,
    pub mail: String,
    pub kind: RoleKind,
    pub unit_id: Uuid,
    pub token_hash: Vec<u8>,
    pub by: Option<Uuid>,
    pub made_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// The mail that carries the link; none where it is passed on by hand.
    pub mail_id: Option<Uuid>,
}

pub async fn insert_invitation(tx: &mut Tx, network_id: Uuid, new: &NewInvitation) -> Result<()> {
    tx.run(
        "insert into invitation (network_id, id, mail, role_kind, unit_id, token_hash, invited_by, made_at, expires_at,
                                 mail_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            network_id,
            new.id,
            &new.mail,
            new.kind.code(),
            new.unit_id,
            new.token_hash.clone(),
            new.by,
            new.made_at,
            new.expires_at,
            new.mail_id
        ],
    )
    .await?;
    Ok(())
}

row! {
    struct OpenRow {
        network_id: Uuid,
        id: Uuid,
        mail: String,
        role_kind: String,
        unit_id: Uuid,
        invited_by: Option<Uuid>,
    }
}

pub async fn open_invitation<'c>(
    conn: impl Into<Conn<'c>>,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Open>> {
    let row: Option<OpenRow> = conn
        .into()
        .find(
            "select network_id, id, mail, role_kind, unit_id, invited_by from invitation
             where token_hash = $1 and used_at is null and withdrawn_at is null and expires_at > $2",
            args![token_hash, now],
        )
        .await?;
    Ok(row.and_then(|row| {
        Some(Open {
            network_id: row.network_id,
            id: row.id,
            mail: row.mail,
            kind: RoleKind::from_code(&row.role_kind)?,
            unit_id: row.unit_id,
            invited_by: row.invited_by,
        })
    }))
}

row! {
    /// An invitation that nobody has taken up yet.
    pub struct Waiting {
        pub id: Uuid,
        pub mail: String,
        pub role_kind: String,
        pub token_hash: Vec<u8>,
        pub expires_at: DateTime<Utc>,
        /// The mail that carries its link, and how far that has come: none where the link is passed on by hand, or where
        /// the mail was another server's, from which this one was restored.
        pub mail_id: Option<Uuid>,
        pub mail_sent_at: Option<DateTime<Utc>>,
        pub mail_refused: Option<String>,
        pub mail_trouble: Option<String>,
    }
}

/// The invitations to a unit that wait.
pub async fn waiting<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<Waiting>> {
    conn.into()
        .all(
            "select i.id, i.mail, i.role_kind, i.token_hash, i.expires_at, m.id as mail_id, m.sent_at as mail_sent_at,
                    m.refused as mail_refused, m.trouble as mail_trouble
             from invitation i left join outbox_mail m on m.id = i.mail_id
             where i.network_id = $1 and i.unit_id = $2 and i.used_at is null and i.withdrawn_at is null
               and i.expires_at > $3 order by i.made_at, i.id",
            args![network_id, unit_id, now],
        )
        .await
}

/// Marks an invitation as used; false where somebody was quicker.
pub async fn use_invitation(tx: &mut Tx, network_id: Uuid, id: Uuid, now: DateTime<Utc>) -> Result<bool> {
    let changed = tx
        .run(
            "update invitation set used_at = $3 where network_id = $1 and id = $2 and used_at is null
             and withdrawn_at is null",
            args![network_id, id, now],
        )
        .await?;
    Ok(changed > 0)
}

/// Takes an invitation back, and its mail where that has not gone out; false where it was taken up, taken back or
/// never made here.
pub async fn withdraw_invitation(
    tx: &mut Tx,
    network_id: Uuid,
    unit_id: Uuid,
    id: Uuid,
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let changed = tx
        .run(
            "update invitation set withdrawn_at = $5, withdrawn_by = $4
             where network_id = $1 and unit_id = $2 and id = $3 and used_at is null and withdrawn_at is null",
            args![network_id, unit_id, id, by, now],
        )
        .await?;
    if changed > 0 {
        tx.run(
            "update outbox_mail set refused = 'taken back', body = ''
             where sent_at is null and refused is null
               and id = (select mail_id from invitation where network_id = $1 and id = $2)",
            args![network_id, id],
        )
        .await?;
    }
    Ok(changed > 0)
}

row! {
    /// An invitation that waits, anywhere on the server.
    pub struct Anywhere {
        pub id: Uuid,
        pub network_id: Uuid,
        pub unit_id: Uuid,
        pub mail: String,
        pub role_kind: String,
        pub network: String,
        pub unit: String,
        pub zone: String,
        pub expires_at: DateTime<Utc>,
        pub mail_id: Option<Uuid>,
        pub mail_sent_at: Option<DateTime<Utc>>,
        pub mail_refused: Option<String>,
        pub mail_trouble: Option<String>,
    }
}

/// Every invitation that waits, of all networks.
pub async fn all_waiting<'c>(conn: impl Into<Conn<'c>>, now: DateTime<Utc>) -> Result<Vec<Anywhere>> {
    conn.into()
        .all(
            "select i.id, i.network_id, i.unit_id, i.mail, i.role_kind, n.code as network, u.code as unit, n.zone,
                    i.expires_at, m.id as mail_id, m.sent_at as mail_sent_at, m.refused as mail_refused,
                    m.trouble as mail_trouble
             from invitation i
             join network n on n.id = i.network_id
             join unit u on u.network_id = i.network_id and u.id = i.unit_id
             left join outbox_mail m on m.id = i.mail_id
             where i.used_at is null and i.withdrawn_at is null and i.expires_at > $1
             order by i.mail, n.code, u.code, i.made_at, i.id",
            args![now],
        )
        .await
}

/// How many invitations somebody has made since a time.
pub async fn invited_since<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    by: Uuid,
    since: DateTime<Utc>,
) -> Result<i64> {
    let (n,): (i64,) = conn
        .into()
        .one(
            "select count(*) from invitation where network_id = $1 and invited_by = $2 and made_at > $3",
            args![network_id, by, since],
        )
        .await?;
    Ok(n)
}
