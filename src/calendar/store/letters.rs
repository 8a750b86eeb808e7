//! SQL for whom the calendar has written to.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::db::{Conn, Result, Tx};
use crate::{args, row};

/// (date, unit, day by the rule) of everything that was reminded of on an occasion.
pub async fn reminded(
    tx: &mut Tx,
    network_id: Uuid,
    occasion: &str,
) -> Result<HashSet<(Uuid, Uuid, NaiveDate)>> {
    let sql = "select due_id, unit_id, rule_on from due_reminder where network_id = $1 and occasion = $2";
    let rows: Vec<(Uuid, Uuid, NaiveDate)> = Conn::from(tx).all(sql, args![network_id, occasion]).await?;
    Ok(rows.into_iter().collect())
}

pub async fn insert_reminded(
    tx: &mut Tx,
    network_id: Uuid,
    occasion: &str,
    of: &[(Uuid, Uuid, NaiveDate)],
    on: NaiveDate,
) -> Result<()> {
    let row = |(due, unit, rule_on): &(Uuid, Uuid, NaiveDate)| {
        args![network_id, *due, *unit, *rule_on, occasion, on]
    };
    let columns = ["network_id", "due_id", "unit_id", "rule_on", "occasion", "told_on"];
    tx.insert("due_reminder", &columns, of.iter().map(row).collect()).await
}

/// A mail of the calendar to somebody.
#[derive(Clone, Debug)]
pub struct Letter {
    pub person_id: Uuid,
    /// Of each there is one a person.
    pub about: String,
    pub mail_id: Uuid,
    /// Of a report: the date, and the unit.
    pub of: Option<(Uuid, Uuid)>,
}

pub async fn insert_letter(tx: &mut Tx, network_id: Uuid, it: &Letter, now: DateTime<Utc>) -> Result<()> {
    tx.run(
        "insert into due_letter (network_id, person_id, about, mail_id, due_id, unit_id, made_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![
            network_id,
            it.person_id,
            it.about.as_str(),
            it.mail_id,
            it.of.map(|(due, _)| due),
            it.of.map(|(_, unit)| unit),
            now
        ],
    )
    .await?;
    Ok(())
}

/// Who has a letter about this already.
pub async fn written_to<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    about: &str,
) -> Result<HashSet<Uuid>> {
    let sql = "select person_id from due_letter where network_id = $1 and about = $2";
    let rows: Vec<(Uuid,)> = conn.into().all(sql, args![network_id, about]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Everything that reports were mailed about since a time.
pub async fn mailed<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    since: DateTime<Utc>,
) -> Result<HashSet<String>> {
    let sql = "select distinct about from due_letter
               where network_id = $1 and made_at >= $2 and due_id is not null";
    let rows: Vec<(String,)> = conn.into().all(sql, args![network_id, since]).await?;
    Ok(rows.into_iter().map(|(about,)| about).collect())
}

row! {
    /// A letter, and to whom.
    #[derive(Clone, Debug)]
    pub struct Sent {
        pub mail_id: Uuid,
        pub name: String,
        /// The address of the person by now.
        pub mail: String,
        pub due_id: Option<Uuid>,
        pub unit_id: Option<Uuid>,
        pub made_at: DateTime<Utc>,
    }
}

const LETTERS: &str = "select l.mail_id, p.name, p.mail, l.due_id, l.unit_id, l.made_at
    from due_letter l join person p on p.id = l.person_id where l.network_id = $1";

/// The letters of a network since a time that are not sent, latest first.
pub async fn since<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, at: DateTime<Utc>) -> Result<Vec<Sent>> {
    let sql = format!("{LETTERS} and l.made_at >= $2 order by l.made_at desc, p.mail");
    conn.into().all(crate::db::built(sql), args![network_id, at]).await
}

pub async fn letter<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, mail_id: Uuid) -> Result<Option<Sent>> {
    let sql = format!("{LETTERS} and l.mail_id = $2");
    conn.into().find(crate::db::built(sql), args![network_id, mail_id]).await
}
