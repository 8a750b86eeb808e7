//! SQL for reports themselves.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::db::{Conn, Result, Tx, Value, built};
use crate::reports::report::{Finished, Report};
use crate::{args, row};

row! {
    struct Row {
        id: Uuid,
        unit_id: Uuid,
        template_code: String,
        template_version: i64,
        period: String,
        from_on: NaiveDate,
        until_on: NaiveDate,
        language: String,
        supersedes_id: Option<Uuid>,
        made_by_name: String,
        made_at: DateTime<Utc>,
        finished_by_name: String,
        finished_at: Option<DateTime<Utc>>,
        change_seq: Option<i64>,
    }
}

impl From<Row> for Report {
    fn from(row: Row) -> Report {
        let (by, seq) = (row.finished_by_name, row.change_seq.unwrap_or(0));
        Report {
            id: row.id,
            unit_id: row.unit_id,
            template: row.template_code,
            template_version: row.template_version,
            period: row.period,
            from: row.from_on,
            until: row.until_on,
            language: row.language,
            supersedes: row.supersedes_id,
            made_by: row.made_by_name,
            made_at: row.made_at,
            finished: row.finished_at.map(|at| Finished { by, at, change_seq: seq }),
        }
    }
}

async fn where_is(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Report>> {
    let sql = format!(
        "select r.id, r.unit_id, r.template_code, r.template_version, r.period, r.from_on, r.until_on, r.language,
                r.supersedes_id, coalesce(nullif(m.name, ''), m.mail, '') as made_by_name, r.made_at,
                coalesce(nullif(f.name, ''), f.mail, '') as finished_by_name, r.finished_at, r.change_seq
         from report r left join person m on m.id = r.made_by left join person f on f.id = r.finished_by
         where {which}
         order by r.from_on desc, r.until_on desc, r.id desc"
    );
    let rows: Vec<Row> = conn.all(built(sql), args).await?;
    Ok(rows.into_iter().map(Report::from).collect())
}

/// A report; none that was thrown away.
pub async fn find<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Report>> {
    let which = "r.network_id = $1 and r.id = $2 and r.discarded_at is null";
    Ok(where_is(conn.into(), which, args![network_id, id]).await?.pop())
}

/// A draft that was thrown away.
pub async fn thrown_away<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    id: Uuid,
) -> Result<Option<Report>> {
    let which = "r.network_id = $1 and r.id = $2 and r.discarded_at is not null";
    Ok(where_is(conn.into(), which, args![network_id, id]).await?.pop())
}

/// A unit's reports, the latest period first.
pub async fn all<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, unit_id: Uuid) -> Result<Vec<Report>> {
    let which = "r.network_id = $1 and r.unit_id = $2 and r.discarded_at is null";
    where_is(conn.into(), which, args![network_id, unit_id]).await
}

row! {
    /// A report that is finished.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct FinishedOne {
        pub id: Uuid,
        pub unit_id: Uuid,
        pub template: String,
        pub period: String,
    }
}

/// Every finished report of a network about a time within these days, the last finished last.
pub async fn finished<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<Vec<FinishedOne>> {
    let sql = "select id, unit_id, template_code as template, period from report
               where network_id = $1 and finished_at is not null and from_on >= $2 and until_on <= $3
               order by finished_at, id";
    conn.into().all(sql, args![network_id, from, until]).await
}

/// The finished one that took a report's place.
pub async fn superseded_by<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    id: Uuid,
) -> Result<Option<Report>> {
    let which = "r.network_id = $1 and r.supersedes_id = $2 and r.finished_at is not null";
    Ok(where_is(conn.into(), which, args![network_id, id]).await?.into_iter().next())
}

/// Whether there ever was one with this id.
async fn exists(tx: &mut Tx, network_id: Uuid, id: Uuid) -> Result<bool> {
    let sql = "select 1 from report where network_id = $1 and id = $2";
    let found: Option<(i32,)> = Conn::from(tx).find(sql, args![network_id, id]).await?;
    Ok(found.is_some())
}

/// Keeps a new draft; false where there is one with this id.
pub async fn insert(tx: &mut Tx, network_id: Uuid, it: &Report, by: Option<Uuid>) -> Result<bool> {
    if exists(tx, network_id, it.id).await? {
        return Ok(false);
    }
    tx.run(
        "insert into report (network_id, id, unit_id, template_code, template_version, period, from_on, until_on,
                             language, supersedes_id, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        args![
            network_id,
            it.id,
            it.unit_id,
            it.template.as_str(),
            it.template_version,
            it.period.as_str(),
            it.from,
            it.until,
            it.language.as_str(),
            it.supersedes,
            by,
            it.made_at
        ],
    )
    .await?;
    Ok(true)
}

/// Throws a draft away; false where it is none.
pub async fn discard(tx: &mut Tx, network_id: Uuid, id: Uuid, now: DateTime<Utc>) -> Result<bool> {
    let sql = "update report set discarded_at = $3
               where network_id = $1 and id = $2 and finished_at is null and discarded_at is null";
    Ok(tx.run(sql, args![network_id, id, now]).await? > 0)
}

/// The last finished one of the same: unit, template, period and language.
pub async fn last_of<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, it: &Report) -> Result<Option<Uuid>> {
    let sql = "select id from report
               where network_id = $1 and unit_id = $2 and template_code = $3 and period = $4 and language = $5
                 and finished_at is not null and id <> $6
               order by finished_at desc, id desc limit 1";
    let of =
        args![network_id, it.unit_id, it.template.as_str(), it.period.as_str(), it.language.as_str(), it.id];
    let found: Option<(Uuid,)> = conn.into().find(sql, of).await?;
    Ok(found.map(|(id,)| id))
}

/// Makes a draft final, in the place of another one perhaps; false where it is none any more.
pub async fn finish(
    tx: &mut Tx,
    network_id: Uuid,
    (id, supersedes): (Uuid, Option<Uuid>),
    by: Option<Uuid>,
    (at, change_seq): (DateTime<Utc>, i64),
    document: &str,
) -> Result<bool> {
    let sql = "update report set finished_by = $3, finished_at = $4, change_seq = $5, document = $6, supersedes_id = $7
               where network_id = $1 and id = $2 and finished_at is null and discarded_at is null";
    Ok(tx.run(sql, args![network_id, id, by, at, change_seq, document, supersedes]).await? > 0)
}

/// What a finished report prints.
pub async fn document<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<String>> {
    let sql = "select document from report where network_id = $1 and id = $2 and finished_at is not null";
    let found: Option<(Option<String>,)> = conn.into().find(sql, args![network_id, id]).await?;
    Ok(found.and_then(|(document,)| document))
}
