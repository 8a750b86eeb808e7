//! How many answers came in, as far as that may be told.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::standing::{Count, Evaluation, Place, told};
use super::store;
use crate::answers;
use crate::db::Tx;
use crate::error::Result;

/// How far each place is: how many whole answers were mixed, in steps of five, and whether anything came at all. Of what
/// waits it is known only of which unit it is, and told only that it is there.
pub(super) async fn counted(tx: &mut Tx, it: &Evaluation, today: NaiveDate) -> Result<Vec<Count>> {
    let complete = store::complete(tx, it.network_id, it.id).await?;
    let waiting: BTreeSet<Uuid> =
        answers::units_that_wait(&mut *tx, it.network_id, it.id).await?.into_iter().collect();
    let count = |place: &Place| {
        let same =
            |(unit, version, _): &&(Uuid, Uuid, i64)| *unit == place.unit_id && *version == place.version_id;
        let mixed = complete.iter().find(same).map(|(.., n)| *n);
        Count {
            unit_id: place.unit_id,
            kind: place.kind,
            on: today,
            complete: told(mixed.unwrap_or(0)),
            begun: mixed.is_some() || waiting.contains(&place.unit_id),
        }
    };
    Ok(store::places(&mut *tx, it.network_id, it.id).await?.iter().map(count).collect())
}

/// Counts for the last time, when all that came in is mixed; whoever does so again finds the same and leaves it.
pub(super) async fn counted_last(tx: &mut Tx, it: &Evaluation, today: NaiveDate) -> Result<()> {
    let before = store::counts(&mut *tx, it.network_id, it.id).await?;
    let now = counted(tx, it, today).await?;
    let plain = |counts: &[Count]| -> BTreeSet<(Uuid, &'static str, i64, bool)> {
        counts.iter().map(|it| (it.unit_id, it.kind.code(), it.complete, it.begun)).collect()
    };
    if plain(&before) != plain(&now) {
        store::put_counts(tx, it.network_id, it.id, &now).await?;
    }
    Ok(())
}
