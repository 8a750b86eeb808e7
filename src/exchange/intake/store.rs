//! SQL for imports: batches, the rows they took in, what headings were said to mean, files between two steps.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::db::{Conn, Result, Tx, Value, built};
use crate::{args, row};

/// Identities and ids asked for in one statement.
const AT_ONCE: usize = 500;

/// Which entries rows of these identities became, in imports that were not undone; the last one where there are several.
pub async fn known(tx: &mut Tx, network_id: Uuid, identities: &[Vec<u8>]) -> Result<HashMap<Vec<u8>, Uuid>> {
    // Asked for apart: which of these a join begins with is a server's guess, and a bad one right after many were written.
    let batches: Vec<(Uuid, DateTime<Utc>)> = Conn::from(&mut *tx)
        .all("select id, at from import_batch where network_id = $1 and undone_at is null", args![network_id])
        .await?;
    let batches: HashMap<Uuid, DateTime<Utc>> = batches.into_iter().collect();
    let mut known: HashMap<Vec<u8>, (DateTime<Utc>, i64, Uuid)> = HashMap::with_capacity(identities.len());
    for part in identities.chunks(AT_ONCE) {
        let marks: Vec<String> = (2..2 + part.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "select identity_hash, import_id, nth, entry_id from import_row
             where network_id = $1 and identity_hash in ({})",
            marks.join(", ")
        );
        let mut args = args![network_id];
        args.extend(part.iter().map(|it| Value::from(it.clone())));
        let rows: Vec<(Vec<u8>, Uuid, i64, Uuid)> = Conn::from(&mut *tx).all(built(sql), args).await?;
        for (identity, import_id, nth, entry_id) in rows {
            let Some(at) = batches.get(&import_id) else { continue };
            let last = (*at, nth, entry_id);
            let known = known.entry(identity).or_insert(last);
            *known = last.max(*known);
        }
    }
    Ok(known.into_iter().map(|(identity, (_, _, entry_id))| (identity, entry_id)).collect())
}

row! {
    /// A file that was brought in.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Batch {
        pub id: Uuid,
        pub unit_id: Uuid,
        pub holds: String,
        pub file_name: String,
        pub file_sha256: Vec<u8>,
        pub mapping: String,
        pub row_count: i64,
        pub added: i64,
        pub changed: i64,
        pub by_person: Option<Uuid>,
        pub by_name: Option<String>,
        pub at: DateTime<Utc>,
        pub undone_at: Option<DateTime<Utc>>,
        pub undone_name: Option<String>,
    }
}

const BATCHES: &str =
    "select b.id, b.unit_id, b.holds, b.file_name, b.file_sha256, b.mapping, b.row_count, b.added,
       b.changed, b.by_person, p.name as by_name, b.at, b.undone_at, u.name as undone_name
    from import_batch b left join person p on p.id = b.by_person left join person u on u.id = b.undone_by
    where b.network_id = $1";

pub async fn batch<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Batch>> {
    conn.into().find(built(format!("{BATCHES} and b.id = $2")), args![network_id, id]).await
}

/// The batches of a unit, the last first.
pub async fn batches<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, unit_id: Uuid) -> Result<Vec<Batch>> {
    let sql = format!("{BATCHES} and b.unit_id = $2 order by b.at desc, b.id desc");
    conn.into().all(built(sql), args![network_id, unit_id]).await
}

/// Whether a file with this very content was taken in for the unit before, and when last.
pub async fn same_file(
    tx: &mut Tx,
    network_id: Uuid,
    unit_id: Uuid,
    sha256: &[u8],
) -> Result<Option<DateTime<Utc>>> {
    let sql = "select max(at) from import_batch
        where network_id = $1 and unit_id = $2 and file_sha256 = $3 and undone_at is null";
    let (at,): (Option<DateTime<Utc>>,) = Conn::from(tx).one(sql, args![network_id, unit_id, sha256]).await?;
    Ok(at)
}

pub async fn insert_batch(tx: &mut Tx, network_id: Uuid, new: &Batch) -> Result<()> {
    let columns = [
        "network_id",
        "id",
        "unit_id",
        "holds",
        "file_name",
        "file_sha256",
        "mapping",
        "row_count",
        "added",
        "changed",
        "by_person",
        "at",
    ];
    let row = args![
        network_id,
        new.id,
        new.unit_id,
        &new.holds,
        &new.file_name,
        new.file_sha256.clone(),
        &new.mapping,
        new.row_count,
        new.added,
        new.changed,
        new.by_person,
        new.at
    ];
    tx.insert("import_batch", &columns, vec![row]).await
}

/// A row that was taken in.
pub struct Taken {
    pub nth: i64,
    pub row_no: i64,
    pub identity: Vec<u8>,
    pub entry_id: Uuid,
    pub version: i64,
}

pub async fn insert_rows(tx: &mut Tx, network_id: Uuid, import_id: Uuid, rows: Vec<Taken>) -> Result<()> {
    let columns = ["network_id", "import_id", "nth", "row_no", "identity_hash", "entry_id", "version"];
    let rows = rows
        .into_iter()
        .map(|it| args![network_id, import_id, it.nth, it.row_no, it.identity, it.entry_id, it.version]);
    tx.insert("import_row", &columns, rows.collect()).await
}

row! {
    /// An entry that an import wrote: the version it made, and what stood before.
    #[derive(Clone, Debug)]
    pub struct Wrote {
        pub entry_id: Uuid,
        pub version: i64,
        /// The body it took the place of; none for new entries.
        pub before: Option<String>,
    }
}

pub async fn wrote<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, import_id: Uuid) -> Result<Vec<Wrote>> {
    conn.into()
        .many(
            "select r.entry_id, r.version, b.body as before
             from import_row r
             join entry_version v
                  on v.network_id = r.network_id and v.entry_id = r.entry_id and v.version = r.version
             left join entry_version b
                  on b.network_id = r.network_id and b.entry_id = r.entry_id and b.version = v.base_version
             where r.network_id = $1 and r.import_id = $2 order by r.nth",
            args![network_id, import_id],
        )
        .await
}

row! {
    /// The days an import touches.
    #[derive(Clone, Copy, Debug)]
    pub struct Standing {
        pub first: Option<NaiveDate>,
        pub last: Option<NaiveDate>,
    }
}

pub async fn standing<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, import_id: Uuid) -> Result<Standing> {
    conn.into()
        .one(
            "select min(e.local_date) as first, max(e.local_date) as last
             from import_row r join entry e on e.network_id = r.network_id and e.id = r.entry_id
             where r.network_id = $1 and r.import_id = $2",
            args![network_id, import_id],
        )
        .await
}

pub async fn undo(
    tx: &mut Tx,
    network_id: Uuid,
    id: Uuid,
    by: Option<Uuid>,
    at: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "update import_batch set undone_at = $3, undone_by = $4 where network_id = $1 and id = $2",
        args![network_id, id, at, by],
    )
    .await?;
    Ok(())
}

/// What headings mean to a unit: heading, folded → code.
pub async fn mapping(tx: &mut Tx, network_id: Uuid, unit_id: Uuid) -> Result<BTreeMap<String, String>> {
    let sql = "select heading, code from import_mapping where network_id = $1 and unit_id = $2";
    let rows: Vec<(String, String)> = Conn::from(tx).all(sql, args![network_id, unit_id]).await?;
    Ok(rows.into_iter().collect())
}

pub async fn remember(
    tx: &mut Tx,
    network_id: Uuid,
    unit_id: Uuid,
    mapping: &BTreeMap<String, String>,
) -> Result<()> {
    let rows = mapping.iter().map(|(heading, code)| args![network_id, unit_id, heading, code]);
    let key = ["network_id", "unit_id", "heading"];
    tx.put("import_mapping", &key, &["code"], rows.collect()).await
}

row! {
    /// A file between two steps.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Draft {
        pub id: Uuid,
        pub unit_id: Uuid,
        pub file_name: String,
        pub body: Vec<u8>,
        pub mapping: String,
        pub create_activities: bool,
        pub take_changes: bool,
        pub by_person: Uuid,
        pub at: DateTime<Utc>,
    }
}

pub async fn draft<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Draft>> {
    let sql = "select id, unit_id, file_name, body, mapping, create_activities, take_changes, by_person, at
        from import_draft where network_id = $1 and id = $2";
    conn.into().find(sql, args![network_id, id]).await
}

pub async fn insert_draft(tx: &mut Tx, network_id: Uuid, new: &Draft) -> Result<()> {
    let columns = [
        "network_id",
        "id",
        "unit_id",
        "file_name",
        "body",
        "mapping",
        "create_activities",
        "take_changes",
        "by_person",
        "at",
    ];
    let row = args![
        network_id,
        new.id,
        new.unit_id,
        &new.file_name,
        new.body.clone(),
        &new.mapping,
        new.create_activities,
        new.take_changes,
        new.by_person,
        new.at
    ];
    tx.insert("import_draft", &columns, vec![row]).await
}

/// Keeps what was chosen beside a file.
pub async fn choose(
    tx: &mut Tx,
    network_id: Uuid,
    id: Uuid,
    mapping: &str,
    create_activities: bool,
    take_changes: bool,
) -> Result<()> {
    tx.run(
        "update import_draft set mapping = $3, create_activities = $4, take_changes = $5
         where network_id = $1 and id = $2",
        args![network_id, id, mapping, create_activities, take_changes],
    )
    .await?;
    Ok(())
}

/// Lets go of a file: it was taken in, or is not wanted.
pub async fn drop_draft(tx: &mut Tx, network_id: Uuid, id: Uuid) -> Result<()> {
    tx.run("delete from import_draft where network_id = $1 and id = $2", args![network_id, id]).await?;
    Ok(())
}

/// Lets go of files that wait since before `since`, and of all but the last `keep` of a person.
pub async fn drop_old_drafts(
    tx: &mut Tx,
    network_id: Uuid,
    person_id: Uuid,
    since: DateTime<Utc>,
    keep: i64,
) -> Result<()> {
    tx.run("delete from import_draft where network_id = $1 and at < $2", args![network_id, since]).await?;
    tx.run(
        "delete from import_draft where network_id = $1 and by_person = $2 and id not in (
            select id from import_draft where network_id = $1 and by_person = $2 order by at desc, id desc limit $3)",
        args![network_id, person_id, keep],
    )
    .await?;
    Ok(())
}
