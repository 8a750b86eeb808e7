//! Keeps each network's [`Ledger`] in memory and brings it up to date before every answer: by the entries that changed
//! since, found by the network's row of changes. Changes are numbered in the order they become visible, so none is
//! missed, and every process of several over one database is always right.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use uuid::Uuid;

use super::ledger::Ledger;
use super::store;
use crate::db::{Db, Result};

/// Changes are read so many at a time: rows on their way take more room than what is kept of them.
const AT_ONCE: i64 = 4_000;

#[derive(Default)]
struct Shelf {
    current: Mutex<Arc<Ledger>>,
    /// Held while changes are taken in, so that this is done once. Nothing is kept beside `current`: a visitor who leaves
    /// halfway leaves everything as it was.
    taking: tokio::sync::Mutex<()>,
}

impl Shelf {
    fn current(&self) -> Arc<Ledger> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// One shelf for each network of each database this process has open.
type Shelves = Mutex<HashMap<(String, Uuid), Arc<Shelf>>>;

static SHELVES: LazyLock<Shelves> = LazyLock::new(Mutex::default);

fn shelf(db: &Db, network_id: Uuid) -> Arc<Shelf> {
    let mut shelves = SHELVES.lock().unwrap_or_else(PoisonError::into_inner);
    shelves.entry((db.identity(), network_id)).or_default().clone()
}

/// Everything the network counted, as of now.
pub async fn ledger(db: &Db, network_id: Uuid) -> Result<Arc<Ledger>> {
    let shelf = shelf(db, network_id);
    let current = shelf.current();
    if store::change_seq(db, network_id).await? == current.change_seq {
        return Ok(current);
    }
    let _taking = shelf.taking.lock().await;
    let mut tx = db.snapshot().await?;
    let now = store::change_seq(&mut tx, network_id).await?;
    let current = shelf.current();
    if now == current.change_seq {
        return Ok(current);
    }
    let mut ledger = Ledger::clone(&current);
    if now < ledger.change_seq {
        // An older copy of the database was put in place: begin anew.
        ledger = Ledger::default();
    }
    while ledger.change_seq < now {
        let until = now.min(ledger.change_seq + AT_ONCE);
        let range = (ledger.change_seq, until);
        let changes = store::changes(&mut tx, network_id, &mut ledger, range).await?;
        ledger.take(changes);
        ledger.change_seq = until;
    }
    let ledger = Arc::new(ledger);
    *shelf.current.lock().unwrap_or_else(PoisonError::into_inner) = ledger.clone();
    Ok(ledger)
}

/// Reads every network's ledger ahead, so that the first visitor after a start does not wait for it.
pub async fn warm(db: Db) {
    let Ok(networks) = store::networks(&db).await else { return };
    for (network_id,) in networks {
        if let Err(error) = ledger(&db, network_id).await {
            tracing::warn!(%error, "a network's entries could not be read ahead");
        }
    }
}
