//! SQL that reads entries: one, the last one, a day's.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::activities::entry::{Entry, Stored};
use crate::db::{Conn, DbError, Result, Value, built};
use crate::{args, row};

row! {
    struct Row {
        version: i64,
        made_by: Option<Uuid>,
        made_at: DateTime<Utc>,
        change_seq: i64,
        body: String,
    }
}

impl TryFrom<Row> for Stored {
    type Error = DbError;
    fn try_from(row: Row) -> Result<Stored> {
        let entry: Entry = serde_json::from_str(&row.body).map_err(DbError::garbled)?;
        Ok(Stored {
            entry,
            version: row.version,
            made_by: row.made_by,
            made_at: row.made_at,
            change_seq: row.change_seq,
        })
    }
}

/// Entries with their current body.
const STORED: &str = "select e.version, e.made_by, e.made_at, e.change_seq, v.body
    from entry e join entry_version v on v.network_id = e.network_id and v.entry_id = e.id and v.version = e.version";

async fn stored(conn: Conn<'_>, rest: &str, args: Vec<Value>) -> Result<Vec<Stored>> {
    let rows: Vec<Row> = conn.all(built(format!("{STORED} {rest}")), args).await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// One entry, deleted ones too.
pub async fn find<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Stored>> {
    Ok(stored(conn.into(), "where e.network_id = $1 and e.id = $2", args![network_id, id]).await?.pop())
}

/// The last time an activity was held before a day: where hints and "same as last time" come from.
pub async fn last_held<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    activity_id: Uuid,
    before: NaiveDate,
) -> Result<Option<Stored>> {
    let rest = "where e.network_id = $1 and e.activity_id = $2 and e.local_date < $3 and e.status = 'held'
        and e.deleted = $4 order by e.local_date desc, coalesce(e.start_min, -1) desc, e.id desc limit 1";
    Ok(stored(conn.into(), rest, args![network_id, activity_id, before, false]).await?.pop())
}

/// What a unit recorded from a day to another, both included.
pub async fn recorded_on<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
    from: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Stored>> {
    let rest = "where e.network_id = $1 and e.unit_id = $2 and e.local_date >= $3 and e.local_date <= $4
        and e.deleted = $5 order by e.local_date, coalesce(e.start_min, -1), e.id";
    stored(conn.into(), rest, args![network_id, unit_id, from, last, false]).await
}

/// Ids asked for in one statement.
const AT_ONCE: usize = 500;

/// The entries with these ids, deleted ones too.
pub async fn of_ids<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, ids: &[Uuid]) -> Result<Vec<Stored>> {
    let mut conn = conn.into();
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(AT_ONCE) {
        let marks: Vec<String> = (2..2 + ids.len()).map(|n| format!("${n}")).collect();
        let mut args = args![network_id];
        args.extend(ids.iter().map(|id| Value::from(*id)));
        let rest = format!("where e.network_id = $1 and e.id in ({})", marks.join(", "));
        found.extend(stored(conn.again(), &rest, args).await?);
    }
    Ok(found)
}

row! {
    /// When an entry was, and nothing else of it.
    #[derive(Clone, Copy, Debug)]
    pub struct There {
        pub id: Uuid,
        pub activity_id: Uuid,
        pub local_date: NaiveDate,
        pub start_min: Option<i64>,
        pub duration_min: i64,
    }
}

/// What counts of a unit from a day to another, both included, in order.
pub async fn there<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
    from: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<There>> {
    let sql = "select id, activity_id, local_date, start_min, duration_min from entry
        where network_id = $1 and unit_id = $2 and local_date >= $3 and local_date <= $4 and deleted = $5
        order by local_date, coalesce(start_min, -1), id";
    conn.into().many(sql, args![network_id, unit_id, from, last, false]).await
}

/// Every day of a series that counts.
pub async fn of_series<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    series_id: Uuid,
) -> Result<Vec<Stored>> {
    let rest = "where e.network_id = $1 and e.series_id = $2 and e.deleted = $3 order by e.local_date, e.id";
    stored(conn.into(), rest, args![network_id, series_id, false]).await
}

row! {
    /// Another entry of the same activity and day.
    pub struct Beside {
        change_seq: i64,
        pub id: Uuid,
        pub version: i64,
        /// It overlaps in time, and counts: most likely the same evening.
        pub twin: bool,
        /// A command wrote a version of it.
        pub has_command: bool,
    }
}

/// The other entries of the same activity and day that are twins or that a command wrote of, the first one first.
pub async fn beside<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    entry: &Entry,
    command: Uuid,
) -> Result<Vec<Beside>> {
    // Sorted here: asked to sort, SQLite walks the whole row of changes instead of the activity's day.
    let mut found: Vec<Beside> = conn
        .into()
        .all(
            "select * from (
                select change_seq, id, version,
                    (deleted = $4 and (start_min is null or $5 is null or start_min = $5
                        or (start_min < $5 + $6 and $5 < start_min + duration_min))) as twin,
                    exists (select 1 from entry_version v
                        where v.network_id = e.network_id and v.entry_id = e.id and v.command_id = $8) as has_command
                from entry e
                where network_id = $1 and activity_id = $2 and local_date = $3 and id <> $7) beside
             where twin or has_command",
            args![
                network_id,
                entry.activity_id,
                entry.local_date,
                false,
                entry.start_min,
                entry.duration_min,
                entry.id,
                command
            ],
        )
        .await?;
    found.sort_unstable_by_key(|it| (it.change_seq, it.id));
    Ok(found)
}

/// Heads of an entry, all parts together.
const VISITS: &str = "coalesce(creators, 0) + coalesce(participants, 0) + coalesce(audience, 0)";

/// Whether another entry of the unit had at least so many heads. Mostly one of the first looked at.
pub async fn reached<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    entry: &Entry,
    visits: i64,
) -> Result<bool> {
    let sql = format!(
        "select 1 from entry where network_id = $1 and unit_id = $2 and id <> $3 and deleted = $4
         and {VISITS} >= $5 limit 1"
    );
    let args = args![network_id, entry.unit_id, entry.id, false, visits];
    let found: Option<(i32,)> = conn.into().find(built(sql), args).await?;
    Ok(found.is_some())
}

/// The most heads any other entry of the unit ever had, and in how many of them heads were counted.
pub async fn most_ever<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    entry: &Entry,
) -> Result<(Option<i64>, i64)> {
    let sql = format!(
        "select max({VISITS}), count(*) from entry where network_id = $1 and unit_id = $2 and id <> $3 and deleted = $4
         and (creators is not null or participants is not null or audience is not null)"
    );
    conn.into().one(built(sql), args![network_id, entry.unit_id, entry.id, false]).await
}
