//! Taking the steps in which a plan is adopted, amending it after that, and taking the last of that back.

use chrono::NaiveDate;
use uuid::Uuid;

use super::edition::{Edition, Standing};
use super::steps::{self, Refused};
use super::store::{self, New};
use crate::access::{Act, Me};
use crate::app::App;
use crate::bodies::{self, Sitting};
use crate::db::{Conn, Tx};
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::plan::difference::mark;
use crate::plan::document::Adoption;
use crate::plan::making::{Kept, begin, by, load};
use crate::units::Unit;

/// How far a plan's adoption has come.
pub async fn standing<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, kept: &Kept) -> Result<Standing> {
    let (mut conn, of) = (conn.into(), (network_id, kept.held.id));
    let editions = store::editions(conn.again(), of).await?;
    let publications = store::publications(conn, of).await?;
    let mut standing = Standing { way: Vec::new(), editions, publications };
    standing.way = steps::way(&kept.held.head.what.adoption, &standing.taken());
    Ok(standing)
}

/// Who records a step or an amendment, and whether whoever asks does.
#[derive(Clone, Debug)]
pub struct Deciding {
    pub kind: Option<bodies::Kind>,
    /// Bodies of that kind with members; where there is none, whoever writes the plan records it.
    pub bodies: Vec<Sitting>,
    pub may: bool,
}

pub async fn deciding<'c>(
    app: &App,
    conn: impl Into<Conn<'c>>,
    me: &Me,
    unit: &Unit,
    step: Option<Adoption>,
) -> Result<Deciding> {
    let kind = step.and_then(Adoption::decided_by);
    let today = app.clock.today(unit.network.zone);
    let bodies = match kind {
        Some(kind) => bodies::sitting(conn, unit, kind, (me.id, today)).await?,
        None => Vec::new(),
    };
    let may = match bodies.is_empty() {
        true => me.may(Act::WritePlan, &unit.as_place()),
        false => bodies.iter().any(|it| it.mine),
    };
    Ok(Deciding { kind, bodies, may })
}

/// What somebody wants to record.
#[derive(Clone, Debug)]
pub struct Taking {
    /// Made by the page.
    pub id: Uuid,
    pub held_on: NaiveDate,
    pub words: String,
    pub body: Option<Uuid>,
    pub meeting: Option<Uuid>,
    /// The mark of the plan that was looked at.
    pub seen: String,
}

/// What became of it.
#[derive(Debug)]
pub enum Took {
    Done,
    /// The plan is not any more what was looked at.
    Changed,
    Wrong(Wrong),
    /// Others record it.
    NotYours,
}

fn wrong(refused: Refused) -> Wrong {
    match refused {
        Refused::NotForeseen => Wrong::new("step", "adoption-not-foreseen"),
        Refused::Taken => Wrong::new("step", "adoption-taken"),
        Refused::Passed => Wrong::new("step", "adoption-passed"),
        Refused::NotYet(first) => Wrong::new("step", not_yet(first)),
        Refused::Day(off) => off.wrong(),
    }
}

fn not_yet(first: Adoption) -> &'static str {
    match first {
        Adoption::DraftToCouncil => "adoption-first-draft_to_council",
        Adoption::ExpertCouncil => "adoption-first-expert_council",
        Adoption::Presented => "adoption-first-presented_to_members",
        Adoption::ByCouncil => "adoption-first-adopted_by_council",
        Adoption::ByAssembly => "adoption-first-adopted_by_assembly",
        Adoption::Published => "adoption-first-published",
    }
}

/// Takes a step, and keeps the plan as it stands as an edition. Publishing is another act. Sent again, nothing happens.
pub async fn take(
    app: &App,
    me: &Me,
    unit: &Unit,
    year: i32,
    (step, taking): (Adoption, &Taking),
) -> Result<Took> {
    if step == Adoption::Published {
        return Err(AppError::Invalid("error-garbled"));
    }
    let mut tx = begin(app).await?;
    let kept = load((&mut tx).into(), unit, year).await?.or_missing()?;
    let standing = standing(&mut tx, unit.network.id, &kept).await?;
    if standing.editions.iter().any(|it| it.id == taking.id) {
        return Ok(Took::Done);
    }
    let deciding = deciding(app, &mut tx, me, unit, Some(step)).await?;
    if !deciding.may {
        return Ok(Took::NotYours);
    }
    let (taken, last) = (standing.taken(), standing.last().map(|it| it.held_on));
    let days = (taking.held_on, app.clock.today(unit.network.zone));
    if let Err(refused) = steps::may_take(&standing.way, (&taken, last), step, days) {
        return Ok(Took::Wrong(wrong(refused)));
    }
    if taking.seen != mark(Some(&kept)) {
        return Ok(Took::Changed);
    }
    // One's own body, where only members record it.
    let mine: Vec<Uuid> = deciding.bodies.iter().filter(|it| it.mine).map(|it| it.id).collect();
    let (body, meeting) = match decided(&mut tx, unit.network.id, &mine, taking).await? {
        Ok((body, meeting)) => (body.or(mine.first().copied()), meeting),
        Err(wrong) => return Ok(Took::Wrong(wrong)),
    };
    let new = New {
        id: taking.id,
        number: next_number(&standing),
        step: Some(step),
        held_on: taking.held_on,
        words: &taking.words,
        body,
        meeting,
    };
    store::insert(&mut tx, unit.network.id, &kept, &new, by(app, Some(me.id))).await?;
    tx.commit().await?;
    Ok(Took::Done)
}

fn next_number(standing: &Standing) -> i64 {
    standing.editions.last().map_or(0, |it| it.number) + 1
}

/// Makes the plan as it stands the next edition of one that is adopted, for a reason.
pub async fn amend(app: &App, me: &Me, unit: &Unit, year: i32, taking: &Taking) -> Result<Took> {
    me.allow(Act::WritePlan, &unit.as_place())?;
    let (network_id, mut tx) = (unit.network.id, begin(app).await?);
    let kept = load((&mut tx).into(), unit, year).await?.or_missing()?;
    let standing = standing(&mut tx, network_id, &kept).await?;
    if standing.editions.iter().any(|it| it.id == taking.id) {
        return Ok(Took::Done);
    }
    let Some(adopted) = standing.adopted() else {
        return Ok(Took::Wrong(Wrong::new("words", "amend-not-adopted")));
    };
    let today = app.clock.today(unit.network.zone);
    if taking.words.is_empty() {
        return Ok(Took::Wrong(Wrong::new("words", "amend-why-missing")));
    }
    if let Err(off) = steps::day(Some(adopted.held_on), taking.held_on, today) {
        return Ok(Took::Wrong(off.wrong()));
    }
    if taking.seen != mark(Some(&kept)) {
        return Ok(Took::Changed);
    }
    let before = store::plan(&mut tx, (network_id, kept.held.id, adopted.number), year).await?;
    if before.as_ref() == Some(&kept.plan()) {
        return Ok(Took::Wrong(Wrong::new("words", "amend-nothing")));
    }
    let named = bodies::named_by(&mut tx, unit, (me.id, today)).await?;
    let named: Vec<Uuid> = named.iter().map(|it| it.id).collect();
    let (body, meeting) = match decided(&mut tx, network_id, &named, taking).await? {
        Ok(decided) => decided,
        Err(wrong) => return Ok(Took::Wrong(wrong)),
    };
    let new = New {
        id: taking.id,
        number: next_number(&standing),
        step: None,
        held_on: taking.held_on,
        words: &taking.words,
        body,
        meeting,
    };
    store::insert(&mut tx, network_id, &kept, &new, by(app, Some(me.id))).await?;
    tx.commit().await?;
    Ok(Took::Done)
}

type Decided = (Option<Uuid>, Option<Uuid>);

/// The body that is said to have decided, of those that whoever records it may name, and the meeting of it.
async fn decided(
    tx: &mut Tx,
    network_id: Uuid,
    named: &[Uuid],
    taking: &Taking,
) -> Result<std::result::Result<Decided, Wrong>> {
    if taking.body.is_some_and(|body| !named.contains(&body)) {
        return Ok(Err(Wrong::new("body", "amend-not-yours")));
    }
    let Some(meeting) = taking.meeting else { return Ok(Ok((taking.body, None))) };
    let held = bodies::held(&mut *tx, network_id, named).await?;
    Ok(match held.iter().find(|it| it.id == meeting) {
        // It was decided on the day of the meeting.
        Some(it) if it.held_on != taking.held_on => Err(Wrong::new("meeting", "adoption-meeting-day")),
        // The meeting says whose it was.
        Some(it) if taking.body.is_none_or(|body| body == it.body_id) => {
            Ok((Some(it.body_id), Some(meeting)))
        }
        _ => Err(Wrong::new("meeting", "amend-meeting-other")),
    })
}

/// Takes the last step or amendment back, for a reason. `number`: the edition that was looked at; taken back already, nothing happens.
pub async fn undo(app: &App, me: &Me, unit: &Unit, year: i32, (number, why): (i64, &str)) -> Result<Took> {
    let mut tx = begin(app).await?;
    let kept = load((&mut tx).into(), unit, year).await?.or_missing()?;
    let standing = standing(&mut tx, unit.network.id, &kept).await?;
    let it: &Edition = standing.edition(number).or_missing()?;
    if !deciding(app, &mut tx, me, unit, it.step).await?.may {
        return Ok(Took::NotYours);
    }
    if it.undone.is_some() {
        return Ok(Took::Done);
    }
    if standing.last().is_some_and(|last| last.number != number) {
        return Ok(Took::Wrong(Wrong::new("why", "adoption-not-last")));
    }
    if standing.may_undo().is_none() {
        return Ok(Took::Wrong(Wrong::new("why", "adoption-public")));
    }
    if why.is_empty() {
        return Ok(Took::Wrong(Wrong::new("why", "adoption-why-missing")));
    }
    store::undo(&mut tx, (unit.network.id, kept.held.id, number), why, by(app, Some(me.id))).await?;
    tx.commit().await?;
    Ok(Took::Done)
}
