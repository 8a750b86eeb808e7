//! SQL for people.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::clock::{Day, holds, zone};
use crate::db::{Conn, Result, Tx, Value, built};
use crate::people::person::{NewPerson, Person};
use crate::{args, row};

row! {
    struct PersonRow {
        id: Uuid,
        mail: String,
        name: String,
        language: String,
        password_hash: Option<String>,
        disabled_at: Option<DateTime<Utc>>,
    }
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

/// The person of whom this is so; at most one, by a key.
pub async fn find_person(conn: Conn<'_>, so: &'static str, args: Vec<Value>) -> Result<Option<Person>> {
    let sql = format!("select id, mail, name, language, password_hash, disabled_at from person where {so}");
    let row: Option<PersonRow> = conn.find(built(sql), args).await?;
    Ok(row.map(Person::from))
}

pub async fn by_mail<'c>(conn: impl Into<Conn<'c>>, mail: &str) -> Result<Option<Person>> {
    find_person(conn.into(), "mail = $1", args![mail]).await
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

/// Opens a closed account again, with a new name and password. False where it is not closed.
pub async fn reopen(tx: &mut Tx, id: Uuid, name: &str, hash: &str, language: &str) -> Result<bool> {
    let changed = tx
        .run(
            "update person set name = $2, password_hash = $3, language = $4, disabled_at = null
             where id = $1 and disabled_at is not null",
            args![id, name, hash, language],
        )
        .await?;
    Ok(changed > 0)
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

/// Closes an account. False where there is no such open one.
pub async fn disable(tx: &mut Tx, mail: &str, now: DateTime<Utc>) -> Result<bool> {
    let changed = tx
        .run("update person set disabled_at = $2 where mail = $1 and disabled_at is null", args![mail, now])
        .await?;
    Ok(changed > 0)
}

/// Opens a closed account again, with the roles it has. False where there is no such closed one.
pub async fn enable(tx: &mut Tx, mail: &str) -> Result<bool> {
    let changed = tx
        .run("update person set disabled_at = null where mail = $1 and disabled_at is not null", args![mail])
        .await?;
    Ok(changed > 0)
}

row! {
    /// An account, once for each of its roles.
    pub struct Listed {
        pub mail: String,
        pub name: String,
        pub disabled: bool,
        pub kind: Option<String>,
        pub network: Option<String>,
        pub unit: Option<String>,
        zone: Option<String>,
        from_on: Option<NaiveDate>,
        /// First day the role no longer holds; of an account without one, the day its last role ended.
        pub until_on: Option<NaiveDate>,
        ended_on: Option<NaiveDate>,
    }
}

/// Every account with the roles it holds on a day of their network.
pub async fn list_people<'c>(conn: impl Into<Conn<'c>>, on: Day) -> Result<Vec<Listed>> {
    let (first, last) = on.span();
    let mut rows: Vec<Listed> = conn
        .into()
        .all(
            "select p.mail, p.name, p.disabled_at is not null as disabled, r.kind, n.code as network, u.code as unit,
                    n.zone, r.from_on, r.until_on,
                    (select max(x.until_on) from role x where x.person_id = p.id) as ended_on
             from person p
             left join role r on r.person_id = p.id and r.from_on <= $2 and (r.until_on is null or r.until_on > $1)
             left join network n on n.id = r.network_id
             left join unit u on u.network_id = r.network_id and u.id = r.unit_id
             order by p.mail, n.code, u.code, r.kind",
            args![first, last],
        )
        .await?;
    for row in &mut rows {
        let held =
            |from| holds(from, row.until_on, on.in_zone(zone(row.zone.as_deref().unwrap_or_default())));
        if !row.from_on.is_some_and(held) {
            (row.kind, row.network, row.unit) = (None, None, None);
            row.until_on = row.ended_on;
        }
    }
    // An account whose only role begins tomorrow or ended today is still an account.
    rows.sort_by_key(|row| (row.mail.clone(), row.kind.is_none()));
    rows.dedup_by(|row, before| row.kind.is_none() && row.mail == before.mail);
    Ok(rows)
}
