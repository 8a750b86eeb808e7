//! Meetings of a body: written by its members and by those who keep bodies. Every version stays.

use uuid::Uuid;

use super::body::Meeting;
use super::making::{Kept, begin, by, find};
use super::store::{self, Stored};
use crate::access::{Act, Me};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::units::Unit;

/// Whether somebody writes down what a body's meetings came to.
pub async fn may_write(app: &App, me: &Me, unit: &Unit, body: Uuid) -> Result<bool> {
    if me.may(Act::ManageBodies, &unit.as_place()) {
        return Ok(true);
    }
    let today = app.clock.today(unit.network.zone);
    let all = store::members(&app.db, unit.network.id, body, today).await?;
    Ok(all.iter().any(|it| it.person_id == me.id && it.here && it.sits(today)))
}

async fn allow(app: &App, me: &Me, unit: &Unit, body: Uuid) -> Result<()> {
    if may_write(app, me, unit, body).await? { Ok(()) } else { me.allow(Act::ManageBodies, &unit.as_place()) }
}

/// Saves a meeting under an id that the page made. `base`: the version that was before whoever wrote; 0 where there was none.
pub async fn save(
    app: &App,
    me: &Me,
    unit: &Unit,
    (body, id, base): (Uuid, Uuid, i64),
    it: &Meeting,
) -> Result<Kept<Meeting>> {
    allow(app, me, unit, body).await?;
    if find(app, unit, body).await?.dropped {
        return Err(AppError::NotFound);
    }
    let mut tx = begin(app).await?;
    let now: Option<Stored<Meeting>> =
        store::meeting(&mut tx, unit.network.id, body, id).await?.into_iter().next();
    let version = match now {
        Some(now) if now.dropped => return Err(AppError::NotFound),
        Some(now) if now.what == *it => return Ok(Kept::Done),
        Some(now) if now.version != base => return Ok(Kept::Meanwhile(Box::new(now))),
        Some(now) => now.version + 1,
        None if base == 0 => 1,
        None => return Err(AppError::NotFound),
    };
    store::put_meeting(&mut tx, (unit.network.id, body, id), (version, it, false), by(app, me)).await?;
    tx.commit().await?;
    Ok(Kept::Done)
}

/// Takes a meeting out; what it said stays in its versions. Sent again, nothing happens.
pub async fn remove(app: &App, me: &Me, unit: &Unit, (body, id): (Uuid, Uuid)) -> Result<()> {
    allow(app, me, unit, body).await?;
    find(app, unit, body).await?;
    let mut tx = begin(app).await?;
    let now = store::meeting(&mut tx, unit.network.id, body, id).await?.into_iter().next().or_missing()?;
    if !now.dropped {
        let next = (now.version + 1, &now.what, true);
        store::put_meeting(&mut tx, (unit.network.id, body, id), next, by(app, me)).await?;
    }
    Ok(tx.commit().await?)
}
