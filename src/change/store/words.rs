//! SQL for the end of words about steps, and of what pages saved by themselves.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

use super::{json, of_json};
use crate::change::step::Step;
use crate::db::{Conn, Db, Result, Tx};
use crate::{args, row};

row! {
    struct Old {
        unit_id: Uuid,
        evaluation_id: Uuid,
        step: i64,
        version: i64,
        notes: String,
        whom: String,
        tasks: String,
        meeting: String,
    }
}

impl Old {
    fn key(&self) -> (Uuid, Uuid, i64) {
        (self.unit_id, self.evaluation_id, self.step)
    }

    fn step(&self) -> Result<Step> {
        Ok(Step {
            notes: self.notes.clone(),
            whom: of_json(&self.whom)?,
            tasks: of_json(&self.tasks)?,
            meeting: of_json(&self.meeting)?,
            ..Step::default()
        })
    }
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

/// What was saved before a day and was not gone through yet, of the first so many steps; each step's versions together.
async fn old(conn: Conn<'_>, network_id: Uuid, before: NaiveDate, most: usize) -> Result<Vec<Vec<Old>>> {
    let all: Vec<Old> = conn
        .all(
            "select s.unit_id, s.evaluation_id, s.step, s.version, s.notes, s.whom, s.tasks, s.meeting
             from change_step s
             join (select distinct unit_id, evaluation_id, step from change_step
                   where network_id = $1 and saved_at < $2 and not forgotten
                   order by unit_id, evaluation_id, step limit $3) k
               on k.unit_id = s.unit_id and k.evaluation_id = s.evaluation_id and k.step = s.step
             where s.network_id = $1 and s.saved_at < $2 and not s.forgotten
             order by s.unit_id, s.evaluation_id, s.step, s.version",
            args![network_id, midnight(before), i64::try_from(most).unwrap_or(i64::MAX)],
        )
        .await?;
    let mut steps: Vec<Vec<Old>> = Vec::new();
    for old in all {
        match steps.last_mut().filter(|versions| versions[0].key() == old.key()) {
            Some(versions) => versions.push(old),
            None => steps.push(vec![old]),
        }
    }
    Ok(steps)
}

/// Whether one of them says something in words.
fn have_words(versions: &[Old]) -> Result<bool> {
    for old in versions {
        let step = old.step()?;
        if step != step.without_words() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many steps have words that were saved before a day.
pub async fn count_before(db: &Db, network_id: Uuid, before: NaiveDate) -> Result<i64> {
    let mut n = 0;
    for versions in old(db.into(), network_id, before, usize::MAX).await? {
        n += i64::from(have_words(&versions)?);
    }
    Ok(n)
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Steps that were gone through.
    pub seen: usize,
    /// Those of them that had words.
    pub steps: i64,
}

/// Removes words that were saved before a day, of at most so many steps. Days, numbers, and who saved it stay.
pub async fn remove_before(tx: &mut Tx, network_id: Uuid, before: NaiveDate, most: usize) -> Result<Removed> {
    let all = old((&mut *tx).into(), network_id, before, most).await?;
    let mut removed = Removed { seen: all.len(), steps: 0 };
    for versions in all {
        removed.steps += i64::from(have_words(&versions)?);
        for old in versions {
            let without = old.step()?.without_words();
            tx.run(
                "update change_step set notes = '', whom = $6, tasks = $7, meeting = $8, forgotten = true
                 where network_id = $1 and unit_id = $2 and evaluation_id = $3 and step = $4 and version = $5",
                args![
                    network_id,
                    old.unit_id,
                    old.evaluation_id,
                    old.step,
                    old.version,
                    json(&without.whom)?,
                    json(&without.tasks)?,
                    json(&without.meeting)?
                ],
            )
            .await?;
        }
    }
    Ok(removed)
}

/// Removes what pages saved by themselves before a time, where something newer stands.
pub async fn remove_passing(tx: &mut Tx, network_id: Uuid, before: DateTime<Utc>) -> Result<u64> {
    tx.run(
        "delete from change_step
         where network_id = $1 and passing and saved_at < $2
           and exists (select 1 from change_step x
                       where x.network_id = change_step.network_id and x.unit_id = change_step.unit_id
                         and x.evaluation_id = change_step.evaluation_id and x.step = change_step.step
                         and x.version > change_step.version)",
        args![network_id, before],
    )
    .await
}
