//! Working out what an evaluation came to, once it is closed; giving it to a unit early, and to everybody.

use std::collections::{BTreeMap, BTreeSet};

use disclosure::Key;
use uuid::Uuid;

use super::frozen::{self, Answer, Gathered, Results, Standing};
use super::store::{self, Edition, Frozen, Of};
use super::telling;
use crate::access::{Act, Me, put_on_record_in};
use crate::answers::{self, Asked};
use crate::app::App;
use crate::clock::Day;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::evaluation::{self, Evaluation, State};
use crate::jobs::{self, Job};
use crate::questionnaires::{self, Content};
use crate::units::{self, Unit};
use crate::vocabulary::Gender;

/// One at a time.
const SETTLING: i64 = 0x7265_7375;

/// Works out what came of each evaluation that has closed, within a minute, before anybody looks.
pub const JOB: jobs::Kind = jobs::Kind {
    code: "results",
    plan: |app| Box::pin(async { plan(app).await }),
    run: |app, job| Box::pin(async { settle(app, job).await }),
};

async fn plan(app: &App) -> Result<()> {
    for it in evaluation::over(&app.db).await? {
        let key = it.id.to_string();
        if !jobs::known(app, it.network_id, JOB.code, &key).await? {
            let mut tx = app.db.begin().await?;
            jobs::put(app, &mut tx, it.network_id, JOB.code, &key, app.clock.now()).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

async fn settle(app: &App, job: &Job) -> Result<()> {
    let id = job.key.parse::<Uuid>().ok();
    let all = evaluation::of_network(&app.db, job.network_id).await?;
    if let Some(it) = all.iter().find(|it| Some(it.id) == id) {
        settled(app, it).await?;
    }
    Ok(())
}

/// The last edition of the results of an evaluation that is over; worked out now where that was not done yet. None while
/// it is not over.
pub async fn settled(app: &App, it: &Evaluation) -> Result<Option<i64>> {
    if !it.is_over() {
        return Ok(None);
    }
    if let Some(edition) = store::edition(&app.db, it.network_id, it.id).await? {
        return Ok(Some(edition));
    }
    // What still waits, because a process ended in the middle, belongs to the results as well.
    evaluation::mix(app, it.network_id, it.id).await?;
    let mut tx = app.db.begin().await?;
    tx.alone(SETTLING).await?;
    if let Some(edition) = store::edition(&mut tx, it.network_id, it.id).await? {
        return Ok(Some(edition));
    }
    let zone = units::root(&app.db, it.network_id, app.clock.day()).await?.or_missing()?.network.zone;
    // Not of the day on which somebody looks.
    let day = it.closed_at.map_or(it.closes_on, |at| it.closes_on.min(Day::Now(at).in_zone(zone)));
    let frozen = Frozen { standing: standing(&mut tx, it, day).await?, secret: app.ids.apart().fill() };
    store::insert_frozen(&mut tx, it.network_id, it.id, app.clock.now(), &frozen).await?;
    let first = Edition { number: 1, made_at: app.clock.now(), made_by: None, reason: String::new() };
    write(&mut tx, it, &frozen, &first).await?;
    tx.commit().await?;
    Ok(Some(1))
}

/// Leaves whole batches out of everything from now on: a new edition, as long as nobody was told the results yet. What a unit
/// loses must be enough, and so must what is left, or the unit is in no figure any more: then nothing is done and those units
/// are named, unless that is wanted.
pub async fn set_aside(
    app: &App,
    me: &Me,
    unit: &Unit,
    code: &str,
    (batches, reason, even_so): (&[Uuid], &str, bool),
) -> Result<BTreeSet<Uuid>> {
    let it = over(app, me, unit, code).await?;
    let mut tx = app.db.begin().await?;
    tx.alone(SETTLING).await?;
    let now = evaluation::by_code(&mut tx, it.network_id, code).await?.or_missing()?;
    if now.state() != State::Closed {
        return Err(AppError::Conflict);
    }
    let last = store::edition(&mut tx, it.network_id, it.id).await?.or_missing()?;
    let frozen = store::frozen(&mut tx, it.network_id, it.id).await?.or_missing()?;
    let next = Edition {
        number: last + 1,
        made_at: app.clock.now(),
        made_by: Some(me.id),
        reason: reason.to_owned(),
    };
    let mut left_out = 0;
    for batch in batches {
        let done = answers::set_aside(&mut tx, (it.network_id, it.id), *batch, next.number).await?;
        left_out += usize::from(done);
    }
    if left_out == 0 {
        // Sent twice.
        return Ok(BTreeSet::new());
    }
    let withdrawn = write(&mut tx, &it, &frozen, &next).await?;
    let known = store::withdrawn(&mut tx, it.network_id, it.id, last).await?;
    let new: BTreeSet<Uuid> = withdrawn.difference(&known).copied().collect();
    if !new.is_empty() && !even_so {
        return Ok(new);
    }
    let what = format!("set_aside {code} {left_out}");
    put_on_record_in(app, &mut tx, me.id, "evaluate", &what, &it.network_id, &unit.id).await?;
    tx.commit().await?;
    Ok(BTreeSet::new())
}

/// Units as they stood on a day, with those that were asked and have closed since where they stood last.
async fn standing(tx: &mut Tx, it: &Evaluation, day: chrono::NaiveDate) -> Result<Vec<Standing>> {
    let ever = units::ever_in(&mut *tx, it.network_id).await?;
    let root = ever.iter().find(|unit| unit.parent_id.is_none()).or_missing()?.clone();
    let mut all = units::branch(&mut *tx, &root, day).await?;
    let there: BTreeSet<Uuid> = all.iter().map(|unit| unit.id).collect();
    let mut needed: BTreeSet<Uuid> =
        evaluation::places(&mut *tx, it.network_id, it.id).await?.into_iter().map(|it| it.unit_id).collect();
    needed.extend(answers::units_with_answers(&mut *tx, it.network_id, it.id).await?);
    all.extend(ever.into_iter().filter(|unit| needed.contains(&unit.id) && !there.contains(&unit.id)));
    Ok(stand(&all, root.id))
}

/// The tree of these units. One whose parent is not among them stands below the root.
pub fn stand(units: &[Unit], root: Uuid) -> Vec<Standing> {
    let by_id: BTreeMap<Uuid, &Unit> = units.iter().map(|unit| (unit.id, unit)).collect();
    let parent = |unit: &Unit| {
        let known = unit.parent_id.filter(|id| by_id.contains_key(id));
        known.or_else(|| (unit.id != root).then_some(root))
    };
    // Sensitive items are shown where nobody works with young people themselves: municipalities, and all above them.
    let wide = |unit: &Unit| {
        let up =
            std::iter::successors(Some(unit), |unit| parent(unit).and_then(|id| by_id.get(&id).copied()));
        up.take(by_id.len()).all(|unit| !unit.may_record)
    };
    units.iter().map(|unit| Standing { id: unit.id, parent: parent(unit), wide: wide(unit) }).collect()
}

/// Works an edition out of all answers and writes it.
async fn write(tx: &mut Tx, it: &Evaluation, frozen: &Frozen, edition: &Edition) -> Result<BTreeSet<Uuid>> {
    let of = Of { network_id: it.network_id, evaluation_id: it.id, edition: edition.number };
    store::insert_edition(tx, of, edition).await?;
    let mut withdrawn = BTreeSet::new();
    for results in work_out(tx, it, frozen, edition.number).await? {
        store::insert_tables(tx, of, &results.tables).await?;
        store::insert_withheld(tx, of, &results.withheld).await?;
        withdrawn.extend(results.withdrawn);
    }
    Ok(withdrawn)
}

async fn work_out(tx: &mut Tx, it: &Evaluation, frozen: &Frozen, edition: i64) -> Result<Vec<Results>> {
    let fault = |it: disclosure::Fault<Uuid>| AppError::Internal(it.to_string());
    let rules = frozen::rules(it.least, it.split_least).map_err(fault)?;
    let key = Key::new(frozen.secret, &rules);
    let places = evaluation::places(&mut *tx, it.network_id, it.id).await?;
    let versions: BTreeSet<Uuid> = places.iter().map(|place| place.version_id).collect();
    let mut contents: BTreeMap<Uuid, Content> = BTreeMap::new();
    for id in versions {
        let version = questionnaires::version(&mut *tx, it.network_id, id).await?.or_missing()?;
        contents.insert(id, version.content);
    }
    let edition = u32::try_from(edition).unwrap_or(1);
    let mut gathered: BTreeMap<Uuid, Gathered> = BTreeMap::new();
    for (id, content) in &contents {
        gathered.insert(*id, Gathered::new(*id, content, &key, edition));
    }
    // Unit by unit: what all of them said is more than has to be in memory at once.
    for unit_id in answers::units_with_answers(&mut *tx, it.network_id, it.id).await? {
        let asked = Asked { network_id: it.network_id, evaluation_id: it.id, unit_id };
        for row in answers::counted(&mut *tx, &asked).await? {
            let content = contents.get(&row.version_id).or_missing()?;
            let garbled = || AppError::Internal("an answer that cannot be read".into());
            let answer = Answer {
                unit_id,
                id: row.id,
                gender: row.gender.as_deref().and_then(Gender::from_code),
                age: row.age_class.as_deref().and_then(answers::Age::from_code),
                aside_in: row.aside_in.and_then(|n| u32::try_from(n).ok()),
                values: answers::read_body(content, &row.body).ok_or_else(garbled)?,
            };
            if let Some(gathered) = gathered.get_mut(&row.version_id) {
                gathered.add(&answer);
            }
        }
    }
    let mut all = Vec::new();
    for (id, gathered) in gathered {
        let asked = places.iter().filter(|place| place.version_id == id).map(|place| place.unit_id).collect();
        all.push(gathered.results(rules, &frozen.standing, &asked).map_err(fault)?);
    }
    Ok(all)
}

/// An evaluation that is over, for whoever runs it.
async fn over(app: &App, me: &Me, unit: &Unit, code: &str) -> Result<Evaluation> {
    me.allow(Act::Evaluate, &unit.as_place())?;
    let it = evaluation::by_code(&app.db, unit.network.id, code).await?.or_missing()?;
    match settled(app, &it).await? {
        Some(_) => Ok(it),
        None => Err(AppError::Conflict),
    }
}

/// Opens the results to everybody in the network, and writes to them. Once; asked for again, nothing happens.
pub async fn release(app: &App, me: &Me, unit: &Unit, code: &str) -> Result<()> {
    let it = over(app, me, unit, code).await?;
    let mut tx = app.db.begin().await?;
    tx.alone(SETTLING).await?;
    if evaluation::release(app, &mut tx, &it, me.id).await? {
        let what = format!("release {code}");
        put_on_record_in(app, &mut tx, me.id, "evaluate", &what, &it.network_id, &unit.id).await?;
        let edition = store::edition(&mut tx, it.network_id, it.id).await?.or_missing()?;
        let of = Of { network_id: it.network_id, evaluation_id: it.id, edition };
        let about = store::units_of(&mut tx, of).await?;
        telling::release(app, &mut tx, unit, &it, &about).await?;
    }
    Ok(tx.commit().await?)
}

/// Opens a unit's own results to those who work there, before everybody's.
pub async fn give(app: &App, me: &Me, unit: &Unit, code: &str, to: &str) -> Result<()> {
    let it = over(app, me, unit, code).await?;
    let to = units::find(app, &unit.network.code, to).await?;
    let mut tx = app.db.begin().await?;
    if store::give(&mut tx, it.network_id, it.id, to.id, (me.id, app.clock.now())).await? {
        evaluation::acted(app, &mut tx, &it, evaluation::Deed::Given, Some(me.id)).await?;
        let what = format!("give {code}");
        put_on_record_in(app, &mut tx, me.id, "evaluate", &what, &it.network_id, &to.id).await?;
    }
    Ok(tx.commit().await?)
}

/// Whether somebody may see a unit's results of an evaluation now: everybody in the network once they are released; before,
/// who runs the evaluation, and who works at a unit that was given its own. `given`: that this unit was.
pub fn may_see(me: &Me, unit: &Unit, it: &Evaluation, given: bool) -> bool {
    let here = unit.as_place();
    let all = me.may(Act::Evaluate, &here) || (it.state() == State::Released && me.is_in(it.network_id));
    it.is_over() && (all || (given && me.may(Act::SeeResults, &here)))
}
