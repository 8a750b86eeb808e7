//! SQL for aims.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Stored;
use crate::change::aim::{Aim, State};
use crate::change::making::At;
use crate::db::{Conn, Result, Tx, Value, built};
use crate::units::Unit;
use crate::{args, row};

row! {
    struct AimRow {
        id: Uuid,
        unit_id: Uuid,
        evaluation_id: Uuid,
        aim: String,
        area: String,
        measure: String,
        points: Option<i64>,
        year: i64,
        whom: String,
        state: String,
        version: i64,
        by_name: String,
        saved_at: DateTime<Utc>,
        dropped: bool,
    }
}

impl From<AimRow> for Stored<Aim> {
    fn from(row: AimRow) -> Stored<Aim> {
        let what = Aim {
            aim: row.aim,
            area: row.area,
            measure: row.measure,
            points: row.points,
            year: row.year,
            whom: row.whom,
            state: State::from_code(&row.state).unwrap_or_default(),
        };
        Stored {
            id: row.id,
            unit_id: row.unit_id,
            evaluation_id: row.evaluation_id,
            version: row.version,
            by: row.by_name,
            at: row.saved_at,
            dropped: row.dropped,
            what,
        }
    }
}

async fn aims_where(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Stored<Aim>>> {
    let sql = format!(
        "select a.id, a.unit_id, a.evaluation_id, a.aim, a.area, a.measure, a.points, a.year, a.whom, a.state,
                a.version, coalesce(p.name, '') as by_name, a.saved_at, a.dropped_at is not null as dropped
         from change_aim a left join person p on p.id = a.saved_by where {which} order by a.year, a.id"
    );
    let rows: Vec<AimRow> = conn.all(built(sql), args).await?;
    Ok(rows.into_iter().map(Stored::from).collect())
}

/// An aim, also one that was taken out.
pub async fn aim<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Stored<Aim>>> {
    let which = "a.network_id = $1 and a.id = $2";
    Ok(aims_where(conn.into(), which, args![network_id, id]).await?.pop())
}

/// What a unit set out to reach after an evaluation, the earliest year first.
pub async fn aims<'c>(conn: impl Into<Conn<'c>>, at: At<'_>) -> Result<Vec<Stored<Aim>>> {
    let which = "a.network_id = $1 and a.unit_id = $2 and a.evaluation_id = $3 and a.dropped_at is null";
    aims_where(conn.into(), which, args![at.unit.network.id, at.unit.id, at.it.id]).await
}

/// What a unit set out before to reach in the year of an evaluation.
pub async fn aims_for<'c>(conn: impl Into<Conn<'c>>, at: At<'_>) -> Result<Vec<Stored<Aim>>> {
    let which = "a.network_id = $1 and a.unit_id = $2 and a.year = $3 and a.evaluation_id <> $4
                 and a.dropped_at is null";
    let args = args![at.unit.network.id, at.unit.id, i64::from(at.it.year()), at.it.id];
    aims_where(conn.into(), which, args).await
}

/// What a unit set out to reach in a year, whichever evaluation it came of.
pub async fn aims_of_year<'c>(conn: impl Into<Conn<'c>>, unit: &Unit, year: i64) -> Result<Vec<Stored<Aim>>> {
    let which = "a.network_id = $1 and a.unit_id = $2 and a.year = $3 and a.dropped_at is null";
    aims_where(conn.into(), which, args![unit.network.id, unit.id, year]).await
}

pub async fn put_aim(
    tx: &mut Tx,
    at: At<'_>,
    id: Uuid,
    insert: bool,
    aim: &Aim,
    by: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    let sql = if insert {
        "insert into change_aim (network_id, id, aim, area, measure, points, year, whom, state, saved_by, saved_at,
                                 unit_id, evaluation_id, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)"
    } else {
        "update change_aim set aim = $3, area = $4, measure = $5, points = $6, year = $7, whom = $8, state = $9,
                               saved_by = $10, saved_at = $11, version = version + 1
         where network_id = $1 and id = $2 and unit_id = $12 and evaluation_id = $13"
    };
    tx.run(
        sql,
        args![
            at.unit.network.id,
            id,
            aim.aim.as_str(),
            aim.area.as_str(),
            aim.measure.as_str(),
            aim.points,
            aim.year,
            aim.whom.as_str(),
            aim.state.code(),
            by,
            now,
            at.unit.id,
            at.it.id
        ],
    )
    .await?;
    Ok(())
}

pub async fn drop_aim(tx: &mut Tx, at: At<'_>, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    let sql = "update change_aim set dropped_at = $5
               where network_id = $1 and unit_id = $2 and evaluation_id = $3 and id = $4 and dropped_at is null";
    tx.run(sql, args![at.unit.network.id, at.unit.id, at.it.id, id, now]).await?;
    Ok(())
}
