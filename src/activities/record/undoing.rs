//! Taking a save back.

use uuid::Uuid;

use super::super::entry::{Entry, Stored};
use super::super::store::{entries, versions, write};
use super::{Again, Command, Outcome, write_one};
use crate::access::{Act, Me};
use crate::app::App;
use crate::db::Tx;
use crate::error::{OrMissing, Result};
use crate::units::Unit;

/// What came of taking a save back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undone {
    Done,
    /// Somebody wrote after it: it stays, and whoever looks decides what to do.
    TooLate,
    /// One of its days is closed: all of it stays.
    Closed,
}

/// Takes back the save that made `version`: a new entry is deleted, and with the first day of a series all its days that
/// nobody touched since; a correction gives way to what stood before.
pub async fn undo(
    app: &App,
    me: &Me,
    unit: &Unit,
    entry_id: Uuid,
    version: i64,
    command: Uuid,
) -> Result<Undone> {
    me.allow(Act::Record, &unit.as_place())?;
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    // Whoever holds the network's row decides alone what came last.
    write::take_changes(&mut tx, network_id, 0).await?;
    let stored = entries::find(&mut tx, network_id, entry_id).await?.or_missing()?;
    if versions::by_command(&mut tx, network_id, entry_id, command).await?.is_some() {
        return Ok(Undone::Done);
    }
    if stored.version != version {
        return Ok(Undone::TooLate);
    }
    let mut all = vec![stored];
    if let (1, Some(series)) = (version, all[0].entry.series_id) {
        let days = entries::of_series(&mut tx, network_id, series).await?;
        all.extend(days.into_iter().filter(|day| day.version == 1 && day.entry.id != entry_id));
    }
    for stored in &all {
        let entry = before(&mut tx, network_id, stored).await?;
        let base_version = Some(stored.version);
        let command = Command { id: command, base_version, entry, author: stored.made_by, confirmed: true };
        let stamp = command.stamp(app, &mut tx, network_id, me.id).await?;
        if let Outcome::Problems(_) = write_one(&mut tx, stamp, &command, Again::Wait).await? {
            return Ok(Undone::Closed);
        }
    }
    tx.commit().await?;
    Ok(Undone::Done)
}

/// What stood before the current version: the one it took the place of, or nothing.
async fn before(tx: &mut Tx, network_id: Uuid, stored: &Stored) -> Result<Entry> {
    let kept = versions::of_entry(tx, network_id, stored.entry.id).await?;
    let earlier = kept.into_iter().rfind(|kept| kept.version < stored.version && kept.state == "past");
    Ok(earlier.map_or_else(|| Entry { deleted: true, ..stored.entry.clone() }, |earlier| earlier.body))
}
