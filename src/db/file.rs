//! Connections to a SQLite file: one that writes and several that read, each lent to one user at a time.
//!
//! A pool that asks a connection how it is before and after every statement spends more on asking than on the statement:
//! each question is a way to the connection's own thread and back. A file does not go away; these are simply lent.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use deadpool::unmanaged::{Object, Pool};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};

use super::{DbError, Result};

/// How many read at once. Reading is short, and each connection is a thread.
const READERS: usize = 4;
/// Statements kept prepared, per connection.
const PREPARED: usize = 400;
/// How long to wait for another process that writes.
const BUSY: Duration = Duration::from_secs(10);

pub type Lent = Object<SqliteConnection>;

#[derive(Clone)]
pub struct File {
    pub path: Arc<PathBuf>,
    reader: Pool<SqliteConnection>,
    writer: Pool<SqliteConnection>,
}

/// A transaction on a lent connection. Dropped before [`FileTx::commit`], it is rolled back before the next one begins.
pub struct FileTx {
    /// There until the transaction is over.
    lent: Option<Lent>,
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        // Acknowledged means on the disk.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .statement_cache_capacity(PREPARED)
        .pragma("temp_store", "memory")
        .disable_statement_logging()
}

impl File {
    /// For serving: one writer beside several readers. Made where missing.
    pub async fn open(path: &Path) -> Result<File> {
        let options = options(path).journal_mode(SqliteJournalMode::Wal);
        let writer = options.clone().create_if_missing(true).connect().await?;
        let mut readers = Vec::with_capacity(READERS);
        for _ in 0..READERS {
            readers.push(options.clone().pragma("query_only", "on").connect().await?);
        }
        Ok(File { path: Arc::new(path.into()), reader: Pool::from(readers), writer: Pool::from([writer]) })
    }

    /// For carrying data: whole by itself when it is closed, one user at a time.
    pub async fn open_alone(path: &Path) -> Result<File> {
        let one = Pool::from([options(path).journal_mode(SqliteJournalMode::Delete).connect().await?]);
        Ok(File { path: Arc::new(path.into()), reader: one.clone(), writer: one })
    }

    pub async fn reader(&self) -> Result<Lent> {
        lend(&self.reader).await
    }

    pub async fn writer(&self) -> Result<Lent> {
        lend(&self.writer).await
    }

    /// A transaction that writes: it waits its turn here, never in the middle.
    pub async fn begin(&self) -> Result<FileTx> {
        FileTx::begin(self.writer().await?, "begin immediate").await
    }

    /// A transaction that only reads.
    pub async fn snapshot(&self) -> Result<FileTx> {
        FileTx::begin(self.reader().await?, "begin").await
    }

    /// Waits for what runs, and closes the file properly.
    pub async fn close(&self) {
        for pool in [&self.reader, &self.writer] {
            while pool.status().size > 0
                && let Ok(connection) = pool.remove().await
            {
                // What could not be closed well is closed by going away.
                let _ = connection.close().await;
            }
            pool.close();
        }
    }
}

async fn lend(pool: &Pool<SqliteConnection>) -> Result<Lent> {
    pool.get().await.map_err(|_| DbError::Engine(sqlx::Error::PoolClosed))
}

impl FileTx {
    async fn begin(lent: Lent, how: &'static str) -> Result<FileTx> {
        // Already a transaction while it begins: given up in the middle, it must be rolled back as well.
        let mut tx = FileTx { lent: Some(lent) };
        sqlx::query(how).execute(tx.connection()?).await?;
        Ok(tx)
    }

    pub fn connection(&mut self) -> Result<&mut SqliteConnection> {
        self.lent.as_deref_mut().ok_or(DbError::Engine(sqlx::Error::PoolClosed))
    }

    pub async fn commit(mut self) -> Result<()> {
        sqlx::query("commit").execute(self.connection()?).await?;
        self.lent = None;
        Ok(())
    }
}

impl Drop for FileTx {
    fn drop(&mut self) {
        let Some(mut lent) = self.lent.take() else { return };
        // Without a runtime the process is ending, and the engine rolls back by itself.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                // Fails where nothing had begun, or everything was over: both are fine.
                let _ = sqlx::query("rollback").execute(&mut *lent).await;
            });
        }
    }
}
