//! Work done beside requests: at a time, once, whichever of several processes over one database takes it first, and also
//! when one dies in the middle. Shared by all features, which say what there is to do ([`Kind`]); nothing here knows them.
//!
//! A job belongs for some minutes to the process that took it. Whoever works on one longer says so with each part of it
//! ([`hold`], in that part's own transaction), so that a process that was thought dead can write nothing more.

mod store;

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;

use chrono::{DateTime, Duration, Utc};
use futures_util::FutureExt;
use tokio::sync::watch;
use uuid::Uuid;

pub use store::{Standing, of_kind};

use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, Result};

/// How often it is looked whether something is due.
const EVERY: std::time::Duration = std::time::Duration::from_secs(60);
/// How long a job belongs to the process that took it, or that last said it is still at it.
const LEASE: Duration = Duration::minutes(10);
/// After so many tries a job is left; its last error tells why.
const TRIES: i64 = 10;
/// One process at a time takes a job.
const TAKING: i64 = 0x6a_01;

pub type Doing<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// A kind of work.
pub struct Kind {
    pub code: &'static str,
    /// Puts what is to be done into the row of jobs; asked each minute, so it looks before it writes.
    pub plan: for<'a> fn(&'a App) -> Doing<'a>,
    /// Does one. It may be tried again after half of it was done.
    pub run: for<'a> fn(&'a App, &'a Job) -> Doing<'a>,
}

/// A job that this process has for itself.
#[derive(Clone, Debug)]
pub struct Job {
    pub network_id: Uuid,
    pub id: Uuid,
    pub kind: String,
    pub key: String,
    /// This one included.
    pub tries: i64,
    by: Uuid,
}

/// Nothing to plan: its jobs are put in where they arise.
pub fn unplanned(_: &App) -> Doing<'_> {
    Box::pin(async { Ok(()) })
}

/// Whether there is, or was, a job of this kind with this key.
pub async fn known(app: &App, network_id: Uuid, kind: &str, key: &str) -> Result<bool> {
    Ok(store::known(&app.db, network_id, kind, key).await?)
}

/// Puts a job in, not to be done before `run_at`, and returns the id it has if it is new: one with the same key is left as
/// it is.
pub async fn put(
    app: &App,
    tx: &mut Tx,
    network_id: Uuid,
    kind: &str,
    key: &str,
    run_at: DateTime<Utc>,
) -> Result<Uuid> {
    let (id, now) = (app.ids.ordered(), app.clock.now());
    store::insert(tx, network_id, id, kind, key, run_at, now).await?;
    Ok(id)
}

/// Says that this process is still at it; an error where the job went to another one meanwhile.
pub async fn hold(app: &App, tx: &mut Tx, job: &Job) -> Result<()> {
    let now = app.clock.now();
    if store::prolong(tx, job.network_id, job.id, job.by, now + LEASE).await? {
        Ok(())
    } else {
        Err(AppError::Internal(format!("the job {} went to another process", job.kind)))
    }
}

/// Does what is due, until the server stops. What is in the middle then is rolled back and left to others.
pub async fn run(app: App, kinds: &'static [Kind], mut stopping: watch::Receiver<bool>) {
    let who = app.ids.random();
    while !*stopping.borrow() {
        tokio::select! {
            done = work(&app, kinds, who) => if let Err(error) = done {
                tracing::error!(%error, "jobs could not be looked for");
            },
            _ = stopping.changed() => break,
        }
        tokio::select! { () = tokio::time::sleep(EVERY) => {}, _ = stopping.changed() => {} }
    }
    if let Err(error) = let_go(&app, who).await {
        tracing::warn!(%error, "a job waits until its time with this process is over");
    }
}

async fn let_go(app: &App, who: Uuid) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::let_go(&mut tx, who, app.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Plans, then does everything that is due; how many jobs were done.
pub async fn work(app: &App, kinds: &[Kind], who: Uuid) -> Result<usize> {
    for kind in kinds {
        (kind.plan)(app).await?;
    }
    let mut done = 0;
    while let Some(job) = take(app, kinds, who).await? {
        let Some(kind) = kinds.iter().find(|kind| kind.code == job.kind) else { break };
        if carry_out(app, kind, &job).await?.is_ok() {
            done += 1;
        }
    }
    Ok(done)
}

/// Does one job now, whatever its time, unless another process has it; the error says why it could not be done.
pub async fn work_on(app: &App, kind: &Kind, network_id: Uuid, key: &str) -> Result<Result<()>> {
    let (who, now) = (app.ids.random(), app.clock.now());
    let mut tx = app.db.begin().await?;
    tx.alone(TAKING).await?;
    let found = store::with_key(&mut tx, network_id, kind.code, key, now).await?;
    let job = claim(app, &mut tx, found, who).await?.ok_or(AppError::Conflict)?;
    tx.commit().await?;
    carry_out(app, kind, &job).await
}

/// The job that has been due longest, for this process alone.
pub async fn take(app: &App, kinds: &[Kind], who: Uuid) -> Result<Option<Job>> {
    let codes: Vec<&str> = kinds.iter().map(|kind| kind.code).collect();
    if !store::is_any_due(&app.db, app.clock.now(), TRIES).await? {
        return Ok(None);
    }
    let mut tx = app.db.begin().await?;
    tx.alone(TAKING).await?;
    let found = store::due(&mut tx, &codes, app.clock.now(), TRIES).await?;
    let job = claim(app, &mut tx, found, who).await?;
    tx.commit().await?;
    Ok(job)
}

async fn claim(app: &App, tx: &mut Tx, found: Option<store::Due>, who: Uuid) -> Result<Option<Job>> {
    let Some(found) = found else { return Ok(None) };
    store::lock(tx, found.network_id, found.id, who, app.clock.now() + LEASE).await?;
    Ok(Some(Job {
        network_id: found.network_id,
        id: found.id,
        kind: found.kind,
        key: found.key,
        tries: found.tries + 1,
        by: who,
    }))
}

/// Does a job and puts down what came of it.
async fn carry_out(app: &App, kind: &Kind, job: &Job) -> Result<Result<()>> {
    let done = AssertUnwindSafe((kind.run)(app, job)).catch_unwind().await;
    let done = done.unwrap_or_else(|_| Err(AppError::Internal("the job panicked".into())));
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    match &done {
        Ok(()) => store::done(&mut tx, job.network_id, job.id, job.by, now).await?,
        Err(error) => {
            tracing::error!(%error, kind = job.kind, tries = job.tries, "a job was not done");
            let again = now + pause(job.tries);
            store::failed(&mut tx, job.network_id, job.id, job.by, again, &error.to_string()).await?;
        }
    }
    tx.commit().await?;
    Ok(done)
}

/// How long to wait after this many tries: a minute, then doubling, up to six hours.
pub fn pause(tries: i64) -> Duration {
    let doublings = u32::try_from(tries.clamp(1, 10) - 1).unwrap_or(0);
    Duration::minutes(2_i64.pow(doublings)).min(Duration::hours(6))
}

#[cfg(test)]
mod tests;
