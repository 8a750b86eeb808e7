//! SQL for what an edition shows, and what it withholds.

use std::collections::{BTreeMap, BTreeSet};

use scores::Mean;
use uuid::Uuid;

use super::Of;
use crate::db::{Conn, DbError, Result, Tx, Value, built};
use crate::results::sheet::Count;
use crate::results::table::{Lack, Part, Table, Withheld, class_code, class_from_code};
use crate::{args, row};

pub async fn insert_tables(tx: &mut Tx, of: Of, tables: &[Table]) -> Result<()> {
    let row = |it: &Table| {
        let areas: BTreeMap<&String, (u32, f64, f64)> =
            it.areas.iter().map(|(code, mean)| (code, mean.parts())).collect();
        let items: BTreeMap<&String, Vec<u32>> =
            it.items.iter().map(|(code, count)| (code, count.numbers())).collect();
        let areas = serde_json::to_string(&areas).map_err(DbError::garbled)?;
        let items = serde_json::to_string(&items).map_err(DbError::garbled)?;
        let own =
            args![it.version_id, it.unit_id, it.part.code(), class_code(it.class), it.answers, areas, items];
        Ok([of.args(), own].concat())
    };
    let columns = [
        "network_id",
        "evaluation_id",
        "edition",
        "version_id",
        "unit_id",
        "part",
        "class",
        "answers",
        "areas",
        "items",
    ];
    tx.insert("result_table", &columns, tables.iter().map(row).collect::<Result<_>>()?).await
}

pub async fn insert_withheld(tx: &mut Tx, of: Of, all: &[Withheld]) -> Result<()> {
    let row = |it: &Withheld| {
        let own = args![it.version_id, it.unit_id, it.lack.code(), it.why.as_str(), it.counted_in, it.wants];
        [of.args(), own].concat()
    };
    let columns = [
        "network_id",
        "evaluation_id",
        "edition",
        "version_id",
        "unit_id",
        "part",
        "why",
        "counted_in",
        "wants",
    ];
    tx.insert("result_withheld", &columns, all.iter().map(row).collect()).await
}

row! {
    struct TableRow {
        version_id: Uuid,
        unit_id: Uuid,
        part: String,
        class: String,
        answers: i64,
        areas: String,
        items: String,
    }
}

fn unknown(what: &str) -> DbError {
    DbError::Setting(format!("unknown {what} among results"))
}

fn table(row: TableRow) -> Result<Table> {
    let areas: BTreeMap<String, (u32, f64, f64)> =
        serde_json::from_str(&row.areas).map_err(DbError::garbled)?;
    let items: BTreeMap<String, Vec<u32>> = serde_json::from_str(&row.items).map_err(DbError::garbled)?;
    let mean = |(code, (n, mean, squares)): (String, (u32, f64, f64))| {
        Ok((code, Mean::of(n, mean, squares).map_err(|_| unknown("mean"))?))
    };
    let count = |(code, numbers): (String, Vec<u32>)| {
        Ok((code, Count::from_numbers(&numbers).ok_or_else(|| unknown("count"))?))
    };
    Ok(Table {
        version_id: row.version_id,
        unit_id: row.unit_id,
        part: Part::from_code(&row.part).ok_or_else(|| unknown("part"))?,
        class: class_from_code(&row.class).ok_or_else(|| unknown("class"))?,
        answers: row.answers,
        areas: areas.into_iter().map(mean).collect::<Result<_>>()?,
        items: items.into_iter().map(count).collect::<Result<_>>()?,
    })
}

const TABLE: &str = "select version_id, unit_id, part, class, answers, areas, items from result_table
                     where network_id = $1 and evaluation_id = $2 and edition = $3";

/// Everything that some units show of a version. `units`: as many as a page is about, no more.
pub async fn tables<'c>(
    conn: impl Into<Conn<'c>>,
    of: Of,
    version_id: Uuid,
    units: &[Uuid],
) -> Result<Vec<Table>> {
    let marks: Vec<String> = (0..units.len()).map(|n| format!("${}", n + 5)).collect();
    let sql = format!(
        "{TABLE} and version_id = $4 and unit_id in ({}) order by unit_id, part, class",
        marks.join(", ")
    );
    let mut args = [of.args(), args![version_id]].concat();
    args.extend(units.iter().copied().map(Value::from));
    let rows: Vec<TableRow> = conn.into().all(built(sql), args).await?;
    rows.into_iter().map(table).collect()
}

/// The areas of every unit's whole: (unit, answers, areas).
pub async fn areas_of_all<'c>(
    conn: impl Into<Conn<'c>>,
    of: Of,
    version_id: Uuid,
) -> Result<Vec<(Uuid, i64, BTreeMap<String, Mean>)>> {
    let sql = "select version_id, unit_id, part, class, answers, areas, '{}' as items from result_table
               where network_id = $1 and evaluation_id = $2 and edition = $3 and version_id = $4
               and part = 'whole' and class = '' order by unit_id";
    let rows: Vec<TableRow> = conn.into().all(sql, [of.args(), args![version_id]].concat()).await?;
    rows.into_iter().map(|row| table(row).map(|it| (it.unit_id, it.answers, it.areas))).collect()
}

row! {
    struct WithheldRow {
        unit_id: Uuid,
        part: String,
        why: String,
        counted_in: Option<Uuid>,
        wants: Option<i64>,
    }
}

/// What a unit does not show of a version.
pub async fn withheld<'c>(
    conn: impl Into<Conn<'c>>,
    of: Of,
    version_id: Uuid,
    unit_id: Uuid,
) -> Result<Vec<Withheld>> {
    let sql = "select unit_id, part, why, counted_in, wants from result_withheld
               where network_id = $1 and evaluation_id = $2 and edition = $3 and version_id = $4 and unit_id = $5
               order by part";
    let rows: Vec<WithheldRow> =
        conn.into().all(sql, [of.args(), args![version_id, unit_id]].concat()).await?;
    let read = |row: WithheldRow| {
        Ok(Withheld {
            version_id,
            unit_id: row.unit_id,
            lack: Lack::from_code(&row.part).ok_or_else(|| unknown("part"))?,
            why: row.why,
            counted_in: row.counted_in,
            wants: row.wants,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Versions of which a unit shows something, or says why not.
pub async fn versions_at<'c>(conn: impl Into<Conn<'c>>, of: Of, unit_id: Uuid) -> Result<Vec<Uuid>> {
    let sql = "select version_id from result_table
               where network_id = $1 and evaluation_id = $2 and edition = $3 and unit_id = $4
               union select version_id from result_withheld
               where network_id = $1 and evaluation_id = $2 and edition = $3 and unit_id = $4";
    let rows: Vec<(Uuid,)> = conn.into().all(sql, [of.args(), args![unit_id]].concat()).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Evaluations that asked about a unit, or below it.
pub async fn evaluations_about<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
) -> Result<BTreeSet<Uuid>> {
    let sql = "select evaluation_id from result_table where network_id = $1 and unit_id = $2
               union select evaluation_id from result_withheld where network_id = $1 and unit_id = $2";
    let rows: Vec<(Uuid,)> = conn.into().all(sql, args![network_id, unit_id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Units that an edition tells something of, or withholds.
pub async fn units_of<'c>(conn: impl Into<Conn<'c>>, of: Of) -> Result<BTreeSet<Uuid>> {
    let sql =
        "select unit_id from result_table where network_id = $1 and evaluation_id = $2 and edition = $3
         union select unit_id from result_withheld where network_id = $1 and evaluation_id = $2 and edition = $3";
    let rows: Vec<(Uuid,)> = conn.into().all(sql, of.args()).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Units that an edition took out of every figure.
pub async fn withdrawn<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
    edition: i64,
) -> Result<BTreeSet<Uuid>> {
    let sql = "select distinct unit_id from result_withheld
               where network_id = $1 and evaluation_id = $2 and edition = $3 and why = 'withdrawn'";
    let rows: Vec<(Uuid,)> = conn.into().all(sql, args![network_id, evaluation_id, edition]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
