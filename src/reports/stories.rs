//! Entries that are told: which may be in a report, why another one may not, and what they are called. Asked when one is chosen,
//! and again each time a draft is read, because entries are corrected, moved and deleted while it is written.

use std::collections::HashMap;

use uuid::Uuid;

use super::document::{Shot, Story};
use super::report::{Chosen, chosen};
use crate::activities::{self, Entry, Status};
use crate::app::App;
use crate::error::Result;
use crate::files;
use crate::i18n::Words;
use crate::measures::{self, Period, Trees};
use crate::units::Unit;
use crate::vocabulary::Kind;

/// Why an entry is not told of a unit and a period, as the key of a sentence; none where it may be.
fn why_not(trees: &Trees, entry: &Entry, unit_id: Uuid, period: Period) -> Option<&'static str> {
    match () {
        // Of what others recorded nothing else is said.
        () if !trees.stood_below(entry.unit_id, unit_id, entry.local_date) => Some("report-story-elsewhere"),
        () if entry.deleted || entry.status != Status::Held => Some("report-story-not-held"),
        () if entry.local_date < period.from || entry.local_date >= period.until => {
            Some("report-story-outside")
        }
        // Whoever was there by themselves could be told.
        () if entry.kind == Kind::OneToOne => Some("report-story-one-to-one"),
        () => None,
    }
}

/// Each of these entries, or why it may not be told.
async fn find(
    app: &App,
    unit: &Unit,
    period: Period,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, std::result::Result<Entry, &'static str>)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let trees = measures::trees(&app.db, unit.network.id).await?;
    let stored: HashMap<Uuid, Entry> = activities::entries_of_ids(&app.db, unit.network.id, ids)
        .await?
        .into_iter()
        .map(|it| (it.entry.id, it.entry))
        .collect();
    let one = |id: &Uuid| {
        let found = match stored.get(id) {
            None => Err("report-story-elsewhere"),
            Some(entry) => match why_not(&trees, entry, unit.id, period) {
                Some(key) => Err(key),
                None => Ok(entry.clone()),
            },
        };
        (*id, found)
    };
    Ok(ids.iter().map(one).collect())
}

/// Those of these entries that may not be told, each with the key of the sentence that says why.
pub async fn refused(
    app: &App,
    unit: &Unit,
    period: Period,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, &'static str)>> {
    let found = find(app, unit, period, ids).await?;
    Ok(found.into_iter().filter_map(|(id, found)| Some((id, found.err()?))).collect())
}

/// Those that may be told, each with what its activity is called.
async fn tellable(
    app: &App,
    w: Words,
    unit: &Unit,
    period: Period,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, (Entry, String)>> {
    let mut all = HashMap::new();
    for (id, found) in find(app, unit, period, ids).await? {
        let Ok(entry) = found else { continue };
        if let Some(activity) = activities::activity(&app.db, unit.network.id, entry.activity_id).await? {
            all.insert(id, (entry, w.text(&activity.name)));
        }
    }
    Ok(all)
}

/// What those that may be told are called.
pub async fn names(
    app: &App,
    w: Words,
    unit: &Unit,
    period: Period,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, String>> {
    let name = |(id, (entry, activity)): (Uuid, (Entry, String))| {
        (id, format!("{} · {activity}", w.date(entry.local_date)))
    };
    Ok(tellable(app, w, unit, period, ids).await?.into_iter().map(name).collect())
}

/// Chosen entries as they are told. Those that may not be any more are left out.
pub async fn told(app: &App, w: Words, unit: &Unit, period: Period, body: &str) -> Result<Vec<Story>> {
    let chosen = chosen(body);
    let ids: Vec<Uuid> = chosen.iter().map(|it| it.entry).collect();
    let entries = tellable(app, w, unit, period, &ids).await?;
    let photos = files::told_of(&app.db, unit.network.id, &ids).await?;
    let photo = |it: &Chosen| {
        let found = photos.iter().find(|photo| photo.entry_id == it.entry && !it.bare)?;
        let (caption, width, height) = (found.caption.clone(), found.width, found.height);
        Some(Shot { file: found.id, caption, width, height })
    };
    let story = |it: &Chosen| {
        let (entry, activity) = entries.get(&it.entry)?;
        Some(Story {
            title: activity.clone(),
            when: w.date(entry.local_date),
            words: it.words.clone(),
            entry: entry.id,
            photo: photo(it),
        })
    };
    Ok(chosen.iter().filter_map(story).collect())
}
