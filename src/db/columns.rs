//! Many rows at once, as PostgreSQL takes them quickest: a list for each column. The statement is the same for any number of
//! rows, so it is prepared once.

use sqlx::{Postgres, Transaction};

use super::value::storable;
use super::{DbError, Result, Value, built};

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

/// `or`: what to do where a row stands already.
pub(super) async fn insert(
    tx: &mut Transaction<'static, Postgres>,
    table: &str,
    columns: &[&str],
    rows: Vec<Vec<Value>>,
    or: &str,
) -> Result<()> {
    let marks: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    let (names, marks) = (columns.join(", "), marks.join(", "));
    let sql = format!("insert into {table} ({names}) select * from unnest({marks}) as new ({names}){or}");
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let mut lists: Vec<Vec<Value>> = columns.iter().map(|_| Vec::new()).collect();
        for row in rows.by_ref().take(AT_ONCE) {
            for (list, value) in lists.iter_mut().zip(row) {
                list.push(value);
            }
        }
        let mut query = sqlx::query(built(sql.clone()));
        for (values, column) in lists.into_iter().zip(columns) {
            let bound = list!(query, values, Bool, Int, Text with storable, Uuid, Date, Time, Bytes);
            query = bound
                .ok_or_else(|| DbError::Setting(format!("{table}.{column} was given values of two kinds")))?;
        }
        query.execute(&mut **tx).await?;
    }
    Ok(())
}
