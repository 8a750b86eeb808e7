//! How fast answers of a unit come, as far as it tells people from a program: kept in this process's memory, by unit alone, for
//! a few minutes. Of each answer there is its moment, until it is mixed and a little longer; not what it says, and not who
//! sent it.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{LazyLock, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::Asked;
use crate::app::App;

/// So many answers of a unit do not come within so many seconds from as many people: not all at once, and not one after
/// another either.
const BURSTS: [(usize, i64); 2] = [(10, 30), (41, 300)];
/// For how long a moment is kept once its answer is mixed: as long as it can belong to a burst.
const KEPT: TimeDelta = TimeDelta::seconds(300);
/// Moments of one unit that are kept at most, so that nobody fills the memory.
const MOST: usize = 5000;

struct Moment {
    at: DateTime<Utc>,
    /// What it was mixed into.
    batch: Option<Uuid>,
    /// Within a burst.
    quick: bool,
}

/// A batch of which moments are kept.
#[derive(Default)]
struct Batch {
    answers: usize,
    quick: usize,
    kept: usize,
    told: bool,
}

/// Moments of one unit, in order.
#[derive(Default)]
pub(super) struct Pace {
    moments: VecDeque<Moment>,
    batches: BTreeMap<Uuid, Batch>,
}

impl Pace {
    /// An answer came. Tells the batches that are known now to have come in a burst, each once.
    pub(super) fn came(&mut self, now: DateTime<Utc>) -> Vec<Uuid> {
        self.forget(now);
        self.moments.push_back(Moment { at: now, batch: None, quick: false });
        for (answers, seconds) in BURSTS {
            let from = now - TimeDelta::seconds(seconds);
            let within = self.moments.iter().rev().take_while(|it| it.at > from).count();
            if within < answers {
                continue;
            }
            for moment in self.moments.iter_mut().rev().take(within).filter(|it| !it.quick) {
                moment.quick = true;
                if let Some(batch) = moment.batch.and_then(|id| self.batches.get_mut(&id)) {
                    batch.quick += 1;
                }
            }
        }
        self.told()
    }

    /// So many of those that wait were mixed into a batch, the first ones first. Tells as [`Pace::came`] does.
    pub(super) fn mixed(&mut self, id: Uuid, answers: usize) -> Vec<Uuid> {
        let waiting = self.moments.iter_mut().filter(|it| it.batch.is_none()).take(answers);
        let mut batch = Batch::default();
        for moment in waiting {
            moment.batch = Some(id);
            batch.answers += 1;
            batch.quick += usize::from(moment.quick);
        }
        batch.kept = batch.answers;
        if batch.answers > 0 {
            self.batches.insert(id, batch);
        }
        self.told()
    }

    /// Batches of which at least half came in a burst: who came just before or after one is not suspected.
    fn told(&mut self) -> Vec<Uuid> {
        let is_quick = |(_, it): &(&Uuid, &mut Batch)| !it.told && it.quick * 2 >= it.answers;
        let quick = self.batches.iter_mut().filter(is_quick);
        quick
            .map(|(id, batch)| {
                batch.told = true;
                *id
            })
            .collect()
    }

    fn forget(&mut self, now: DateTime<Utc>) {
        while let Some(first) = self.moments.front() {
            let is_over = first.batch.is_some() && first.at + KEPT <= now;
            if !is_over && self.moments.len() < MOST {
                return;
            }
            let batch = self.moments.pop_front().and_then(|it| it.batch);
            if let Some(id) = batch
                && let Some(batch) = self.batches.get_mut(&id)
            {
                batch.kept -= 1;
                if batch.kept == 0 {
                    self.batches.remove(&id);
                }
            }
        }
    }

    fn is_still(&self, now: DateTime<Utc>) -> bool {
        self.moments.iter().all(|it| it.batch.is_some() && it.at + KEPT <= now)
    }
}

/// By database and unit.
type Paces = HashMap<(String, Asked), Pace>;

static PACES: LazyLock<Mutex<Paces>> = LazyLock::new(Mutex::default);

/// An answer of a unit comes. Which of its batches are known now to have come faster than people answer.
pub fn came(app: &App, asked: Asked) -> Vec<Uuid> {
    let mut paces = PACES.lock().unwrap_or_else(PoisonError::into_inner);
    paces.entry((app.db.identity(), asked)).or_default().came(app.clock.now())
}

/// Answers of a unit are mixed into a batch. What is told as by [`came`]. Not known of those that a process before this one
/// took.
pub fn mixed(app: &App, asked: Asked, batch_id: Uuid, answers: usize) -> Vec<Uuid> {
    let now = app.clock.now();
    let mut paces = PACES.lock().unwrap_or_else(PoisonError::into_inner);
    paces.retain(|_, pace| !pace.is_still(now));
    paces.get_mut(&(app.db.identity(), asked)).map_or_else(Vec::new, |pace| pace.mixed(batch_id, answers))
}
