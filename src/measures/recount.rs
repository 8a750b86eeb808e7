//! Counting a network's entries from nothing, and setting its totals beside that.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use uuid::Uuid;

use super::members::Terms;
use super::question::terms;
use super::store;
use crate::activities;
use crate::db::{Db, Result, Tx};
use crate::totals::{self, Sheet, Span, month_of};

/// A total that is not what its entries come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Code of the unit.
    pub unit: String,
    pub span: Span,
    /// The day, or the first of the month.
    pub from: NaiveDate,
}

/// What was looked at, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recount {
    pub sheets: usize,
    pub differences: Vec<Difference>,
}

/// Recounts everything and changes nothing.
pub async fn verify(db: &Db, network_id: Uuid) -> Result<Recount> {
    recount(&mut db.snapshot().await?, network_id, None).await
}

/// Recounts everything and sets right what differs.
pub async fn rebuild(db: &Db, network_id: Uuid) -> Result<Recount> {
    let mut tx = db.begin().await?;
    // Nobody writes to the network meanwhile.
    let change = activities::next_change(&mut tx, network_id).await?;
    let recount = recount(&mut tx, network_id, Some(change)).await?;
    totals::set_format(&mut tx, network_id).await?;
    tx.commit().await?;
    Ok(recount)
}

/// Counts the networks whose totals are still to be counted, as after an update of the program.
pub async fn complete(db: &Db) -> Result<()> {
    for network_id in totals::outdated(db).await? {
        rebuild(db, network_id).await?;
    }
    Ok(())
}

/// Month by month, so that no history is too long for the memory. `mend` is the change to write under.
async fn recount(tx: &mut Tx, network_id: Uuid, mend: Option<i64>) -> Result<Recount> {
    let mut found = Recount::default();
    let Some((first, last)) = store::ends(tx, network_id).await? else { return Ok(found) };
    let listed = terms(store::terms(&mut *tx, network_id).await?);
    let units = store::units(tx, network_id).await?;
    let mut month = month_of(first);
    while month <= last {
        let mut kept = kept(tx, network_id, month).await?;
        let mut wrong = Vec::new();
        for (unit, code) in &units {
            let counted = counted(tx, network_id, *unit, month, &listed).await?;
            let before = kept.remove(unit).unwrap_or_default();
            let mut places: Vec<(Span, NaiveDate)> = counted.keys().chain(before.keys()).copied().collect();
            places.sort_unstable();
            places.dedup();
            for (span, from) in places {
                found.sheets += 1;
                let right = counted.get(&(span, from)).cloned().unwrap_or_default();
                // What cannot be read is wrong, too.
                let same = before
                    .get(&(span, from))
                    .map_or(right.is_nothing(), |sheet| sheet.as_ref() == Some(&right));
                if !same {
                    found.differences.push(Difference { unit: code.clone(), span, from });
                    wrong.push((span, from, *unit, right));
                }
            }
        }
        if let Some(change) = mend {
            totals::put(tx, network_id, change, &wrong).await?;
        }
        month = month + Months::new(1);
    }
    Ok(found)
}

type BySpan<T> = BTreeMap<(Span, NaiveDate), T>;

/// A month's totals as they are kept, by unit; none where one cannot be read.
async fn kept(
    tx: &mut Tx,
    network_id: Uuid,
    month: NaiveDate,
) -> Result<BTreeMap<Uuid, BySpan<Option<Sheet>>>> {
    let mut units: BTreeMap<Uuid, BySpan<Option<Sheet>>> = BTreeMap::new();
    for span in [Span::Day, Span::Month] {
        for kept in totals::between(&mut *tx, network_id, span, month, month + Months::new(1)).await? {
            units.entry(kept.unit_id).or_default().insert((span, kept.from), kept.sheet().ok());
        }
    }
    Ok(units)
}

/// A month of a unit, counted from its entries.
async fn counted(
    tx: &mut Tx,
    network_id: Uuid,
    unit_id: Uuid,
    month: NaiveDate,
    listed: &Terms,
) -> Result<BySpan<Sheet>> {
    let days = (month, month + Months::new(1));
    let facts = store::facts(&mut *tx, network_id, unit_id, days, listed).await?;
    let sheets = totals::whole(facts.iter().map(|(_, fact)| fact));
    let of_days = sheets.days.into_iter().map(|(day, sheet)| ((Span::Day, day), sheet));
    let of_months = sheets.months.into_iter().map(|(month, sheet)| ((Span::Month, month), sheet));
    Ok(of_days.chain(of_months).collect())
}
