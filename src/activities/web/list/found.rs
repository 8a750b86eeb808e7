//! The entries that were asked for, and what they come to.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::shows::Shows;
use crate::activities::store::list::{self, Listed, Totals};
use crate::activities::store::narrowed::Filter;
use crate::app::App;
use crate::error::Result;
use crate::i18n::folded;
use crate::units::Unit;

/// So many ids a statement: both engines take more, and not endlessly many.
const AT_ONCE: usize = 8_000;

/// What is searched for, in activities' names and, for whoever may read them, in notes.
pub struct Search<'a> {
    pub words: &'a str,
    pub notes: bool,
    pub names: &'a HashMap<Uuid, String>,
}

pub struct Found {
    pub listed: Vec<Listed>,
    pub totals: Totals,
    /// Minutes of opening hours, where they were asked for and nothing is searched.
    pub opening_min: Option<i64>,
}

/// Entries of one page of the list, and the totals of all pages. Whoever searches has had it put on record before.
pub async fn found(
    app: &App,
    unit: &Unit,
    today: NaiveDate,
    filter: Filter,
    search: &Search<'_>,
    shows: Option<Shows>,
    (skip, most): (i64, i64),
) -> Result<Found> {
    let (db, network_id, path) = (&app.db, unit.network.id, &unit.path);
    let words = folded(search.words.trim());
    if words.is_empty() {
        let (listed, totals) = futures_util::future::try_join(
            list::list(db, network_id, path, today, &filter, (skip, most)),
            list::totals(db, network_id, path, today, &filter),
        )
        .await?;
        let opening_min = match shows {
            Some(Shows::Opening) => Some(list::opening(db, network_id, path, today, &filter).await?),
            _ => None,
        };
        return Ok(Found { listed, totals, opening_min });
    }
    let called: HashMap<Uuid, bool> =
        search.names.iter().map(|(id, name)| (*id, folded(name).contains(&words))).collect();
    let candidates = list::candidates(db, network_id, path, today, &filter, search.notes).await?;
    let ids: Vec<Uuid> = candidates
        .into_iter()
        .filter(|it| {
            called.get(&it.activity_id).copied().unwrap_or(false)
                || it.note.as_deref().is_some_and(|note| folded(note).contains(&words))
        })
        .map(|it| it.id)
        .collect();
    let of = |ids: &[Uuid]| Filter { ids: Some(ids.to_vec()), ..filter.clone() };
    let mut totals = Totals::default();
    for ids in ids.chunks(AT_ONCE) {
        totals.add(&list::totals(db, network_id, path, today, &of(ids)).await?);
    }
    let skip = usize::try_from(skip).unwrap_or(usize::MAX);
    let most_here = usize::try_from(most).unwrap_or(usize::MAX);
    let here: Vec<Uuid> = ids.into_iter().skip(skip).take(most_here).collect();
    let listed = list::list(db, network_id, path, today, &of(&here), (0, most)).await?;
    Ok(Found { listed, totals, opening_min: None })
}
