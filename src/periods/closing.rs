//! Closing a period, and reopening one.

use uuid::Uuid;

use super::calendar::calendar;
use super::lock::Lock;
use super::store::{self, New};
use super::whole::Whole;
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Wrong, tidy};
use crate::i18n::Arg;
use crate::units::{self, Unit};

/// The longest reason, in characters.
pub const LONGEST_REASON: usize = 1_000;

/// What came of an act: done (or done before), or why not.
pub type Done = std::result::Result<(), Wrong>;

fn already(unit: &Unit, lock: &Lock) -> Wrong {
    let key = if lock.unit_id == unit.id { "period-closed-already" } else { "period-closed-above" };
    let day = lock.closed_on(unit.network.zone);
    Wrong::new("period", key)
        .arg("period", lock.period.arg())
        .arg("day", day)
        .arg("unit", Arg::Name(lock.unit_name.clone()))
        .arg("who", lock.closed_name.as_str())
}

/// Closes a whole month or year of a unit and everything below it, once it is over. `id` is made by the page.
pub async fn close(app: &App, me: &Me, unit: &Unit, period: Whole, id: Uuid) -> Result<Done> {
    me.allow(Act::ClosePeriods, &unit.as_place())?;
    if !period.ended(app.clock.today(unit.network.zone)) {
        return Ok(Err(Wrong::new("period", "period-not-over").arg("day", period.until())));
    }
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    // Whoever saves holds the network's row, too: an entry is in before the closing, or is refused.
    let closed_seq = units::hold(&mut tx, network_id).await?;
    if let Some(lock) = store::find(&mut tx, network_id, id).await? {
        let same = lock.unit_id == unit.id && lock.period == period && lock.closed_by == me.id;
        return if same { Ok(Ok(())) } else { Err(AppError::Conflict) };
    }
    let (from, until) = (period.from(), period.until());
    let calendar = calendar(&mut tx, network_id, &[(unit.id, from), (unit.id, period.last())]).await?;
    if let Some(lock) = calendar.closed_throughout(unit.id, from, until) {
        return Ok(Err(already(unit, lock)));
    }
    let closed_at = app.clock.now();
    let new = New { id, unit_id: unit.id, period, closed_by: me.id, closed_at, closed_seq };
    store::insert(&mut tx, network_id, &new).await?;
    put_on_record_in(app, &mut tx, me.id, "close_period", &period.code(), &network_id, &unit.id).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Reopens a closed period, for a reason that is kept.
pub async fn reopen(app: &App, me: &Me, unit: &Unit, id: Uuid, reason: &str) -> Result<Done> {
    me.allow(Act::ReopenPeriods, &unit.as_place())?;
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    units::hold(&mut tx, network_id).await?;
    let lock =
        store::find(&mut tx, network_id, id).await?.filter(|lock| lock.unit_id == unit.id).or_missing()?;
    let reason = tidy(reason);
    if let Some(before) = &lock.reopened {
        // Sent twice.
        if before.by == me.id && before.reason == reason {
            return Ok(Ok(()));
        }
        let day = crate::clock::Day::Now(before.at).in_zone(unit.network.zone);
        let wrong = Wrong::new("period", "period-reopened-already").arg("day", day);
        return Ok(Err(wrong.arg("who", before.name.as_str())));
    }
    if reason.is_empty() {
        return Ok(Err(Wrong::new("reason", "period-reason-missing")));
    }
    if reason.chars().count() > LONGEST_REASON {
        let most = i64::try_from(LONGEST_REASON).unwrap_or(i64::MAX);
        return Ok(Err(Wrong::new("reason", "period-reason-long").arg("n", most)));
    }
    store::reopen(&mut tx, network_id, id, me.id, app.clock.now(), &reason).await?;
    put_on_record_in(app, &mut tx, me.id, "reopen_period", &lock.period.code(), &network_id, &unit.id)
        .await?;
    tx.commit().await?;
    Ok(Ok(()))
}
