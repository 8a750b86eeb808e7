//! The bare engine, to compare with: called from the program, without a server or a driver before it.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use tokio::sync::Mutex;
use uuid::Uuid;

/// What is inserted again and again: rows of tables, each with the place of the id that is a new one every time.
pub struct Rows {
    /// First come, first served, as the server's own queue is.
    connection: Mutex<Connection>,
    _folder: tempfile::TempDir,
    rows: Vec<(String, usize, Vec<Value>)>,
}

fn open(folder: &Path) -> Connection {
    let connection = Connection::open(folder.join("bare.sqlite")).unwrap();
    connection.pragma_update(None, "journal_mode", "wal").unwrap();
    connection.pragma_update(None, "synchronous", "full").unwrap();
    connection
}

fn insert(table: &str, columns: usize) -> String {
    format!("insert into {table} values ({})", vec!["?"; columns].join(", "))
}

/// One row of an entry's size, in a table of its own.
pub fn one_row() -> Rows {
    let folder = tempfile::tempdir().unwrap();
    let connection = open(folder.path());
    connection.execute_batch("create table bare (id blob primary key, body text)").unwrap();
    let row = vec![Value::Null, Value::Text("x".repeat(900))];
    Rows { connection: Mutex::new(connection), _folder: folder, rows: vec![(insert("bare", 2), 0, row)] }
}

/// The rows of one entry, beside all that a server's database holds: the entry, its margins and words, and its version.
/// Neither the sheets that figures are read from, nor a question before it.
pub fn entry(server: &Path) -> Rows {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("bare.sqlite");
    let theirs = Connection::open(server.join("logbook.sqlite")).unwrap();
    theirs.execute("vacuum into ?1", [copy.to_str().unwrap()]).unwrap();
    let connection = open(folder.path());
    connection.pragma_update(None, "foreign_keys", true).unwrap();
    connection.pragma_update(None, "secure_delete", true).unwrap();
    connection.pragma_update(None, "wal_autocheckpoint", 4000).unwrap();
    let last: Vec<u8> = connection
        .query_row(
            "select id from entry where note is not null order by change_seq desc limit 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let mut rows = Vec::new();
    for (table, key) in [
        ("entry", "id"),
        ("entry_gender", "entry_id"),
        ("entry_age", "entry_id"),
        ("entry_term", "entry_id"),
        ("entry_version", "entry_id"),
    ] {
        let mut asked = connection.prepare(&format!("select * from {table} where {key} = ?1")).unwrap();
        let (columns, place) = (asked.column_count(), asked.column_index(key).unwrap());
        let read =
            |row: &rusqlite::Row<'_>| (0..columns).map(|at| row.get(at)).collect::<Result<Vec<_>, _>>();
        let found: Vec<Vec<Value>> =
            asked.query_map([&last], read).unwrap().collect::<Result<_, _>>().unwrap();
        rows.extend(found.into_iter().map(|row| (insert(table, columns), place, row)));
    }
    Rows { connection: Mutex::new(connection), _folder: folder, rows }
}

impl Rows {
    /// `n` times all rows, each time committed and synced, `clients` waiting at once for the one writer.
    pub fn insert(&self, clients: usize, n: usize) -> Vec<Duration> {
        let each = n / clients.min(n);
        let one = || -> Vec<Duration> {
            let mut rows: Vec<(&str, usize, Vec<Value>)> =
                self.rows.iter().map(|(sql, place, row)| (sql.as_str(), *place, row.clone())).collect();
            let mut insert = || {
                let id = Value::Blob(Uuid::now_v7().as_bytes().to_vec());
                let begun = Instant::now();
                let connection = self.connection.blocking_lock();
                connection.prepare_cached("begin immediate").unwrap().execute([]).unwrap();
                for (sql, place, row) in &mut rows {
                    row[*place] = id.clone();
                    connection.prepare_cached(sql).unwrap().execute(params_from_iter(row.iter())).unwrap();
                }
                connection.prepare_cached("commit").unwrap().execute([]).unwrap();
                begun.elapsed()
            };
            (0..each).map(|_| insert()).collect()
        };
        std::thread::scope(|scope| {
            let running: Vec<_> = (0..clients).map(|_| scope.spawn(one)).collect();
            running.into_iter().flat_map(|client| client.join().unwrap()).collect()
        })
    }
}
