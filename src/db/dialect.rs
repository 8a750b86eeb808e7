//! What the two engines say differently, and nothing else.

use super::{Db, Result, Tx};

/// A migration as SQLite reads it: with what stands between its marks, which is a comment to PostgreSQL.
pub(super) fn for_file(sql: &str) -> String {
    sql.replace("/*sqlite", "").replace("sqlite*/", "")
}

impl Db {
    /// The engine's name, for pages that tell what runs here.
    pub fn engine(&self) -> &'static str {
        match self {
            Db::Sqlite(_) => "SQLite",
            Db::Postgres(_) => "PostgreSQL",
        }
    }

    /// The weekday of a date column, 1 Monday … 7 Sunday.
    pub fn weekday(&self, column: &str) -> String {
        match self {
            Db::Sqlite(_) => format!("(cast(strftime('%w', {column}) as integer) + 6) % 7 + 1"),
            Db::Postgres(_) => format!("cast(extract(isodow from {column}) as bigint)"),
        }
    }

    /// Makes sure that what was removed does not stay behind where this program writes: false where others read meanwhile.
    /// A server keeps its files itself.
    pub async fn forget_removed(&self) -> Result<bool> {
        match self {
            Db::Sqlite(file) => file.empty_log().await,
            Db::Postgres(_) => Ok(true),
        }
    }

    /// Which database this is, for what the process remembers of it.
    pub fn identity(&self) -> String {
        match self {
            Db::Sqlite(file) => file.path.to_string_lossy().into_owned(),
            Db::Postgres(pool) => {
                let options = pool.connect_options();
                let database = options.get_database().unwrap_or_default();
                format!("{}:{}/{database}", options.get_host(), options.get_port())
            }
        }
    }
}

impl Tx {
    /// Waits for, and holds until the end of the transaction, the right to be the only one doing `what`.
    pub async fn alone(&mut self, what: i64) -> Result<()> {
        match self {
            // A SQLite transaction that writes is alone from its first word.
            Tx::Sqlite(_) => {}
            Tx::Postgres(tx) => {
                sqlx::query("select pg_advisory_xact_lock($1)").bind(what).execute(tx.conn()).await?;
            }
        }
        Ok(())
    }

    /// The same beside others who say so too: waits for whoever is alone at `what`, and holds them off.
    pub async fn beside(&mut self, what: i64) -> Result<()> {
        match self {
            Tx::Sqlite(_) => {}
            Tx::Postgres(tx) => {
                sqlx::query("select pg_advisory_xact_lock_shared($1)").bind(what).execute(tx.conn()).await?;
            }
        }
        Ok(())
    }
}
