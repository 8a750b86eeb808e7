//! SQL for meetings of bodies.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::{By, Stored};
use crate::bodies::body::Meeting;
use crate::db::{Conn, DbError, Result, Tx, Value, built};
use crate::{args, row};

row! {
    struct MeetingRow {
        id: Uuid,
        version: i64,
        held_on: NaiveDate,
        place: String,
        present: Option<i64>,
        minutes: String,
        decisions: String,
        dropped: bool,
        by_name: String,
        saved_at: DateTime<Utc>,
    }
}

async fn meetings_where(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Stored<Meeting>>> {
    let sql = format!(
        "select t.id, t.version, t.held_on, t.place, t.present, t.minutes, t.decisions, t.dropped,
                coalesce(nullif(p.name, ''), p.mail, '') as by_name, t.saved_at
         from body_meeting t left join person p on p.id = t.saved_by
         where t.network_id = $1 and t.body_id = $2 and {which} order by t.held_on desc, t.id desc, t.version desc"
    );
    let rows: Vec<MeetingRow> = conn.all(built(sql), args).await?;
    rows.into_iter()
        .map(|row| {
            let decisions = serde_json::from_str(&row.decisions).map_err(DbError::garbled)?;
            Ok(Stored {
                id: row.id,
                version: row.version,
                by: row.by_name,
                at: row.saved_at,
                dropped: row.dropped,
                what: Meeting {
                    held_on: row.held_on,
                    place: row.place,
                    present: row.present,
                    minutes: row.minutes,
                    decisions,
                },
            })
        })
        .collect()
}

/// The meetings of a body as they stand, the latest first.
pub async fn meetings<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    body_id: Uuid,
) -> Result<Vec<Stored<Meeting>>> {
    let last = "not t.dropped and t.version = (select max(x.version) from body_meeting x
                where x.network_id = t.network_id and x.id = t.id)";
    meetings_where(conn.into(), last, args![network_id, body_id]).await
}

/// Every version of a meeting, the latest first.
pub async fn meeting<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    body_id: Uuid,
    id: Uuid,
) -> Result<Vec<Stored<Meeting>>> {
    meetings_where(conn.into(), "t.id = $3", args![network_id, body_id, id]).await
}

pub async fn put_meeting(
    tx: &mut Tx,
    (network_id, body_id, id): (Uuid, Uuid, Uuid),
    (version, it, dropped): (i64, &Meeting, bool),
    by: By,
) -> Result<()> {
    let decisions = serde_json::to_string(&it.decisions).map_err(DbError::garbled)?;
    tx.run(
        "insert into body_meeting (network_id, id, version, body_id, held_on, place, present, minutes, decisions,
                                   dropped, saved_by, saved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        args![
            network_id,
            id,
            version,
            body_id,
            it.held_on,
            it.place.as_str(),
            it.present,
            it.minutes.as_str(),
            decisions,
            dropped,
            by.person,
            by.at
        ],
    )
    .await?;
    Ok(())
}

row! {
    /// A meeting as others ask for it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Held {
        pub id: Uuid,
        pub body_id: Uuid,
        pub held_on: NaiveDate,
        pub place: String,
        pub present: Option<i64>,
    }
}

/// The meetings of some bodies, the latest first.
pub async fn held<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, bodies: &[Uuid]) -> Result<Vec<Held>> {
    if bodies.is_empty() {
        return Ok(Vec::new());
    }
    let marks: Vec<String> = (0..bodies.len()).map(|n| format!("${}", n + 2)).collect();
    let sql = format!(
        "select t.id, t.body_id, t.held_on, t.place, t.present from body_meeting t
         where t.network_id = $1 and t.body_id in ({}) and not t.dropped
           and t.version = (select max(x.version) from body_meeting x
                            where x.network_id = t.network_id and x.id = t.id)
         order by t.held_on desc, t.id desc",
        marks.join(", ")
    );
    let mut args = args![network_id];
    args.extend(bodies.iter().map(|id| Value::from(*id)));
    conn.into().all(built(sql), args).await
}
