//! Saving a step, an aim, or what is told to young people; publishing it, and taking it back.

use uuid::Uuid;

use super::areas::areas;
use super::said::{Published, Said};
use super::step::{Part, STEPS, Step, merge};
use super::store::{self, Draft, Public, Stored};
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, Result};
use crate::evaluation::Evaluation;
use crate::units::Unit;

/// One at a time.
const CHANGING: i64 = 0x6368_616e;

/// What became of what somebody saved.
#[derive(Debug)]
pub enum Kept<T> {
    Done(Done),
    /// A colleague changed it meanwhile, and nothing was saved: what stands now.
    Meanwhile(Box<T>),
}

/// What stands by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    pub version: i64,
    /// Whether there is something of a colleague's in it that whoever saved has not seen.
    pub beside: bool,
}

/// What somebody had before them when they changed a step.
#[derive(Clone, Debug)]
pub enum Before {
    /// A version by its number; 0 where there was none.
    Version(i64),
    /// What it was, word for word.
    Seen(Step),
}

/// A step that two people changed at once.
#[derive(Debug)]
pub struct Both {
    pub theirs: Stored<Step>,
    /// Mine, with what only they changed.
    pub merged: Step,
    pub parts: Vec<Part>,
}

/// A unit, and the evaluation that is worked with.
#[derive(Clone, Copy)]
pub struct At<'a> {
    pub unit: &'a Unit,
    pub it: &'a Evaluation,
}

async fn begin(app: &App, me: &Me, unit: &Unit, act: Act) -> Result<Tx> {
    me.allow(act, &unit.as_place())?;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    Ok(tx)
}

/// Saves a step. `passing`: the page does so by itself, while somebody types.
pub async fn save_step(
    app: &App,
    me: &Me,
    at: At<'_>,
    n: i64,
    before: Before,
    (mine, passing): (&Step, bool),
) -> Result<Kept<Both>> {
    let mut tx = begin(app, me, at.unit, Act::WorkOnChange).await?;
    if !(1..=STEPS).contains(&n) {
        return Err(AppError::NotFound);
    }
    let now = store::step_at(&mut tx, at, n, i64::MAX).await?;
    let (standing, version) = now.as_ref().map_or((Step::default(), 0), |it| (it.what.clone(), it.version));
    let before = match before {
        Before::Seen(step) => step,
        Before::Version(base) if base > version => return Err(AppError::Invalid("error-garbled")),
        Before::Version(base) => {
            store::step_at(&mut tx, at, n, base).await?.map_or_else(Step::default, |it| it.what)
        }
    };
    let (merged, parts) = merge(&before, &standing, mine);
    let beside = merged != *mine;
    match now {
        Some(theirs) if !parts.is_empty() => {
            return Ok(Kept::Meanwhile(Box::new(Both { theirs, merged, parts })));
        }
        _ if merged == standing => return Ok(Kept::Done(Done { version, beside })),
        _ => {}
    }
    let next = (n, version + 1);
    store::insert_step(&mut tx, at, next, (&merged, passing), me.id, app.clock.now()).await?;
    tx.commit().await?;
    Ok(Kept::Done(Done { version: version + 1, beside }))
}

/// Saves an aim, or what was said and done, under an id that the page made: a new one where there is none. Nothing is public
/// by that. `base`: the version that was before whoever changed it; 0 where there was none.
pub async fn save<T: Draft>(
    app: &App,
    me: &Me,
    at: At<'_>,
    (id, base): (Uuid, i64),
    mine: &T,
) -> Result<Kept<Stored<T>>> {
    let mut tx = begin(app, me, at.unit, Act::WorkOnChange).await?;
    let now: Option<Stored<T>> = store::draft(&mut tx, at.unit.network.id, id).await?;
    let (insert, version) = (now.is_none(), now.as_ref().map_or(0, |it| it.version));
    let done = |version: i64| Ok(Kept::Done(Done { version, beside: false }));
    match now {
        None if base == 0 => {}
        None => return Err(AppError::NotFound),
        Some(now) if (now.unit_id, now.evaluation_id) != (at.unit.id, at.it.id) => {
            return Err(AppError::NotFound);
        }
        Some(now) if now.what == *mine => return done(version),
        Some(now) if now.dropped => return Err(AppError::Conflict),
        Some(now) if now.version != base => return Ok(Kept::Meanwhile(Box::new(now))),
        Some(_) => {}
    }
    store::put(&mut tx, at, (id, insert), mine, me.id, app.clock.now()).await?;
    tx.commit().await?;
    done(version + 1)
}

/// Takes one out.
pub async fn take_out<T: Draft>(app: &App, me: &Me, at: At<'_>, id: Uuid) -> Result<()> {
    let mut tx = begin(app, me, at.unit, Act::WorkOnChange).await?;
    store::take_out::<T>(&mut tx, at, id, app.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// What became of publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publishing {
    Done,
    /// There is nothing to be told yet.
    Nothing,
    /// It is not any more what was looked at.
    Changed,
}

/// Puts what was said and done on the unit's public page, in place of what stood there. `id`: made by the page; sent again,
/// nothing happens, even where it was taken back since. `seen`: the mark of what was looked at.
pub async fn publish(
    app: &App,
    me: &Me,
    unit: &Unit,
    it: &Evaluation,
    (id, seen): (Uuid, &str),
) -> Result<Publishing> {
    me.allow(Act::Publish, &unit.as_place())?;
    let at = At { unit, it };
    let areas = areas(app, it, unit.id).await?;
    let mut tx = begin(app, me, unit, Act::Publish).await?;
    if store::is_publication(&mut tx, unit.network.id, id).await? {
        return Ok(Publishing::Done);
    }
    let drafts: Vec<Stored<Said>> = store::drafts(&mut tx, at).await?;
    let entries: Vec<Said> = drafts.into_iter().map(|it| it.what).collect();
    let body = Published::of(it.year(), &entries, &areas);
    if body.entries.is_empty() {
        return Ok(Publishing::Nothing);
    }
    let mark = body.mark().map_err(|error| AppError::Internal(error.to_string()))?;
    if seen != mark {
        return Ok(Publishing::Changed);
    }
    let now = app.clock.now();
    store::take_back(&mut tx, unit, me.id, now).await?;
    store::insert_publication(&mut tx, at, id, &body, me.id, now).await?;
    put_on_record_in(app, &mut tx, me.id, "publish_said", &it.code, &unit.network.id, &unit.id).await?;
    tx.commit().await?;
    Ok(Publishing::Done)
}

/// Takes the unit's public page back.
pub async fn take_back(app: &App, me: &Me, at: At<'_>) -> Result<()> {
    let mut tx = begin(app, me, at.unit, Act::Publish).await?;
    if store::take_back(&mut tx, at.unit, me.id, app.clock.now()).await? {
        let (network_id, unit_id) = (&at.unit.network.id, &at.unit.id);
        put_on_record_in(app, &mut tx, me.id, "take_back_said", &at.it.code, network_id, unit_id).await?;
    }
    Ok(tx.commit().await?)
}

/// What stands on the unit's public page.
pub async fn public(app: &App, unit: &Unit) -> Result<Option<Public>> {
    Ok(store::public(&app.db, unit).await?)
}
