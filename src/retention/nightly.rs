//! The night's work: one job for each network and day.

use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

use super::rule::{at_night, cutoff};
use super::store;
use crate::activities;
use crate::app::App;
use crate::change;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::files;
use crate::jobs::{self, Job};
use crate::reflections;
use crate::units::{self, Unit};
use crate::watch;

pub const JOB: jobs::Kind = jobs::Kind {
    code: "retention",
    plan: |app| Box::pin(async { plan(app).await }),
    run: |app, job| Box::pin(async { keep_to_the_rule(app, job, PART).await }),
};

/// Versions whose notes are removed at once: writers of the network wait meanwhile.
const PART: usize = 200;

/// For so long what a page saved by itself stays beside what is newer: somebody may still work on from it.
const PASSING: TimeDelta = TimeDelta::days(1);

/// Today's job for each network.
async fn plan(app: &App) -> Result<()> {
    for root in units::networks(&app.db, app.clock.day()).await? {
        let (network_id, today) = (root.network.id, app.clock.today(root.network.zone));
        let key = today.to_string();
        if !jobs::known(app, network_id, JOB.code, &key).await? {
            let mut tx = app.db.begin().await?;
            let due = at_night(today, root.network.zone);
            jobs::put(app, &mut tx, network_id, JOB.code, &key, due).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

/// Does it now, as the night would, and returns what came of it; none where a server that runs beside took it first.
pub async fn by_hand(app: &App, root: &Unit) -> Result<Option<store::Run>> {
    let (network_id, key) = (root.network.id, format!("by hand {}", app.ids.random()));
    let mut tx = app.db.begin().await?;
    let id = jobs::put(app, &mut tx, network_id, JOB.code, &key, app.clock.now()).await?;
    tx.commit().await?;
    match jobs::work_on(app, &JOB, network_id, &key).await {
        Ok(done) => done?,
        Err(AppError::Conflict) => return Ok(None),
        Err(other) => return Err(other),
    }
    Ok(store::run(&app.db, network_id, id).await?)
}

/// The latest jobs that failed and are not done.
pub async fn failing(app: &App, root: &Unit) -> crate::db::Result<Vec<jobs::Standing>> {
    let mut latest = jobs::of_kind(&app.db, root.network.id, JOB.code, 31).await?;
    latest.retain(|job| job.done_at.is_none() && job.last_error.is_some());
    Ok(latest)
}

/// Removes the notes that are older than the rule allows, part by part. Interrupted, it can begin again: what is removed is
/// removed, and what it came to is counted in the same transaction.
pub async fn keep_to_the_rule(app: &App, job: &Job, part: usize) -> Result<()> {
    let network_id = job.network_id;
    let root = units::root(&app.db, network_id, app.clock.day()).await?.or_missing()?;
    let today = app.clock.today(root.network.zone);
    let years = store::years(&app.db, network_id).await?;
    let before = cutoff(today, years);
    let mut tx = app.db.begin().await?;
    jobs::hold(app, &mut tx, job).await?;
    store::begin_run(&mut tx, network_id, job.id, (today, before), app.clock.now()).await?;
    tx.commit().await?;
    let mut after = None;
    loop {
        let noted = activities::noted(&app.db, network_id, before, after, part).await?;
        let Some(last) = noted.last() else { break };
        after = Some((last.entry_id, last.version));
        remove(app, job, years, &noted).await?;
    }
    // Pictures tell what notes tell, and go with them.
    while remove_pictures(app, job, years, before, part).await? {}
    // Answers in words are notes too.
    while remove_answers(app, job, years, before, part).await? {}
    // And so do words about records and visits.
    let mut tx = app.db.begin().await?;
    jobs::hold(app, &mut tx, job).await?;
    unchanged(&mut tx, network_id, years).await?;
    let words = watch::remove_words_before(&mut tx, network_id, before).await?;
    store::add_watch_removed(&mut tx, network_id, job.id, words).await?;
    tx.commit().await?;
    // And words about what became of young people's answers; and what pages saved there by themselves.
    while remove_of_change(app, job, years, before, part).await? {}
    let mut tx = app.db.begin().await?;
    jobs::hold(app, &mut tx, job).await?;
    change::remove_passing(&mut tx, network_id, app.clock.now() - PASSING).await?;
    tx.commit().await?;
    if !app.db.forget_removed().await? {
        tracing::warn!("removed notes are still in the database's log, for somebody read all the while");
    }
    let mut tx = app.db.begin().await?;
    jobs::hold(app, &mut tx, job).await?;
    store::finish_run(&mut tx, network_id, job.id, app.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Somebody may have said meanwhile that they are to be kept longer.
async fn unchanged(tx: &mut Tx, network_id: Uuid, years: i64) -> Result<()> {
    if store::years(&mut *tx, network_id).await? == years {
        return Ok(());
    }
    Err(AppError::Internal("the rule changed meanwhile; begins anew".into()))
}

async fn remove(app: &App, job: &Job, years: i64, noted: &[activities::Noted]) -> Result<()> {
    let network_id: Uuid = job.network_id;
    let mut tx = app.db.begin().await?;
    jobs::hold(app, &mut tx, job).await?;
    unchanged(&mut tx, network_id, years).await?;
    let entries = activities::forget_notes(&mut tx, network_id, noted).await?;
    store::add_removed(&mut tx, network_id, job.id, entries).await?;
    Ok(tx.commit().await?)
}

/// Removes some more pictures; whether there may be others.
async fn remove_pictures(app: &App, job: &Job, years: i64, before: NaiveDate, part: usize) -> Result<bool> {
    let network_id = job.network_id;
    let mut tx = app.db.begin().await?;
    jobs::hold(app, &mut tx, job).await?;
    unchanged(&mut tx, network_id, years).await?;
    let removed = files::remove_before(&mut tx, network_id, before, part, app.clock.now()).await?;
    store::add_pictures_removed(&mut tx, network_id, job.id, removed).await?;
    tx.commit().await?;
    Ok(removed > 0)
}

/// Removes answers in words of some more entries; whether there may be others.
async fn remove_answers(app: &App, job: &Job, years: i64, before: NaiveDate, part: usize) -> Result<bool> {
    let network_id = job.network_id;
    let mut tx = app.db.begin().await?;
    jobs::hold(app, &mut tx, job).await?;
    unchanged(&mut tx, network_id, years).await?;
    let entries = reflections::remove_texts_before(&mut tx, network_id, before, part).await?;
    store::add_answers_removed(&mut tx, network_id, job.id, entries).await?;
    tx.commit().await?;
    Ok(entries > 0)
}

/// Removes words of some more steps from results to change; whether there may be others.
async fn remove_of_change(app: &App, job: &Job, years: i64, before: NaiveDate, part: usize) -> Result<bool> {
    let network_id = job.network_id;
    let mut tx = app.db.begin().await?;
    jobs::hold(app, &mut tx, job).await?;
    unchanged(&mut tx, network_id, years).await?;
    let removed = change::remove_words_before(&mut tx, network_id, before, part).await?;
    store::add_change_removed(&mut tx, network_id, job.id, removed.steps).await?;
    tx.commit().await?;
    Ok(removed.seen > 0)
}
