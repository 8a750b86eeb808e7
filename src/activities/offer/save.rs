//! Writing what is offered.

use chrono::NaiveDate;
use uuid::Uuid;

use super::typed::{Ground, Typed, ends_wrongly};
use crate::activities::activity::Activity;
use crate::activities::store::activities as store;
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::units::Unit;
use crate::vocabulary;

/// Held by whoever changes what is offered, so that what was looked at is still so when it is written.
const CHANGING_ACTIVITIES: i64 = 0x6163_7469;

/// What came of a form.
#[derive(Debug)]
pub enum Saved {
    /// Written, now or when the form was first sent.
    Done(Uuid),
    /// Nothing was written, for these reasons.
    Problems(Vec<Wrong>),
    /// Somebody changed it meanwhile: what stands, and what was wanted instead.
    Meanwhile(Box<Activity>, Box<Activity>),
}

async fn begin(app: &App) -> Result<Tx> {
    let mut tx = app.db.begin().await?;
    alone(&mut tx).await?;
    Ok(tx)
}

/// Waits until nobody else changes what is offered.
pub async fn alone(tx: &mut Tx) -> Result<()> {
    Ok(tx.alone(CHANGING_ACTIVITIES).await?)
}

/// Activities that records from before need: new ones, and those that begin earlier than was said. The caller is alone.
pub async fn bring_in(tx: &mut Tx, network_id: Uuid, made: &[Activity], earlier: &[Activity]) -> Result<()> {
    for activity in made {
        store::insert(tx, network_id, activity).await?;
    }
    for activity in earlier {
        if !store::update(tx, network_id, activity).await? {
            return Err(AppError::Conflict);
        }
    }
    Ok(())
}

/// A new activity of a unit. Its id is made by the page: sent twice, the form makes one.
pub async fn create(app: &App, unit: &Unit, id: Uuid, typed: &Typed) -> Result<Saved> {
    if !unit.may_record {
        return Err(AppError::Invalid("offer-unit-kind"));
    }
    let network_id = unit.network.id;
    let mut tx = begin(app).await?;
    if let Some(there) = store::find(&mut tx, network_id, id).await? {
        return if there.unit_id == unit.id { Ok(Saved::Done(id)) } else { Err(AppError::Conflict) };
    }
    let taken = store::of_unit(&mut tx, network_id, unit.id).await?;
    let taken: Vec<String> = taken.into_iter().map(|activity| activity.code).collect();
    let blank = Activity { code: typed.code(&taken), ..Activity::blank(id, unit.id, unit.opened_on) };
    let (terms, projects) = words(&mut tx, unit).await?;
    let ground = Ground { unit, terms: &terms, projects: &projects, recorded: None, today: None };
    match typed.offer(&ground, &blank) {
        Err(problems) => Ok(Saved::Problems(problems)),
        Ok(offer) => {
            store::insert(&mut tx, network_id, &offer).await?;
            tx.commit().await?;
            Ok(Saved::Done(id))
        }
    }
}

async fn words(tx: &mut Tx, unit: &Unit) -> Result<(Vec<vocabulary::Term>, Vec<vocabulary::Project>)> {
    let terms = vocabulary::terms(&mut *tx, unit.network.id).await?;
    Ok((terms, vocabulary::projects(tx, unit.network.id).await?))
}

/// Changes an activity that stood at version `base` when the form was opened. What was recorded of it stays as it was.
pub async fn change(app: &App, unit: &Unit, id: Uuid, base: i64, typed: &Typed) -> Result<Saved> {
    let network_id = unit.network.id;
    let mut tx = begin(app).await?;
    let current = of_unit(&mut tx, unit, id).await?;
    let (terms, projects) = words(&mut tx, unit).await?;
    let recorded = store::recorded(&mut tx, network_id, id).await?;
    let ground = Ground {
        unit,
        terms: &terms,
        projects: &projects,
        recorded,
        today: Some(app.clock.today(unit.zone)),
    };
    let offer = match typed.offer(&ground, &current) {
        Ok(offer) => offer,
        Err(problems) => return Ok(Saved::Problems(problems)),
    };
    // A form that was sent twice finds what it wrote.
    if offer == current {
        return Ok(Saved::Done(id));
    }
    if current.version != base || !store::update(&mut tx, network_id, &offer).await? {
        return Ok(Saved::Meanwhile(Box::new(current), Box::new(offer)));
    }
    tx.commit().await?;
    Ok(Saved::Done(id))
}

/// Ends an activity with its last day; what was recorded of it stays.
pub async fn end(app: &App, unit: &Unit, id: Uuid, last: NaiveDate) -> Result<Saved> {
    let network_id = unit.network.id;
    let mut tx = begin(app).await?;
    let current = of_unit(&mut tx, unit, id).await?;
    let recorded = store::recorded(&mut tx, network_id, id).await?;
    if let Some((key, day)) = ends_wrongly(current.from_on, last, recorded) {
        let problem = Wrong::new("until", key).arg("day", day);
        return Ok(Saved::Problems(vec![problem]));
    }
    let ended = Activity { until_on: last.succ_opt(), ..current.clone() };
    if ended != current {
        store::update(&mut tx, network_id, &ended).await?;
        tx.commit().await?;
    }
    Ok(Saved::Done(id))
}

/// The activity, if it is one of this unit.
async fn of_unit(tx: &mut Tx, unit: &Unit, id: Uuid) -> Result<Activity> {
    let found = store::find(tx, unit.network.id, id).await?;
    found.filter(|activity| activity.unit_id == unit.id).or_missing()
}
