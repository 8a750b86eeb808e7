//! Copying whole databases, from either engine into either, table by table, with a sum over what was copied. What tables
//! and columns there are is read from the migrated schema of a SQLite file; both engines have the same.

use futures_util::TryStreamExt;
use sha2::{Digest, Sha256};
use sqlx::Postgres;

use super::{Cells, Conn, DbError, Result, Tx, Value, built};

/// How many rows are written at once, and how many bytes: a few pictures are heavier than many rows.
const ROWS: usize = 500;
const BYTES: usize = 8 * 1024 * 1024;

pub struct Table {
    pub name: String,
    columns: Vec<(String, Kind)>,
}

#[derive(Clone, Copy)]
enum Kind {
    Bool,
    Int,
    Text,
    Uuid,
    Date,
    Time,
    Bytes,
}

/// What a table holds, whatever the order of its rows: how many, and their hashes added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub rows: i64,
    pub hash: u128,
}

impl Sum {
    fn add(&mut self, row: &[Value]) {
        let mut hash = Sha256::new();
        for value in row {
            let bytes = bytes(value);
            // Null is not empty, and a value does not run into the next.
            let length = bytes.as_ref().map_or(-1, |bytes| i64::try_from(bytes.len()).unwrap_or(i64::MAX));
            hash.update(length.to_le_bytes());
            hash.update(bytes.unwrap_or_default());
        }
        let mut first = [0; 16];
        first.copy_from_slice(&hash.finalize()[..16]);
        self.rows += 1;
        self.hash = self.hash.wrapping_add(u128::from_le_bytes(first));
    }
}

fn bytes(value: &Value) -> Option<Vec<u8>> {
    match value {
        Value::Bool(v) => v.map(|v| vec![u8::from(v)]),
        Value::Int(v) => v.map(|v| v.to_le_bytes().to_vec()),
        Value::Text(v) => v.clone().map(String::into_bytes),
        Value::Uuid(v) => v.map(|v| v.as_bytes().to_vec()),
        Value::Date(v) => v.map(|v| v.to_string().into_bytes()),
        Value::Time(v) => v.map(|v| v.timestamp_micros().to_le_bytes().to_vec()),
        Value::Bytes(v) => v.clone(),
    }
}

impl Kind {
    fn declared(table: &str, column: &str, declared: &str) -> Result<Kind> {
        Ok(match declared.to_lowercase().as_str() {
            "boolean" => Kind::Bool,
            "bigint" => Kind::Int,
            "text" => Kind::Text,
            "uuid" => Kind::Uuid,
            "date" => Kind::Date,
            "timestamptz" => Kind::Time,
            "bytea" => Kind::Bytes,
            other => {
                return Err(DbError::Setting(format!(
                    "{table}.{column}: a column of type {other} cannot be copied"
                )));
            }
        })
    }
}

impl Table {
    fn quoted(&self) -> Vec<String> {
        self.columns.iter().map(|(name, _)| format!("\"{name}\"")).collect()
    }

    fn select(&self) -> String {
        format!("select {} from \"{}\"", self.quoted().join(", "), self.name)
    }
}

fn values(cells: &Cells<'_>, table: &Table) -> Result<Vec<Value>> {
    let value = |(at, (_, kind)): (usize, &(String, Kind))| {
        Ok(match kind {
            Kind::Bool => Value::Bool(cells.at(at)?),
            Kind::Int => Value::Int(cells.at(at)?),
            Kind::Text => Value::Text(cells.at(at)?),
            Kind::Uuid => Value::Uuid(cells.at(at)?),
            Kind::Date => Value::Date(cells.at(at)?),
            Kind::Time => Value::Time(cells.at(at)?),
            Kind::Bytes => Value::Bytes(cells.at(at)?),
        })
    };
    table.columns.iter().enumerate().map(value).collect()
}

/// What may be long of a value.
fn weighs(value: &Value) -> usize {
    match value {
        Value::Text(Some(text)) => text.len(),
        Value::Bytes(Some(bytes)) => bytes.len(),
        _ => 0,
    }
}

/// Does the same for every row of a table, without holding them all.
macro_rules! each {
    ($tx:expr, $table:expr, $values:ident => $then:block) => {{
        let sql = $table.select();
        match $tx {
            Tx::Sqlite(tx) => {
                let mut statement = tx.prepared(&sql, vec![])?;
                let mut rows = statement.raw_query();
                while let Some(row) = rows.next()? {
                    let $values = values(&Cells::from(row), $table)?;
                    $then
                }
            }
            Tx::Postgres(tx) => {
                let mut rows = sqlx::query::<Postgres>(built(sql)).fetch(tx.conn());
                while let Some(row) = rows.try_next().await? {
                    let $values = values(&Cells::Postgres(&row), $table)?;
                    $then
                }
            }
        }
    }};
}

/// Whether a SQLite file has a table of this name.
pub async fn has_table(file: &mut Tx, name: &str) -> Result<bool> {
    let sql = "select count(*) from sqlite_master where type = 'table' and name = $1";
    let (n,): (i64,) = Conn::from(file).one(sql, crate::args![name]).await?;
    Ok(n == 1)
}

/// Every table of a SQLite file, each after those it refers to. Names that begin with `_` are not ours to copy.
pub async fn tables(file: &mut Tx) -> Result<Vec<Table>> {
    let names: Vec<(String,)> = Conn::from(&mut *file)
        .all(
            "select name from sqlite_master where type = 'table' and substr(name, 1, 1) <> '_'
             and substr(name, 1, 7) <> 'sqlite_' order by name",
            vec![],
        )
        .await?;
    let mut waiting = Vec::new();
    for (name,) in names {
        let declared: Vec<(String, String)> = Conn::from(&mut *file)
            .all("select name, type from pragma_table_info($1) order by cid", crate::args![&name])
            .await?;
        let mut columns = Vec::new();
        for (column, declared) in declared {
            let kind = Kind::declared(&name, &column, &declared)?;
            columns.push((column, kind));
        }
        let needs: Vec<(String,)> = Conn::from(&mut *file)
            .all("select distinct \"table\" from pragma_foreign_key_list($1)", crate::args![&name])
            .await?;
        let needs: Vec<String> = needs.into_iter().map(|(it,)| it).filter(|it| *it != name).collect();
        waiting.push((Table { name, columns }, needs));
    }
    let mut ordered: Vec<Table> = Vec::new();
    while !waiting.is_empty() {
        let there = |name: &String| ordered.iter().any(|table| table.name == *name);
        let Some(next) = waiting.iter().position(|(_, needs)| needs.iter().all(there)) else {
            return Err(DbError::Setting("tables refer to each other in a circle".into()));
        };
        ordered.push(waiting.remove(next).0);
    }
    Ok(ordered)
}

/// Copies a table, and sums up what was read.
pub async fn copy(from: &mut Tx, to: &mut Tx, table: &Table) -> Result<Sum> {
    let quoted = table.quoted();
    let columns: Vec<&str> = quoted.iter().map(String::as_str).collect();
    let target = format!("\"{}\"", table.name);
    let mut sum = Sum::default();
    let (mut batch, mut weight) = (Vec::with_capacity(ROWS), 0);
    each!(from, table, values => {
        sum.add(&values);
        weight += values.iter().map(weighs).sum::<usize>();
        batch.push(values);
        if batch.len() == ROWS || weight >= BYTES {
            weight = 0;
            to.insert(&target, &columns, std::mem::take(&mut batch)).await?;
        }
    });
    to.insert(&target, &columns, batch).await?;
    Ok(sum)
}

/// The sum of a table as it stands.
pub async fn sum(tx: &mut Tx, table: &Table) -> Result<Sum> {
    let mut sum = Sum::default();
    each!(tx, table, values => { sum.add(&values); });
    Ok(sum)
}

/// The number of the last migration.
pub async fn version(tx: &mut Tx) -> Result<i64> {
    let (version,): (i64,) =
        Conn::from(tx).one("select coalesce(max(version), 0) from _sqlx_migrations", vec![]).await?;
    Ok(version)
}

/// Whether an SQLite file is whole: its pages, and every reference in it.
pub async fn is_whole(file: &mut Tx) -> Result<bool> {
    let pages: Vec<(String,)> =
        Conn::from(&mut *file).all("select integrity_check from pragma_integrity_check", vec![]).await?;
    let (broken,): (i64,) =
        Conn::from(file).one("select count(*) from pragma_foreign_key_check", vec![]).await?;
    Ok(broken == 0 && pages.iter().all(|(said,)| said == "ok"))
}
