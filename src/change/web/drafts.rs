//! What pages of an aim, and of what was said and done, have in common: each is found by the id in its address, and taken out
//! by a button.

use axum::response::Response;
use uuid::Uuid;

use super::Bench;
use crate::access::Act;
use crate::app::App;
use crate::change::making;
use crate::change::store::{self, Draft, Stored};
use crate::error::{AppError, Result};
use crate::web::Visit;

/// Of an address: network, unit, evaluation, id.
pub type Four = (String, String, String, String);

fn id(typed: &str) -> Result<Uuid> {
    typed.parse().map_err(|_| AppError::NotFound)
}

/// Where one works, and the one with this id, if it stands there: nothing that was taken out, or is another unit's.
pub async fn found<T: Draft>(
    app: &App,
    visit: &Visit,
    (network, unit, code, typed): &Four,
) -> Result<(Bench, Uuid, Option<Stored<T>>)> {
    let bench = Bench::find(app, visit, (network, unit, code), Act::WorkOnChange).await?;
    let id = id(typed)?;
    let now: Option<Stored<T>> = store::draft(&app.db, bench.unit.network.id, id).await?;
    let elsewhere =
        |it: &Stored<T>| (it.unit_id, it.evaluation_id) != (bench.unit.id, bench.it.id) || it.dropped;
    if now.as_ref().is_some_and(elsewhere) {
        return Err(AppError::NotFound);
    }
    Ok((bench, id, now))
}

/// Takes one out, and goes back to `rest`.
pub async fn take_out<T: Draft>(
    app: &App,
    visit: &Visit,
    (network, unit, code, typed): &Four,
    rest: &str,
) -> Result<Response> {
    let bench = Bench::find(app, visit, (network, unit, code), Act::WorkOnChange).await?;
    making::take_out::<T>(app, visit.me()?, bench.at(), id(typed)?).await?;
    Ok(bench.to(rest))
}
