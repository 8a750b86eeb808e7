//! Closing a unit, merging it into another one, and opening it again.

use chrono::NaiveDate;

use super::acts::{Done, above, day, on_record};
use super::store;
use crate::access::{Act, Me};
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::form::Wrong;
use crate::units::store::{by_codes, ever};
use crate::units::{Unit, bring};

/// Closing, as typed.
#[derive(Clone, Debug, Default)]
pub struct Closing {
    pub from: String,
    /// Code of the unit that goes on with its work; empty where there is none.
    pub successor: String,
}

/// A closing that may be: nothing is in its way.
#[derive(Clone, Debug)]
pub struct Closable {
    /// The first day the unit is no longer open.
    pub from: NaiveDate,
    pub successor: Option<Unit>,
    /// Whether it is so already.
    done: bool,
}

/// What would come of closing a unit, or what is wrong with what was typed. Nothing is changed.
pub async fn closable(
    app: &App,
    tx: &mut Tx,
    me: &Me,
    unit: &Unit,
    typed: &Closing,
) -> Result<std::result::Result<Closable, Vec<Wrong>>> {
    me.allow(Act::Build, &above(app, unit).await?.as_place())?;
    let mut wrong = Vec::new();
    let from = day(&typed.from, "closed_from", unit, &mut wrong);
    let mut successor = None;
    if !typed.successor.is_empty() {
        let mut found = by_codes(&mut *tx, &unit.network.code, &typed.successor, app.clock.day()).await?;
        if found.is_none() {
            // One that opens later, as a new house for two old ones does.
            let all = ever(&mut *tx, unit.network.id).await?;
            found = all.into_iter().find(|other| other.code == typed.successor);
        }
        match found {
            None => wrong.push(Wrong::new("successor", "past-successor-missing")),
            Some(it) if it.id == unit.id => wrong.push(Wrong::new("successor", "past-into-itself")),
            Some(it) if unit.path.holds(&it.path) => {
                wrong.push(Wrong::new("successor", "past-into-below"));
            }
            Some(it) if !it.may_record && unit.may_record => {
                wrong.push(Wrong::new("successor", "past-successor-records-nothing"));
            }
            Some(it) => {
                me.allow(Act::Build, &it.as_place())?;
                successor = Some(it);
            }
        }
    }
    let Some(from) = from.filter(|_| wrong.is_empty()) else { return Ok(Err(wrong)) };
    let history = store::history(&mut *tx, unit.network.id, unit.id).await?;
    if let Some(closure) = history.closure {
        let same = closure.on == from
            && closure.successor.as_ref().map(|(code, _)| code) == successor.as_ref().map(|it| &it.code);
        return Ok(if same {
            Ok(Closable { from, successor, done: true })
        } else {
            Err(vec![Wrong::new("closed_from", "past-closed-already").arg("day", closure.on)])
        });
    }
    if let Some(it) = &successor {
        if let Some(closed) = it.closed_on {
            return Ok(Err(vec![Wrong::new("successor", "past-successor-closed").arg("day", closed)]));
        }
        if !it.open_on(from) {
            return Ok(Err(vec![Wrong::new("successor", "past-successor-opens").arg("day", it.opened_on)]));
        }
    }
    let open_below = ever(&mut *tx, unit.network.id).await?.into_iter().filter(|other| {
        other.id != unit.id && unit.path.holds(&other.path) && other.closed_on.is_none_or(|day| day > from)
    });
    let below: Vec<String> = open_below
        .map(|other| other.name.read(unit.network.languages.first().map_or("en", String::as_str)).to_owned())
        .collect();
    if !below.is_empty() {
        return Ok(Err(vec![Wrong::new("closed_from", "past-open-below").arg("units", below.join(", "))]));
    }
    Ok(Ok(Closable { from, successor, done: false }))
}

/// Nobody changes the tree meanwhile.
pub async fn alone(tx: &mut Tx) -> Result<()> {
    bring::alone(tx).await
}

/// Closes a unit from a day on. With a successor it is merged into that one: entries stay where they were recorded, and
/// whoever looks at figures as the tree is today finds them there.
pub async fn close(app: &App, tx: &mut Tx, me: &Me, unit: &Unit, it: &Closable) -> Result<()> {
    if it.done {
        return Ok(());
    }
    let closure = Some((it.from, it.successor.as_ref().map(|into| into.id)));
    store::set_closure(tx, unit.network.id, unit.id, closure).await?;
    on_record(app, tx, me, "close_unit", unit).await
}

/// Opens a closed unit again, as if it had never been closed.
pub async fn reopen(app: &App, me: &Me, unit: &Unit) -> Result<Done> {
    let above = above(app, unit).await?;
    me.allow(Act::Build, &above.as_place())?;
    if above.closed_on.is_some() {
        return Ok(Err(vec![Wrong::new("closed_from", "past-above-closed")]));
    }
    let mut tx = app.db.begin().await?;
    bring::alone(&mut tx).await?;
    store::set_closure(&mut tx, unit.network.id, unit.id, None).await?;
    on_record(app, &mut tx, me, "reopen_unit", unit).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
