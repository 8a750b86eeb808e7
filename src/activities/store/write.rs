//! SQL that writes entries: the row, its margins and terms, and the version that keeps it whole.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::activities::entry::Entry;
use crate::args;
use crate::db::{DbError, Result, Tx, Value, built};
pub use crate::units::{take_changes, take_places};
use crate::vocabulary::Part;

pub(super) const COLUMNS: [&str; 36] = [
    "network_id",
    "id",
    "unit_id",
    "activity_id",
    "kind",
    "place_kind",
    "main_tag_id",
    "main_field_id",
    "project_id",
    "status",
    "cancel_reason_id",
    "local_date",
    "start_min",
    "duration_min",
    "zone",
    "start_at",
    "created_min",
    "creators",
    "participants",
    "audience",
    "first_visits",
    "staff_count",
    "staff_min",
    "prep_min",
    "volunteer_count",
    "volunteer_min",
    "count_method",
    "copied_counts",
    "series_id",
    "note",
    "deleted",
    "version",
    "change_seq",
    "import_id",
    "made_by",
    "made_at",
];

/// Who writes, when, and the place in the network's row of changes.
#[derive(Clone, Copy)]
pub struct Stamp {
    pub network_id: Uuid,
    /// Who writes.
    pub by: Option<Uuid>,
    /// Whose a new entry is: mostly the writer's, or a colleague's it is entered for.
    pub author: Option<Uuid>,
    pub at: DateTime<Utc>,
    pub change_seq: i64,
}

fn total(entry: &Entry, part: Part) -> Option<i64> {
    entry.counts.of(part).map(|heads| heads.total)
}

/// The columns that an entry's body fills, from `unit_id` to `deleted`, in the order of [`COLUMNS`].
pub(super) fn body(entry: &Entry) -> Vec<Value> {
    args![
        entry.unit_id,
        entry.activity_id,
        entry.kind.code(),
        entry.place_kind.code(),
        entry.main_tag,
        entry.main_field,
        entry.project,
        entry.status.code(),
        entry.cancel_reason,
        entry.local_date,
        entry.start_min,
        entry.duration_min,
        entry.zone.as_str(),
        entry.start_at,
        entry.created_min,
        total(entry, Part::Creator),
        total(entry, Part::Participant),
        total(entry, Part::Audience),
        entry.first_visits,
        entry.staff_count,
        entry.staff_min,
        entry.prep_min,
        entry.volunteer_count,
        entry.volunteer_min,
        entry.count_method.code(),
        entry.copied_counts,
        entry.series_id,
        entry.note.clone(),
        entry.deleted,
    ]
}

const BODY: std::ops::Range<usize> = 2..31;

/// New entries, all of them version 1; the n-th takes the n-th place from `stamp.change_seq` on.
pub async fn insert(tx: &mut Tx, stamp: Stamp, entries: &[Entry]) -> Result<()> {
    insert_from(tx, stamp, None, entries).await
}

/// [`insert`], of entries that came with an import.
pub async fn insert_from(
    tx: &mut Tx,
    stamp: Stamp,
    import_id: Option<Uuid>,
    entries: &[Entry],
) -> Result<()> {
    let rows = entries.iter().zip(stamp.change_seq..).map(|(entry, change_seq)| {
        let mut row = args![stamp.network_id, entry.id];
        row.extend(body(entry));
        row.extend(args![1i64, change_seq, import_id, stamp.author, stamp.at]);
        row
    });
    tx.insert("entry", &COLUMNS, rows.collect()).await?;
    insert_parts(tx, stamp.network_id, entries).await?;
    let versions = entries.iter().zip(stamp.change_seq..).map(|(entry, change_seq)| {
        version_row(Stamp { change_seq, ..stamp }, entry, 1, "current", entry.id, None)
    });
    tx.insert("entry_version", &VERSION_COLUMNS, versions.collect::<Result<_>>()?).await
}

pub(super) async fn insert_parts(tx: &mut Tx, network_id: Uuid, entries: &[Entry]) -> Result<()> {
    let (mut genders, mut ages, mut terms) = (Vec::new(), Vec::new(), Vec::new());
    for entry in entries {
        for part in Part::ALL {
            let Some(heads) = entry.counts.of(*part) else { continue };
            genders.extend(
                heads
                    .gender
                    .iter()
                    .map(|(gender, n)| args![network_id, entry.id, part.code(), gender.code(), *n]),
            );
            ages.extend(heads.age.iter().map(|(band, n)| args![network_id, entry.id, part.code(), band, *n]));
        }
        terms.extend(entry.terms.iter().map(|term| args![network_id, entry.id, *term]));
    }
    tx.insert("entry_gender", &["network_id", "entry_id", "part", "gender", "n"], genders).await?;
    tx.insert("entry_age", &["network_id", "entry_id", "part", "age_band", "n"], ages).await?;
    tx.insert("entry_term", &["network_id", "entry_id", "term_id"], terms).await
}

/// Puts a new body in the place of the old one and keeps the old one as a past version.
pub async fn replace(
    tx: &mut Tx,
    stamp: Stamp,
    entry: &Entry,
    version: i64,
    command: Uuid,
    base: i64,
) -> Result<()> {
    let set: Vec<String> =
        COLUMNS[BODY].iter().enumerate().map(|(at, column)| format!("{column} = ${}", at + 5)).collect();
    let mut args = args![stamp.network_id, entry.id, version, stamp.change_seq];
    args.extend(body(entry));
    let sql = format!(
        "update entry set version = $3, change_seq = $4, {} where network_id = $1 and id = $2",
        set.join(", ")
    );
    tx.run(built(sql), args).await?;
    for table in ["entry_gender", "entry_age", "entry_term"] {
        tx.run(
            built(format!("delete from {table} where network_id = $1 and entry_id = $2")),
            args![stamp.network_id, entry.id],
        )
        .await?;
    }
    insert_parts(tx, stamp.network_id, std::slice::from_ref(entry)).await?;
    tx.run(
        "update entry_version set state = 'past' where network_id = $1 and entry_id = $2 and state = 'current'",
        args![stamp.network_id, entry.id],
    )
    .await?;
    keep_version(tx, stamp, entry, entry.id, version, "current", command, Some(base)).await
}

pub(super) const VERSION_COLUMNS: [&str; 10] = [
    "network_id",
    "entry_id",
    "version",
    "state",
    "body",
    "by_person",
    "at",
    "command_id",
    "base_version",
    "change_seq",
];

pub(super) fn version_row(
    stamp: Stamp,
    entry: &Entry,
    version: i64,
    state: &str,
    command: Uuid,
    base: Option<i64>,
) -> Result<Vec<Value>> {
    let body = serde_json::to_string(entry).map_err(DbError::garbled)?;
    let seq = stamp.change_seq;
    Ok(args![stamp.network_id, entry.id, version, state, body, stamp.by, stamp.at, command, base, seq])
}

/// Keeps a body as a version of the entry `of`, which may be another one than the body's own (a colleague's evening).
#[allow(clippy::too_many_arguments)]
pub async fn keep_version(
    tx: &mut Tx,
    stamp: Stamp,
    entry: &Entry,
    of: Uuid,
    version: i64,
    state: &str,
    command: Uuid,
    base: Option<i64>,
) -> Result<()> {
    let mut row = version_row(stamp, entry, version, state, command, base)?;
    row[1] = Value::from(of);
    tx.insert("entry_version", &VERSION_COLUMNS, vec![row]).await
}
