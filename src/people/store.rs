//! SQL for people, roles, invitations, failed sign-ins and the outbox.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::invitation::Open;
use super::person::{Member, NewPerson, Person};
use crate::access::{Path, RoleKind};
use crate::args;
use crate::db::{Conn, Result, Tx, Value, built};

#[derive(sqlx::FromRow)]
struct PersonRow {
    id: Uuid,
    mail: String,
    name: String,
    language: String,
    password_hash: Option<String>,
    disabled_at: Option<DateTime<Utc>>,
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Person {
        Person {
            id: row.id,
            mail: row.mail,
            name: row.name,
            language: row.language,
            password_hash: row.password_hash,
            disabled_at: row.disabled_at,
        }
    }
}

pub async fn by_mail<'c>(conn: impl Into<Conn<'c>>, mail: &str) -> Result<Option<Person>> {
    let row: Option<PersonRow> = conn
        .into()
        .find(
            "select id, mail, name, language, password_hash, disabled_at from person where mail = $1",
            args![mail],
        )
        .await?;
    Ok(row.map(Person::from))
}

pub async fn insert_person(tx: &mut Tx, new: &NewPerson, now: DateTime<Utc>) -> Result<()> {
    tx.run(
        "insert into person (id, mail, name, language, password_hash, made_at) values ($1, $2, $3, $4, $5, $6)",
        args![new.id, &new.mail, &new.name, &new.language, new.password_hash.clone(), now],
    )
    .await?;
    Ok(())
}

/// Gives an account made without a password its name and password.
pub async fn complete(tx: &mut Tx, id: Uuid, name: &str, hash: &str, language: &str) -> Result<()> {
    tx.run(
        "update person set name = $2, password_hash = $3, language = $4 where id = $1 and password_hash is null",
        args![id, name, hash, language],
    )
    .await?;
    Ok(())
}

pub async fn set_language(tx: &mut Tx, id: Uuid, language: &str) -> Result<()> {
    tx.run("update person set language = $2 where id = $1", args![id, language]).await?;
    Ok(())
}

pub async fn set_name(tx: &mut Tx, id: Uuid, name: &str) -> Result<()> {
    tx.run("update person set name = $2 where id = $1", args![id, name]).await?;
    Ok(())
}

pub async fn set_password(tx: &mut Tx, id: Uuid, hash: &str) -> Result<()> {
    tx.run("update person set password_hash = $2 where id = $1", args![id, hash]).await?;
    Ok(())
}

/// Closes an account: no sign-in, no session. What the person recorded stays. False where there is no such account.
pub async fn disable(tx: &mut Tx, mail: &str, now: DateTime<Utc>) -> Result<bool> {
    let changed = tx
        .run("update person set disabled_at = $2 where mail = $1 and disabled_at is null", args![mail, now])
        .await?;
    Ok(changed > 0)
}

/// Every account with its roles: (mail, name, disabled, role, network, unit code).
pub type Listed = (String, String, bool, Option<String>, Option<String>, Option<String>);

pub async fn list_people<'c>(conn: impl Into<Conn<'c>>, today: NaiveDate) -> Result<Vec<Listed>> {
    conn.into()
        .all(
            "select p.mail, p.name, p.disabled_at is not null as disabled, r.kind, n.code as network, u.code as unit
             from person p
             left join role r on r.person_id = p.id and r.from_on <= $1 and (r.until_on is null or r.until_on > $1)
             left join network n on n.id = r.network_id
             left join unit u on u.network_id = r.network_id and u.id = r.unit_id
             order by p.mail, n.code, u.code, r.kind",
            args![today],
        )
        .await
}

pub struct NewRole {
    pub id: Uuid,
    pub person_id: Uuid,
    pub unit_id: Uuid,
    pub kind: RoleKind,
    pub from_on: NaiveDate,
    pub granted_by: Option<Uuid>,
}

/// Gives a role; where the person holds it there already, nothing changes.
pub async fn insert_role(tx: &mut Tx, network_id: Uuid, new: &NewRole) -> Result<()> {
    tx.run(
        "insert into role (network_id, id, person_id, unit_id, kind, from_on, granted_by)
         select $1, $2, $3, $4, $5, $6, $7 where not exists (
             select 1 from role where network_id = $1 and person_id = $3 and unit_id = $4 and kind = $5
             and until_on is null)",
        args![network_id, new.id, new.person_id, new.unit_id, new.kind.code(), new.from_on, new.granted_by],
    )
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    role_id: Uuid,
    name: String,
    mail: String,
    kind: String,
    unit_id: Uuid,
    from_on: NaiveDate,
}

/// Who holds a role on this unit or, by a role above, may act in it.
pub async fn members<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
) -> Result<Vec<Member>> {
    let ids = path.ids();
    let marks: Vec<String> = (0..ids.len()).map(|n| format!("${}", n + 3)).collect();
    let mut args = args![network_id, today];
    args.extend(ids.into_iter().map(Value::from));
    let sql = format!(
        "select r.id as role_id, p.name, p.mail, r.kind, r.unit_id, r.from_on
         from role r join person p on p.id = r.person_id
         where r.network_id = $1 and r.from_on <= $2 and (r.until_on is null or r.until_on > $2)
           and p.disabled_at is null and r.unit_id in ({}) order by p.name, p.mail",
        marks.join(", ")
    );
    let rows: Vec<MemberRow> = conn.into().all(built(sql), args).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            Some(Member {
                role_id: row.role_id,
                name: row.name,
                mail: row.mail,
                kind: RoleKind::from_code(&row.kind)?,
                unit_id: row.unit_id,
                since: row.from_on,
            })
        })
        .collect())
}

/// Ends a role from today on; false where it is not one of this unit's.
pub async fn end_role(
    tx: &mut Tx,
    network_id: Uuid,
    unit_id: Uuid,
    id: Uuid,
    today: NaiveDate,
) -> Result<bool> {
    let changed = tx
        .run(
            "update role set until_on = $4 where network_id = $1 and unit_id = $2 and id = $3 and until_on is null",
            args![network_id, unit_id, id, today],
        )
        .await?;
    Ok(changed > 0)
}

pub struct NewInvitation {
    pub id: Uuid,
    pub mail: String,
    pub kind: RoleKind,
    pub unit_id: Uuid,
    pub token_hash: Vec<u8>,
    pub by: Option<Uuid>,
    pub made_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

pub async fn insert_invitation(tx: &mut Tx, network_id: Uuid, new: &NewInvitation) -> Result<()> {
    tx.run(
        "insert into invitation (network_id, id, mail, role_kind, unit_id, token_hash, invited_by, made_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            network_id,
            new.id,
            &new.mail,
            new.kind.code(),
            new.unit_id,
            new.token_hash.clone(),
            new.by,
            new.made_at,
            new.expires_at
        ],
    )
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct OpenRow {
    network_id: Uuid,
    id: Uuid,
    mail: String,
    role_kind: String,
    unit_id: Uuid,
    invited_by: Option<Uuid>,
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
             where token_hash = $1 and used_at is null and expires_at > $2",
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

/// Invitations to a unit that nobody has taken up yet: (mail, role, expires).
pub async fn waiting<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<(String, String, DateTime<Utc>)>> {
    conn.into()
        .all(
            "select mail, role_kind, expires_at from invitation
             where network_id = $1 and unit_id = $2 and used_at is null and expires_at > $3 order by made_at",
            args![network_id, unit_id, now],
        )
        .await
}

/// Marks an invitation as used; false where somebody was quicker.
pub async fn use_invitation(tx: &mut Tx, network_id: Uuid, id: Uuid, now: DateTime<Utc>) -> Result<bool> {
    let changed = tx
        .run(
            "update invitation set used_at = $3 where network_id = $1 and id = $2 and used_at is null",
            args![network_id, id, now],
        )
        .await?;
    Ok(changed > 0)
}

pub async fn failures<'c>(conn: impl Into<Conn<'c>>, key: &[u8]) -> Result<Option<(i64, DateTime<Utc>)>> {
    conn.into().find("select failures, last_at from sign_in_failure where key_hash = $1", args![key]).await
}

/// One more failure; those from before `forgotten` no longer count.
pub async fn count_failure(
    tx: &mut Tx,
    key: &[u8],
    now: DateTime<Utc>,
    forgotten: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into sign_in_failure (key_hash, failures, last_at) values ($1, 1, $2)
         on conflict (key_hash) do update set
            failures = case when sign_in_failure.last_at < $3 then 1 else sign_in_failure.failures + 1 end,
            last_at = excluded.last_at",
        args![key, now, forgotten],
    )
    .await?;
    Ok(())
}

pub async fn forget_failures(tx: &mut Tx, key: &[u8]) -> Result<()> {
    tx.run("delete from sign_in_failure where key_hash = $1", args![key]).await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
pub struct Mail {
    pub id: Uuid,
    pub recipient: String,
    pub subject: String,
    pub body: String,
    pub tries: i64,
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

pub async fn due_mails<'c>(conn: impl Into<Conn<'c>>, now: DateTime<Utc>) -> Result<Vec<Mail>> {
    conn.into()
        .all(
            "select id, recipient, subject, body, tries from outbox_mail
             where sent_at is null and refused is null and due_at <= $1 order by due_at limit 50",
            args![now],
        )
        .await
}

/// A sent mail keeps no body: a link in it would open an account.
pub async fn mail_sent(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    tx.run("update outbox_mail set sent_at = $2, body = '' where id = $1", args![id, now]).await?;
    Ok(())
}

pub async fn mail_failed(
    tx: &mut Tx,
    id: Uuid,
    due_at: DateTime<Utc>,
    refused: Option<String>,
) -> Result<()> {
    tx.run(
        "update outbox_mail set tries = tries + 1, due_at = $2, refused = $3 where id = $1",
        args![id, due_at, refused],
    )
    .await?;
    Ok(())
}
