//! The pictures on the page of an entry. Who sees them is put on record, as of notes.

use askama::Template;

use super::address;
use crate::access::{Act, put_on_record};
use crate::activities::Stored;
use crate::app::App;
use crate::error::Result;
use crate::files::file::{File, MOST};
use crate::files::{keeping, store};
use crate::i18n::Words;
use crate::units::Unit;
use crate::web::{Visit, icon};

struct Line {
    href: String,
    caption: String,
    alt: String,
    says: String,
}

#[derive(Template)]
#[template(path = "files/web/beside.html")]
struct BesidePart {
    w: Words,
    base: String,
    lines: Vec<Line>,
    /// That there are some, for whoever may not see them.
    hidden: Option<String>,
    may_add: bool,
    full: bool,
}

impl BesidePart {
    fn icon(&self, name: &str) -> &'static str {
        icon(name)
    }
}

/// What a picture shows, for whoever does not see it.
pub fn alt(w: Words, file: &File) -> String {
    if file.used.caption.is_empty() { w.tr("file-without-caption") } else { file.used.caption.clone() }
}

/// What a picture is for.
fn uses(w: Words, file: &File) -> String {
    let uses = [(file.used.proof, "file-proof"), (file.used.story, "file-story")];
    let said = uses.iter().filter(|(it, _)| *it).map(|(_, key)| w.tr(key));
    said.collect::<Vec<_>>().join(" · ")
}

/// The part of an entry's page; nothing where there are none and none can be added.
pub async fn beside(app: &App, visit: &Visit, unit: &Unit, stored: &Stored) -> Result<String> {
    let (w, me, place, entry) = (visit.w, visit.me()?, unit.as_place(), stored.entry.id);
    let files = store::of_entry(&app.db, unit.network.id, entry).await?;
    let may_add = me.may(Act::Record, &place) && keeping::takes(stored);
    if files.is_empty() && !may_add {
        return Ok(String::new());
    }
    let may_see = me.may(Act::ReadNotes, &place);
    if may_see && !files.is_empty() {
        let object = format!("entry {entry}");
        put_on_record(app, me, "see_photos", &object, &unit.network.id, &unit.id).await?;
    }
    let base = address(unit, entry);
    let line = |file: &File| Line {
        href: format!("{base}/{}", file.id),
        caption: file.used.caption.clone(),
        alt: alt(w, file),
        says: uses(w, file),
    };
    let n = i64::try_from(files.len()).unwrap_or(i64::MAX);
    let part = BesidePart {
        w,
        lines: if may_see { files.iter().map(line).collect() } else { Vec::new() },
        hidden: (!may_see).then(|| w.n("file-hidden", n)),
        may_add,
        full: files.len() >= MOST,
        base,
    };
    Ok(part.render()?)
}
