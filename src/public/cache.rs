//! What was made for everybody, kept in this process for a minute: many come at once when a page is shared. Whether a page still
//! stands is asked before, each time; nothing here outlives its being taken back.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// For so long what was made is as good as new.
const MINUTE: TimeDelta = TimeDelta::seconds(60);

struct Cell<T> {
    kept: Mutex<Option<Arc<T>>>,
    /// Held by whoever makes it, so that others wait and do not make it as well.
    making: tokio::sync::Mutex<()>,
}

impl<T> Cell<T> {
    fn kept(&self) -> Option<Arc<T>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Things by their names, at most so many: what was asked for least lately goes.
pub struct Shelf<T> {
    cells: Mutex<Cells<T>>,
    most: usize,
}

/// With when each was asked for, in the order of asking.
type Cells<T> = (u64, HashMap<String, (Arc<Cell<T>>, u64)>);

impl<T> Shelf<T> {
    pub fn new(most: usize) -> Shelf<T> {
        Shelf { cells: Mutex::new((0, HashMap::new())), most }
    }

    fn cell(&self, name: &str) -> Arc<Cell<T>> {
        let mut guard = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        let (turn, cells) = &mut *guard;
        *turn += 1;
        if let Some((cell, used)) = cells.get_mut(name) {
            *used = *turn;
            return cell.clone();
        }
        if cells.len() >= self.most {
            let oldest = cells.iter().min_by_key(|(_, (_, used))| *used).map(|(name, _)| name.clone());
            oldest.and_then(|name| cells.remove(&name));
        }
        let cell = Arc::new(Cell { kept: Mutex::new(None), making: tokio::sync::Mutex::new(()) });
        cells.insert(name.to_owned(), (cell.clone(), *turn));
        cell
    }

    /// What is kept under a name, if `good` says so; else what is made now.
    pub async fn get<E>(
        &self,
        name: &str,
        good: impl Fn(&T) -> bool,
        make: impl Future<Output = Result<T, E>>,
    ) -> Result<Arc<T>, E> {
        let cell = self.cell(name);
        let kept = || cell.kept().filter(|it| good(it));
        if let Some(found) = kept() {
            return Ok(found);
        }
        let _making = cell.making.lock().await;
        // Whoever was before may have made it.
        if let Some(found) = kept() {
            return Ok(found);
        }
        let made = Arc::new(make.await?);
        *cell.kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(made.clone());
        Ok(made)
    }

    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.cells.lock().unwrap_or_else(PoisonError::into_inner).1.len()
    }
}

/// Whether something of a moment is as good as new.
pub fn is_fresh(of: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    of <= now && now - of < MINUTE
}
