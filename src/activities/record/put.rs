//! The two ways an entry comes to be and changes: its row and, in the same transaction, what its unit comes to. Neither
//! touches a day that is closed.

use std::collections::HashSet;

use uuid::Uuid;

use crate::activities::entry::{Entry, Status};
use crate::activities::store::write::{self, Stamp};
use crate::db::{Result, Tx};
use crate::periods::{self, Lock, Touched};
use crate::totals::{self, Change, Fact};
use crate::vocabulary::{self, Part, Vocabulary};

/// Written; or nothing was, for this closing stands in the way.
pub type Put = std::result::Result<(), Box<Lock>>;

/// New entries; the n-th takes the n-th place in the network's row of changes.
pub async fn insert(tx: &mut Tx, stamp: Stamp, entries: &[Entry]) -> Result<Put> {
    let days: Vec<_> = entries.iter().map(|entry| (entry.unit_id, entry.local_date)).collect();
    let calendar = periods::calendar(&mut *tx, stamp.network_id, &days).await?;
    if let Some(lock) = calendar.any_closed(&days) {
        return Ok(Err(Box::new(lock.clone())));
    }
    write::insert(tx, stamp, entries).await?;
    let touched = |entry: &Entry| Touched {
        entry_id: entry.id,
        version: 1,
        unit_id: entry.unit_id,
        days: vec![entry.local_date],
    };
    let touched: Vec<Touched> = entries.iter().map(touched).collect();
    periods::keep_changes(tx, stamp.network_id, &calendar, &touched).await?;
    let listed = Listed::of(tx, stamp.network_id, entries.iter()).await?;
    let change = |entry: &Entry| Change { unit_id: entry.unit_id, gone: None, come: listed.fact(entry) };
    let changes: Vec<Change> = entries.iter().map(change).collect();
    let last = stamp.change_seq + i64::try_from(entries.len()).unwrap_or(1) - 1;
    totals::keep(tx, stamp.network_id, last, &changes).await?;
    Ok(Ok(()))
}

/// Another body in the place of the one before, which is kept as a version. Neither the day it stood on nor the one it
/// stands on now may be closed.
pub async fn replace(
    tx: &mut Tx,
    stamp: Stamp,
    (before, base): (&Entry, i64),
    (entry, version): (&Entry, i64),
    command: Uuid,
) -> Result<Put> {
    let days = [(before.unit_id, before.local_date), (entry.unit_id, entry.local_date)];
    let calendar = periods::calendar(&mut *tx, stamp.network_id, &days).await?;
    if let Some(lock) = calendar.any_closed(&days) {
        return Ok(Err(Box::new(lock.clone())));
    }
    write::replace(tx, stamp, entry, version, command, base).await?;
    let days = days.map(|(_, day)| day).to_vec();
    let touched = Touched { entry_id: entry.id, version, unit_id: entry.unit_id, days };
    periods::keep_changes(tx, stamp.network_id, &calendar, &[touched]).await?;
    let listed = Listed::of(tx, stamp.network_id, [before, entry].into_iter()).await?;
    // An entry never changes its unit.
    let change = Change { unit_id: entry.unit_id, gone: listed.fact(before), come: listed.fact(entry) };
    totals::keep(tx, stamp.network_id, stamp.change_seq, &[change]).await?;
    Ok(Ok(()))
}

/// Which of the terms that entries name are tags, and which are fields.
#[derive(Default)]
pub(super) struct Listed {
    tags: HashSet<Uuid>,
    fields: HashSet<Uuid>,
}

impl Listed {
    /// Asks only where it matters: a main tag says already that there is one.
    pub async fn of(tx: &mut Tx, network_id: Uuid, entries: impl Iterator<Item = &Entry>) -> Result<Listed> {
        let mut open = entries
            .filter(|entry| !entry.terms.is_empty())
            .filter(|entry| entry.main_tag.is_none() || entry.main_field.is_none());
        if open.next().is_none() {
            return Ok(Listed::default());
        }
        let terms = vocabulary::terms(&mut *tx, network_id).await?;
        let of = |list: Vocabulary| {
            terms.iter().filter(|term| term.vocabulary == list).map(|term| term.id).collect()
        };
        Ok(Listed { tags: of(Vocabulary::Tag), fields: of(Vocabulary::Field) })
    }

    /// What an entry adds to figures: nothing where it was called off or deleted.
    pub fn fact(&self, entry: &Entry) -> Option<Fact> {
        if entry.deleted || entry.status != Status::Held {
            return None;
        }
        let total = |part: Part| entry.counts.of(part).map_or(0, |heads| heads.total);
        let (mut gender, mut age) = (Vec::new(), Vec::new());
        for part in Part::ALL {
            let Some(heads) = entry.counts.of(*part) else { continue };
            gender.extend(heads.gender.iter().map(|(class, n)| (*part, *class, *n)));
            age.extend(heads.age.iter().map(|(band, n)| (*part, band.clone(), *n)));
        }
        let any = |of: &HashSet<Uuid>| entry.terms.iter().any(|term| of.contains(term));
        let mut further = entry.terms.clone();
        further.sort_unstable();
        further.dedup();
        further.retain(|id| Some(*id) != entry.main_tag && Some(*id) != entry.main_field);
        Some(Fact {
            date: entry.local_date,
            kind: entry.kind,
            place_kind: entry.place_kind,
            start_min: entry.start_min,
            duration_min: entry.duration_min,
            created_min: entry.created_min,
            creators: total(Part::Creator),
            participants: total(Part::Participant),
            audience: total(Part::Audience),
            first_visits: entry.first_visits.unwrap_or(0),
            staff_min: entry.staff_min.unwrap_or(0),
            prep_min: entry.prep_min.unwrap_or(0),
            volunteer_min: entry.volunteer_min.unwrap_or(0),
            main_tag: entry.main_tag,
            main_field: entry.main_field,
            has_tag: entry.main_tag.is_some() || any(&self.tags),
            has_field: entry.main_field.is_some() || any(&self.fields),
            further,
            gender,
            age,
        })
    }
}

/// What each of these adds to figures, by the rule that totals are kept by: for lists that prove a figure.
pub async fn facts(tx: &mut Tx, network_id: Uuid, entries: &[Entry]) -> Result<Vec<Option<Fact>>> {
    let listed = Listed::of(tx, network_id, entries.iter()).await?;
    Ok(entries.iter().map(|entry| listed.fact(entry)).collect())
}
