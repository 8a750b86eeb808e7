//! SQL for a network's own templates.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::args;
use crate::db::{Conn, Result, Tx};

/// Bodies of the latest versions, by code.
pub async fn templates<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<String>> {
    let sql = "select t.body from report_template t
               where t.network_id = $1 and t.version = (select max(x.version) from report_template x
                                                        where x.network_id = t.network_id and x.code = t.code)
               order by t.code";
    let rows: Vec<(String,)> = conn.into().many(sql, args![network_id]).await?;
    Ok(rows.into_iter().map(|(body,)| body).collect())
}

/// One in one version.
pub async fn template<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    code: &str,
    version: i64,
) -> Result<Option<String>> {
    let sql = "select body from report_template where network_id = $1 and code = $2 and version = $3";
    let found: Option<(String,)> = conn.into().find(sql, args![network_id, code, version]).await?;
    Ok(found.map(|(body,)| body))
}

pub async fn insert(
    tx: &mut Tx,
    network_id: Uuid,
    (code, version, body): (&str, i64, &str),
    now: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into report_template (network_id, code, version, body, made_at) values ($1, $2, $3, $4, $5)",
        args![network_id, code, version, body, now],
    )
    .await?;
    Ok(())
}
