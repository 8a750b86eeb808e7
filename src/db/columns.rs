//! A transaction on PostgreSQL, and many rows at once as it takes them quickest: a list for each column. The statement is
//! the same for any number of rows, so it is prepared once.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use sqlx::{PgConnection, Postgres, Transaction, query, query_scalar};

use super::value::storable;
use super::{DbError, Result, Value, built};

/// So many rows brought into one table before the server is asked whether it still knows that table.
const MANY: usize = 100;
/// And again whenever there are so many times as many.
const GROWN: usize = 4;

/// Rows of one statement: enough that statements cost nothing beside their rows, few enough to be held twice.
const AT_ONCE: usize = 4_000;

/// Takes a list of one kind of value out of a column; all of a column are of one kind.
macro_rules! list {
    ($query:expr, $values:expr, $($kind:ident $(with $change:expr)?),*) => {
        match $values.first() {
            $(Some(Value::$kind(_)) => {
                let list: Option<Vec<_>> = $values
                    .into_iter()
                    .map(|value| match value {
                        Value::$kind(value) => Some(value$(.map($change))?),
                        _ => None,
                    })
                    .collect();
                list.map(|list| $query.bind(list))
            })*
            None => None,
        }
    };
}

/// A transaction, and what it has brought so far.
pub struct ServerTx {
    tx: Transaction<'static, Postgres>,
    /// By table: rows brought, and how many there will be when the server is asked next.
    brought: HashMap<String, (usize, usize)>,
}

impl ServerTx {
    pub(super) fn new(tx: Transaction<'static, Postgres>) -> ServerTx {
        ServerTx { tx, brought: HashMap::new() }
    }

    pub(super) fn conn(&mut self) -> &mut PgConnection {
        &mut self.tx
    }

    pub(super) async fn commit(self) -> Result<()> {
        Ok(self.tx.commit().await?)
    }

    /// `or`: what to do where a row stands already.
    pub(super) async fn insert(
        &mut self,
        table: &str,
        columns: &[&str],
        rows: Vec<Vec<Value>>,
        or: &str,
    ) -> Result<()> {
        let marks: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
        let (names, marks) = (columns.join(", "), marks.join(", "));
        let sql = format!("insert into {table} ({names}) select * from unnest({marks}) as new ({names}){or}");
        let many = rows.len();
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let mut lists: Vec<Vec<Value>> = columns.iter().map(|_| Vec::new()).collect();
            for row in rows.by_ref().take(AT_ONCE) {
                for (list, value) in lists.iter_mut().zip(row) {
                    list.push(value);
                }
            }
            let mut query = query(built(sql.clone()));
            for (values, column) in lists.into_iter().zip(columns) {
                let bound = list!(query, values, Bool, Int, Text with storable, Uuid, Date, Time, Bytes);
                query = bound.ok_or_else(|| {
                    DbError::Setting(format!("{table}.{column} was given values of two kinds"))
                })?;
            }
            query.execute(self.conn()).await?;
        }
        self.tell(table, many).await
    }

    /// Keeps the server's picture of a table true while it grows. Its own upkeep sees only what is committed, and a check of
    /// a reference that was planned for an empty table reads the whole of it for every row.
    async fn tell(&mut self, table: &str, many: usize) -> Result<()> {
        let (rows, next) = self.brought.entry(table.to_owned()).or_insert((0, MANY));
        *rows += many;
        if *rows < *next {
            return Ok(());
        }
        *next = *rows * GROWN;
        let unknown: bool = query_scalar(
            "select pg_relation_size(oid) > 2 * relpages * current_setting('block_size')::bigint
             from pg_class where oid = to_regclass($1)",
        )
        .bind(table)
        .fetch_one(self.conn())
        .await?;
        if unknown {
            // Whoever is at it holds on until the end of its transaction: others need not wait, for the same is done there.
            query(built(format!("analyze (skip_locked) {table}"))).execute(self.conn()).await?;
        }
        Ok(())
    }
}
