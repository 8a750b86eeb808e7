//! SQL for what was said and done, as it is being written.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Stored;
use crate::change::making::At;
use crate::change::said::Said;
use crate::db::{Conn, Result, Tx, Value, built};
use crate::i18n::Text18;
use crate::{args, row};

row! {
    struct SaidRow {
        id: Uuid,
        unit_id: Uuid,
        evaluation_id: Uuid,
        area: String,
        said: String,
        did: String,
        could_not: String,
        version: i64,
        by_name: String,
        saved_at: DateTime<Utc>,
        dropped: bool,
    }
}

impl From<SaidRow> for Stored<Said> {
    fn from(row: SaidRow) -> Stored<Said> {
        let what = Said {
            area: row.area,
            said: Text18::from_json(&row.said),
            did: Text18::from_json(&row.did),
            could_not: Text18::from_json(&row.could_not),
        };
        Stored {
            id: row.id,
            unit_id: row.unit_id,
            evaluation_id: row.evaluation_id,
            version: row.version,
            by: row.by_name,
            at: row.saved_at,
            dropped: row.dropped,
            what,
        }
    }
}

async fn said_where(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Stored<Said>>> {
    let sql = format!(
        "select s.id, s.unit_id, s.evaluation_id, s.area, s.said, s.did, s.could_not, s.version,
                coalesce(p.name, '') as by_name, s.saved_at, s.dropped_at is not null as dropped
         from change_said s left join person p on p.id = s.saved_by where {which} order by s.id"
    );
    let rows: Vec<SaidRow> = conn.all(built(sql), args).await?;
    Ok(rows.into_iter().map(Stored::from).collect())
}

/// Something said, also what was taken out.
pub async fn said<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Stored<Said>>> {
    let which = "s.network_id = $1 and s.id = $2";
    Ok(said_where(conn.into(), which, args![network_id, id]).await?.pop())
}

/// All that was said and done, in the order in which it was begun.
pub async fn all_said<'c>(conn: impl Into<Conn<'c>>, at: At<'_>) -> Result<Vec<Stored<Said>>> {
    let which = "s.network_id = $1 and s.unit_id = $2 and s.evaluation_id = $3 and s.dropped_at is null";
    said_where(conn.into(), which, args![at.unit.network.id, at.unit.id, at.it.id]).await
}

pub async fn put_said(
    tx: &mut Tx,
    at: At<'_>,
    id: Uuid,
    insert: bool,
    said: &Said,
    by: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    let sql = if insert {
        "insert into change_said (network_id, id, area, said, did, could_not, saved_by, saved_at, unit_id,
                                  evaluation_id, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)"
    } else {
        "update change_said set area = $3, said = $4, did = $5, could_not = $6, saved_by = $7, saved_at = $8,
                                version = version + 1
         where network_id = $1 and id = $2 and unit_id = $9 and evaluation_id = $10"
    };
    tx.run(
        sql,
        args![
            at.unit.network.id,
            id,
            said.area.as_str(),
            &said.said,
            &said.did,
            &said.could_not,
            by,
            now,
            at.unit.id,
            at.it.id
        ],
    )
    .await?;
    Ok(())
}

pub async fn drop_said(tx: &mut Tx, at: At<'_>, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    let sql = "update change_said set dropped_at = $5
               where network_id = $1 and unit_id = $2 and evaluation_id = $3 and id = $4 and dropped_at is null";
    tx.run(sql, args![at.unit.network.id, at.unit.id, at.it.id, id, now]).await?;
    Ok(())
}
