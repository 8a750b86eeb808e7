//! One entry, with what was written about it for those who may read it. Reading a note is put on record. What later rooms
//! have to say beside it, its address's handler brings along.

use askama::Template;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

use super::entries::note_read;
use super::rows::{Row, Said, staff_rows, when};
use crate::access::Act;
use crate::activities::check;
use crate::activities::entry::{Status, Stored};
use crate::activities::store;
use crate::app::App;
use crate::clock::Day;
use crate::error::{OrMissing, Result};
use crate::i18n::Words;
use crate::periods;
use crate::units::Unit;
use crate::vocabulary;
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "activities/web/show.html")]
struct ShowPage {
    page: Page,
    base: String,
    unit: String,
    activity: String,
    id: Uuid,
    command: Uuid,
    version: i64,
    when: String,
    rows: Vec<Row>,
    /// The note; none where there is none or it is not for this person.
    note: Option<String>,
    hidden_note: bool,
    deleted: bool,
    cancelled: bool,
    may_record: bool,
    /// What closes the day, and where to read of it: then nothing is offered that could only fail.
    closed: Option<(String, String)>,
    remarks: Vec<String>,
    /// What has to be told of how one got here.
    told: Option<String>,
    /// It is what was wished for.
    fine: bool,
    /// It was to be brought back, beside another entry of that time: are they two?
    doubled: bool,
    /// Versions waiting for a decision, and whose they are.
    proposals: Vec<(i64, String)>,
    history: Vec<Kept>,
    /// A part of the page that others bring.
    beside: String,
}

/// A version in the history: one that does not stand can be opened.
struct Kept {
    label: String,
    href: Option<String>,
    says: String,
    /// The periods after whose reopening it was written, and why they were reopened.
    reopened: Vec<String>,
}

/// An instant where the unit is.
pub fn at(w: Words, unit: &Unit, at: chrono::DateTime<chrono::Utc>) -> String {
    let local = at.with_timezone(&unit.zone);
    let minutes = i64::from(chrono::Timelike::hour(&local) * 60 + chrono::Timelike::minute(&local));
    format!("{}, {}", w.date(Day::Now(at).in_zone(unit.zone)), w.clock(minutes))
}

/// What closes one of these days of a unit: the sentence, and where more is told.
pub async fn closed(
    app: &App,
    w: Words,
    unit: &Unit,
    days: &[NaiveDate],
) -> Result<Option<(String, String)>> {
    let days: Vec<_> = days.iter().map(|day| (unit.id, *day)).collect();
    let calendar = periods::calendar(&app.db, unit.network.id, &days).await?;
    Ok(calendar.any_closed(&days).map(|lock| (lock.said(w, unit), lock.address(unit))))
}

/// How one got here, where that is not plain.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Told {
    FirstStands,
    UndoLate,
    Closed,
    Returned,
    /// The activity has another entry at that time.
    Doubled,
}

impl Told {
    fn key(self) -> &'static str {
        match self {
            Told::FirstStands => "entry-first-stands",
            Told::UndoLate => "entry-undo-late",
            Told::Closed => "entry-stays-closed",
            Told::Returned => "version-returned",
            Told::Doubled => "entry-ask-doubled",
        }
    }
}

#[derive(Deserialize)]
pub struct Asked {
    told: Option<Told>,
}

/// The page of an entry of this unit, for whoever may see entries.
pub async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    stored: Stored,
    asked: Asked,
    beside: String,
) -> Result<Response> {
    let me = visit.me()?;
    let (place, entry) = (unit.as_place(), stored.entry.id);
    me.allow(Act::SeeEntries, &place)?;
    let activity =
        store::activities::find(&app.db, unit.network.id, stored.entry.activity_id).await?.or_missing()?;
    let terms = vocabulary::terms(&app.db, unit.network.id).await?;
    let projects = vocabulary::projects(&app.db, unit.network.id).await?;
    let versions = store::versions::of_entry(&app.db, unit.network.id, entry).await?;
    let reopened = periods::changes_of_entry(&app.db, unit.network.id, entry).await?;
    let (may_read, may_record) = (me.may(Act::ReadNotes, &place), me.may(Act::Record, &place));
    let note = stored.entry.note.clone().filter(|_| may_read);
    if may_read {
        note_read(app, me, unit, &stored.entry).await?;
    }
    let w = visit.w;
    let said = Said { w, unit, activity: &activity, terms: &terms, projects: &projects };
    let mut rows = said.rows(&stored.entry);
    rows.extend(said.topics(&stored.entry).map(|(label, topics)| {
        let said = if may_read { topics } else { w.tr("entry-topics-hidden") };
        (label, said)
    }));
    // Entered for a colleague: whose it is, beside who typed it.
    let typed_by = versions.iter().find(|kept| kept.version == 1).and_then(|kept| kept.by);
    let author = match stored.made_by.filter(|author| typed_by != Some(*author)) {
        Some(author) => store::versions::called(&app.db, author).await?,
        None => None,
    };
    rows.extend(author.iter().map(|author| (w.tr("entry-whose"), author.clone())));
    if me.may(Act::SeeStaffTime, &place) {
        rows.extend(staff_rows(w, &stored.entry));
    }
    let page = ShowPage {
        page: Page::new(visit, w.text(&activity.name), "entries"),
        base: unit.address(),
        unit: w.text(&unit.name),
        activity: w.text(&activity.name),
        id: entry,
        command: app.ids.ordered(),
        version: stored.version,
        when: when(w, &stored.entry),
        rows,
        hidden_note: stored.entry.note.is_some() && !may_read,
        note,
        deleted: stored.entry.deleted,
        cancelled: stored.entry.status == Status::Cancelled,
        may_record,
        closed: closed(app, w, unit, &[stored.entry.local_date]).await?,
        remarks: check::remarks(&stored.entry)
            .iter()
            .map(|remark| w.with(remark.key, &remark.args))
            .collect(),
        fine: matches!(asked.told, Some(Told::Returned)),
        doubled: matches!(asked.told, Some(Told::Doubled)),
        told: asked.told.map(|told| w.tr(told.key())),
        proposals: versions
            .iter()
            .filter(|kept| kept.state == "proposed")
            .map(|kept| {
                let who = kept.by_name.clone().unwrap_or_else(|| w.tr("entry-nobody"));
                (kept.version, w.of("entry-proposed", format!("{who}, {}", at(w, unit, kept.at))))
            })
            .collect(),
        history: versions
            .iter()
            .rev()
            .map(|kept| {
                let who = kept.by_name.clone().unwrap_or_else(|| w.tr("entry-nobody"));
                let who = match &author {
                    Some(author) if kept.version == 1 => {
                        w.with("entry-by-for", &[("by", who.into()), ("for", author.clone().into())])
                    }
                    _ => who,
                };
                let address = |of: &str| format!("{}/entries/{entry}/{of}/{}", unit.address(), kept.version);
                Kept {
                    label: w.tr(&format!("version-{}", kept.state)),
                    href: match kept.state.as_str() {
                        "past" | "set_aside" => Some(address("versions")),
                        "proposed" if may_record => Some(address("proposals")),
                        _ => None,
                    },
                    says: format!("{} · {who}", at(w, unit, kept.at)),
                    reopened: reopened
                        .iter()
                        .filter(|(version, _)| *version == kept.version)
                        .filter_map(|(_, lock)| {
                            let reason = lock.reopened.as_ref()?.reason.as_str();
                            let args = [("period", lock.period.arg()), ("reason", reason.into())];
                            Some(w.with("entry-after-reopening", &args))
                        })
                        .collect(),
                }
            })
            .collect(),
        beside,
    };
    Ok(render(&page)?.into_response())
}
