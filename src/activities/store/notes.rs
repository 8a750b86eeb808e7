//! SQL that removes notes: from an entry, and from every version of it. Nothing else of them changes, and no figure.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::write::take_changes;
use crate::db::{Conn, DbError, Result, Tx, built};
use crate::{args, row};

/// How a note begins in a version's body. In a text of it, the quotes would have backslashes.
const NOTED: &str = "v.body like '%\"note\":\"%'";

/// Where a walk through versions with notes has come to: the last one seen.
pub type Place = Option<(Uuid, i64)>;

row! {
    /// A version that holds a note.
    #[derive(Clone, Debug)]
    pub struct Noted {
        pub entry_id: Uuid,
        pub version: i64,
        body: String,
    }
}

/// Versions with a note of entries before a day, at most `most`, after a place; an entry's versions come together unless it
/// has more than that.
pub async fn noted<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    before: NaiveDate,
    after: Place,
    most: usize,
) -> Result<Vec<Noted>> {
    let (entry_id, version) = after.unwrap_or((Uuid::nil(), 0));
    let sql = format!(
        "select v.entry_id, v.version, v.body
         from entry_version v join entry e on e.network_id = v.network_id and e.id = v.entry_id
         where v.network_id = $1 and {NOTED} and (v.entry_id, v.version) > ($3, $4) and e.local_date < $2
         order by v.entry_id, v.version limit $5"
    );
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let args = args![network_id, before, entry_id, version, limit];
    let mut found: Vec<Noted> = conn.into().many(built(sql), args).await?;
    if found.len() == most
        && let Some(last) = found.last().map(|last| last.entry_id)
        && found.first().is_some_and(|first| first.entry_id != last)
    {
        found.retain(|it| it.entry_id != last);
    }
    Ok(found)
}

/// How many entries before a day have a note, now or in an earlier version.
pub async fn count_noted<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, before: NaiveDate) -> Result<i64> {
    let sql = format!(
        "select count(distinct v.entry_id)
         from entry_version v join entry e on e.network_id = v.network_id and e.id = v.entry_id
         where v.network_id = $1 and {NOTED} and e.local_date < $2"
    );
    let rows: Vec<(i64,)> = conn.into().many(built(sql), args![network_id, before]).await?;
    Ok(rows.first().map_or(0, |(n,)| *n))
}

/// Removes the notes of these versions, and of their entries; how many entries that were.
pub async fn forget(tx: &mut Tx, network_id: Uuid, noted: &[Noted]) -> Result<i64> {
    // Whoever writes entries holds the network's row; we wait our turn among them and take no place.
    take_changes(tx, network_id, 0).await?;
    for it in noted {
        let mut body: serde_json::Value = serde_json::from_str(&it.body).map_err(DbError::garbled)?;
        if let Some(said) = body.as_object_mut() {
            said.insert("note".into(), serde_json::Value::Null);
        }
        tx.run(
            "update entry_version set body = $4 where network_id = $1 and entry_id = $2 and version = $3",
            args![network_id, it.entry_id, it.version, body.to_string()],
        )
        .await?;
    }
    let entries: BTreeSet<Uuid> = noted.iter().map(|it| it.entry_id).collect();
    for entry_id in &entries {
        tx.run(
            "update entry set note = null where network_id = $1 and id = $2 and note is not null",
            args![network_id, *entry_id],
        )
        .await?;
    }
    Ok(i64::try_from(entries.len()).unwrap_or(i64::MAX))
}
