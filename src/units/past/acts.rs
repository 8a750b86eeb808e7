//! Renaming and moving, and taking each back. Who moves or closes a unit needs rights above it, for it is
//! those above whose figures change; who moves it elsewhere or merges it needs them there, too.

use chrono::NaiveDate;
use uuid::Uuid;

use super::store;
use super::tree::{self, Placement};
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::db::Tx;
use crate::error::{OrMissing, Result};
use crate::form::{Names, Wrong};
use crate::i18n::Arg;
use crate::units::file::date;
use crate::units::store::{by_codes, by_id, hold};
use crate::units::{LONGEST_NAME, Unit, bring};

/// What came of an act: done (or done before), or what is wrong with what was typed.
pub type Done = std::result::Result<(), Vec<Wrong>>;

/// A new name, as typed.
#[derive(Clone, Debug, Default)]
pub struct Naming {
    /// Language and text, for each of the network's languages.
    pub names: Vec<(String, String)>,
    pub from: String,
}

/// Another place in the tree, as typed.
#[derive(Clone, Debug, Default)]
pub struct Moving {
    /// Code of the new parent.
    pub parent: String,
    pub from: String,
}

/// The day typed, or what is wrong with it. Nothing changes before the unit was there.
pub(super) fn day(typed: &str, field: &str, unit: &Unit, wrong: &mut Vec<Wrong>) -> Option<NaiveDate> {
    match date(typed) {
        None => wrong.push(Wrong::new(field, "past-day-missing")),
        Some(day) if day <= unit.opened_on => {
            wrong.push(Wrong::new(field, "past-day-early").arg("day", unit.opened_on));
        }
        Some(day) => return Some(day),
    }
    None
}

/// The unit above, whose figures change with this one. The root of a network has none, and stays where it is.
pub(super) async fn above(app: &App, unit: &Unit) -> Result<Unit> {
    let id = unit.parent_id.or_missing()?;
    by_id(&app.db, unit.network.id, id, app.clock.day()).await?.or_missing()
}

/// Whether somebody may take a unit away from where it stands last: beside those above it today, from whoever it was to
/// go to on a day to come.
async fn allow_away(app: &App, tx: &mut Tx, me: &Me, unit: &Unit, last: Option<Uuid>) -> Result<()> {
    if let Some(id) = last.filter(|id| unit.parent_id != Some(*id)) {
        let planned = by_id(tx, unit.network.id, id, app.clock.day()).await?.or_missing()?;
        me.allow(Act::Build, &planned.as_place())?;
    }
    Ok(())
}

pub(super) async fn on_record(app: &App, tx: &mut Tx, me: &Me, act: &str, unit: &Unit) -> Result<()> {
    put_on_record_in(app, tx, me.id, act, &unit.code, &unit.network.id, &unit.id).await
}

/// Calls a unit something else from a day on.
pub async fn rename(app: &App, me: &Me, unit: &Unit, typed: &Naming) -> Result<Done> {
    me.allow(Act::Build, &unit.as_place())?;
    let mut wrong = Vec::new();
    let (missing, long) = ("unit-name-missing", "unit-name-long");
    let name = Names { typed: &typed.names, most: LONGEST_NAME, missing, long }.read(&mut wrong);
    let from = day(&typed.from, "named_from", unit, &mut wrong);
    let mut tx = app.db.begin().await?;
    bring::alone(&mut tx).await?;
    let names = store::names(&mut tx, unit.network.id, unit.id).await?;
    let last = names.last().or_missing()?;
    let Some(from) = from.filter(|_| wrong.is_empty()) else { return Ok(Err(wrong)) };
    if (last.from, &last.name) == (from, &name) {
        return Ok(Ok(()));
    }
    if from <= last.from {
        return Ok(Err(vec![Wrong::new("named_from", "past-named-later").arg("day", last.from)]));
    }
    if last.name == name {
        let first = typed.names.first().map_or("", |(lang, _)| lang);
        return Ok(Err(vec![Wrong::new(&format!("name_{first}"), "past-name-same")]));
    }
    store::add_name(&mut tx, unit.network.id, unit.id, &name, last.from, from).await?;
    on_record(app, &mut tx, me, "rename_unit", unit).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Takes the last name back, if it is still the one that began on that day.
pub async fn unname(app: &App, me: &Me, unit: &Unit, from: NaiveDate) -> Result<()> {
    me.allow(Act::Build, &unit.as_place())?;
    let mut tx = app.db.begin().await?;
    bring::alone(&mut tx).await?;
    let names = store::names(&mut tx, unit.network.id, unit.id).await?;
    if let [.., before, last] = names.as_slice()
        && last.from == from
    {
        store::drop_name(&mut tx, unit.network.id, unit.id, from, before.from).await?;
        on_record(app, &mut tx, me, "unname_unit", unit).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Puts a unit, with everything below it, under another one from a day on.
pub async fn transfer(app: &App, me: &Me, unit: &Unit, typed: &Moving) -> Result<Done> {
    me.allow(Act::Build, &above(app, unit).await?.as_place())?;
    let mut wrong = Vec::new();
    let from = day(&typed.from, "moved_from", unit, &mut wrong);
    let parent = by_codes(&app.db, &unit.network.code, &typed.parent, app.clock.day()).await?;
    let Some(parent) = parent else {
        wrong.push(Wrong::new("parent", "past-parent-missing"));
        return Ok(Err(wrong));
    };
    me.allow(Act::Build, &parent.as_place())?;
    if unit.path.holds(&parent.path) {
        wrong.push(Wrong::new("parent", "past-below-itself"));
    }
    let mut tx = app.db.begin().await?;
    bring::alone(&mut tx).await?;
    let Some(from) = from.filter(|_| wrong.is_empty()) else { return Ok(Err(wrong)) };
    if parent.closed_on.is_some() || !parent.open_on(from) {
        return Ok(Err(vec![Wrong::new("parent", "past-parent-closed")]));
    }
    let before = store::placements(&mut tx, unit.network.id).await?;
    let all: Vec<Placement> = before.iter().map(|(_, placement)| placement.clone()).collect();
    let mut spans = tree::spans(&all);
    let last = spans.get(&unit.id).and_then(|spans| spans.last()).cloned().or_missing()?;
    if last.parent == Some(parent.id) {
        // Sent twice, or there already.
        let same = last.from == from;
        return Ok(if same { Ok(()) } else { Err(vec![Wrong::new("parent", "past-there-already")]) });
    }
    if from <= last.from {
        return Ok(Err(vec![Wrong::new("moved_from", "past-moved-later").arg("day", last.from)]));
    }
    allow_away(app, &mut tx, me, unit, last.parent).await?;
    tree::moved(&mut spans, unit.id, parent.id, from);
    let Ok(after) = tree::placements(&spans) else {
        return Ok(Err(vec![Wrong::new("parent", "past-below-itself")]));
    };
    if let Some(wrong) = put(app, &mut tx, unit.network.id, &before, after).await? {
        return Ok(Err(vec![wrong]));
    }
    on_record(app, &mut tx, me, "move_unit", unit).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Takes the last move back, if it is still the one of that day.
pub async fn untransfer(app: &App, me: &Me, unit: &Unit, from: NaiveDate) -> Result<Done> {
    me.allow(Act::Build, &above(app, unit).await?.as_place())?;
    let mut tx = app.db.begin().await?;
    bring::alone(&mut tx).await?;
    let before = store::placements(&mut tx, unit.network.id).await?;
    let all: Vec<Placement> = before.iter().map(|(_, placement)| placement.clone()).collect();
    let mut spans = tree::spans(&all);
    let of_unit = spans.get(&unit.id).map_or(&[][..], Vec::as_slice);
    let [.., earlier, last] = of_unit else { return Ok(Ok(())) };
    let (Some(parent), true) = (earlier.parent, last.from == from) else { return Ok(Ok(())) };
    let former = by_id(&mut tx, unit.network.id, parent, app.clock.day()).await?.or_missing()?;
    me.allow(Act::Build, &former.as_place())?;
    allow_away(app, &mut tx, me, unit, last.parent).await?;
    // It may have closed since, and merged into this very unit.
    if former.closed_on.is_some() {
        return Ok(Err(vec![Wrong::new("parent", "past-parent-closed")]));
    }
    tree::moved(&mut spans, unit.id, parent, from);
    // It stood there before; only a parent that went below it meanwhile is in the way.
    let Ok(after) = tree::placements(&spans) else {
        return Ok(Err(vec![Wrong::new("parent", "past-below-itself")]));
    };
    if let Some(wrong) = put(app, &mut tx, unit.network.id, &before, after).await? {
        return Ok(Err(vec![wrong]));
    }
    on_record(app, &mut tx, me, "unmove_unit", unit).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Writes what differs; or nothing, and says which closed period it would have changed the figures of.
async fn put(
    app: &App,
    tx: &mut Tx,
    network_id: Uuid,
    before: &[(Uuid, Placement)],
    after: Vec<Placement>,
) -> Result<Option<Wrong>> {
    // Whoever closes holds the network, too.
    hold(tx, network_id).await?;
    let stood: Vec<Placement> = before.iter().map(|(_, placement)| placement.clone()).collect();
    if let Some(wrong) = closed_over(tx, network_id, (&stood, &after), "moved_from", |_| true).await? {
        return Ok(Some(wrong));
    }
    write(app, tx, network_id, before, after).await?;
    Ok(None)
}

/// The closed period whose figures would be made of something else, looking at some of the units.
pub(super) async fn closed_over(
    tx: &mut Tx,
    network_id: Uuid,
    (before, after): (&[Placement], &[Placement]),
    field: &str,
    of: impl Fn(Uuid) -> bool,
) -> Result<Option<Wrong>> {
    for closed in store::closed(&mut *tx, network_id).await? {
        let below = |placements| {
            let mut below = tree::below(placements, closed.unit_id, closed.from, closed.until);
            below.retain(|(unit, ..)| of(*unit));
            below
        };
        if below(before) != below(after) {
            let wrong = Wrong::new(field, "past-closed-period").arg("from", closed.from);
            let last = closed.until.pred_opt().unwrap_or(closed.until);
            return Ok(Some(wrong.arg("last", last).arg("unit", Arg::Name(closed.unit))));
        }
    }
    Ok(None)
}

/// Writes the places that differ.
pub(super) async fn write(
    app: &App,
    tx: &mut Tx,
    network_id: Uuid,
    before: &[(Uuid, Placement)],
    after: Vec<Placement>,
) -> Result<()> {
    for (id, placement) in before {
        let stays = after.iter().any(|it| (it.unit_id, it.from) == (placement.unit_id, placement.from));
        if !stays {
            store::drop_placement(tx, network_id, *id).await?;
        }
    }
    for placement in after {
        let known =
            before.iter().find(|(_, it)| (it.unit_id, it.from) == (placement.unit_id, placement.from));
        match known {
            Some((_, same)) if *same == placement => {}
            Some((id, _)) => store::put_placement(tx, network_id, *id, &placement).await?,
            None => store::put_placement(tx, network_id, app.ids.ordered(), &placement).await?,
        }
    }
    Ok(())
}
