//! What is read from all units of a network, remembered until any of them changes: every page asks for it, and it hardly
//! ever does.

use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use uuid::Uuid;

use super::past::{self, Called};
use super::store;
use super::unit::Unit;
use crate::db::{Db, Result};

/// Read from all units of a network, and from nothing else.
pub trait OfUnits: PartialEq + Debug + Send + Sync + Sized {
    fn read(db: &Db, network_id: Uuid) -> impl Future<Output = Result<Self>> + Send;
}

type Remembered<T> = HashMap<(String, Uuid), (i64, Arc<T>)>;

/// Of each network of each database this process has open, the last that was read.
pub struct Kept<T>(Mutex<Remembered<T>>);

impl<T> Default for Kept<T> {
    fn default() -> Kept<T> {
        Kept(Mutex::default())
    }
}

impl<T: OfUnits> Kept<T> {
    /// As the units are now.
    pub async fn get(&self, db: &Db, network_id: Uuid) -> Result<Arc<T>> {
        let remembered = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (db.identity(), network_id);
        // Asked before anything is read: what is read may be newer than its number, never older.
        let seq = store::units_seq(db, network_id).await?;
        let found = remembered().get(&key).filter(|(of, _)| *of == seq).map(|(_, it)| it.clone());
        if let Some(found) = found {
            #[cfg(test)]
            prove(&*found, db, network_id, seq).await?;
            return Ok(found);
        }
        let fresh = T::read(db, network_id).await?;
        let mut all = remembered();
        // What others keep under this one stays good where it says the same.
        let same = all.get(&key).filter(|(_, it)| **it == fresh).map(|(_, it)| it.clone());
        let new = same.unwrap_or_else(|| Arc::new(fresh));
        all.insert(key, (seq, new.clone()));
        Ok(new)
    }
}

/// In every test of the whole program: a change that forgot to count itself is found by whatever is looked at next.
#[cfg(test)]
async fn prove<T: OfUnits>(found: &T, db: &Db, network_id: Uuid, seq: i64) -> Result<()> {
    let fresh = T::read(db, network_id).await?;
    if store::units_seq(db, network_id).await? == seq {
        assert_eq!(*found, fresh, "units changed and `units_seq` did not");
    }
    Ok(())
}

impl OfUnits for Called {
    async fn read(db: &Db, network_id: Uuid) -> Result<Called> {
        past::called(db, network_id).await
    }
}

impl OfUnits for Vec<Unit> {
    async fn read(db: &Db, network_id: Uuid) -> Result<Vec<Unit>> {
        store::ever(db, network_id).await
    }
}

static EVER: LazyLock<Kept<Vec<Unit>>> = LazyLock::new(Kept::default);

/// Every unit of the network with its last name and place, parents before children; also those that open later or have closed.
pub async fn ever(db: &Db, network_id: Uuid) -> Result<Arc<Vec<Unit>>> {
    EVER.get(db, network_id).await
}

static CALLED: LazyLock<Kept<Called>> = LazyLock::new(Kept::default);

/// Everything that units of a network were ever called.
pub async fn called(db: &Db, network_id: Uuid) -> Result<Arc<Called>> {
    CALLED.get(db, network_id).await
}
