//! The keys of answers that wait, in one small file of the data folder, so that neither the database nor a backup of it can
//! open what waits there. A unit has one key at a time for each version of a questionnaire that it is asked with. It is on
//! the disk before an answer sealed with it is acknowledged, and written over when those answers are mixed. Several
//! processes on one machine share the file.
//!
//! Who may use a key when is settled by the database: answers are taken while the unit's line is shared, and mixed while it
//! is held alone (`store::line`). The mixer *retires* a key before it writes, so that nobody seals with it any more and the
//! answers under it are the same ones however often it has to try, and *destroys* it once they are committed, so that a
//! mixing that did not happen has lost nothing.

mod disk;
mod slot;

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use rand::TryRng;
use rand::rngs::SysRng;
use uuid::Uuid;

use super::Asked;
use crate::app::App;
use crate::error::{AppError, Result};
pub use disk::Disk;
use disk::InFile;
pub use slot::Key;
use slot::{COUNTER, HEADER, MAGIC, SLOT, Slot, State};

/// The name of the file in the data folder.
pub const FILE: &str = "answers.keys";
/// Room is made for so many keys at once.
const MORE: u64 = 32;

pub struct Keys {
    disk: Box<dyn Disk>,
    /// One thread of this process at a time changes the file.
    changing: Mutex<()>,
    seen: Mutex<Seen>,
}

/// What the file held when it was last read.
#[derive(Default)]
struct Seen {
    /// Rises with every change, by whichever process.
    counter: u64,
    slots: Vec<(u64, Slot)>,
    /// Where a slot is free.
    free: Vec<u64>,
    end: u64,
}

/// A key, where it stands.
#[derive(Clone)]
pub struct Kept {
    at: u64,
    pub key: Key,
}

static OPEN: LazyLock<Mutex<HashMap<PathBuf, Arc<Keys>>>> = LazyLock::new(Mutex::default);

/// The keys beside the application's database.
pub fn of(app: &App) -> Result<Arc<Keys>> {
    let mut open = held(&OPEN);
    let path = app.settings.data_dir().join(FILE);
    if let Some(keys) = open.get(&path) {
        return Ok(keys.clone());
    }
    let keys = Arc::new(Keys::open(&path).map_err(failed)?);
    open.insert(path, keys.clone());
    Ok(keys)
}

/// The key with which the unit's next answer to this version of a questionnaire is sealed; on the disk already.
pub async fn ready(keys: &Arc<Keys>, asked: Asked, version_id: Uuid) -> Result<Key> {
    match keys.quick(&asked, version_id).map_err(failed)? {
        Some(key) => Ok(key),
        None => beside(keys, move |keys| keys.ready(&asked, version_id)).await,
    }
}

/// Does what waits for the disk beside other work.
pub async fn beside<T: Send + 'static>(
    keys: &Arc<Keys>,
    work: impl FnOnce(&Keys) -> io::Result<T> + Send + 'static,
) -> Result<T> {
    let keys = keys.clone();
    let done = tokio::task::spawn_blocking(move || work(&keys)).await;
    done.map_err(|error| AppError::Internal(error.to_string()))?.map_err(failed)
}

#[allow(clippy::needless_pass_by_value)]
fn failed(error: io::Error) -> AppError {
    AppError::Internal(format!("the keys of waiting answers ({FILE} in the data folder): {error}"))
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Keys {
    /// Opens the file, made where missing, for nobody else to read.
    pub fn open(path: &Path) -> io::Result<Keys> {
        Keys::on(Box::new(InFile::open(path)?))
    }

    pub fn on(disk: Box<dyn Disk>) -> io::Result<Keys> {
        let keys = Keys { disk, changing: Mutex::default(), seen: Mutex::default() };
        // What a power cut left half written was never used; it may still be a piece of a key.
        keys.change(|keys| {
            let torn = keys.load(true)?;
            keys.erase(&torn)
        })?;
        Ok(keys)
    }

    /// The unit's key for a version, if it is known without reading the file.
    pub fn quick(&self, asked: &Asked, version_id: Uuid) -> io::Result<Option<Key>> {
        let counter = self.counter()?;
        let seen = held(&self.seen);
        Ok(if seen.counter == counter { seen.active(asked, version_id) } else { None })
    }

    /// The unit's key for a version, made where missing; on the disk when this returns.
    pub fn ready(&self, asked: &Asked, version_id: Uuid) -> io::Result<Key> {
        self.change(|keys| {
            keys.load(false)?;
            if let Some(key) = held(&keys.seen).active(asked, version_id) {
                return Ok(key);
            }
            // Straight from the system, which forgets what it gave: from the state of a generator of ours, somebody who sees
            // the program's memory later could work out a key that was destroyed.
            let mut bytes = [0; 32];
            SysRng.try_fill_bytes(&mut bytes).map_err(io::Error::other)?;
            let slot = Slot { state: State::Active, asked: *asked, version_id, key: Key::from(bytes) };
            let at = keys.room()?;
            let written = keys.disk.write(at, &slot.bytes()).and_then(|()| keys.disk.sync());
            if let Err(error) = written {
                // Others would take what stands there for durable.
                keys.disk.write(at, &[0; SLOT])?;
                return Err(error);
            }
            keys.changed()?;
            keys.load(false)?;
            Ok(slot.key)
        })
    }

    /// Every key of the unit.
    pub fn kept(&self, asked: &Asked) -> io::Result<Vec<Kept>> {
        self.change(|keys| {
            keys.load(false)?;
            let seen = held(&keys.seen);
            let of = seen.slots.iter().filter(|(_, slot)| slot.asked == *asked);
            Ok(of.map(|(at, slot)| Kept { at: *at, key: slot.key.clone() }).collect())
        })
    }

    /// Retires keys: what is sealed next is sealed with another one, also after a power cut.
    pub fn retire(&self, kept: &[Kept]) -> io::Result<()> {
        self.change(|keys| {
            let active: Vec<u64> = keys.standing(kept, Some(State::Active))?;
            if active.is_empty() {
                return Ok(());
            }
            for at in active {
                keys.disk.write(at, &[State::Retired.byte()])?;
            }
            keys.disk.sync()?;
            keys.changed()?;
            keys.load(false).map(|_| ())
        })
    }

    /// Writes over keys, where they still stand. They are gone from the disk when this returns.
    pub fn destroy(&self, kept: &[Kept]) -> io::Result<()> {
        self.change(|keys| keys.erase(&keys.standing(kept, None)?))
    }

    /// Every unit that has a key.
    pub fn units(&self) -> io::Result<Vec<Asked>> {
        self.change(|keys| {
            keys.load(false)?;
            let mut units: Vec<Asked> = held(&keys.seen).slots.iter().map(|(_, slot)| slot.asked).collect();
            units.sort_unstable();
            units.dedup();
            Ok(units)
        })
    }

    /// Alone at the file, among threads and processes.
    fn change<T>(&self, act: impl FnOnce(&Keys) -> io::Result<T>) -> io::Result<T> {
        let _alone = held(&self.changing);
        self.disk.lock()?;
        let done = act(self);
        self.disk.unlock()?;
        done
    }

    fn counter(&self) -> io::Result<u64> {
        let mut bytes = [0; 8];
        self.disk.read(COUNTER, &mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn changed(&self) -> io::Result<()> {
        self.disk.write(COUNTER, &(self.counter()? + 1).to_le_bytes())
    }

    /// Where these keys still stand, in this state.
    fn standing(&self, kept: &[Kept], state: Option<State>) -> io::Result<Vec<u64>> {
        self.load(false)?;
        let seen = held(&self.seen);
        let is = |it: &&Kept| {
            let slot = seen.slots.iter().find(|(at, slot)| *at == it.at && slot.key == it.key);
            slot.is_some_and(|(_, slot)| state.is_none_or(|state| slot.state == state))
        };
        Ok(kept.iter().filter(is).map(|it| it.at).collect())
    }

    fn erase(&self, places: &[u64]) -> io::Result<()> {
        if places.is_empty() {
            return Ok(());
        }
        for at in places {
            self.disk.write(*at, &[0; SLOT])?;
        }
        self.disk.sync()?;
        self.changed()?;
        self.load(false).map(|_| ())
    }

    /// Reads the file if it changed since, or in any case; returns where something stands that is no whole slot.
    fn load(&self, anyway: bool) -> io::Result<Vec<u64>> {
        let counter = self.counter()?;
        if !anyway && held(&self.seen).counter == counter {
            return Ok(Vec::new());
        }
        let end = self.disk.len()?;
        let mut all = vec![0; usize::try_from(end).map_err(io::Error::other)?];
        self.disk.read(0, &mut all)?;
        let head = &all[..all.len().min(MAGIC.len())];
        if head.iter().all(|byte| *byte == 0) {
            // New, or cut off before anything else was written.
            self.disk.write(0, MAGIC)?;
        } else if head != MAGIC {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "this is another file"));
        }
        let mut seen = Seen { counter, end: end.max(HEADER), ..Seen::default() };
        let mut torn = Vec::new();
        for (n, bytes) in all.get(SLOT..).unwrap_or_default().chunks_exact(SLOT).enumerate() {
            let at = HEADER + (n * SLOT) as u64;
            match Slot::read(bytes) {
                Some(slot) => seen.slots.push((at, slot)),
                None => {
                    seen.free.push(at);
                    if bytes.iter().any(|byte| *byte != 0) {
                        torn.push(at);
                    }
                }
            }
        }
        *held(&self.seen) = seen;
        Ok(torn)
    }

    /// Where a new key may stand.
    fn room(&self) -> io::Result<u64> {
        let (free, end) = {
            let seen = held(&self.seen);
            (seen.free.first().copied(), seen.end.next_multiple_of(SLOT as u64))
        };
        if let Some(at) = free {
            return Ok(at);
        }
        let more = vec![0; usize::try_from(MORE).map_err(io::Error::other)? * SLOT];
        self.disk.write(end, &more)?;
        Ok(end)
    }
}

/// The keys in the bytes of a file, for tests that play somebody who has got it.
#[cfg(test)]
pub fn keys_in(bytes: &[u8]) -> Vec<Key> {
    bytes.chunks_exact(SLOT).skip(1).filter_map(Slot::read).map(|slot| slot.key).collect()
}

impl Seen {
    fn active(&self, asked: &Asked, version_id: Uuid) -> Option<Key> {
        let is = |it: &Slot| it.state == State::Active && it.asked == *asked && it.version_id == version_id;
        let found = self.slots.iter().find(|(_, it)| is(it));
        found.map(|(_, slot)| slot.key.clone())
    }
}
