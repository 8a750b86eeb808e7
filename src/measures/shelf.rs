//! Keeps months of totals in memory, and brings them up to date before every answer by the network's row of changes.
//! Changes are numbered in the order they become visible, so none is missed, and every process of several over one
//! database is always right. What nobody asked for lately makes room.

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use chrono::{Months, NaiveDate};
use uuid::Uuid;

use super::period::Period;
use super::sheets::{Months as Loaded, Part, Row};
use super::store;
use crate::clock::Day;
use crate::db::{Db, Result};
use crate::totals::{self, Kept, Span, month_of};

/// What sheets may take in memory, per network: some ten years of a hundred units, or the years that people look at of more.
const MOST_BYTES: usize = 64 << 20;

/// After so many changes at once it is quicker to read anew what is asked for.
const MANY_CHANGES: i64 = 5_000;

/// A period that is going to be asked about, and whether day by day.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    pub period: Period,
    pub daily: bool,
}

impl Ask {
    /// Sums of the whole, or of whole months of it.
    pub fn whole(period: Period) -> Ask {
        Ask { period, daily: false }
    }

    /// Sums of parts that begin and end on any day.
    pub fn daily(period: Period) -> Ask {
        Ask { period, daily: true }
    }

    /// What has to be at hand: months, and the days of months that are cut somewhere.
    fn parts(&self, cuts: &BTreeSet<NaiveDate>, parts: &mut BTreeSet<(Span, NaiveDate)>) {
        let Period { from, until, .. } = self.period;
        let mut month = month_of(from);
        while month < until {
            let next = month + Months::new(1);
            let cut = from > month || until < next || cuts.range(month..next).any(|cut| *cut != month);
            if self.daily || cut {
                parts.insert((Span::Day, month));
            }
            parts.insert((Span::Month, month));
            month = next;
        }
    }
}

#[derive(Default)]
struct Shelf {
    current: Mutex<Arc<Loaded>>,
    /// Held while changes are taken in, so that this is done once. Nothing is kept beside `current`: a visitor who leaves
    /// halfway leaves everything as it was.
    taking: tokio::sync::Mutex<()>,
    /// Grows with every answer: what was asked for last is thrown out last.
    answers: AtomicU64,
}

impl Shelf {
    fn current(&self) -> Arc<Loaded> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn put(&self, loaded: &Arc<Loaded>) {
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = loaded.clone();
    }
}

/// One shelf for each network of each database this process has open.
type Shelves = Mutex<HashMap<(String, Uuid), Arc<Shelf>>>;

static SHELVES: LazyLock<Shelves> = LazyLock::new(Mutex::default);

fn shelf(db: &Db, network_id: Uuid) -> Arc<Shelf> {
    let mut shelves = SHELVES.lock().unwrap_or_else(PoisonError::into_inner);
    shelves.entry((db.identity(), network_id)).or_default().clone()
}

/// All that is needed to answer these, as of now. `cuts` are days on which units moved in the tree.
pub async fn loaded(
    db: &Db,
    network_id: Uuid,
    asks: &[Ask],
    cuts: &BTreeSet<NaiveDate>,
) -> Result<Arc<Loaded>> {
    let mut wanted = BTreeSet::new();
    for ask in asks {
        ask.parts(cuts, &mut wanted);
    }
    let shelf = shelf(db, network_id);
    let answer = shelf.answers.fetch_add(1, Ordering::Relaxed);
    let current = shelf.current();
    let now = store::change_seq(db, network_id).await?;
    if now == current.change_seq && current.has(&wanted, answer) {
        return Ok(current);
    }
    let _taking = shelf.taking.lock().await;
    let mut tx = db.snapshot().await?;
    let now = store::change_seq(&mut tx, network_id).await?;
    let mut loaded = Loaded::clone(&shelf.current());
    // After an older copy of the database was put in place, too.
    if now < loaded.change_seq || now - loaded.change_seq > MANY_CHANGES {
        loaded = Loaded::default();
    }
    if now > loaded.change_seq && !loaded.is_empty() {
        loaded.take(totals::touched(&mut tx, network_id, loaded.change_seq).await?)?;
    }
    loaded.change_seq = now;
    for (span, month) in loaded.missing(&wanted) {
        let kept = totals::between(&mut tx, network_id, span, month, month + Months::new(1)).await?;
        loaded.insert(span, month, part(&kept)?);
    }
    loaded.has(&wanted, answer);
    loaded.make_room(MOST_BYTES, &wanted);
    let loaded = Arc::new(loaded);
    shelf.put(&loaded);
    Ok(loaded)
}

/// Sheets that come in the order of units and days.
fn part(kept: &[Kept]) -> Result<Part> {
    let mut part = Part::default();
    for of_unit in kept.chunk_by(|a, b| a.unit_id == b.unit_id) {
        let rows = of_unit.iter().map(Row::new).collect::<Result<Vec<Row>>>()?;
        part.insert(of_unit[0].unit_id, rows);
    }
    Ok(part)
}

/// Throws out what this process remembers of a network.
#[cfg(test)]
pub fn forget(db: &Db, network_id: Uuid) {
    shelf(db, network_id).put(&Arc::default());
}

/// Reads ahead what is asked for first: the last two years, and the days of the last months.
pub async fn warm(db: Db, on: Day) {
    let Ok(networks) = store::networks(&db).await else { return };
    for (network_id, zone) in networks {
        let Ok(zone) = zone.parse() else { continue };
        let today = on.in_zone(zone);
        let years = Period::own(today - Months::new(24), today);
        let days = Period::own(today - Months::new(2), today);
        let asks = [Ask::whole(Period::months(years.from, years.last())), Ask::daily(days)];
        if let Err(error) = loaded(&db, network_id, &asks, &BTreeSet::new()).await {
            tracing::warn!(%error, "a network's totals could not be read ahead");
        }
    }
}
