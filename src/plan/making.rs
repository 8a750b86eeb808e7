//! Writing a plan: bringing one in from a file, changing its parts and what stands before them, putting them in order, taking
//! them out and back.

use uuid::Uuid;

use super::difference::{Difference, mark};
use super::document::{Head, Part, Plan};
use super::piece::Problem;
use super::store::{self, By, Held, Stored};
use super::tree;
use crate::access::{Act, Me};
use crate::app::App;
use crate::db::{Conn, Tx};
use crate::error::{AppError, OrMissing, Result};
use crate::units::Unit;

/// One at a time.
const PLANNING: i64 = 0x706c_616e;

/// A plan as it is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    pub held: Held,
    /// In reading order, without those that were taken out.
    pub parts: Vec<Stored<Part>>,
    /// Those that were taken out.
    pub dropped: Vec<Stored<Part>>,
}

impl Kept {
    /// Whether it was begun, and nothing written yet.
    pub fn is_blank(&self) -> bool {
        self.parts.is_empty() && self.dropped.is_empty() && self.held.head.version == 1
    }

    pub fn plan(&self) -> Plan {
        let parts = self.parts.iter().map(|it| it.what.clone()).collect();
        Plan { year: self.held.year, head: self.held.head.what.clone(), parts }.without_dead_ends()
    }

    /// The parts, without what they refer to that was taken out.
    pub fn whats(&self) -> Vec<Part> {
        self.plan().parts
    }

    pub fn part(&self, code: &str) -> Option<&Stored<Part>> {
        self.parts.iter().find(|it| it.what.code == code)
    }

    pub fn taken_out(&self, code: &str) -> Option<&Stored<Part>> {
        self.dropped.iter().find(|it| it.what.code == code)
    }
}

pub(super) async fn load(mut conn: Conn<'_>, unit: &Unit, year: i32) -> Result<Option<Kept>> {
    let Some(held) = store::of_year(conn.again(), unit, year).await? else { return Ok(None) };
    let all = store::parts(conn, unit.network.id, held.id).await?;
    let (dropped, parts) = all.into_iter().partition(|it| it.dropped_at.is_some());
    Ok(Some(Kept { held, parts, dropped }))
}

/// A unit's plan of a year.
pub async fn find(app: &App, unit: &Unit, year: i32) -> Result<Option<Kept>> {
    load((&app.db).into(), unit, year).await
}

pub(super) async fn begin(app: &App) -> Result<Tx> {
    let mut tx = app.db.begin().await?;
    tx.alone(PLANNING).await?;
    Ok(tx)
}

pub(super) fn by(app: &App, person: Option<Uuid>) -> By {
    By { person, at: app.clock.now() }
}

/// Puts a plan in the place of the one that stands, if any; what is the same stays untouched, and every version is kept. `seen`: what
/// somebody was shown that it would change; where it is something else by now, nothing is written.
pub async fn bring_in(
    app: &App,
    person: Option<Uuid>,
    unit: &Unit,
    wanted: &Plan,
    seen: Option<&str>,
) -> Result<std::result::Result<Difference, Difference>> {
    let mut tx = begin(app).await?;
    let stands = load((&mut tx).into(), unit, wanted.year).await?;
    let difference = Difference::between(stands.as_ref(), wanted);
    if seen.is_some_and(|seen| seen != mark(stands.as_ref())) && !difference.is_nothing() {
        return Ok(Err(difference));
    }
    if difference.is_nothing() {
        return Ok(Ok(difference));
    }
    let (by, network_id) = (by(app, person), unit.network.id);
    let id = match &stands {
        Some(kept) => {
            if difference.head {
                store::put_head(&mut tx, network_id, &kept.held, &wanted.head, by).await?;
            }
            kept.held.id
        }
        None => {
            let id = app.ids.ordered();
            store::insert(&mut tx, unit, (id, wanted.year), &wanted.head, by).await?;
            id
        }
    };
    for part in &wanted.parts {
        if difference.added.contains(&part.code) || difference.changed.contains(&part.code) {
            let ever = stands.as_ref().and_then(|it| it.part(&part.code).or(it.taken_out(&part.code)));
            let version = ever.map_or(0, |it| it.version) + 1;
            store::put_part(&mut tx, network_id, id, (part, version), by).await?;
        }
    }
    for code in &difference.dropped {
        store::take_out(&mut tx, network_id, id, code, Some(by.at)).await?;
    }
    let codes: Vec<&str> = wanted.parts.iter().map(|it| it.code.as_str()).collect();
    store::put_order(&mut tx, network_id, id, &codes).await?;
    tx.commit().await?;
    Ok(Ok(difference))
}

/// What became of what somebody saved.
#[derive(Debug)]
pub enum Saved<T> {
    Done,
    /// A colleague changed it meanwhile, and nothing was saved: what stands now.
    Meanwhile(Box<Stored<T>>),
    /// It does not fit into the plan.
    Wrong(Vec<Problem>),
}

/// Saves a part under its code: a new one where there is none. `base`: the version that whoever changed it had before them; 0: none.
pub async fn save_part(
    app: &App,
    me: &Me,
    unit: &Unit,
    year: i32,
    (base, part): (i64, &Part),
) -> Result<Saved<Part>> {
    me.allow(Act::WritePlan, &unit.as_place())?;
    let mut tx = begin(app).await?;
    let kept = load((&mut tx).into(), unit, year).await?.or_missing()?;
    let version = match (kept.part(&part.code), kept.taken_out(&part.code)) {
        (Some(now), _) if now.what == *part => return Ok(Saved::Done),
        (Some(now), _) if now.version != base => return Ok(Saved::Meanwhile(Box::new(now.clone()))),
        (Some(now), _) => now.version,
        (None, Some(_)) => return Err(AppError::Conflict),
        (None, None) if base == 0 => 0,
        (None, None) => return Err(AppError::NotFound),
    };
    let mut parts = kept.whats();
    match parts.iter_mut().find(|it| it.code == part.code) {
        Some(it) => *it = part.clone(),
        None => parts.push(part.clone()),
    }
    // Of one part that is changed only what is wrong now counts; others have lines of their own.
    let numbered: Vec<(usize, Part)> =
        parts.iter().map(|it| (usize::from(it.code != part.code), it.clone())).collect();
    let wrong = tree::fits(&numbered);
    if !wrong.is_empty() {
        return Ok(Saved::Wrong(wrong));
    }
    let (by, network_id, id) = (by(app, Some(me.id)), unit.network.id, kept.held.id);
    store::put_part(&mut tx, network_id, id, (part, version + 1), by).await?;
    order(&mut tx, network_id, id, tree::in_order(parts)).await?;
    tx.commit().await?;
    Ok(Saved::Done)
}

async fn order(tx: &mut Tx, network_id: Uuid, id: Uuid, parts: Vec<Part>) -> Result<()> {
    let codes: Vec<&str> = parts.iter().map(|it| it.code.as_str()).collect();
    Ok(store::put_order(tx, network_id, id, &codes).await?)
}

/// Saves what stands before the parts.
pub async fn save_head(
    app: &App,
    me: &Me,
    unit: &Unit,
    year: i32,
    (base, head): (i64, &Head),
) -> Result<Saved<Head>> {
    me.allow(Act::WritePlan, &unit.as_place())?;
    let mut tx = begin(app).await?;
    let held = store::of_year(&mut tx, unit, year).await?.or_missing()?;
    if held.head.what == *head {
        return Ok(Saved::Done);
    }
    if held.head.version != base {
        return Ok(Saved::Meanwhile(Box::new(held.head)));
    }
    store::put_head(&mut tx, unit.network.id, &held, head, by(app, Some(me.id))).await?;
    tx.commit().await?;
    Ok(Saved::Done)
}

/// Begins a plan; where there is one of that year, nothing happens.
pub async fn begin_plan(app: &App, me: &Me, unit: &Unit, plan: &Plan) -> Result<()> {
    me.allow(Act::WritePlan, &unit.as_place())?;
    let stands = find(app, unit, plan.year).await?;
    if stands.as_ref().is_none_or(Kept::is_blank) {
        // Of two who begin at once, the second finds it begun.
        let _ = bring_in(app, Some(me.id), unit, plan, Some(&mark(stands.as_ref()))).await?;
    }
    Ok(())
}

/// Puts a part into another place among those beside it, counted from 0.
pub async fn place(app: &App, me: &Me, unit: &Unit, year: i32, (code, to): (&str, usize)) -> Result<()> {
    me.allow(Act::WritePlan, &unit.as_place())?;
    let mut tx = begin(app).await?;
    let kept = load((&mut tx).into(), unit, year).await?.or_missing()?;
    kept.part(code).or_missing()?;
    order(&mut tx, unit.network.id, kept.held.id, tree::placed(kept.whats(), code, to)).await?;
    Ok(tx.commit().await?)
}

/// Takes a part out, with everything in it.
pub async fn remove(app: &App, me: &Me, unit: &Unit, year: i32, code: &str) -> Result<()> {
    me.allow(Act::WritePlan, &unit.as_place())?;
    let mut tx = begin(app).await?;
    let kept = load((&mut tx).into(), unit, year).await?.or_missing()?;
    if kept.taken_out(code).is_some() {
        return Ok(());
    }
    kept.part(code).or_missing()?;
    let now = app.clock.now();
    for code in tree::branch(&kept.whats(), code) {
        store::take_out(&mut tx, unit.network.id, kept.held.id, &code, Some(now)).await?;
    }
    Ok(tx.commit().await?)
}

/// Brings back a part that was taken out, with what was taken out with it. False: what it stood in is out as well.
pub async fn bring_back(app: &App, me: &Me, unit: &Unit, year: i32, code: &str) -> Result<bool> {
    me.allow(Act::WritePlan, &unit.as_place())?;
    let mut tx = begin(app).await?;
    let kept = load((&mut tx).into(), unit, year).await?.or_missing()?;
    if kept.part(code).is_some() {
        return Ok(true);
    }
    let it = kept.taken_out(code).or_missing()?;
    let (within, at) = (it.what.within.as_str(), it.dropped_at);
    if !within.is_empty() && kept.part(within).is_none() {
        return Ok(false);
    }
    let together: Vec<Part> =
        kept.dropped.iter().filter(|it| it.dropped_at == at).map(|it| it.what.clone()).collect();
    for code in tree::branch(&together, code) {
        store::take_out(&mut tx, unit.network.id, kept.held.id, &code, None).await?;
    }
    let mut parts = kept.whats();
    let back = tree::branch(&together, code);
    parts.extend(together.into_iter().filter(|it| back.contains(&it.code)));
    order(&mut tx, unit.network.id, kept.held.id, tree::in_order(parts)).await?;
    tx.commit().await?;
    Ok(true)
}
