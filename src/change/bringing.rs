//! What comes with a network that is made whole: steps, aims, and what is public, each written down as if somebody had saved
//! it at the hour of the clock.

use uuid::Uuid;

use super::aim::Aim;
use super::making::At;
use super::said::{Published, Said};
use super::step::Step;
use super::store::{self, Draft};
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::i18n::Text18;

/// The first version of a step.
pub async fn step(app: &App, tx: &mut Tx, at: At<'_>, n: i64, by: Uuid, step: &Step) -> Result<()> {
    Ok(store::insert_step(tx, at, (n, 1), (step, false), by, app.clock.now()).await?)
}

/// Some, in the order of their ids: of one moment, they come in any.
async fn drafts<T: Draft>(app: &App, tx: &mut Tx, at: At<'_>, by: Uuid, all: &[T]) -> Result<()> {
    let mut ids: Vec<Uuid> = all.iter().map(|_| app.ids.ordered()).collect();
    ids.sort();
    for (id, what) in ids.into_iter().zip(all) {
        store::put(tx, at, (id, true), what, by, app.clock.now()).await?;
    }
    Ok(())
}

pub async fn aims(app: &App, tx: &mut Tx, at: At<'_>, by: Uuid, all: &[Aim]) -> Result<()> {
    drafts(app, tx, at, by, all).await
}

/// What was said and done, written by one and published by another. `areas`: (code, name).
pub async fn said(
    app: &App,
    tx: &mut Tx,
    at: At<'_>,
    (by, publisher): (Uuid, Uuid),
    (all, areas): (&[Said], &[(String, Text18)]),
) -> Result<()> {
    drafts(app, tx, at, by, all).await?;
    let body = Published::of(at.it.year(), all, areas);
    Ok(store::insert_publication(tx, at, app.ids.ordered(), &body, publisher, app.clock.now()).await?)
}
