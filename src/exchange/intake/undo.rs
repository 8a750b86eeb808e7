//! Undoing an import whole: what it added goes, what it changed is as before. What somebody changed since is told first.

use uuid::Uuid;

use super::{store, sums};
use crate::access::{Act, Me, put_on_record_in};
use crate::activities::{self, Entry, Stored, record};
use crate::app::App;
use crate::db::DbError;
use crate::error::{OrMissing, Result};
use crate::periods::{self, Lock};
use crate::units::Unit;

/// What came of undoing.
#[derive(Debug)]
pub enum Undone {
    /// Undone, now or before; how many entries and sums were taken back.
    Done(usize),
    /// Entries that somebody changed since: they are taken back too once that is confirmed.
    Touched(Vec<Stored>),
    /// A period of it is closed: all of it stays.
    Closed(Box<Lock>),
}

/// Undoes an import of this unit. With `confirmed`, also what was changed since.
pub async fn undo(app: &App, me: Option<&Me>, unit: &Unit, id: Uuid, confirmed: bool) -> Result<Undone> {
    if let Some(me) = me {
        me.allow(Act::Record, &unit.as_place())?;
    }
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    record::next_change(&mut tx, network_id).await?;
    let batch =
        store::batch(&mut tx, network_id, id).await?.filter(|it| it.unit_id == unit.id).or_missing()?;
    if batch.undone_at.is_some() {
        return Ok(Undone::Done(0));
    }
    let wrote = store::wrote(&mut tx, network_id, id).await?;
    let ids: Vec<Uuid> = wrote.iter().map(|it| it.entry_id).collect();
    let stored = activities::entries_of_ids(&mut tx, network_id, &ids).await?;
    let stored: std::collections::HashMap<Uuid, Stored> =
        stored.into_iter().map(|it| (it.entry.id, it)).collect();
    let (mut touched, mut back): (Vec<Stored>, Vec<(Stored, Entry)>) = (Vec::new(), Vec::new());
    for it in wrote {
        let Some(is) = stored.get(&it.entry_id) else { continue };
        let before: Entry = match it.before {
            Some(body) => serde_json::from_str(&body).map_err(DbError::garbled)?,
            None => Entry { deleted: true, ..is.entry.clone() },
        };
        if is.entry == before {
            continue;
        }
        if is.version != it.version {
            touched.push(is.clone());
        }
        back.push((is.clone(), before));
    }
    let mut days: Vec<_> = back.iter().map(|(is, _)| (is.entry.unit_id, is.entry.local_date)).collect();
    let sums = sums::of_import(&mut tx, network_id, id).await?;
    days.extend(sums.into_iter().flat_map(|(unit, from, until)| sums::days_of(unit, from, until)));
    if let Some(lock) = periods::calendar(&mut tx, network_id, &days).await?.any_closed(&days) {
        return Ok(Undone::Closed(Box::new(lock.clone())));
    }
    if !touched.is_empty() && !confirmed {
        return Ok(Undone::Touched(touched));
    }
    let by = me.map(|me| me.id);
    let command = record::Batch { network_id, import_id: None, command: app.ids.ordered(), by };
    let revised: Vec<(&Stored, &Entry)> = back.iter().map(|(is, before)| (is, before)).collect();
    if let Err(lock) = record::take_in(app, &mut tx, command, &[], &revised).await? {
        return Ok(Undone::Closed(lock));
    }
    store::undo(&mut tx, network_id, id, by, app.clock.now()).await?;
    if let Some(me) = me {
        let what = format!("undo import {id}");
        put_on_record_in(app, &mut tx, me.id, "import", &what, &network_id, &unit.id).await?;
    }
    tx.commit().await?;
    Ok(Undone::Done(if batch.holds == "sums" {
        usize::try_from(batch.added + batch.changed).unwrap_or(0)
    } else {
        back.len()
    }))
}
