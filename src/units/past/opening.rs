//! Mending since when units are there. It was mistyped, or nobody knew it when they were added: the first name and the
//! first place begin with it, as if it had always been said so. Earlier, nothing is changed but what may be recorded;
//! later must leave nothing without a unit, and no closed period other than it was.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::acts::{closed_over, write};
use super::store::{self, Opened};
use super::tree::{self, Placement, Spans};
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::form::Wrong;
use crate::units::store::hold;

/// The field of a page, and the column of a file.
pub const FIELD: &str = "opened_on";

/// What the tree says about one unit's opening, all of the wanted days at once.
struct Ground<'a> {
    units: &'a BTreeMap<Uuid, Opened>,
    spans: &'a Spans,
    wanted: &'a BTreeMap<Uuid, NaiveDate>,
}

impl Ground<'_> {
    /// When a unit will have opened, none for one that is not there.
    fn opens(&self, unit: Uuid) -> Option<NaiveDate> {
        self.wanted.get(&unit).copied().or_else(|| self.units.get(&unit).map(|it| it.opened_on))
    }

    /// What the tree has against a day.
    fn against(&self, unit: Uuid, known: &Opened, day: NaiveDate) -> Option<Wrong> {
        let first = self.spans.get(&unit).and_then(|spans| spans.first());
        let Some(parent) = first.and_then(|span| span.parent) else {
            return Some(Wrong::new(FIELD, "unit-opened-network"));
        };
        if let Some(above) = self.opens(parent)
            && day < above
        {
            return Some(Wrong::new(FIELD, "unit-opened-early").arg("day", above));
        }
        let merged = self.units.values().filter(|it| it.successor_id == Some(unit));
        let ends = [known.closed_on, known.named_until, first.and_then(|span| span.until)];
        let ends = ends.into_iter().flatten().min();
        // A name, a place or the unit itself would be over before it began.
        if let Some(end) = ends.filter(|end| day >= *end) {
            return Some(Wrong::new(FIELD, "unit-opened-after-change").arg("day", end));
        }
        if day <= known.opened_on {
            return None;
        }
        if let Some(closed) = merged.filter_map(|it| it.closed_on).min().filter(|closed| day > *closed) {
            return Some(Wrong::new(FIELD, "unit-opened-after-merger").arg("day", closed));
        }
        let begins = |id: &Uuid, n: usize, from: NaiveDate| match n {
            0 => self.wanted.get(id).copied().unwrap_or(from),
            _ => from,
        };
        let below = self.spans.iter().flat_map(|(id, spans)| {
            let here = spans.iter().enumerate().filter(|(_, span)| span.parent == Some(unit));
            here.map(move |(n, span)| begins(id, n, span.from))
        });
        let below = below.min().filter(|from| *from < day);
        below.map(|from| Wrong::new(FIELD, "unit-opened-after-below").arg("day", from))
    }
}

/// Says since when units are there, all of it or nothing: what is wrong, and with which unit. Nobody else changes the tree
/// meanwhile.
pub async fn mend(
    app: &App,
    tx: &mut Tx,
    network_id: Uuid,
    wanted: &BTreeMap<Uuid, NaiveDate>,
) -> Result<Vec<(Uuid, Wrong)>> {
    let units = store::opened(&mut *tx, network_id).await?;
    let new = wanted.iter().filter_map(|(id, day)| {
        let known = units.get(id).filter(|known| known.opened_on != *day)?;
        Some((*id, known, *day))
    });
    let new: Vec<(Uuid, &Opened, NaiveDate)> = new.collect();
    if new.is_empty() {
        return Ok(Vec::new());
    }
    // Whoever records or closes holds the network, too.
    hold(tx, network_id).await?;
    let before = store::placements(&mut *tx, network_id).await?;
    let stood: Vec<Placement> = before.iter().map(|(_, placement)| placement.clone()).collect();
    let mut spans = tree::spans(&stood);
    let mut wrong = Vec::new();
    for (id, known, day) in &new {
        let ground = Ground { units: &units, spans: &spans, wanted };
        let mut found = ground.against(*id, known, *day);
        if found.is_none() && *day > known.opened_on {
            let first = store::first_of(&mut *tx, network_id, *id).await?.filter(|first| first < day);
            found = first.map(|first| Wrong::new(FIELD, "unit-opened-after-records").arg("day", first));
        }
        wrong.extend(found.map(|found| (*id, found)));
    }
    if !wrong.is_empty() {
        return Ok(wrong);
    }
    for (id, _, day) in &new {
        if let Some(first) = spans.get_mut(id).and_then(|spans| spans.first_mut()) {
            first.from = *day;
        }
    }
    let circle = || Wrong::new(FIELD, "past-below-itself");
    let Ok(after) = tree::placements(&spans) else {
        return Ok(new.iter().map(|(id, ..)| (*id, circle())).collect());
    };
    // Days on which a unit was not there yet hold nothing: only days that are taken away can change a figure.
    let later: Vec<Uuid> =
        new.iter().filter(|(_, known, day)| *day > known.opened_on).map(|(id, ..)| *id).collect();
    if let Some(told) = closed_over(tx, network_id, (&stood, &after), FIELD, |id| later.contains(&id)).await?
    {
        return Ok(later.into_iter().map(|id| (id, told.clone())).collect());
    }
    write(app, tx, network_id, &before, after).await?;
    for (id, known, day) in new {
        store::set_opening(tx, network_id, id, known.named_from, day).await?;
    }
    Ok(Vec::new())
}
