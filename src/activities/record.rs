//! The one save path for entries: permission, rules, version, margins, one transaction. Forms, the month grid, imports
//! and generated networks all come through here.

mod again;
mod back;
mod bulk;
mod proposals;
mod put;
mod saving;
mod undoing;

use chrono::{DateTime, Utc};
use uuid::Uuid;

pub use again::Again;
pub use back::{put_back, set_deleted};
pub use bulk::{Batch, examine, take_in};
pub use proposals::{Choice, Decided, decide};
pub use put::facts;
pub use saving::{save, save_again};
pub use undoing::{Undone, undo};

use super::check::{Problem, Weight};
use super::entry::Entry;
use super::store::write::Stamp;
use super::store::{entries, versions, write};
use crate::app::App;
use crate::clock::zone;
use crate::db::{DbError, Tx};
use crate::error::{AppError, OrMissing, Result};
use crate::i18n::Arg;
use crate::periods::Lock;

/// What somebody wants written.
pub struct Command {
    /// Made by the page; sending the same twice does it once. For a new entry it is the entry's own id.
    pub id: Uuid,
    /// The version the change was made on; none for a new entry.
    pub base_version: Option<i64>,
    pub entry: Entry,
    /// Whose a new entry is; see [`Stamp`].
    pub author: Option<Uuid>,
    /// "Yes, it is right": questions have been answered.
    pub confirmed: bool,
}

impl Command {
    /// The next place in the network's row of changes, for what this command writes now.
    async fn stamp(&self, app: &App, tx: &mut Tx, network_id: Uuid, by: Uuid) -> Result<Stamp> {
        let change_seq = write::take_changes(tx, network_id, 1).await?;
        Ok(Stamp { network_id, by: Some(by), author: self.author, at: app.clock.now(), change_seq })
    }
}

#[derive(Debug)]
pub enum Outcome {
    /// Written, now or when it was first sent.
    Saved { entry_id: Uuid, version: i64 },
    /// Somebody else was first. Both stand side by side until a person decides; nothing is lost.
    Proposed { entry_id: Uuid, version: i64 },
    /// The same command came before with other words: the first stands.
    FirstStands { entry_id: Uuid },
    /// The same person recorded that before, and nobody else wrote of it: nothing was written, they are asked.
    Already { entry_id: Uuid, version: i64, sent: Box<Entry> },
    /// Nothing was written, for these reasons.
    Problems(Vec<Problem>),
}

impl Outcome {
    /// Whether nothing was written only because somebody has to be asked first.
    pub fn asks(&self) -> bool {
        matches!(self, Outcome::Problems(problems) if problems.iter().all(|it| it.weight == Weight::Ask))
    }
}

/// Entries that somebody wrote down together.
pub struct Bulk {
    pub by: Option<Uuid>,
    pub at: DateTime<Utc>,
    pub entries: Vec<Entry>,
}

/// New entries in bulk, each one checked by its maker; for generated networks. None of their days may be closed. The
/// network's row is touched once for all: each time leaves a row behind, which the rest of the transaction has to pass.
pub async fn write_all(tx: &mut Tx, network_id: Uuid, all: &[Bulk]) -> Result<()> {
    let of = |bulk: &Bulk| count(&bulk.entries);
    let mut change_seq = write::take_changes(tx, network_id, all.iter().map(of).sum()).await?;
    for bulk in all {
        let stamp = Stamp { network_id, by: bulk.by, author: bulk.by, at: bulk.at, change_seq };
        let put = put::insert(tx, stamp, &bulk.entries).await?;
        put.map_err(|_| AppError::Invalid("entry-problem-closed-any"))?;
        change_seq += of(bulk);
    }
    Ok(())
}

/// What to tell of a closing that an entry ran into.
pub fn closed(lock: &Lock, entry: &Entry) -> Problem {
    Problem::stop("date", "entry-problem-closed")
        .with("period", lock.period.arg())
        .with("unit", Arg::Name(lock.unit_name.clone()))
        .with("day", lock.closed_on(zone(&entry.zone)))
}

fn count<T>(all: &[T]) -> i64 {
    i64::try_from(all.len()).unwrap_or(i64::MAX)
}

fn refused(lock: &Lock, entry: &Entry) -> Outcome {
    Outcome::Problems(vec![closed(lock, entry)])
}

/// Takes the next place in the network's row of changes, and with it the network until the transaction ends.
pub async fn next_change(tx: &mut Tx, network_id: Uuid) -> crate::db::Result<i64> {
    write::take_changes(tx, network_id, 1).await
}

/// Writes what a command wants, at its place in the network's row of changes.
async fn write_one(tx: &mut Tx, stamp: Stamp, command: &Command, again: Again) -> Result<Outcome> {
    match command.base_version {
        None => create(tx, stamp, command, again).await,
        Some(base) => correct(tx, stamp, command, base).await,
    }
}

async fn create(tx: &mut Tx, stamp: Stamp, command: &Command, again: Again) -> Result<Outcome> {
    let entry = &command.entry;
    if let Some(done) = repeated(tx, stamp.network_id, entry.id, command).await? {
        if let (Outcome::FirstStands { entry_id }, Again::Ask) = (&done, again)
            && let Some(stored) = again::own(tx, stamp.network_id, *entry_id, stamp.by).await?
        {
            return again::ask(tx, stamp, command, &stored).await;
        }
        return Ok(done);
    }
    let beside = entries::beside(&mut *tx, stamp.network_id, entry, command.id).await?;
    // It may have been proposed of another entry that no longer is its twin.
    if let Some(of) = beside.iter().find(|it| it.has_command)
        && let Some(done) = repeated(tx, stamp.network_id, of.id, command).await?
    {
        return Ok(done);
    }
    let twin = beside.iter().find(|it| it.twin && again != Again::Apart).map(|it| (it.id, it.version));
    if let Some((twin, version)) = twin {
        if again == Again::Ask
            && let Some(stored) = again::own(tx, stamp.network_id, twin, stamp.by).await?
        {
            return again::ask(tx, stamp, command, &stored).await;
        }
        return propose(tx, stamp, command, entry, (twin, version)).await;
    }
    Ok(match put::insert(tx, stamp, std::slice::from_ref(entry)).await? {
        Ok(()) => Outcome::Saved { entry_id: entry.id, version: 1 },
        Err(lock) => refused(&lock, entry),
    })
}

async fn correct(tx: &mut Tx, stamp: Stamp, command: &Command, base: i64) -> Result<Outcome> {
    let entry = &command.entry;
    if let Some(done) = repeated(tx, stamp.network_id, entry.id, command).await? {
        return Ok(done);
    }
    let current = entries::find(&mut *tx, stamp.network_id, entry.id).await?.or_missing()?;
    if current.entry == *entry {
        return Ok(Outcome::Saved { entry_id: entry.id, version: current.version });
    }
    if current.version != base {
        return propose(tx, stamp, command, &current.entry, (entry.id, base)).await;
    }
    let version = versions::next_number(tx, stamp.network_id, entry.id).await?;
    Ok(match put::replace(tx, stamp, (&current.entry, base), (entry, version), command.id).await? {
        Ok(()) => Outcome::Saved { entry_id: entry.id, version },
        Err(lock) => refused(&lock, entry),
    })
}

/// Keeps what was sent beside version `base` of the entry `to`, which stands as `current`. Of a closed day nothing is kept:
/// the form still holds what was typed, and there would be nothing to decide.
async fn propose(
    tx: &mut Tx,
    stamp: Stamp,
    command: &Command,
    current: &Entry,
    (to, base): (Uuid, i64),
) -> Result<Outcome> {
    let entry = &command.entry;
    if let Some(lock) = again::closing(tx, stamp, current, entry).await? {
        return Ok(refused(&lock, entry));
    }
    let version = versions::next_number(tx, stamp.network_id, to).await?;
    write::keep_version(tx, stamp, &command.entry, to, version, "proposed", command.id, Some(base)).await?;
    Ok(Outcome::Proposed { entry_id: to, version })
}

/// What this command came to when it was sent before.
async fn repeated(
    tx: &mut Tx,
    network_id: Uuid,
    entry_id: Uuid,
    command: &Command,
) -> Result<Option<Outcome>> {
    let Some((version, state, body)) = versions::by_command(tx, network_id, entry_id, command.id).await?
    else {
        return Ok(None);
    };
    let before: Entry = serde_json::from_str(&body).map_err(DbError::garbled)?;
    Ok(Some(if before != command.entry {
        Outcome::FirstStands { entry_id }
    } else if state == "proposed" || state == "set_aside" {
        Outcome::Proposed { entry_id, version }
    } else {
        Outcome::Saved { entry_id, version }
    }))
}
