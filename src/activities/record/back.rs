//! Deleting, bringing back, and making an earlier body what counts again: versions like any other.

use uuid::Uuid;

use super::super::check::Problem;
use super::super::entry::{Entry, Stored};
use super::saving::counts_beside_another;
use super::{Again, Command, Outcome, write_one};
use crate::access::{Act, Me};
use crate::app::App;
use crate::error::Result;
use crate::units::Unit;

/// Deletes (`deleted`) or brings back an entry.
pub async fn set_deleted(
    app: &App,
    me: &Me,
    unit: &Unit,
    stored: &Stored,
    (id, confirmed): (Uuid, bool),
    deleted: bool,
) -> Result<Outcome> {
    put_back(app, me, unit, stored, (id, confirmed), Entry { deleted, ..stored.entry.clone() }).await
}

/// Makes an earlier body what counts again, by the command `id`. It kept to the rules when it was written; but meanwhile
/// the same may have been recorded anew, which is asked about until it is `confirmed`.
pub async fn put_back(
    app: &App,
    me: &Me,
    unit: &Unit,
    stored: &Stored,
    (id, confirmed): (Uuid, bool),
    entry: Entry,
) -> Result<Outcome> {
    me.allow(Act::Record, &unit.as_place())?;
    if !confirmed && counts_beside_another(app, unit.network.id, &stored.entry, &entry).await? {
        return Ok(Outcome::Problems(vec![Problem::ask("date", "entry-ask-doubled")]));
    }
    let command =
        Command { id, base_version: Some(stored.version), entry, author: stored.made_by, confirmed: true };
    let mut tx = app.db.begin().await?;
    let stamp = command.stamp(app, &mut tx, unit.network.id, me.id).await?;
    let outcome = write_one(&mut tx, stamp, &command, Again::Wait).await?;
    if !matches!(outcome, Outcome::Problems(_)) {
        tx.commit().await?;
    }
    Ok(outcome)
}
