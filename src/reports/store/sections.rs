//! SQL for what is written in reports.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::{Conn, Result, Tx, Value, built};
use crate::reports::report::Written;
use crate::{args, row};

row! {
    struct Row {
        section: String,
        version: i64,
        body: String,
        by_name: String,
        saved_at: DateTime<Utc>,
    }
}

async fn where_is(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Written>> {
    let sql = format!(
        "select s.section, s.version, s.body, coalesce(nullif(p.name, ''), p.mail, '') as by_name, s.saved_at
         from report_section s left join person p on p.id = s.saved_by
         where s.network_id = $1 and s.report_id = $2 and {which} order by s.section, s.version"
    );
    let rows: Vec<Row> = conn.all(built(sql), args).await?;
    let written = |row: Row| Written {
        section: row.section,
        version: row.version,
        body: row.body,
        by: row.by_name,
        at: row.saved_at,
    };
    Ok(rows.into_iter().map(written).collect())
}

/// What stands in each section that somebody wrote in.
pub async fn sections<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    report_id: Uuid,
) -> Result<Vec<Written>> {
    let last = "s.version = (select max(x.version) from report_section x
                             where x.network_id = s.network_id and x.report_id = s.report_id
                               and x.section = s.section)";
    where_is(conn.into(), last, args![network_id, report_id]).await
}

/// Every version of a section, the first one first.
pub async fn versions<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    report_id: Uuid,
    section: &str,
) -> Result<Vec<Written>> {
    where_is(conn.into(), "s.section = $3", args![network_id, report_id, section]).await
}

pub async fn insert(
    tx: &mut Tx,
    network_id: Uuid,
    report_id: Uuid,
    (section, version, body): (&str, i64, &str),
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into report_section (network_id, report_id, section, version, body, saved_by, saved_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![network_id, report_id, section, version, body, by, now],
    )
    .await?;
    Ok(())
}
