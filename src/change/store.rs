//! SQL for steps, aims, and what is told to young people.

mod aims;
mod drafts;
mod said;
pub mod words;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::making::At;
use super::said::Published;
use super::step::Step;
use crate::db::{Conn, DbError, Result, Tx, Value, built};
use crate::units::Unit;
use crate::{args, row};

pub use aims::{aims_for, aims_of_year};
pub use drafts::{Draft, draft, drafts, put, take_out};

/// Something that is kept, with who saved it last.
#[derive(Clone, Debug)]
pub struct Stored<T> {
    pub id: Uuid,
    pub unit_id: Uuid,
    pub evaluation_id: Uuid,
    pub version: i64,
    pub by: String,
    pub at: DateTime<Utc>,
    /// Taken out by hand; of a step: its words were removed, for their years were over.
    pub dropped: bool,
    pub what: T,
}

fn json(it: &impl Serialize) -> Result<String> {
    serde_json::to_string(it).map_err(DbError::garbled)
}

fn of_json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(DbError::garbled)
}

row! {
    struct StepRow {
        step: i64,
        version: i64,
        notes: String,
        planned_on: Option<NaiveDate>,
        done_on: Option<NaiveDate>,
        whom: String,
        tasks: String,
        meeting: String,
        forgotten: bool,
        by_name: String,
        saved_at: DateTime<Utc>,
    }
}

fn step(at: At<'_>, row: StepRow) -> Result<(i64, Stored<Step>)> {
    let what = Step {
        notes: row.notes,
        planned_on: row.planned_on,
        done_on: row.done_on,
        whom: of_json(&row.whom)?,
        tasks: of_json(&row.tasks)?,
        meeting: of_json(&row.meeting)?,
    };
    let stored = Stored {
        id: at.unit.id,
        unit_id: at.unit.id,
        evaluation_id: at.it.id,
        version: row.version,
        by: row.by_name,
        at: row.saved_at,
        dropped: row.forgotten,
        what,
    };
    Ok((row.step, stored))
}

async fn steps_where(
    conn: Conn<'_>,
    at: At<'_>,
    which: &str,
    more: Vec<Value>,
) -> Result<Vec<(i64, Stored<Step>)>> {
    let sql = format!(
        "select s.step, s.version, s.notes, s.planned_on, s.done_on, s.whom, s.tasks, s.meeting,
                s.forgotten, coalesce(p.name, '') as by_name, s.saved_at
         from change_step s left join person p on p.id = s.saved_by
         where s.network_id = $1 and s.unit_id = $2 and s.evaluation_id = $3 and {which}
         order by s.step, s.version"
    );
    let mut args = args![at.unit.network.id, at.unit.id, at.it.id];
    args.extend(more);
    let rows: Vec<StepRow> = conn.all(built(sql), args).await?;
    rows.into_iter().map(|row| step(at, row)).collect()
}

/// A step as the version with this number has it, or the last one before that is still there; none where there is none.
pub async fn step_at<'c>(
    conn: impl Into<Conn<'c>>,
    at: At<'_>,
    n: i64,
    version: i64,
) -> Result<Option<Stored<Step>>> {
    let which = "s.step = $4
                 and s.version = (select max(x.version) from change_step x
                                  where x.network_id = s.network_id and x.unit_id = s.unit_id
                                    and x.evaluation_id = s.evaluation_id and x.step = s.step
                                    and x.version <= $5)";
    let mut found = steps_where(conn.into(), at, which, args![n, version]).await?;
    Ok(found.pop().map(|(_, step)| step))
}

/// The steps that somebody has written something about, as they stand.
pub async fn steps<'c>(conn: impl Into<Conn<'c>>, at: At<'_>) -> Result<Vec<(i64, Stored<Step>)>> {
    let last = "s.version = (select max(x.version) from change_step x
                             where x.network_id = s.network_id and x.unit_id = s.unit_id
                               and x.evaluation_id = s.evaluation_id and x.step = s.step)";
    steps_where(conn.into(), at, last, args![]).await
}

/// Writes a version of a step. `passing`: a page saved it by itself.
pub async fn insert_step(
    tx: &mut Tx,
    at: At<'_>,
    (n, version): (i64, i64),
    (step, passing): (&Step, bool),
    by: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into change_step (network_id, unit_id, evaluation_id, step, version, notes, planned_on, done_on,
                                  whom, tasks, meeting, saved_by, saved_at, passing)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        args![
            at.unit.network.id,
            at.unit.id,
            at.it.id,
            n,
            version,
            step.notes.as_str(),
            step.planned_on,
            step.done_on,
            json(&step.whom)?,
            json(&step.tasks)?,
            json(&step.meeting)?,
            by,
            now,
            passing
        ],
    )
    .await?;
    Ok(())
}

/// What stands on a unit's public page.
#[derive(Clone, Debug)]
pub struct Public {
    pub evaluation_id: Uuid,
    pub at: DateTime<Utc>,
    pub by: String,
    pub body: Published,
}

pub async fn public<'c>(conn: impl Into<Conn<'c>>, unit: &Unit) -> Result<Option<Public>> {
    let sql = "select c.evaluation_id, c.published_at, p.name, c.body
               from change_publication c join person p on p.id = c.published_by
               where c.network_id = $1 and c.unit_id = $2 and c.taken_back_at is null";
    let found: Option<(Uuid, DateTime<Utc>, String, String)> =
        conn.into().find(sql, args![unit.network.id, unit.id]).await?;
    let Some((evaluation_id, at, by, body)) = found else { return Ok(None) };
    Ok(Some(Public { evaluation_id, at, by, body: of_json(&body)? }))
}

/// Whether there was ever a publication with this id.
pub async fn is_publication(tx: &mut Tx, network_id: Uuid, id: Uuid) -> Result<bool> {
    let sql = "select 1 from change_publication where network_id = $1 and id = $2";
    let found: Option<(i32,)> = Conn::from(tx).find(sql, args![network_id, id]).await?;
    Ok(found.is_some())
}

pub async fn insert_publication(
    tx: &mut Tx,
    at: At<'_>,
    id: Uuid,
    body: &Published,
    by: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into change_publication (network_id, id, unit_id, evaluation_id, body, published_by, published_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![at.unit.network.id, id, at.unit.id, at.it.id, json(body)?, by, now],
    )
    .await?;
    Ok(())
}

/// Takes back what stands on a unit's public page; false where nothing does.
pub async fn take_back(tx: &mut Tx, unit: &Unit, by: Uuid, now: DateTime<Utc>) -> Result<bool> {
    let sql = "update change_publication set taken_back_by = $3, taken_back_at = $4, body = ''
               where network_id = $1 and unit_id = $2 and taken_back_at is null";
    Ok(tx.run(sql, args![unit.network.id, unit.id, by, now]).await? > 0)
}
