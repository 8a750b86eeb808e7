//! Putting dates into the calendar, changing them, setting one year's apart, taking them out; saying that a form was handed in.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::rule::{Due, Exception, Kind, Rule};
use super::store;
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::measures::Period;
use crate::people;
use crate::units::Unit;

/// One at a time.
const CHANGING: i64 = 0x6361_6c65;
/// How far from its date one may be moved, in days.
pub const FAR: i64 = 200;

/// What became of what somebody saved.
#[derive(Debug)]
pub enum Kept {
    Done(Box<Rule>),
    /// A colleague changed it meanwhile, and nothing was saved.
    Meanwhile,
}

async fn begin(app: &App, me: &Me, root: &Unit) -> Result<Tx> {
    me.allow(Act::ManageCalendar, &root.as_place())?;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    Ok(tx)
}

async fn end(app: &App, mut tx: Tx, me: &Me, root: &Unit, object: &str) -> Result<()> {
    put_on_record_in(app, &mut tx, me.id, "change_calendar", object, &root.network.id, &root.id).await?;
    Ok(tx.commit().await?)
}

/// A date that somebody may still change.
async fn standing(tx: &mut Tx, root: &Unit, id: Uuid) -> Result<Rule> {
    store::rule(tx, root.network.id, id).await?.filter(|it| it.until_on.is_none()).or_missing()
}

/// Saves a date under an id that the page made: a new one where there is none. `base`: the version that was before whoever
/// changed it; 0 where there was none. Sent again, nothing happens.
pub async fn save(app: &App, me: &Me, root: &Unit, (id, base): (Uuid, i64), due: &Due) -> Result<Kept> {
    let mut tx = begin(app, me, root).await?;
    let today = app.clock.today(root.network.zone);
    let now = store::rule(&mut tx, root.network.id, id).await?;
    let (version, since_on, dated_on) = match &now {
        None if base == 0 => (1, today, today),
        None => return Err(AppError::NotFound),
        Some(now) if now.until_on.is_some() => return Err(AppError::NotFound),
        Some(now) if now.due == *due => return Ok(Kept::Done(Box::new(now.clone()))),
        Some(now) if now.version != base => return Ok(Kept::Meanwhile),
        Some(now) => {
            let dated_on = if now.due.when == due.when { now.dated_on } else { today };
            (now.version + 1, now.since_on, dated_on)
        }
    };
    let rule = Rule {
        id,
        due: due.clone(),
        version,
        since_on,
        dated_on,
        until_on: None,
        by: me.name.clone(),
        at: app.clock.now(),
    };
    store::put(&mut tx, root.network.id, &rule, Some(me.id)).await?;
    end(app, tx, me, root, &format!("date {id}")).await?;
    Ok(Kept::Done(Box::new(rule)))
}

/// Takes a date out from today on; those before stay. Sent again, nothing happens.
pub async fn remove(app: &App, me: &Me, root: &Unit, id: Uuid) -> Result<()> {
    let mut tx = begin(app, me, root).await?;
    let rule = store::rule(&mut tx, root.network.id, id).await?.or_missing()?;
    if rule.until_on.is_some() {
        return Ok(());
    }
    let until_on = Some(app.clock.today(root.network.zone).max(rule.since_on));
    let rule = Rule { until_on, version: rule.version + 1, at: app.clock.now(), ..rule };
    store::put(&mut tx, root.network.id, &rule, Some(me.id)).await?;
    end(app, tx, me, root, &format!("date {id} removed")).await
}

/// What is set apart of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    Moved(NaiveDate),
    LeftOut,
    /// The rule holds again.
    Back,
}

/// Sets one year's date apart, or lets the rule hold again. False where it cannot be moved so far.
pub async fn set_apart(
    app: &App,
    me: &Me,
    root: &Unit,
    (id, rule_on): (Uuid, NaiveDate),
    apart: Apart,
) -> Result<bool> {
    let mut tx = begin(app, me, root).await?;
    let rule = standing(&mut tx, root, id).await?;
    if rule.due.when.in_year(rule_on.year()).iter().all(|(on, _)| *on != rule_on) {
        return Err(AppError::Invalid("error-garbled"));
    }
    let moved_to = match apart {
        Apart::Moved(to) if (to - rule_on).num_days().abs() > FAR => return Ok(false),
        // Back to where the rule has it.
        Apart::Moved(to) if to == rule_on => None,
        Apart::Moved(to) => Some(Some(to)),
        Apart::LeftOut => Some(None),
        Apart::Back => None,
    };
    match moved_to {
        Some(moved_to) => {
            let it = Exception { due_id: id, rule_on, moved_to };
            store::put_exception(&mut tx, root.network.id, &it, me.id, app.clock.now()).await?;
        }
        None => store::drop_exception(&mut tx, root.network.id, id, rule_on).await?,
    }
    end(app, tx, me, root, &format!("date {id} {rule_on}")).await?;
    Ok(true)
}

/// Says that a unit handed a form in, or that it did not.
pub async fn hand_in(app: &App, me: &Me, unit: &Unit, id: Uuid, period: &Period, done: bool) -> Result<()> {
    me.allow(Act::WriteReports, &unit.as_place())?;
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    let rule = store::rule(&mut tx, network_id, id).await?.or_missing()?;
    if rule.due.kind != Kind::Pack {
        return Err(AppError::Invalid("error-garbled"));
    }
    let (period, now) = (period.code(), app.clock.now());
    let of = (id, unit.id, period.as_str());
    if done {
        store::hand_in(&mut tx, network_id, of, Some(me.id), now).await?;
    } else {
        store::take_back(&mut tx, network_id, of).await?;
    }
    Ok(tx.commit().await?)
}

/// Sends a letter that was refused once more, to the address that the person has by now. Sent again, nothing happens.
pub async fn send_again(app: &App, me: &Me, root: &Unit, mail_id: Uuid) -> Result<()> {
    let mut tx = begin(app, me, root).await?;
    let letter = store::letter(&mut tx, root.network.id, mail_id).await?.or_missing()?;
    if people::mail_again(app, &mut tx, mail_id, &letter.mail).await? {
        tx.commit().await?;
    }
    Ok(())
}

/// Brings dates in as they stand: of networks that are made, not lived in.
pub async fn bring(
    app: &App,
    tx: &mut Tx,
    network_id: Uuid,
    all: &[(Due, NaiveDate)],
    by: Option<Uuid>,
) -> Result<()> {
    for (due, since_on) in all {
        let rule = Rule {
            id: app.ids.ordered(),
            due: due.clone(),
            version: 1,
            since_on: *since_on,
            dated_on: *since_on,
            until_on: None,
            by: String::new(),
            at: app.clock.now(),
        };
        store::put(tx, network_id, &rule, by).await?;
    }
    Ok(())
}
