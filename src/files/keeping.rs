//! Bringing a picture, saying what it is for, removing it.

use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::file::{File, MOST, Typed};
use super::reading::{self, Photo, Unreadable};
use super::store::{self, By, Key};
use crate::access::{Act, Me};
use crate::activities::{self, Stored};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::units::Unit;
use crate::vocabulary::Kind;

/// One at a time, so that no more than [`MOST`] stand beside an entry.
const COUNTING: i64 = 0x6669_6c65;

/// Reading a picture takes a processor and much memory.
static TURNS: Semaphore = Semaphore::const_new(2);

/// What reading a file came to.
pub type Read<T> = std::result::Result<T, Unreadable>;

/// Reads a file beside requests, and two at most at once.
pub(super) async fn beside<T: Send + 'static>(
    bytes: Vec<u8>,
    read: impl FnOnce(&[u8]) -> Read<T> + Send + 'static,
) -> Result<Read<T>> {
    let failed = |error: String| AppError::Internal(format!("a picture could not be read: {error}"));
    let turn = TURNS.acquire().await.map_err(|error| failed(error.to_string()))?;
    let done = tokio::task::spawn_blocking(move || {
        // Held until it is done, also where whoever asked has gone.
        let _turn = turn;
        read(&bytes)
    });
    done.await.map_err(|error| failed(error.to_string()))
}

pub async fn read(bytes: Vec<u8>) -> Result<Read<Photo>> {
    beside(bytes, reading::photo).await
}

/// Whether pictures may stand beside an entry at all. Not beside a talk with one young person, whom a picture would show.
pub fn takes(stored: &Stored) -> bool {
    stored.entry.kind != Kind::OneToOne && !stored.entry.deleted
}

/// The entry, if it is this unit's.
pub async fn entry_of(app: &App, unit: &Unit, id: Uuid) -> Result<Stored> {
    let stored = activities::entry(&app.db, unit.network.id, id).await?.or_missing()?;
    if stored.entry.unit_id == unit.id { Ok(stored) } else { Err(AppError::NotFound) }
}

/// What bringing a picture came to.
#[derive(Debug)]
pub enum Put {
    /// It is there; what is wrong with what was said of it.
    Kept(Uuid, Vec<Wrong>),
    /// The very same one was there already.
    Known(Uuid),
    /// There are as many as there may be.
    Full,
    /// It was brought before and is removed meanwhile.
    Removed,
}

/// Keeps a picture beside an entry. Sent again, it is there once.
///
/// Also in months that are closed: a picture changes no figure, and the sheet that proves one is often found when the funder
/// asks, long after.
pub async fn put(
    app: &App,
    me: &Me,
    unit: &Unit,
    (entry, id): (Uuid, Uuid),
    typed: &Typed,
    photo: &Photo,
) -> Result<Put> {
    me.allow(Act::Record, &unit.as_place())?;
    if !takes(&entry_of(app, unit, entry).await?) {
        return Err(AppError::Invalid("file-not-here"));
    }
    let network_id = unit.network.id;
    let sha256: String = Sha256::digest(&photo.large).iter().map(|byte| format!("{byte:02x}")).collect();
    let mut tx = app.db.begin().await?;
    tx.alone(COUNTING).await?;
    // Another picture under the number of an old page is another picture.
    let id = match store::known(&mut tx, network_id, id).await? {
        None => id,
        Some((of, ..)) if of != entry => return Err(AppError::Conflict),
        Some((_, true, _)) => return Ok(Put::Removed),
        Some((_, false, known)) if known == sha256 => return Ok(Put::Known(id)),
        Some(_) => app.ids.ordered(),
    };
    if let Some(known) = store::same(&mut tx, network_id, entry, &sha256).await? {
        return Ok(Put::Known(known));
    }
    if store::of_entry(&mut tx, network_id, entry).await?.len() >= MOST {
        return Ok(Put::Full);
    }
    let (used, wrong) = typed.read("");
    let by = By { person: Some(me.id), at: app.clock.now() };
    store::insert(&mut tx, Key { network_id, id, entry_id: entry }, &used, photo, &sha256, by).await?;
    tx.commit().await?;
    Ok(Put::Kept(id, wrong))
}

/// A picture of an entry that is there.
pub async fn find(app: &App, unit: &Unit, entry: Uuid, id: Uuid) -> Result<File> {
    let all = store::of_entry(&app.db, unit.network.id, entry).await?;
    all.into_iter().find(|it| it.id == id).or_missing()
}

/// Says anew what a picture is for. What may not be told as it stands is told no longer, whatever else is wrong.
pub async fn change(
    app: &App,
    me: &Me,
    unit: &Unit,
    (entry, id): (Uuid, Uuid),
    typed: &Typed,
) -> Result<Vec<Wrong>> {
    me.allow(Act::Record, &unit.as_place())?;
    entry_of(app, unit, entry).await?;
    let stands = find(app, unit, entry, id).await?;
    let (used, wrong) = typed.read(&stands.used.caption);
    let key = Key { network_id: unit.network.id, id, entry_id: entry };
    let mut tx = app.db.begin().await?;
    store::change(&mut tx, key, &used, By { person: Some(me.id), at: app.clock.now() }).await?;
    tx.commit().await?;
    Ok(wrong)
}

/// Removes a picture for good, also from reports that showed it; that there was one stays. Doing so twice is doing so once.
pub async fn remove(app: &App, me: &Me, unit: &Unit, (entry, id): (Uuid, Uuid)) -> Result<()> {
    me.allow(Act::Record, &unit.as_place())?;
    entry_of(app, unit, entry).await?;
    let key = Key { network_id: unit.network.id, id, entry_id: entry };
    let mut tx = app.db.begin().await?;
    let removed = store::remove(&mut tx, key, By { person: Some(me.id), at: app.clock.now() }).await?;
    tx.commit().await?;
    if removed > 0 && !app.db.forget_removed().await? {
        tracing::warn!("a removed picture is still in the database's log, for somebody read all the while");
    }
    Ok(())
}
