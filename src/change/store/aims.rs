//! How aims lie in their table, and those that were set before.

use super::Stored;
use super::drafts::{Draft, those};
use crate::args;
use crate::change::aim::{Aim, State};
use crate::change::making::At;
use crate::db::{Cells, Conn, DbError, Result, Value};
use crate::units::Unit;

impl Draft for Aim {
    const TABLE: &'static str = "change_aim";
    const COLUMNS: &'static [&'static str] = &["aim", "area", "measure", "points", "year", "whom", "state"];
    /// The earliest year first.
    const ORDER: &'static str = "d.year, d.id";

    fn read(cells: &Cells<'_>) -> Result<Aim> {
        let state: String = cells.named("state")?;
        Ok(Aim {
            aim: cells.named("aim")?,
            area: cells.named("area")?,
            measure: cells.named("measure")?,
            points: cells.named("points")?,
            year: cells.named("year")?,
            whom: cells.named("whom")?,
            state: State::from_code(&state)
                .ok_or_else(|| DbError::Setting(format!("an aim is in no known state: {state}")))?,
        })
    }

    fn values(&self) -> Vec<Value> {
        args![&self.aim, &self.area, &self.measure, self.points, self.year, &self.whom, self.state.code()]
    }
}

/// What a unit set out before to reach in the year of an evaluation.
pub async fn aims_for<'c>(conn: impl Into<Conn<'c>>, at: At<'_>) -> Result<Vec<Stored<Aim>>> {
    let which = "d.unit_id = $2 and d.evaluation_id <> $3 and d.year = $4 and d.dropped_at is null";
    let year = i64::from(at.it.year());
    those(conn.into(), which, args![at.unit.network.id, at.unit.id, at.it.id, year]).await
}

/// What a unit set out to reach in a year, whichever evaluation it came of.
pub async fn aims_of_year<'c>(conn: impl Into<Conn<'c>>, unit: &Unit, year: i64) -> Result<Vec<Stored<Aim>>> {
    let which = "d.unit_id = $2 and d.year = $3 and d.dropped_at is null";
    those(conn.into(), which, args![unit.network.id, unit.id, year]).await
}
