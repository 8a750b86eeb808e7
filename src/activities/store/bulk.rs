//! SQL that writes many corrections at once, in a few statements for each hundred of them.

use std::collections::HashMap;

use uuid::Uuid;

use super::write::{COLUMNS, Stamp, VERSION_COLUMNS, body, insert_parts, version_row};
use crate::activities::entry::{Entry, Stored};
use crate::args;
use crate::db::{Conn, Result, Tx, Value, built};

/// Entries named in one statement.
const AT_ONCE: usize = 500;

/// `… in ($2, $3, …)`, and what stands for the marks, the network first.
fn named(network_id: Uuid, entries: &[(&Stored, &Entry)]) -> (String, Vec<Value>) {
    let marks: Vec<String> = (2..2 + entries.len()).map(|n| format!("${n}")).collect();
    let mut args = args![network_id];
    args.extend(entries.iter().map(|(_, entry)| Value::from(entry.id)));
    (format!("({})", marks.join(", ")), args)
}

/// Puts new bodies in the place of those that stand, which are kept as past versions; the n-th takes the n-th place from
/// `stamp.change_seq` on. Returns the number of each new version.
pub async fn replace(
    tx: &mut Tx,
    stamp: Stamp,
    entries: &[(&Stored, &Entry)],
    command: Uuid,
) -> Result<Vec<i64>> {
    let network_id = stamp.network_id;
    let mut last: HashMap<Uuid, i64> = HashMap::with_capacity(entries.len());
    for part in entries.chunks(AT_ONCE) {
        let (ids, args) = named(network_id, part);
        let sql = format!(
            "select entry_id, max(version) from entry_version where network_id = $1 and entry_id in {ids}
             group by entry_id"
        );
        last.extend(Conn::from(&mut *tx).all::<(Uuid, i64)>(built(sql), args).await?);
        for table in ["entry_gender", "entry_age", "entry_term"] {
            let (ids, args) = named(network_id, part);
            tx.run(built(format!("delete from {table} where network_id = $1 and entry_id in {ids}")), args)
                .await?;
        }
        let (ids, args) = named(network_id, part);
        let sql = format!(
            "update entry_version set state = 'past' where network_id = $1 and state = 'current' and entry_id in {ids}"
        );
        tx.run(built(sql), args).await?;
    }
    let numbers: Vec<i64> =
        entries.iter().map(|(_, entry)| last.get(&entry.id).copied().unwrap_or(0) + 1).collect();
    // Which import an entry came with stays as it was.
    let others: Vec<&str> = COLUMNS[2..].iter().copied().filter(|column| *column != "import_id").collect();
    let rows = entries.iter().zip(&numbers).zip(stamp.change_seq..).map(
        |(((stored, entry), version), change_seq)| {
            let mut row = args![network_id, entry.id];
            row.extend(body(entry));
            row.extend(args![*version, change_seq, stored.made_by, stored.made_at]);
            row
        },
    );
    tx.put("entry", &COLUMNS[..2], &others, rows.collect()).await?;
    let bodies: Vec<Entry> = entries.iter().map(|(_, entry)| (*entry).clone()).collect();
    insert_parts(tx, network_id, &bodies).await?;
    let versions = entries.iter().zip(&numbers).zip(stamp.change_seq..).map(
        |(((stored, entry), version), change_seq)| {
            let stamp = Stamp { change_seq, ..stamp };
            version_row(stamp, entry, *version, "current", command, Some(stored.version))
        },
    );
    tx.insert("entry_version", &VERSION_COLUMNS, versions.collect::<Result<_>>()?).await?;
    Ok(numbers)
}
