//! SQL for what is kept under an id that the page made, and changed in place: aims, and what was said and done.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Stored;
use crate::args;
use crate::change::making::At;
use crate::db::{Cells, Conn, Result, Row, Tx, Value, built};

/// A kind of those: its table, and the columns in which kinds differ.
pub trait Draft: PartialEq + Sized + Send {
    const TABLE: &'static str;
    const COLUMNS: &'static [&'static str];
    /// By which columns a list is ordered.
    const ORDER: &'static str;

    fn read(cells: &Cells<'_>) -> Result<Self>;

    /// In the order of `COLUMNS`.
    fn values(&self) -> Vec<Value>;
}

impl<T: Draft> Row for Stored<T> {
    fn read(cells: &Cells<'_>) -> Result<Self> {
        Ok(Stored {
            id: cells.named("id")?,
            unit_id: cells.named("unit_id")?,
            evaluation_id: cells.named("evaluation_id")?,
            version: cells.named("version")?,
            by: cells.named("by_name")?,
            at: cells.named("saved_at")?,
            dropped: cells.named("dropped")?,
            what: T::read(cells)?,
        })
    }
}

pub(super) async fn those<T: Draft>(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Stored<T>>> {
    let sql = format!(
        "select d.id, d.unit_id, d.evaluation_id, d.version, coalesce(p.name, '') as by_name, d.saved_at,
                d.dropped_at is not null as dropped, {}
         from {} d left join person p on p.id = d.saved_by
         where d.network_id = $1 and {which} order by {}",
        T::COLUMNS.join(", "),
        T::TABLE,
        T::ORDER
    );
    conn.all(built(sql), args).await
}

/// The one with this id, also where it was taken out.
pub async fn draft<'c, T: Draft>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    id: Uuid,
) -> Result<Option<Stored<T>>> {
    Ok(those(conn.into(), "d.id = $2", args![network_id, id]).await?.pop())
}

/// What a unit has of an evaluation.
pub async fn drafts<'c, T: Draft>(conn: impl Into<Conn<'c>>, at: At<'_>) -> Result<Vec<Stored<T>>> {
    let which = "d.unit_id = $2 and d.evaluation_id = $3 and d.dropped_at is null";
    those(conn.into(), which, args![at.unit.network.id, at.unit.id, at.it.id]).await
}

/// Writes one: a new one with `insert`, else the next version of the one that stands.
pub async fn put<T: Draft>(
    tx: &mut Tx,
    at: At<'_>,
    (id, insert): (Uuid, bool),
    what: &T,
    by: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    let (table, columns) = (T::TABLE, T::COLUMNS);
    let places: Vec<String> = (7..).take(columns.len()).map(|n| format!("${n}")).collect();
    let sql = if insert {
        format!(
            "insert into {table} (network_id, id, unit_id, evaluation_id, saved_by, saved_at, version, {})
             values ($1, $2, $3, $4, $5, $6, 1, {})",
            columns.join(", "),
            places.join(", ")
        )
    } else {
        let set = columns.iter().zip(&places).map(|(column, place)| format!("{column} = {place}"));
        format!(
            "update {table} set saved_by = $5, saved_at = $6, version = version + 1, {}
             where network_id = $1 and id = $2 and unit_id = $3 and evaluation_id = $4",
            set.collect::<Vec<_>>().join(", ")
        )
    };
    let mut args = args![at.unit.network.id, id, at.unit.id, at.it.id, by, now];
    args.extend(what.values());
    tx.run(built(sql), args).await?;
    Ok(())
}

/// Takes one out.
pub async fn take_out<T: Draft>(tx: &mut Tx, at: At<'_>, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    let sql = format!(
        "update {} set dropped_at = $5
         where network_id = $1 and unit_id = $2 and evaluation_id = $3 and id = $4 and dropped_at is null",
        T::TABLE
    );
    tx.run(built(sql), args![at.unit.network.id, at.unit.id, at.it.id, id, now]).await?;
    Ok(())
}
