//! Many entries at once, as imports write them: checked one by one, written in few statements, all of them or none.

use chrono::NaiveDate;
use uuid::Uuid;

use super::put::Listed;
use crate::activities::activity::Activity;
use crate::activities::check::{Around, Problem, Weight, check};
use crate::activities::entry::{Entry, Stored};
use crate::activities::store::bulk;
use crate::activities::store::write::{self, Stamp};
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::periods::{self, Lock, Touched};
use crate::totals::{self, Change};
use crate::units::Unit;

/// What many entries are written as.
#[derive(Clone, Copy, Debug)]
pub struct Batch {
    pub network_id: Uuid,
    /// The import that new entries come with.
    pub import_id: Option<Uuid>,
    /// What corrections are written as: sending the same twice is settled by whoever sends.
    pub command: Uuid,
    pub by: Option<Uuid>,
}

/// What stops an entry. Whoever brings in records from before is not asked whether they are right: a dry run told.
pub fn examine(entry: &Entry, unit: &Unit, activity: &Activity, today: NaiveDate) -> Vec<Problem> {
    let mut problems = check(entry, &Around { today, unit, activity, exceeded: None, doubled: false });
    problems.retain(|problem| problem.weight == Weight::Stop);
    problems
}

/// The days of these entries, those that corrections leave among them.
fn touched_days(new: &[Entry], revised: &[(&Stored, &Entry)]) -> Vec<(Uuid, NaiveDate)> {
    let bodies = revised.iter().flat_map(|(stored, entry)| [&stored.entry, *entry]);
    new.iter().chain(bodies).map(|entry| (entry.unit_id, entry.local_date)).collect()
}

/// Writes new entries and corrections that were examined, in the caller's transaction, which holds the network since it
/// looked at what stands ([`super::next_change`]). Returns the versions of the corrections; or the closing that stands in
/// the way of one of their days, and then nothing was written.
pub async fn take_in(
    app: &App,
    tx: &mut Tx,
    batch: Batch,
    new: &[Entry],
    revised: &[(&Stored, &Entry)],
) -> Result<std::result::Result<Vec<i64>, Box<Lock>>> {
    let days = touched_days(new, revised);
    let calendar = periods::calendar(&mut *tx, batch.network_id, &days).await?;
    if let Some(lock) = calendar.any_closed(&days) {
        return Ok(Err(Box::new(lock.clone())));
    }
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let all = count(new.len() + revised.len());
    let first = write::take_changes(tx, batch.network_id, all).await?;
    let Batch { network_id, by, .. } = batch;
    let stamp = Stamp { network_id, by, author: by, at: app.clock.now(), change_seq: first };
    write::insert_from(tx, stamp, batch.import_id, new).await?;
    let behind = Stamp { change_seq: first + count(new.len()), ..stamp };
    let versions = bulk::replace(tx, behind, revised, batch.command).await?;
    let added = new.iter().map(|entry| Touched {
        entry_id: entry.id,
        version: 1,
        unit_id: entry.unit_id,
        days: vec![entry.local_date],
    });
    let corrected = revised.iter().zip(&versions).map(|((stored, entry), version)| Touched {
        entry_id: entry.id,
        version: *version,
        unit_id: entry.unit_id,
        days: vec![stored.entry.local_date, entry.local_date],
    });
    let touched: Vec<Touched> = added.chain(corrected).collect();
    periods::keep_changes(tx, network_id, &calendar, &touched).await?;
    let bodies = revised.iter().flat_map(|(stored, entry)| [&stored.entry, *entry]);
    let listed = Listed::of(tx, network_id, new.iter().chain(bodies)).await?;
    let come =
        new.iter().map(|entry| Change { unit_id: entry.unit_id, gone: None, come: listed.fact(entry) });
    let changed = revised.iter().map(|(stored, entry)| Change {
        unit_id: entry.unit_id,
        gone: listed.fact(&stored.entry),
        come: listed.fact(entry),
    });
    let changes: Vec<Change> = come.chain(changed).collect();
    totals::keep(tx, network_id, first + all - 1, &changes).await?;
    Ok(Ok(versions))
}
