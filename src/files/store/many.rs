//! SQL over the pictures of many entries: those that may be told, those that prove, and those whose years are over.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::db::{Conn, Result, Tx, Value, built};
use crate::files::file::Captioned;
use crate::{args, row};

/// Entries asked for in one statement.
const AT_ONCE: usize = 500;
/// What may be told as it stands.
const TOLD: &str =
    "story = $2 and caption <> '' and (shows_people = $3 or consent_at is not null) and removed_at is null";

fn marks(first: usize, n: usize) -> String {
    (first..first + n).map(|at| format!("${at}")).collect::<Vec<_>>().join(", ")
}

row! {
    struct ToldRow {
        id: Uuid,
        entry_id: Uuid,
        caption: String,
        width: i64,
        height: i64,
    }
}

/// The pictures of these entries that may be told, in the order they came.
pub async fn told_of<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    entries: &[Uuid],
) -> Result<Vec<Captioned>> {
    let (mut conn, mut found) = (conn.into(), Vec::new());
    for part in entries.chunks(AT_ONCE) {
        let sql = format!(
            "select id, entry_id, caption, width, height from entry_file
             where network_id = $1 and {TOLD} and entry_id in ({}) order by added_at, id",
            marks(4, part.len())
        );
        let mut args = args![network_id, true, false];
        args.extend(part.iter().copied().map(Value::from));
        let rows: Vec<ToldRow> = conn.again().all(built(sql), args).await?;
        found.extend(rows.into_iter().map(|row| Captioned {
            id: row.id,
            entry_id: row.entry_id,
            caption: row.caption,
            width: row.width,
            height: row.height,
        }));
    }
    Ok(found)
}

/// Those of these pictures that are there and may be told.
pub async fn still_told<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    ids: &[Uuid],
) -> Result<BTreeSet<Uuid>> {
    let (mut conn, mut found) = (conn.into(), BTreeSet::new());
    for part in ids.chunks(AT_ONCE) {
        let sql = format!(
            "select id from entry_file where network_id = $1 and {TOLD} and id in ({})",
            marks(4, part.len())
        );
        let mut args = args![network_id, true, false];
        args.extend(part.iter().copied().map(Value::from));
        let rows: Vec<(Uuid,)> = conn.again().all(built(sql), args).await?;
        found.extend(rows.into_iter().map(|(id,)| id));
    }
    Ok(found)
}

/// Those of these pictures that are there and may be told, as JPEG.
pub async fn large_of<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    ids: &[Uuid],
) -> Result<BTreeMap<Uuid, Vec<u8>>> {
    let (mut conn, mut found) = (conn.into(), BTreeMap::new());
    for id in ids {
        // One at a time: each is large, and a report has a dozen.
        let sql = format!("select large from entry_file where network_id = $1 and {TOLD} and id = $4");
        let row: Option<(Option<Vec<u8>>,)> =
            conn.again().find(built(sql), args![network_id, true, false, *id]).await?;
        if let Some((Some(bytes),)) = row {
            found.insert(*id, bytes);
        }
    }
    Ok(found)
}

/// How many pictures prove each entry of these days; those without any are left out.
pub async fn proofs<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<BTreeMap<Uuid, i64>> {
    let rows: Vec<(Uuid, i64)> = conn
        .into()
        .many(
            "select f.entry_id, count(*) from entry_file f
             join entry e on e.network_id = f.network_id and e.id = f.entry_id
             where f.network_id = $1 and f.proof = $4 and f.removed_at is null
               and e.local_date >= $2 and e.local_date < $3
             group by f.entry_id",
            args![network_id, from, until, true],
        )
        .await?;
    Ok(rows.into_iter().collect())
}

/// How many pictures of entries before a day there are.
pub async fn count_before<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, before: NaiveDate) -> Result<i64> {
    let (n,): (i64,) = conn
        .into()
        .one(
            "select count(*) from entry_file f join entry e on e.network_id = f.network_id and e.id = f.entry_id
             where f.network_id = $1 and f.removed_at is null and e.local_date < $2",
            args![network_id, before],
        )
        .await?;
    Ok(n)
}

/// Removes at most so many of them, and returns how many.
pub async fn remove_before(
    tx: &mut Tx,
    network_id: Uuid,
    before: NaiveDate,
    most: usize,
    now: DateTime<Utc>,
) -> Result<i64> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let removed = tx
        .run(
            "update entry_file set small = null, large = null, sha256 = '', caption = '', removed_at = $4
             where network_id = $1 and id in (
                 select f.id from entry_file f join entry e on e.network_id = f.network_id and e.id = f.entry_id
                 where f.network_id = $1 and f.removed_at is null and e.local_date < $2 order by f.id limit $3)",
            args![network_id, before, most, now],
        )
        .await?;
    Ok(i64::try_from(removed).unwrap_or(i64::MAX))
}
