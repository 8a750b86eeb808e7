//! SQL for pictures beside entries, and for logos.

pub mod logos;
pub mod many;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::file::{File, Use};
use super::reading::Photo;
use crate::db::{Conn, Result, Tx, built};
use crate::{args, row};

row! {
    struct Row {
        id: Uuid,
        entry_id: Uuid,
        proof: bool,
        story: bool,
        shows_people: bool,
        consent_by: Option<Uuid>,
        consent_at: Option<DateTime<Utc>>,
        caption: String,
        width: i64,
        height: i64,
        added_by: Option<Uuid>,
        added_at: DateTime<Utc>,
    }
}

const COLUMNS: &str = "id, entry_id, proof, story, shows_people, consent_by, consent_at, caption, width, height, \
     added_by, added_at";

impl From<Row> for File {
    fn from(row: Row) -> File {
        File {
            id: row.id,
            entry_id: row.entry_id,
            used: Use {
                proof: row.proof,
                story: row.story,
                people: row.shows_people,
                agreed: row.consent_at.is_some(),
                caption: row.caption,
            },
            consent: row.consent_at.map(|at| (row.consent_by, at)),
            width: row.width,
            height: row.height,
            added_by: row.added_by,
            added_at: row.added_at,
        }
    }
}

/// The pictures of an entry, in the order they came.
pub async fn of_entry<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, entry_id: Uuid) -> Result<Vec<File>> {
    let sql = format!(
        "select {COLUMNS} from entry_file
         where network_id = $1 and entry_id = $2 and removed_at is null order by added_at, id"
    );
    let rows: Vec<Row> = conn.into().all(built(sql), args![network_id, entry_id]).await?;
    Ok(rows.into_iter().map(File::from).collect())
}

/// What became of the one with this id: (of which entry, whether it was removed, sha256).
pub async fn known<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    id: Uuid,
) -> Result<Option<(Uuid, bool, String)>> {
    let sql = "select entry_id, removed_at, sha256 from entry_file where network_id = $1 and id = $2";
    let found: Option<(Uuid, Option<DateTime<Utc>>, String)> =
        conn.into().find(sql, args![network_id, id]).await?;
    Ok(found.map(|(entry, removed, sha256)| (entry, removed.is_some(), sha256)))
}

/// The one of an entry that holds the very same picture.
pub async fn same<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    entry_id: Uuid,
    sha256: &str,
) -> Result<Option<Uuid>> {
    let sql = "select id from entry_file
               where network_id = $1 and entry_id = $2 and sha256 = $3 and removed_at is null order by id limit 1";
    let found: Option<(Uuid,)> = conn.into().find(sql, args![network_id, entry_id, sha256]).await?;
    Ok(found.map(|(id,)| id))
}

/// Which picture of which entry.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    pub network_id: Uuid,
    pub id: Uuid,
    pub entry_id: Uuid,
}

/// Who did it, and when.
#[derive(Clone, Copy, Debug)]
pub struct By {
    pub person: Option<Uuid>,
    pub at: DateTime<Utc>,
}

pub async fn insert(tx: &mut Tx, key: Key, used: &Use, photo: &Photo, sha256: &str, by: By) -> Result<()> {
    let agreed = used.agreed.then_some(by);
    tx.run(
        "insert into entry_file (network_id, id, entry_id, proof, story, shows_people, consent_by, consent_at, caption,
                                 width, height, size, sha256, added_by, added_at, small, large)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        args![
            key.network_id,
            key.id,
            key.entry_id,
            used.proof,
            used.story,
            used.people,
            agreed.and_then(|by| by.person),
            agreed.map(|by| by.at),
            &used.caption,
            i64::from(photo.width),
            i64::from(photo.height),
            i64::try_from(photo.large.len()).unwrap_or(i64::MAX),
            sha256,
            by.person,
            by.at,
            photo.small.as_slice(),
            photo.large.as_slice(),
        ],
    )
    .await?;
    Ok(())
}

/// Says anew what a picture is for. Who said first that everybody agreed stays, as long as it is said.
pub async fn change(tx: &mut Tx, key: Key, used: &Use, by: By) -> Result<()> {
    tx.run(
        "update entry_file set proof = $4, story = $5, shows_people = $6, caption = $7
         where network_id = $1 and id = $2 and entry_id = $3 and removed_at is null",
        args![key.network_id, key.id, key.entry_id, used.proof, used.story, used.people, &used.caption],
    )
    .await?;
    let (sql, args) = if used.agreed {
        (
            "update entry_file set consent_by = $4, consent_at = $5
             where network_id = $1 and id = $2 and entry_id = $3 and consent_at is null and removed_at is null",
            args![key.network_id, key.id, key.entry_id, by.person, by.at],
        )
    } else {
        (
            "update entry_file set consent_by = null, consent_at = null
             where network_id = $1 and id = $2 and entry_id = $3",
            args![key.network_id, key.id, key.entry_id],
        )
    };
    tx.run(sql, args).await?;
    Ok(())
}

/// Removes it: what stays is that there was one. How many that were.
pub async fn remove(tx: &mut Tx, key: Key, by: By) -> Result<u64> {
    tx.run(
        "update entry_file set small = null, large = null, sha256 = '', caption = '', removed_by = $4, removed_at = $5
         where network_id = $1 and id = $2 and entry_id = $3 and removed_at is null",
        args![key.network_id, key.id, key.entry_id, by.person, by.at],
    )
    .await
}

/// The bytes of a picture: the large one, or the small one.
pub async fn bytes<'c>(conn: impl Into<Conn<'c>>, key: Key, large: bool) -> Result<Option<Vec<u8>>> {
    let sql = if large {
        "select large from entry_file where network_id = $1 and id = $2 and entry_id = $3 and removed_at is null"
    } else {
        "select small from entry_file where network_id = $1 and id = $2 and entry_id = $3 and removed_at is null"
    };
    let found: Option<(Option<Vec<u8>>,)> =
        conn.into().find(sql, args![key.network_id, key.id, key.entry_id]).await?;
    Ok(found.and_then(|(bytes,)| bytes))
}

/// What somebody is called.
pub async fn called<'c>(conn: impl Into<Conn<'c>>, person_id: Uuid) -> Result<Option<String>> {
    let sql = "select case when name = '' then mail else name end from person where id = $1";
    let row: Option<(String,)> = conn.into().find(sql, args![person_id]).await?;
    Ok(row.map(|(name,)| name))
}
