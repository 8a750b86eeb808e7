//! SQL for plans.

pub mod counts;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::document::{Head, Part};
use crate::db::{Conn, DbError, Result, Tx, Value, built};
use crate::units::Unit;
use crate::{args, row};

/// A plan without its parts.
#[derive(Clone, Debug)]
pub struct Held {
    pub id: Uuid,
    pub year: i32,
    pub head: Stored<Head>,
}

/// Something that is kept, with who saved it last.
#[derive(Clone, Debug)]
pub struct Stored<T> {
    pub version: i64,
    pub by: String,
    pub at: DateTime<Utc>,
    pub dropped_at: Option<DateTime<Utc>>,
    pub what: T,
}

fn json(it: &impl Serialize) -> Result<String> {
    serde_json::to_string(it).map_err(DbError::garbled)
}

fn of_json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(DbError::garbled)
}

row! {
    struct PlanRow {
        id: Uuid,
        year: i64,
        version: i64,
        body: String,
        by_name: String,
        saved_at: DateTime<Utc>,
    }
}

row! {
    struct PartRow {
        version: i64,
        body: String,
        by_name: String,
        saved_at: DateTime<Utc>,
        dropped_at: Option<DateTime<Utc>>,
    }
}

fn stored<T: DeserializeOwned>(row: PartRow) -> Result<Stored<T>> {
    let (version, by, at) = (row.version, row.by_name, row.saved_at);
    Ok(Stored { version, by, at, dropped_at: row.dropped_at, what: of_json(&row.body)? })
}

async fn plans_where(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Held>> {
    let sql = format!(
        "select l.id, l.year, l.version, l.body, coalesce(nullif(p.name, ''), p.mail, '') as by_name, l.saved_at
         from plan l left join person p on p.id = l.saved_by
         where l.network_id = $1 and l.unit_id = $2 and {which} order by l.year desc"
    );
    let rows: Vec<PlanRow> = conn.all(built(sql), args).await?;
    rows.into_iter()
        .map(|row| {
            let year = i32::try_from(row.year).map_err(|_| DbError::Setting("a plan of no year".into()))?;
            let what = of_json(&row.body)?;
            let head =
                Stored { version: row.version, by: row.by_name, at: row.saved_at, dropped_at: None, what };
            Ok(Held { id: row.id, year, head })
        })
        .collect()
}

/// A unit's plans, the latest year first.
pub async fn all<'c>(conn: impl Into<Conn<'c>>, unit: &Unit) -> Result<Vec<Held>> {
    plans_where(conn.into(), "l.year > 0", args![unit.network.id, unit.id]).await
}

/// A unit's plan of a year.
pub async fn of_year<'c>(conn: impl Into<Conn<'c>>, unit: &Unit, year: i32) -> Result<Option<Held>> {
    let args = args![unit.network.id, unit.id, i64::from(year)];
    Ok(plans_where(conn.into(), "l.year = $3", args).await?.pop())
}

/// Every part of a plan in reading order, also those that were taken out.
pub async fn parts<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    plan_id: Uuid,
) -> Result<Vec<Stored<Part>>> {
    let sql = "select t.version, t.body, coalesce(nullif(p.name, ''), p.mail, '') as by_name, t.saved_at, t.dropped_at
               from plan_part t left join person p on p.id = t.saved_by
               where t.network_id = $1 and t.plan_id = $2 order by t.position, t.code";
    let rows: Vec<PartRow> = conn.into().all(sql, args![network_id, plan_id]).await?;
    rows.into_iter().map(stored).collect()
}

/// Every version of a part, the latest first.
pub async fn versions<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    plan_id: Uuid,
    code: &str,
) -> Result<Vec<Stored<Part>>> {
    let sql = "select e.version, e.body, coalesce(nullif(p.name, ''), p.mail, '') as by_name, e.saved_at, t.dropped_at
               from plan_earlier e left join person p on p.id = e.saved_by
               join plan_part t on t.network_id = e.network_id and t.plan_id = e.plan_id and t.code = e.code
               where e.network_id = $1 and e.plan_id = $2 and e.code = $3 order by e.version desc";
    let rows: Vec<PartRow> = conn.into().all(sql, args![network_id, plan_id, code]).await?;
    rows.into_iter().map(stored).collect()
}

/// Every part of a plan as it ever stood.
pub async fn ever<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, plan_id: Uuid) -> Result<Vec<Part>> {
    let sql = "select body from plan_earlier where network_id = $1 and plan_id = $2 and code <> ''
               order by code, version";
    let rows: Vec<(String,)> = conn.into().all(sql, args![network_id, plan_id]).await?;
    rows.into_iter().map(|(body,)| of_json(&body)).collect()
}

/// Who writes, and when.
#[derive(Clone, Copy, Debug)]
pub struct By {
    pub person: Option<Uuid>,
    pub at: DateTime<Utc>,
}

async fn keep(
    tx: &mut Tx,
    (network_id, plan_id, code): (Uuid, Uuid, &str),
    (version, body): (i64, &str),
    by: By,
) -> Result<()> {
    tx.run(
        "insert into plan_earlier (network_id, plan_id, code, version, body, saved_by, saved_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![network_id, plan_id, code, version, body, by.person, by.at],
    )
    .await?;
    Ok(())
}

/// A plan that is not there yet.
pub async fn insert(tx: &mut Tx, unit: &Unit, (id, year): (Uuid, i32), head: &Head, by: By) -> Result<()> {
    let body = json(head)?;
    tx.run(
        "insert into plan (network_id, id, unit_id, year, version, body, saved_by, saved_at)
         values ($1, $2, $3, $4, 1, $5, $6, $7)",
        args![unit.network.id, id, unit.id, i64::from(year), body.as_str(), by.person, by.at],
    )
    .await?;
    keep(tx, (unit.network.id, id, ""), (1, &body), by).await
}

/// The next version of what stands before the parts.
pub async fn put_head(tx: &mut Tx, network_id: Uuid, it: &Held, head: &Head, by: By) -> Result<()> {
    let (version, body) = (it.head.version + 1, json(head)?);
    tx.run(
        "update plan set version = $3, body = $4, saved_by = $5, saved_at = $6 where network_id = $1 and id = $2",
        args![network_id, it.id, version, body.as_str(), by.person, by.at],
    )
    .await?;
    keep(tx, (network_id, it.id, ""), (version, &body), by).await
}

/// A version of a part; one that was taken out is back with it.
pub async fn put_part(
    tx: &mut Tx,
    network_id: Uuid,
    plan_id: Uuid,
    (part, version): (&Part, i64),
    by: By,
) -> Result<()> {
    let body = json(part)?;
    tx.run(
        "insert into plan_part (network_id, plan_id, code, position, version, body, saved_by, saved_at)
         values ($1, $2, $3, 0, $4, $5, $6, $7)
         on conflict (network_id, plan_id, code) do update
         set version = excluded.version, body = excluded.body, saved_by = excluded.saved_by,
             saved_at = excluded.saved_at, dropped_at = null",
        args![network_id, plan_id, part.code.as_str(), version, body.as_str(), by.person, by.at],
    )
    .await?;
    keep(tx, (network_id, plan_id, &part.code), (version, &body), by).await
}

/// In which order parts are read.
pub async fn put_order(tx: &mut Tx, network_id: Uuid, plan_id: Uuid, codes: &[&str]) -> Result<()> {
    for (place, code) in (0i64..).zip(codes) {
        tx.run(
            "update plan_part set position = $4
             where network_id = $1 and plan_id = $2 and code = $3 and position <> $4",
            args![network_id, plan_id, *code, place],
        )
        .await?;
    }
    Ok(())
}

/// Takes a part out, or brings it back.
pub async fn take_out(
    tx: &mut Tx,
    network_id: Uuid,
    plan_id: Uuid,
    code: &str,
    at: Option<DateTime<Utc>>,
) -> Result<()> {
    let sql = "update plan_part set dropped_at = $4 where network_id = $1 and plan_id = $2 and code = $3";
    tx.run(sql, args![network_id, plan_id, code, at]).await?;
    Ok(())
}
