//! Keeps each network's [`Ledger`] in memory and brings it up to date before every answer: by the entries that changed
//! since, found by the network's row of changes. Changes are numbered in the order they become visible, so none is
//! missed, and every process of several over one database is always right.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use uuid::Uuid;

use super::ledger::Ledger;
use super::store;
use crate::db::{Db, Result};

#[derive(Default)]
struct Shelf {
    current: Mutex<Arc<Ledger>>,
    /// Where each counted entry stands. Held while changes are taken in, so that this is done once.
    unit_of: tokio::sync::Mutex<HashMap<Uuid, Uuid>>,
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
    let mut unit_of = shelf.unit_of.lock().await;
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
        unit_of.clear();
    }
    let changes = store::changes(&mut tx, network_id, &mut ledger).await?;
    ledger.take(changes, &mut unit_of);
    ledger.change_seq = now;
    let ledger = Arc::new(ledger);
    *shelf.current.lock().unwrap_or_else(PoisonError::into_inner) = ledger.clone();
    Ok(ledger)
}
