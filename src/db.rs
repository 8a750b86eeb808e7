//! The one place that names a database engine. Everything above speaks SQL that both understand, through [`Conn`] for
//! reading and [`Tx`] for writing, and binds [`Value`]s; which engine answers is decided by the database URL.

mod columns;
pub mod copy;
pub mod dialect;
mod file;
mod reach;
mod row;
#[cfg(any(test, feature = "testing"))]
pub mod scratch;
mod value;

use std::path::Path;
use std::time::Duration;

use sqlx::postgres::{PgArguments, PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Postgres, SqlSafeStr, SqlStr};

use columns::ServerTx;
use file::{File, FileTx};
pub use row::{Cells, Row};
pub use value::Value;

/// After this long without use a connection to PostgreSQL is asked whether it still lives before it is used.
const LONG_IDLE: Duration = Duration::from_secs(30);

/// A failure of the database, told apart only where a caller can act on it.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    #[error("a row with this key exists already")]
    Taken,
    #[error("another process writes for too long")]
    Busy,
    #[error("the database is closed")]
    Closed,
    #[error("one row was expected, and there was none")]
    Missing,
    #[error(transparent)]
    File(rusqlite::Error),
    #[error(transparent)]
    Server(sqlx::Error),
    #[error(transparent)]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("{0}")]
    Setting(String),
}

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        match error.as_database_error() {
            Some(found) if found.is_unique_violation() => DbError::Taken,
            _ => DbError::Server(error),
        }
    }
}

impl DbError {
    /// A file that is something else.
    pub fn is_no_database(&self) -> bool {
        matches!(self, DbError::File(error)
            if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase))
    }

    /// A database file of which parts are missing or are not what they were.
    pub fn is_damaged(&self) -> bool {
        matches!(self, DbError::File(error)
            if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseCorrupt))
    }

    /// A stored text that cannot be read. Where it breaks is told, what stands there is not: logs are for everybody.
    #[allow(clippy::needless_pass_by_value)]
    pub fn garbled(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        DbError::Setting(format!("a stored text cannot be read: {:?} at {line}:{column}", error.classify()))
    }
}

pub type Result<T> = std::result::Result<T, DbError>;

/// SQL put together in the program. Only trusted pieces may go in; what people typed is bound, never pasted.
pub fn built(sql: String) -> SqlStr {
    AssertSqlSafe(sql).into_sql_str()
}

/// The values of one statement, in the order of its `$1, $2 …`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::db::Value::from($value)),*] };
}

fn bound(sql: SqlStr, args: Vec<Value>) -> sqlx::query::Query<'static, Postgres, PgArguments> {
    args.into_iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Bool(v) => query.bind(v),
        Value::Int(v) => query.bind(v),
        Value::Text(v) => query.bind(v.map(value::storable)),
        Value::Uuid(v) => query.bind(v),
        Value::Date(v) => query.bind(v),
        Value::Time(v) => query.bind(v),
        Value::Bytes(v) => query.bind(v),
    })
}

#[derive(Clone)]
pub enum Db {
    /// One writer and several readers over one file, as SQLite likes it.
    Sqlite(File),
    Postgres(PgPool),
}

/// Something to read from: the database, or a transaction that has begun.
pub enum Conn<'c> {
    Db(&'c Db),
    Tx(&'c mut Tx),
}

impl<'c> From<&'c Db> for Conn<'c> {
    fn from(db: &'c Db) -> Self {
        Conn::Db(db)
    }
}

impl<'c> From<&'c mut Tx> for Conn<'c> {
    fn from(tx: &'c mut Tx) -> Self {
        Conn::Tx(tx)
    }
}

/// A transaction for writing. Dropped without [`Tx::commit`], nothing of it has happened.
pub enum Tx {
    Sqlite(FileTx),
    Postgres(ServerTx),
}

impl Db {
    /// Opens `sqlite:PATH` or `postgres://…`. The SQLite file is made where missing.
    pub async fn open(url: &str) -> Result<Db> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            return Ok(Db::Sqlite(File::open(Path::new(path.trim_start_matches("//")))?));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let options: PgConnectOptions = url.parse()?;
            let pool = PgPoolOptions::new()
                .max_connections(16)
                .acquire_timeout(Duration::from_secs(10))
                .test_before_acquire(false)
                .before_acquire(|connection, about| {
                    Box::pin(async move { Ok(about.idle_for < LONG_IDLE || connection.ping().await.is_ok()) })
                })
                .connect_with(options.clone().disable_statement_logging())
                .await;
            let pool = match pool {
                Ok(pool) => pool,
                Err(error) => return Err(reach::why_not(&options, error).await),
            };
            return Ok(Db::Postgres(pool));
        }
        Err(DbError::Setting("expected sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE".into()))
    }

    /// Opens an SQLite file that is whole by itself when it is closed: for carrying data, not for serving. One at a time.
    pub fn open_file(path: &Path) -> Result<Db> {
        Ok(Db::Sqlite(File::open_alone(path)?))
    }

    /// Brings the schema up to this program's. Forward only.
    pub async fn migrate(&self) -> Result<()> {
        let migrator = sqlx::migrate!("./migrations");
        match self {
            Db::Sqlite(file) => file.migrate(&migrator).await?,
            Db::Postgres(pool) => migrator.run(pool).await?,
        }
        Ok(())
    }

    /// Begins a transaction that will write. On SQLite it waits its turn here, never in the middle.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Db::Sqlite(file) => Tx::Sqlite(file.begin().await?),
            Db::Postgres(pool) => Tx::Postgres(ServerTx::new(pool.begin().await?)),
        })
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        Conn::Db(self).one::<(i64,)>("select cast(1 as bigint)", vec![]).await.map(|_| ())
    }

    /// Begins a transaction that only reads: everything read in it is as of one moment.
    pub async fn snapshot(&self) -> Result<Tx> {
        Ok(match self {
            Db::Sqlite(file) => Tx::Sqlite(file.snapshot().await?),
            Db::Postgres(pool) => {
                let reading = "begin isolation level repeatable read read only";
                Tx::Postgres(ServerTx::new(pool.begin_with(reading).await?))
            }
        })
    }

    pub async fn close(&self) {
        match self {
            Db::Sqlite(file) => file.close().await,
            Db::Postgres(pool) => pool.close().await,
        }
    }
}

impl Conn<'_> {
    /// For one statement of several.
    pub fn again(&mut self) -> Conn<'_> {
        match self {
            Conn::Db(db) => Conn::Db(db),
            Conn::Tx(tx) => Conn::Tx(tx),
        }
    }

    pub async fn all<T: Row>(self, sql: impl SqlSafeStr, args: Vec<Value>) -> Result<Vec<T>> {
        let sql = sql.into_sql_str();
        match self {
            Conn::Db(Db::Sqlite(file)) => file.read(sql.as_str(), args).await,
            Conn::Tx(Tx::Sqlite(tx)) => tx.all(sql.as_str(), args),
            other => other.ask_server(sql, args).await,
        }
    }

    /// [`Conn::all`] for an answer that may be long: others are served meanwhile.
    pub async fn many<T: Row>(self, sql: impl SqlSafeStr, args: Vec<Value>) -> Result<Vec<T>> {
        let sql = sql.into_sql_str();
        match self {
            Conn::Db(Db::Sqlite(file)) => file.read_many(sql.as_str(), args).await,
            Conn::Tx(Tx::Sqlite(tx)) => tx.many(sql.as_str(), args),
            other => other.ask_server(sql, args).await,
        }
    }

    async fn ask_server<T: Row>(self, sql: SqlStr, args: Vec<Value>) -> Result<Vec<T>> {
        let query = bound(sql, args);
        let rows = match self {
            Conn::Db(Db::Postgres(pool)) => query.fetch_all(pool).await?,
            Conn::Tx(Tx::Postgres(tx)) => query.fetch_all(tx.conn()).await?,
            _ => return Err(DbError::Closed),
        };
        rows.iter().map(|row| T::read(&Cells::Postgres(row))).collect()
    }

    /// At most one row; the statement itself makes sure of that (a key, or `limit 1`).
    pub async fn find<T: Row>(self, sql: impl SqlSafeStr, args: Vec<Value>) -> Result<Option<T>> {
        Ok(self.all(sql, args).await?.into_iter().next())
    }

    /// Exactly one row, as from an aggregate.
    pub async fn one<T: Row>(self, sql: impl SqlSafeStr, args: Vec<Value>) -> Result<T> {
        self.find(sql, args).await?.ok_or(DbError::Missing)
    }
}

impl Tx {
    /// Runs one statement and returns how many rows it changed.
    pub async fn run(&mut self, sql: impl SqlSafeStr, args: Vec<Value>) -> Result<u64> {
        let sql = sql.into_sql_str();
        match self {
            Tx::Sqlite(tx) => tx.run(sql.as_str(), args),
            Tx::Postgres(tx) => Ok(bound(sql, args).execute(tx.conn()).await?.rows_affected()),
        }
    }

    /// Inserts any number of rows, the way the engine takes them quickest.
    pub async fn insert(&mut self, table: &str, columns: &[&str], rows: Vec<Vec<Value>>) -> Result<()> {
        self.insert_or(table, columns, rows, "").await
    }

    /// [`Tx::insert`], where a row with the same `key` may stand already: then the other columns take the new values. Each
    /// row is `key` and then `others`, and no key comes twice.
    pub async fn put(
        &mut self,
        table: &str,
        key: &[&str],
        others: &[&str],
        rows: Vec<Vec<Value>>,
    ) -> Result<()> {
        let set: Vec<String> = others.iter().map(|column| format!("{column} = excluded.{column}")).collect();
        let or = format!(" on conflict ({}) do update set {}", key.join(", "), set.join(", "));
        self.insert_or(table, &[key, others].concat(), rows, &or).await
    }

    async fn insert_or(
        &mut self,
        table: &str,
        columns: &[&str],
        rows: Vec<Vec<Value>>,
        or: &str,
    ) -> Result<()> {
        match self {
            Tx::Sqlite(tx) => tx.insert(table, columns, rows, or),
            Tx::Postgres(tx) => tx.insert(table, columns, rows, or).await,
        }
    }

    /// Makes everything of this transaction durable.
    pub async fn commit(self) -> Result<()> {
        match self {
            Tx::Sqlite(tx) => tx.commit().await,
            Tx::Postgres(tx) => tx.commit().await,
        }
    }
}
