//! What the same person records a second time: a page they went back to, or a form they changed after it was sent.

use uuid::Uuid;

use super::super::entry::{Entry, Stored};
use super::super::store::write::Stamp;
use super::super::store::{entries, versions};
use super::{Command, Outcome, refused};
use crate::db::Tx;
use crate::error::Result;
use crate::periods::{self, Lock};
use crate::vocabulary::Kind;

/// What to do about an entry that its writer has recorded before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// Write nothing and ask whoever sent it: nobody else has to decide about it.
    Ask,
    /// Keep it beside what stands, as of anybody else.
    Wait,
    /// They are two, as was said: it becomes an entry of its own.
    Apart,
}

/// An entry, if everything that was ever written of it is by this person.
pub(super) async fn own(
    tx: &mut Tx,
    network_id: Uuid,
    entry_id: Uuid,
    by: Option<Uuid>,
) -> Result<Option<Stored>> {
    let stored = entries::find(&mut *tx, network_id, entry_id).await?;
    let kept = versions::of_entry(&mut *tx, network_id, entry_id).await?;
    let own = by.is_some() && kept.iter().all(|version| version.by == by);
    Ok(stored.filter(|stored| own && !stored.entry.deleted))
}

/// Asks whoever sent it, unless a closed day leaves nothing to choose.
pub(super) async fn ask(tx: &mut Tx, stamp: Stamp, command: &Command, stands: &Stored) -> Result<Outcome> {
    let entry = &command.entry;
    let same = Entry { id: stands.entry.id, series_id: stands.entry.series_id, ..entry.clone() };
    // Two talks may well be alike to the letter; the same activity does not begin twice at once.
    if same == stands.entry && entry.start_min.is_some() && entry.kind != Kind::OneToOne {
        return Ok(Outcome::Saved { entry_id: stands.entry.id, version: stands.version });
    }
    Ok(match closing(tx, stamp, &stands.entry, entry).await? {
        Some(lock) => refused(&lock, entry),
        None => Outcome::Already {
            entry_id: stands.entry.id,
            version: stands.version,
            sent: Box::new(entry.clone()),
        },
    })
}

/// The closing of the day of what stands or of what was sent.
pub(super) async fn closing(
    tx: &mut Tx,
    stamp: Stamp,
    current: &Entry,
    entry: &Entry,
) -> Result<Option<Lock>> {
    let days = [(current.unit_id, current.local_date), (entry.unit_id, entry.local_date)];
    let calendar = periods::calendar(&mut *tx, stamp.network_id, &days).await?;
    Ok(calendar.any_closed(&days).cloned())
}
