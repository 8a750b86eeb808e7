//! SQL for closings, for what was changed after a reopening, and for where units stood.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::lock::{Lock, Place, Reopening};
use super::whole::Whole;
use crate::access::Path;
use crate::db::{Conn, DbError, Result, Tx, Value, built};
use crate::i18n::Text18;
use crate::{args, row};

row! {
    struct Row {
        id: Uuid,
        unit_id: Uuid,
        unit: String,
        unit_name: String,
        from_on: NaiveDate,
        until_on: NaiveDate,
        closed_by: Uuid,
        closed_name: String,
        closed_at: DateTime<Utc>,
        closed_seq: i64,
        reopened_by: Option<Uuid>,
        reopened_name: Option<String>,
        reopened_at: Option<DateTime<Utc>>,
        reason: Option<String>,
    }
}

impl TryFrom<Row> for Lock {
    type Error = DbError;
    fn try_from(row: Row) -> Result<Lock> {
        let period = Whole::between(row.from_on, row.until_on)
            .ok_or_else(|| DbError::Setting("a closed period is no whole month or year".into()))?;
        let reopening = |(by, at)| Reopening {
            by,
            name: row.reopened_name.unwrap_or_default(),
            at,
            reason: row.reason.unwrap_or_default(),
        };
        Ok(Lock {
            id: row.id,
            unit_id: row.unit_id,
            unit: row.unit,
            unit_name: Text18::from_json(&row.unit_name),
            period,
            closed_by: row.closed_by,
            closed_name: row.closed_name,
            closed_at: row.closed_at,
            closed_seq: row.closed_seq,
            reopened: row.reopened_by.zip(row.reopened_at).map(reopening),
        })
    }
}

const LOCKS: &str = "select l.id, l.unit_id, u.code as unit, n.name as unit_name, l.from_on, l.until_on,
       l.closed_by, coalesce(nullif(c.name, ''), c.mail) as closed_name, l.closed_at, l.closed_seq,
       l.reopened_by, coalesce(nullif(r.name, ''), r.mail) as reopened_name, l.reopened_at, l.reason
    from period_lock l
    join unit u on u.network_id = l.network_id and u.id = l.unit_id
    join unit_name n on n.network_id = l.network_id and n.unit_id = l.unit_id and n.until_on is null
    join person c on c.id = l.closed_by
    left join person r on r.id = l.reopened_by
    where l.network_id = $1";

async fn locks(conn: Conn<'_>, and: &str, args: Vec<Value>) -> Result<Vec<Lock>> {
    let rows: Vec<Row> = conn.all(built(format!("{LOCKS} {and} order by l.closed_at, l.id")), args).await?;
    rows.into_iter().map(Lock::try_from).collect()
}

/// Every closing of a network that touches the days from one to another, both included.
pub async fn between<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<Lock>> {
    locks(conn.into(), "and l.until_on > $2 and l.from_on <= $3", args![network_id, first, last]).await
}

pub async fn find<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Lock>> {
    Ok(locks(conn.into(), "and l.id = $2", args![network_id, id]).await?.pop())
}

/// Every time this very period of this very unit was closed, in order.
pub async fn of_unit<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
    period: Whole,
) -> Result<Vec<Lock>> {
    let and = "and l.unit_id = $2 and l.from_on = $3 and l.until_on = $4";
    locks(conn.into(), and, args![network_id, unit_id, period.from(), period.until()]).await
}

/// A new closing, as of the network's change `closed_seq`.
pub struct New {
    pub id: Uuid,
    pub unit_id: Uuid,
    pub period: Whole,
    pub closed_by: Uuid,
    pub closed_at: DateTime<Utc>,
    pub closed_seq: i64,
}

pub async fn insert(tx: &mut Tx, network_id: Uuid, new: &New) -> Result<()> {
    let columns =
        ["network_id", "id", "unit_id", "from_on", "until_on", "closed_by", "closed_at", "closed_seq"];
    let New { id, unit_id, period, closed_by, closed_at, closed_seq } = new;
    let row =
        args![network_id, *id, *unit_id, period.from(), period.until(), *closed_by, *closed_at, *closed_seq];
    tx.insert("period_lock", &columns, vec![row]).await
}

/// Reopens a closing that stands.
pub async fn reopen(
    tx: &mut Tx,
    network_id: Uuid,
    id: Uuid,
    by: Uuid,
    at: DateTime<Utc>,
    reason: &str,
) -> Result<()> {
    let sql = "update period_lock set reopened_by = $3, reopened_at = $4, reason = $5
        where network_id = $1 and id = $2 and reopened_at is null";
    tx.run(sql, args![network_id, id, by, at, reason]).await?;
    Ok(())
}

/// (closing, entry, version)
pub async fn insert_changes(tx: &mut Tx, network_id: Uuid, rows: &[(Uuid, Uuid, i64)]) -> Result<()> {
    let columns = ["network_id", "lock_id", "entry_id", "version"];
    let rows = rows.iter().map(|(lock, entry, version)| args![network_id, *lock, *entry, *version]);
    tx.insert("period_change", &columns, rows.collect()).await
}

row! {
    /// An entry that was written after a period was reopened.
    #[derive(Clone, Debug)]
    pub struct Change {
        pub lock_id: Uuid,
        pub entry_id: Uuid,
        pub version: i64,
        pub unit_id: Uuid,
        pub activity_id: Uuid,
        /// The day it stands on now.
        pub local_date: NaiveDate,
        /// Whether this is what removed it.
        pub removed: bool,
        pub by_name: Option<String>,
        pub at: DateTime<Utc>,
    }
}

/// What was written after any closing of this very period of this very unit was reopened, newest first.
pub async fn changes<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
    period: Whole,
) -> Result<Vec<Change>> {
    let sql = "select c.lock_id, c.entry_id, c.version, e.unit_id, e.activity_id, e.local_date,
            (c.version = e.version and e.deleted) as removed,
            coalesce(nullif(p.name, ''), p.mail) as by_name, v.at
        from period_lock l
        join period_change c on c.network_id = l.network_id and c.lock_id = l.id
        join entry e on e.network_id = c.network_id and e.id = c.entry_id
        join entry_version v on v.network_id = c.network_id and v.entry_id = c.entry_id and v.version = c.version
        left join person p on p.id = v.by_person
        where l.network_id = $1 and l.unit_id = $2 and l.from_on = $3 and l.until_on = $4
        order by v.at desc, c.entry_id, c.version desc";
    conn.into().many(sql, args![network_id, unit_id, period.from(), period.until()]).await
}

/// The versions of an entry that were written after a period was reopened, each with the closing that no longer stood.
pub async fn changes_of_entry<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    entry_id: Uuid,
) -> Result<Vec<(i64, Lock)>> {
    let mut conn = conn.into();
    let rows: Vec<(i64, Uuid)> = conn
        .again()
        .all(
            "select version, lock_id from period_change where network_id = $1 and entry_id = $2
             order by version, lock_id",
            args![network_id, entry_id],
        )
        .await?;
    let mut found = Vec::new();
    for (version, lock) in rows {
        found.extend(find(conn.again(), network_id, lock).await?.map(|lock| (version, lock)));
    }
    Ok(found)
}

type PlaceRow = (Uuid, Vec<u8>, NaiveDate, Option<NaiveDate>);

/// Units asked for in one statement.
const AT_ONCE: usize = 500;

/// Where units stood, whenever.
pub async fn places<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    units: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<Place>>> {
    let mut conn = conn.into();
    let units: Vec<Uuid> = units.into_iter().collect();
    let mut places: HashMap<Uuid, Vec<Place>> = HashMap::new();
    for units in units.chunks(AT_ONCE) {
        let marks: Vec<String> = (2..2 + units.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "select unit_id, path, from_on, until_on from unit_placement
             where network_id = $1 and unit_id in ({}) order by unit_id, from_on",
            marks.join(", ")
        );
        let args = args![network_id].into_iter().chain(units.iter().map(|id| Value::from(*id))).collect();
        let rows: Vec<PlaceRow> = conn.again().all(built(sql), args).await?;
        for (unit_id, path, from, until) in rows {
            places.entry(unit_id).or_default().push(Place { path: Path::from_bytes(path), from, until });
        }
    }
    Ok(places)
}

/// Days on which a unit stood at or below another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub unit_id: Uuid,
    pub from: NaiveDate,
    pub until: NaiveDate,
}

/// What stood at or below a unit from a day to the day before another, and when.
pub async fn below<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<Vec<Stretch>> {
    let mut conn = conn.into();
    let places = places(conn.again(), network_id, [unit_id]).await?.remove(&unit_id).unwrap_or_default();
    let mut stretches = Vec::new();
    for place in places {
        let from = place.from.max(from);
        let until = place.until.map_or(until, |end| end.min(until));
        if from >= until {
            continue;
        }
        let (least, after) = place.path.range();
        let sql = "select unit_id, path, from_on, until_on from unit_placement
            where network_id = $1 and path >= $2 and path < $3
              and from_on < $5 and (until_on is null or until_on > $4)
            order by path, from_on";
        let rows: Vec<PlaceRow> = conn.again().all(sql, args![network_id, least, after, from, until]).await?;
        stretches.extend(rows.into_iter().map(|(unit_id, _, start, end)| Stretch {
            unit_id,
            from: start.max(from),
            until: end.map_or(until, |end| end.min(until)),
        }));
    }
    Ok(stretches)
}
