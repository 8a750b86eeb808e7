//! Keeping bodies: making and changing them, saying that one meets no more.

use uuid::Uuid;

use super::body::{Body, Kind, round};
use super::members;
use super::store::{self, By, Stored};
use crate::access::{Act, Me};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::units::Unit;

/// One at a time.
const KEEPING: i64 = 0x626f_6469;

/// What became of what somebody saved.
#[derive(Debug)]
pub enum Kept<T> {
    Done,
    /// A colleague changed it meanwhile, and nothing was saved: what stands now.
    Meanwhile(Box<Stored<T>>),
    Wrong(Wrong),
}

pub async fn begin(app: &App) -> Result<Tx> {
    let mut tx = app.db.begin().await?;
    tx.alone(KEEPING).await?;
    Ok(tx)
}

pub fn by(app: &App, me: &Me) -> By {
    By { person: me.id, at: app.clock.now() }
}

/// A body of a unit, whether it still meets or not.
pub async fn find(app: &App, unit: &Unit, id: Uuid) -> Result<Stored<Body>> {
    store::bodies(&app.db, unit).await?.into_iter().find(|it| it.id == id).or_missing()
}

/// Saves a body under an id that the page made: a new one where there is none. `base`: the version that was before whoever
/// changed it; 0 where there was none. Sent again, nothing happens.
pub async fn save(
    app: &App,
    me: &Me,
    unit: &Unit,
    (id, base): (Uuid, i64),
    body: &Body,
) -> Result<Kept<Body>> {
    me.allow(Act::ManageBodies, &unit.as_place())?;
    let mut tx = begin(app).await?;
    let all = store::bodies(&mut tx, unit).await?;
    let version = match all.iter().find(|it| it.id == id) {
        Some(now) if now.what == *body => return Ok(Kept::Done),
        Some(now) if now.dropped => return Err(AppError::NotFound),
        Some(now) if now.version != base => return Ok(Kept::Meanwhile(Box::new(now.clone()))),
        Some(now) => now.version + 1,
        None if base == 0 => 1,
        None => return Err(AppError::NotFound),
    };
    if let Some(within) = body.within {
        let stand: Vec<(Uuid, Option<Uuid>)> = all.iter().map(|it| (it.id, it.what.within)).collect();
        if !all.iter().any(|it| it.id == within && !it.dropped) {
            return Ok(Kept::Wrong(Wrong::new("within", "body-within-gone")));
        }
        if round(&stand, id, within) {
            return Ok(Kept::Wrong(Wrong::new("within", "body-round")));
        }
    }
    if let Some(now) = all.iter().find(|it| it.id == id && it.what.name != body.name) {
        store::put_former(&mut tx, unit, now).await?;
    }
    store::put(&mut tx, unit, (id, version), body, by(app, me)).await?;
    tx.commit().await?;
    Ok(Kept::Done)
}

/// Says that a body meets no more, or that it does again. Its members and meetings stay; what a committee was given to read does not.
pub async fn end(app: &App, me: &Me, unit: &Unit, id: Uuid, ends: bool) -> Result<()> {
    me.allow(Act::ManageBodies, &unit.as_place())?;
    let mut tx = begin(app).await?;
    let all = store::bodies(&mut tx, unit).await?;
    let it = all.iter().find(|it| it.id == id).or_missing()?;
    if it.dropped == ends {
        return Ok(());
    }
    store::drop(&mut tx, unit, id, ends.then(|| app.clock.now())).await?;
    let today = app.clock.today(unit.network.zone);
    let sat = store::members(&mut tx, unit.network.id, id, today).await?;
    tx.commit().await?;
    if ends && it.what.kind == Kind::RegionalCommittee {
        let people: Vec<Uuid> = sat.iter().filter(|it| it.sits(today)).map(|it| it.person_id).collect();
        members::close(app, me, unit, &people, today).await?;
    }
    Ok(())
}
