//! What pages of an aim, and of what was said and done, have in common: each is found by the id in its address, saved by a
//! script or a button, and taken out by a button.

use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

use super::{Bench, script};
use crate::access::Act;
use crate::app::App;
use crate::change::making::{self, Kept};
use crate::change::store::{self, Draft, Stored};
use crate::error::{AppError, Result};
use crate::form::Wrong;
use crate::web::Visit;

/// Of an address: network, unit, evaluation, id.
pub type Four = (String, String, String, String);

fn id(typed: &str) -> Result<Uuid> {
    typed.parse().map_err(|_| AppError::NotFound)
}

/// One of them, as its page shows it beside the fields of its form.
pub struct Shown<T> {
    pub id: Uuid,
    /// The version that the fields began from; 0: it does not stand yet.
    pub version: i64,
    /// What stands.
    pub now: Option<Stored<T>>,
    pub wrong: Vec<Wrong>,
    /// Whether what stands was saved meanwhile by a colleague.
    pub clash: bool,
}

impl<T> Shown<T> {
    /// Why the form comes again.
    pub fn status(&self) -> StatusCode {
        if self.clash { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY }
    }
}

/// Where one works, and the one with this id, as far as it stands there: nothing that was taken out, or is another unit's.
pub async fn found<T: Draft>(
    app: &App,
    visit: &Visit,
    (network, unit, code, typed): &Four,
) -> Result<(Bench, Shown<T>)> {
    let bench = Bench::find(app, visit, (network, unit, code), Act::WorkOnChange).await?;
    let id = id(typed)?;
    let now: Option<Stored<T>> = store::draft(&app.db, bench.unit.network.id, id).await?;
    let elsewhere =
        |it: &Stored<T>| (it.unit_id, it.evaluation_id) != (bench.unit.id, bench.it.id) || it.dropped;
    if now.as_ref().is_some_and(elsewhere) {
        return Err(AppError::NotFound);
    }
    let version = now.as_ref().map_or(0, |it| it.version);
    Ok((bench, Shown { id, version, now, wrong: Vec::new(), clash: false }))
}

/// What a form that was sent is answered.
pub enum Sent<T> {
    Answer(Response),
    /// The form once more: it was not saved.
    Again(Shown<T>),
}

/// Saves what was typed, and goes on to `rest`. `button`: the key of what the button says that shows both, where a colleague
/// saved meanwhile.
pub async fn save<T: Draft>(
    app: &App,
    visit: &Visit,
    bench: &Bench,
    it: Shown<T>,
    typed: std::result::Result<T, Vec<Wrong>>,
    by_script: bool,
    (rest, button): (&str, &str),
) -> Result<Sent<T>> {
    let mine = match typed {
        Ok(mine) => mine,
        Err(wrong) if by_script => return Ok(Sent::Answer(script::wrong(visit.w, &wrong))),
        Err(wrong) => return Ok(Sent::Again(Shown { wrong, ..it })),
    };
    Ok(match making::save(app, visit.me()?, bench.at(), (it.id, it.version), &mine).await? {
        Kept::Done(done) if by_script => Sent::Answer(script::saved(app, visit.w, bench, done)),
        Kept::Done(_) => Sent::Answer(bench.to(rest)),
        Kept::Meanwhile(now) if by_script => Sent::Answer(script::meanwhile(visit.w, bench, &now, button)),
        Kept::Meanwhile(now) => {
            Sent::Again(Shown { version: now.version, now: Some(*now), clash: true, ..it })
        }
    })
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
