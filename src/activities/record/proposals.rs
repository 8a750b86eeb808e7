//! Deciding between what stands and what somebody else wrote of the same evening.

use uuid::Uuid;

use super::super::entry::Entry;
use super::super::store::write::{self, Stamp};
use super::super::store::{entries, versions};
use super::put;
use crate::access::{Act, Me};
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::units::Unit;

/// What to do with a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The proposal becomes what counts.
    Take,
    /// What stands, stands.
    Keep,
    /// They are two evenings: the proposal becomes an entry of its own, of whoever proposed it.
    Both,
}

/// What came of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// The entry to go on with.
    Entry(Uuid),
    /// What stands is no longer what was looked at: nothing was done, and both have to be looked at again.
    Changed,
    /// A day of what would count is closed: nothing was done. What stands may still be kept.
    Closed,
}

/// Decides about a proposal, having looked at version `base` beside it. One that was decided before is left as it was.
#[allow(clippy::too_many_arguments)]
pub async fn decide(
    app: &App,
    me: &Me,
    unit: &Unit,
    entry_id: Uuid,
    version: i64,
    base: i64,
    choice: Choice,
    command: Uuid,
) -> Result<Decided> {
    me.allow(Act::Record, &unit.as_place())?;
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    let change_seq = write::take_changes(&mut tx, network_id, 1).await?;
    let all = versions::of_entry(&mut tx, network_id, entry_id).await?;
    let proposal = all.into_iter().find(|kept| kept.version == version).or_missing()?;
    let current = entries::find(&mut tx, network_id, entry_id).await?.or_missing()?;
    if proposal.state == "proposed" && current.version != base {
        return Ok(Decided::Changed);
    }
    if !versions::set_aside(&mut tx, network_id, entry_id, version).await? {
        return Ok(Decided::Entry(entry_id));
    }
    let stamp = Stamp { network_id, by: Some(me.id), author: proposal.by, at: app.clock.now(), change_seq };
    let (result, put) = match choice {
        Choice::Keep => (entry_id, Ok(())),
        Choice::Take => {
            let entry = Entry { id: entry_id, ..proposal.body };
            let next = versions::next_number(&mut tx, network_id, entry_id).await?;
            let before = (&current.entry, current.version);
            (entry_id, put::replace(&mut tx, stamp, before, (&entry, next), command).await?)
        }
        Choice::Both => {
            let entry = Entry { id: command, ..proposal.body };
            (command, put::insert(&mut tx, stamp, std::slice::from_ref(&entry)).await?)
        }
    };
    if put.is_err() {
        return Ok(Decided::Closed);
    }
    tx.commit().await?;
    Ok(Decided::Entry(result))
}
