//! A save from a form: permission and rules first, then one transaction, in which the unit has to be as it was looked at.

use uuid::Uuid;

use super::super::activity::Activity;
use super::super::check::{Around, Problem, Weight, check, is_unusual};
use super::super::entry::Entry;
use super::super::store::write::Stamp;
use super::super::store::{entries, write};
use super::{Again, Command, Outcome, count, write_one};
use crate::access::{Act, Me};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::units::{self, Unit};

/// How often a save looks at its unit anew because units of the network change all the while.
const TRIES: usize = 5;

/// Saves a new entry or a correction, or the days of a series: all of them or none. What is told is of the first day
/// that has something to tell.
pub async fn save(
    app: &App,
    me: &Me,
    unit: &Unit,
    activity: &Activity,
    commands: Vec<Command>,
) -> Result<Outcome> {
    save_again(app, me, unit, activity, commands, Again::Wait).await
}

/// [`save`], where it is said what to do about what the same person recorded before.
pub async fn save_again(
    app: &App,
    me: &Me,
    unit: &Unit,
    activity: &Activity,
    commands: Vec<Command>,
    again: Again,
) -> Result<Outcome> {
    let mut fresh: Option<Unit> = None;
    for _ in 0..TRIES {
        let unit = fresh.as_ref().unwrap_or(unit);
        me.allow(Act::Record, &unit.as_place())?;
        if let Some(problems) = problems(app, unit, activity, &commands).await? {
            return Ok(Outcome::Problems(problems));
        }
        let mut tx = app.db.begin().await?;
        // First of all the network's row: whoever holds it decides alone what came first.
        let taken = write::take_places(&mut tx, unit.network.id, count(&commands)).await?;
        if taken.units_seq != unit.network.units_seq {
            // The unit may have closed or moved since it was looked at: what was asked of it is asked anew.
            drop(tx);
            fresh = units::by_id(&app.db, unit.network.id, unit.id, app.clock.day()).await?;
            fresh.as_ref().or_missing()?;
            continue;
        }
        return write_all_of(app, tx, (me.id, unit.network.id), taken.first, &commands, again).await;
    }
    Err(AppError::Conflict)
}

/// What stops a save or has to be asked about first, of the first day that has something.
async fn problems(
    app: &App,
    unit: &Unit,
    activity: &Activity,
    commands: &[Command],
) -> Result<Option<Vec<Problem>>> {
    let today = app.clock.today(unit.zone);
    for command in commands {
        let exceeded = exceeded(app, unit.network.id, &command.entry).await?;
        let doubled = doubles(app, unit.network.id, command).await?;
        let mut problems = check(&command.entry, &Around { today, unit, activity, exceeded, doubled });
        problems.retain(|problem| match problem.weight {
            Weight::Stop => true,
            Weight::Ask => !command.confirmed,
            Weight::Remark => false,
        });
        if !problems.is_empty() {
            return Ok(Some(problems));
        }
    }
    Ok(None)
}

/// All of them or none.
async fn write_all_of(
    app: &App,
    mut tx: Tx,
    (by, network_id): (Uuid, Uuid),
    first: i64,
    commands: &[Command],
    again: Again,
) -> Result<Outcome> {
    let mut outcomes = Vec::with_capacity(commands.len());
    for (command, change_seq) in commands.iter().zip(first..) {
        let stamp =
            Stamp { network_id, by: Some(by), author: command.author, at: app.clock.now(), change_seq };
        let outcome = write_one(&mut tx, stamp, command, again).await?;
        // What was written before it is not kept.
        if matches!(outcome, Outcome::Problems(_) | Outcome::Already { .. }) {
            return Ok(outcome);
        }
        outcomes.push(outcome);
    }
    tx.commit().await?;
    let telling = outcomes.iter().position(|outcome| !matches!(outcome, Outcome::Saved { .. }));
    outcomes.into_iter().nth(telling.unwrap_or(0)).or_missing()
}

/// The most heads there were so far, if this entry has so many more that it has to be asked about.
async fn exceeded(app: &App, network_id: Uuid, entry: &Entry) -> Result<Option<i64>> {
    let Some(visits) = entry.counts.visits().filter(|visits| *visits > 0) else { return Ok(None) };
    if entries::reached(&app.db, network_id, entry, visits).await? {
        return Ok(None);
    }
    let (most, counted) = entries::most_ever(&app.db, network_id, entry).await?;
    Ok(is_unusual(visits, most, counted).then(|| most.unwrap_or(0)))
}

/// Whether a correction moves its entry onto a time that another entry of the activity has already.
async fn doubles(app: &App, network_id: Uuid, command: &Command) -> Result<bool> {
    let entry = &command.entry;
    if command.base_version.is_none() || command.confirmed {
        return Ok(false);
    }
    let current = entries::find(&app.db, network_id, entry.id).await?.or_missing()?;
    counts_beside_another(app, network_id, &current.entry, entry).await
}

/// Whether an entry that is put in the place of another comes to count at a time it did not, where the activity has one
/// already.
pub(super) async fn counts_beside_another(
    app: &App,
    network_id: Uuid,
    before: &Entry,
    entry: &Entry,
) -> Result<bool> {
    let when = |entry: &Entry| (entry.deleted, entry.local_date, entry.start_min, entry.duration_min);
    if entry.deleted || when(before) == when(entry) {
        return Ok(false);
    }
    Ok(entries::beside(&app.db, network_id, entry, entry.id).await?.iter().any(|it| it.twin))
}
