//! SQL for the calendar: its dates, what is set apart of one year, forms that were handed in.

mod letters;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::rule::{Covers, Due, Exception, Kind, Rule, Send, When};
use crate::db::{Conn, DbError, Result, Tx, Value, built};
use crate::i18n::Text18;
use crate::{args, row};

pub use letters::{
    Letter, Sent, insert_letter, insert_reminded, letter, mailed, reminded, since as letters_since,
    written_to,
};

row! {
    struct Row {
        id: Uuid,
        kind: String,
        name: String,
        template_code: Option<String>,
        covers: Option<String>,
        unit_id: Uuid,
        unit_kind: Option<String>,
        month: Option<i64>,
        day: Option<i64>,
        from_month: Option<i64>,
        from_day: Option<i64>,
        remind: bool,
        send: String,
        to_viewers: bool,
        to_mentors: bool,
        since_on: NaiveDate,
        dated_on: NaiveDate,
        until_on: Option<NaiveDate>,
        version: i64,
        by_name: String,
        saved_at: DateTime<Utc>,
    }
}

fn number(n: Option<i64>) -> Option<u32> {
    n.and_then(|n| u32::try_from(n).ok())
}

impl TryFrom<Row> for Rule {
    type Error = DbError;
    fn try_from(row: Row) -> Result<Rule> {
        let known = |what: &str, code: &str| DbError::Setting(format!("a date has no known {what}: {code}"));
        let covers = match &row.covers {
            Some(code) => Some(Covers::from_code(code).ok_or_else(|| known("time", code))?),
            None => None,
        };
        let due = Due {
            kind: Kind::from_code(&row.kind).ok_or_else(|| known("kind", &row.kind))?,
            name: Text18::from_json(&row.name),
            template: row.template_code,
            covers,
            unit_id: row.unit_id,
            unit_kind: row.unit_kind,
            when: When {
                month: number(row.month),
                day: number(row.day),
                from: number(row.from_month).map(|month| (month, number(row.from_day))),
            },
            remind: row.remind,
            send: Send::from_code(&row.send).ok_or_else(|| known("way to be sent", &row.send))?,
            to_viewers: row.to_viewers,
            to_mentors: row.to_mentors,
        };
        Ok(Rule {
            id: row.id,
            due,
            version: row.version,
            since_on: row.since_on,
            dated_on: row.dated_on,
            until_on: row.until_on,
            by: row.by_name,
            at: row.saved_at,
        })
    }
}

async fn where_is(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Rule>> {
    let sql = format!(
        "select d.id, d.kind, d.name, d.template_code, d.covers, d.unit_id, d.unit_kind, d.month, d.day,
                d.from_month, d.from_day, d.remind, d.send, d.to_viewers, d.to_mentors, d.since_on, d.dated_on,
                d.until_on, d.version, coalesce(nullif(p.name, ''), p.mail, '') as by_name, d.saved_at
         from due d left join person p on p.id = d.saved_by
         where d.network_id = $1 {which} order by d.id"
    );
    let rows: Vec<Row> = conn.all(built(sql), args).await?;
    rows.into_iter().map(Rule::try_from).collect()
}

/// Every date of a network's calendar, those that were taken out too.
pub async fn rules<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<Rule>> {
    where_is(conn.into(), "", args![network_id]).await
}

pub async fn rule<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Rule>> {
    Ok(where_is(conn.into(), "and d.id = $2", args![network_id, id]).await?.pop())
}

/// The networks that have a calendar.
pub async fn networks<'c>(conn: impl Into<Conn<'c>>) -> Result<Vec<Uuid>> {
    let rows: Vec<(Uuid,)> =
        conn.into().all("select distinct network_id from due where until_on is null", args![]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Writes a date as it is to stand: a new one, or the next version of one there is.
pub async fn put(tx: &mut Tx, network_id: Uuid, it: &Rule, by: Option<Uuid>) -> Result<()> {
    let due = &it.due;
    let others = [
        "kind",
        "name",
        "template_code",
        "covers",
        "unit_id",
        "unit_kind",
        "month",
        "day",
        "from_month",
        "from_day",
        "remind",
        "send",
        "to_viewers",
        "to_mentors",
        "since_on",
        "dated_on",
        "until_on",
        "version",
        "saved_by",
        "saved_at",
    ];
    let row = args![
        network_id,
        it.id,
        due.kind.code(),
        &due.name,
        due.template.clone(),
        due.covers.map(Covers::code),
        due.unit_id,
        due.unit_kind.clone(),
        due.when.month,
        due.when.day,
        due.when.from.map(|(month, _)| month),
        due.when.from.and_then(|(_, day)| day),
        due.remind,
        due.send.code(),
        due.to_viewers,
        due.to_mentors,
        it.since_on,
        it.dated_on,
        it.until_on,
        it.version,
        by,
        it.at
    ];
    tx.put("due", &["network_id", "id"], &others, vec![row]).await
}

pub async fn exceptions<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<Exception>> {
    let sql =
        "select due_id, rule_on, moved_to from due_exception where network_id = $1 order by due_id, rule_on";
    let rows: Vec<(Uuid, NaiveDate, Option<NaiveDate>)> = conn.into().all(sql, args![network_id]).await?;
    let one = |(due_id, rule_on, moved_to)| Exception { due_id, rule_on, moved_to };
    Ok(rows.into_iter().map(one).collect())
}

/// Sets one year's date apart.
pub async fn put_exception(
    tx: &mut Tx,
    network_id: Uuid,
    it: &Exception,
    by: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = args![network_id, it.due_id, it.rule_on, it.moved_to, by, now];
    let key = ["network_id", "due_id", "rule_on"];
    tx.put("due_exception", &key, &["moved_to", "set_by", "set_at"], vec![row]).await
}

/// From now on the rule holds again for that year's date.
pub async fn drop_exception(tx: &mut Tx, network_id: Uuid, due_id: Uuid, rule_on: NaiveDate) -> Result<()> {
    let sql = "delete from due_exception where network_id = $1 and due_id = $2 and rule_on = $3";
    tx.run(sql, args![network_id, due_id, rule_on]).await?;
    Ok(())
}

/// (date, unit, period) of every form that was handed in.
pub async fn handed_in<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<(Uuid, Uuid, String)>> {
    conn.into()
        .all("select due_id, unit_id, period from due_done where network_id = $1", args![network_id])
        .await
}

pub async fn hand_in(
    tx: &mut Tx,
    network_id: Uuid,
    (due_id, unit_id, period): (Uuid, Uuid, &str),
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into due_done (network_id, due_id, unit_id, period, done_by, done_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (network_id, due_id, unit_id, period) do nothing",
        args![network_id, due_id, unit_id, period, by, now],
    )
    .await?;
    Ok(())
}

pub async fn take_back(
    tx: &mut Tx,
    network_id: Uuid,
    (due_id, unit_id, period): (Uuid, Uuid, &str),
) -> Result<()> {
    let sql = "delete from due_done where network_id = $1 and due_id = $2 and unit_id = $3 and period = $4";
    tx.run(sql, args![network_id, due_id, unit_id, period]).await?;
    Ok(())
}
