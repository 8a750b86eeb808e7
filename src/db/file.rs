//! A SQLite file: one connection that writes and several that read, each lent to one user at a time.
//!
//! Statements run where they are asked for. One takes some hundredths of a millisecond, and sending it to a thread of its
//! own and back takes several times that (docs/performance.md). What may take long — the disk, a history read whole —
//! goes through [`at_length`], so that others are served meanwhile.

mod line;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use deadpool::unmanaged::{Object, Pool};
use rusqlite::{CachedStatement, Connection, ErrorCode, ffi};
use sqlx::migrate::{MigrateError, Migrator};
use tokio::runtime::{Handle, RuntimeFlavor};

use super::dialect;
use super::row::{Cells, Row};
use super::value::Value;
use super::{DbError, Result};
pub use line::FileTx;
use line::{InLine, Line};

/// How many read at once.
const READERS: usize = 8;
/// Statements kept prepared, per connection.
const PREPARED: usize = 400;
/// Pages of the log beside the file that are brought into it together: what was written often is brought in once.
const LOG_PAGES: u32 = 4000;
/// What the connection that writes keeps at hand, in KiB: twice the engine's usual. More would cost what it saves, for the
/// engine looks through all of it when a tree is put in balance.
const WRITER_CACHE: i32 = 4000;
/// How long a statement itself waits, as for another process that opens or closes the file at this moment.
const BUSY: Duration = Duration::from_millis(50);
/// How often to try while another process writes, and how long to wait in between: ten seconds in all, at the least.
const TRIES: u32 = 200;
const PAUSE: Duration = Duration::from_millis(5);

#[derive(Clone)]
pub struct File {
    pub path: Arc<PathBuf>,
    reader: Pool<Line>,
    writer: Pool<Line>,
    /// How many stand in line to write. The pool does not tell: its own count knows only of those that were served.
    in_line: Arc<AtomicUsize>,
}

fn connect(path: &Path, journal: &str, may_write: bool) -> Result<Connection> {
    let connection = Connection::open(path)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    // Short: whoever has to wait does so in `begin`, where others are served meanwhile.
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "journal_mode", journal)?;
    // Acknowledged means on the disk.
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is removed is gone: its place is written over, not only marked as free.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)?;
    connection.pragma_update(None, "query_only", !may_write)?;
    Ok(connection)
}

impl File {
    /// For serving: one writer beside several readers. Made where missing.
    pub fn open(path: &Path) -> Result<File> {
        let writer = connect(path, "wal", true)?;
        writer.pragma_update(None, "cache_size", -WRITER_CACHE)?;
        let writer = Pool::from([Line::from(writer)]);
        let reader = || connect(path, "wal", false).map(Line::from);
        let readers = (0..READERS).map(|_| reader()).collect::<Result<Vec<_>>>()?;
        Ok(File { path: Arc::new(path.into()), reader: Pool::from(readers), writer, in_line: Arc::default() })
    }

    /// For carrying data: whole by itself when it is closed, one user at a time.
    pub fn open_alone(path: &Path) -> Result<File> {
        let one = Pool::from([connect(path, "delete", true)?.into()]);
        Ok(File { path: Arc::new(path.into()), reader: one.clone(), writer: one, in_line: Arc::default() })
    }

    /// A short question goes to the connection that writes while nobody writes: what that one has read stays at hand,
    /// where every other must read anew after each write.
    pub async fn read<T: Row>(&self, sql: &str, args: Vec<Value>) -> Result<Vec<T>> {
        tokio::task::coop::consume_budget().await;
        match self.writer.try_get() {
            Ok(idle) if idle.is_settled() => {
                let question = prepared(&idle, sql, args)?;
                // This connection could; the readers beside it refuse by themselves.
                if !question.readonly() {
                    return Err(DbError::Setting("a question may not write".into()));
                }
                rows(question)
            }
            _ => all(&*lend(&self.reader).await?, sql, args),
        }
    }

    /// [`File::read`] for an answer that may be long.
    pub async fn read_many<T: Row>(&self, sql: &str, args: Vec<Value>) -> Result<Vec<T>> {
        let lent = lend(&self.reader).await?;
        at_length(|| all(&lent, sql, args))
    }

    /// A transaction that writes: it waits its turn here, never in the middle.
    pub async fn begin(&self) -> Result<FileTx> {
        let mut lent = {
            let _until_served = InLine::new(&self.in_line);
            lend(&self.writer).await?
        };
        for _ in 0..TRIES {
            match lent.begin() {
                Ok(among) => {
                    return Ok(FileTx::writing(lent, self.writer.clone(), self.in_line.clone(), among));
                }
                Err(DbError::Busy) => tokio::time::sleep(PAUSE).await,
                Err(error) => return Err(error),
            }
        }
        Err(DbError::Busy)
    }

    /// A transaction that only reads.
    pub async fn snapshot(&self) -> Result<FileTx> {
        let lent = lend(&self.reader).await?;
        run(&lent, "begin", vec![])?;
        Ok(FileTx::reading(lent))
    }

    /// Brings everything into the file itself and empties the log beside it, where what was removed stands longest. False
    /// where somebody read all the while.
    pub async fn empty_log(&self) -> Result<bool> {
        for _ in 0..TRIES {
            let mut lent = lend(&self.writer).await?;
            lent.settle();
            let found: Result<Vec<(i64,)>> =
                at_length(|| all(&lent, "pragma wal_checkpoint(truncate)", vec![]));
            match found {
                Ok(rows) if rows.iter().all(|(busy,)| *busy == 0) => return Ok(true),
                Ok(_) | Err(DbError::Busy) => {}
                Err(error) => return Err(error),
            }
            drop(lent);
            tokio::time::sleep(PAUSE).await;
        }
        Ok(false)
    }

    /// Waits for what runs, and closes the file properly.
    pub async fn close(&self) {
        for pool in [&self.reader, &self.writer] {
            while pool.status().size > 0
                && let Ok(connection) = pool.remove().await
            {
                drop(connection);
            }
            pool.close();
        }
    }

    /// Brings the schema up to this program's, all of it or nothing.
    pub async fn migrate(&self, migrator: &Migrator) -> Result<()> {
        let tx = self.begin().await?;
        tx.connection().execute_batch(
            "create table if not exists _sqlx_migrations (
                version bigint primary key, description text not null,
                installed_on timestamp not null default current_timestamp,
                success boolean not null, checksum blob not null, execution_time bigint not null)",
        )?;
        let done: Vec<(i64, Vec<u8>)> =
            all(tx.connection(), "select version, checksum from _sqlx_migrations order by version", vec![])?;
        if let Some((newer, _)) = done.iter().find(|(version, _)| !migrator.version_exists(*version)) {
            return Err(MigrateError::VersionMissing(*newer).into());
        }
        for migration in migrator.iter() {
            match done.iter().find(|(version, _)| *version == migration.version) {
                Some((version, checksum)) if checksum[..] != migration.checksum[..] => {
                    return Err(MigrateError::VersionMismatch(*version).into());
                }
                Some(_) => {}
                None => {
                    tx.connection().execute_batch(&dialect::for_file(migration.sql.as_str()))?;
                    let kept = crate::args![
                        migration.version,
                        migration.description.to_string(),
                        true,
                        migration.checksum.to_vec(),
                        0
                    ];
                    let sql = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
                        values ($1, $2, $3, $4, $5)";
                    run(tx.connection(), sql, kept)?;
                }
            }
        }
        tx.commit().await
    }
}

async fn lend(pool: &Pool<Line>) -> Result<Object<Line>> {
    // Nothing here waits by itself: whoever asks and asks lets others go first now and then.
    tokio::task::coop::consume_budget().await;
    pool.get().await.map_err(|_| DbError::Closed)
}

/// Does what may take long on this thread, while another goes on with everybody else.
fn at_length<T>(work: impl FnOnce() -> T) -> T {
    match Handle::try_current().map(|runtime| runtime.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(work),
        _ => work(),
    }
}

fn prepared<'c>(connection: &'c Connection, sql: &str, args: Vec<Value>) -> Result<CachedStatement<'c>> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut args: Vec<Option<Value>> = args.into_iter().map(Some).collect();
    let named = statement.parameter_count();
    for at in 1..=named {
        // `$3` is the third value, wherever it stands; each is named once however often it is used.
        let place = statement.parameter_name(at).and_then(|name| name[1..].parse::<usize>().ok());
        let value = place.and_then(|place| args.get_mut(place.wrapping_sub(1))?.take());
        let Some(value) = value else {
            return Err(DbError::Setting(format!("parameter {at} of a statement has no value")));
        };
        statement.raw_bind_parameter(at, value)?;
    }
    Ok(statement)
}

fn all<T: Row>(connection: &Connection, sql: &str, args: Vec<Value>) -> Result<Vec<T>> {
    rows(prepared(connection, sql, args)?)
}

fn rows<T: Row>(mut statement: CachedStatement<'_>) -> Result<Vec<T>> {
    let mut rows = statement.raw_query();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(T::read(&Cells::from(row))?);
    }
    Ok(found)
}

fn run(connection: &Connection, sql: &str, args: Vec<Value>) -> Result<u64> {
    Ok(prepared(connection, sql, args)?.raw_execute()? as u64)
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> Self {
        let unique = [ffi::SQLITE_CONSTRAINT_UNIQUE, ffi::SQLITE_CONSTRAINT_PRIMARYKEY];
        match &error {
            rusqlite::Error::SqliteFailure(failed, _) if unique.contains(&failed.extended_code) => {
                DbError::Taken
            }
            rusqlite::Error::SqliteFailure(failed, _) if failed.code == ErrorCode::DatabaseBusy => {
                DbError::Busy
            }
            _ => DbError::File(error),
        }
    }
}
