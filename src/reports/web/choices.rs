//! Entries to choose from, and what those are called that were chosen.

use std::collections::HashMap;

use uuid::Uuid;

use super::Desk;
use super::typed::Row;
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::files;
use crate::i18n::{Text18, Words};
use crate::measures::{self, Tree};
use crate::reports::document::Chapter;
use crate::reports::look;
use crate::reports::report::chosen;
use crate::reports::template::What;
use crate::reports::{store, stories};

/// Entries to choose from.
const CANDIDATES: usize = 150;

/// A part of a section to be read: a text as a whole, or a story with the entry it tells of.
pub struct Part {
    /// Empty of a text.
    pub name: String,
    pub words: String,
}

/// Entries that may be told, by day.
pub async fn candidates(app: &App, w: Words, desk: &Desk) -> Result<Vec<(String, String)>> {
    let (unit, report) = (&desk.unit, &desk.report);
    let period = report.period().or_missing()?;
    let trees = measures::trees(&app.db, unit.network.id).await?;
    let mut units: Vec<_> =
        trees.stretches(Tree::Then, unit.id, &[], period).iter().map(|it| it.unit_id).collect();
    units.dedup();
    let days = (report.from, report.until);
    let mut all = store::candidates(&app.db, unit.network.id, &units, days, CANDIDATES).await?;
    all.retain(|it| trees.stood_below(it.unit_id, unit.id, it.local_date));
    all.sort_by_key(|it| (it.local_date, it.id));
    let ids: Vec<_> = all.iter().map(|it| it.id).collect();
    let photos = files::told_of(&app.db, unit.network.id, &ids).await?;
    let one = |it: store::Candidate| {
        let name = w.text(&Text18::from_json(&it.activity));
        let mut says = vec![w.date(it.local_date), name, w.n("visits", it.visits)];
        if photos.iter().any(|photo| photo.entry_id == it.id) {
            says.push(w.tr("report-story-has-photo"));
        }
        (it.id.to_string(), says.join(" · "))
    };
    Ok(all.into_iter().map(one).collect())
}

/// Lets every row keep the entry that was chosen, also where it is none of those to choose from, and counts those that may not
/// be told.
pub async fn keep_apart(
    app: &App,
    w: Words,
    desk: &Desk,
    rows: &mut [Row],
    entries: &[(String, String)],
) -> Result<i64> {
    let is_apart = |row: &Row| !row.entry.is_empty() && entries.iter().all(|(id, _)| *id != row.entry);
    let ids: Vec<Uuid> =
        rows.iter().filter(|row| is_apart(row)).filter_map(|row| row.entry.parse().ok()).collect();
    let period = desk.report.period().or_missing()?;
    let names = stories::names(app, w, &desk.unit, period, &ids).await?;
    let mut gone = 0;
    for row in rows.iter_mut().filter(|row| is_apart(row)) {
        let name = row.entry.parse().ok().and_then(|id: Uuid| names.get(&id).cloned());
        gone += i64::from(name.is_none());
        row.apart = Some(name.unwrap_or_else(|| w.tr("report-story-gone")));
    }
    Ok(gone)
}

/// What the entries are called that are told in these bodies, as far as they may be.
pub async fn names(
    app: &App,
    w: Words,
    desk: &Desk,
    what: &What,
    bodies: &[&str],
) -> Result<HashMap<Uuid, String>> {
    if *what != What::Stories {
        return Ok(HashMap::new());
    }
    let mut ids: Vec<Uuid> = bodies.iter().flat_map(|body| chosen(body)).map(|it| it.entry).collect();
    ids.sort_unstable();
    ids.dedup();
    stories::names(app, w, &desk.unit, desk.report.period().or_missing()?, &ids).await
}

/// What stands in a section, to be read beside something else.
pub fn parts(w: Words, what: &What, body: &str, names: &HashMap<Uuid, String>) -> Vec<Part> {
    match what {
        What::Stories => {
            let part = |it: crate::reports::Chosen| {
                let name = names.get(&it.entry).cloned().unwrap_or_else(|| w.tr("report-story-gone"));
                let bare = it.bare.then(|| format!(" · {}", w.tr("report-story-bare")));
                Part { name: name + bare.as_deref().unwrap_or(""), words: it.words }
            };
            chosen(body).into_iter().map(part).collect()
        }
        _ if body.is_empty() => Vec::new(),
        _ => vec![Part { name: String::new(), words: body.to_owned() }],
    }
}

/// That a chapter of a draft leaves out what was chosen for it.
pub fn gone(w: Words, what: &What, body: &str, chapter: &Chapter) -> Option<String> {
    if *what != What::Stories {
        return None;
    }
    let told: usize = chapter.blocks.iter().map(|block| look::stories(block).len()).sum();
    let n = chosen(body).len().saturating_sub(told);
    (n > 0).then(|| w.n("report-stories-gone", i64::try_from(n).unwrap_or(i64::MAX)))
}
