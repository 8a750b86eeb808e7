//! One entry, with what was written about it for those who may read it. Reading a note is put on record.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::entries::{entry_of, note_read};
use crate::access::Act;
use crate::activities::activity::Activity;
use crate::activities::check;
use crate::activities::entry::{Entry, Status};
use crate::activities::heads::UNKNOWN;
use crate::activities::store;
use crate::activities::times;
use crate::app::App;
use crate::clock::Day;
use crate::error::{OrMissing, Result};
use crate::i18n::Words;
use crate::units::{self, Unit};
use crate::vocabulary::{self, Gender, Part, Term};
use crate::web::{Page, Visit, render};

/// A label and what it says.
pub type Row = (String, String);

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
    remarks: Vec<String>,
    /// What has to be told of how one got here.
    told: Option<String>,
    /// Versions waiting for a decision.
    proposals: Vec<i64>,
    history: Vec<Kept>,
}

/// A version in the history: a past one can be opened.
struct Kept {
    label: String,
    href: Option<String>,
    says: String,
}

/// An instant where the unit is.
pub fn at(w: Words, unit: &Unit, at: chrono::DateTime<chrono::Utc>) -> String {
    let local = at.with_timezone(&unit.zone);
    let minutes = i64::from(chrono::Timelike::hour(&local) * 60 + chrono::Timelike::minute(&local));
    format!("{}, {}", w.date(Day::Now(at).in_zone(unit.zone)), w.clock(minutes))
}

/// Day and hours.
pub fn when(w: Words, unit: &Unit, entry: &Entry) -> String {
    let day = format!(
        "{} {}",
        w.weekday_date(entry.local_date),
        w.date(entry.local_date).rsplit('\u{a0}').next().unwrap_or("")
    );
    match (entry.start_min, entry.start_at) {
        (Some(start), Some(at)) => {
            let end = times::end_min(unit.zone, at, entry.duration_min);
            format!("{day}, {}", Words::unbroken(&format!("{}–{}", w.clock(start), w.clock(end))))
        }
        _ => format!("{day}, {}", w.length(entry.duration_min)),
    }
}

fn list(w: Words, items: impl Iterator<Item = (String, i64)>) -> String {
    items
        .filter(|(_, n)| *n > 0)
        .map(|(label, n)| Words::unbroken(&format!("{label} {}", w.int(n))))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Everything an entry says but its note, in words.
pub fn rows(w: Words, entry: &Entry, activity: &Activity, terms: &[Term]) -> Vec<Row> {
    let mut rows = vec![(w.tr("entry-length"), w.length(entry.duration_min))];
    if entry.status == Status::Cancelled {
        let reason = entry.cancel_reason.and_then(|id| terms.iter().find(|term| term.id == id));
        rows.push((
            w.tr("entry-cancelled"),
            reason.map_or_else(|| w.tr("entry-no-reason"), |term| w.text(&term.label)),
        ));
        return rows;
    }
    match entry.counts.visits() {
        None => rows.push((w.tr("entry-visits"), w.tr("entry-not-counted"))),
        Some(visits) => rows.push((w.tr("entry-visits"), w.int(visits))),
    }
    for part in Part::ALL {
        let Some(heads) = entry.counts.of(*part) else { continue };
        let label = w.tr(&format!("part-{}", part.code()));
        let gender = Gender::ALL
            .iter()
            .map(|it| (w.tr(&format!("gender-{}", it.code())), heads.gender.get(it).copied().unwrap_or(0)));
        let gender = list(w, gender);
        let age = list(
            w,
            heads.age.iter().map(|(band, n)| {
                (if band == UNKNOWN { w.tr("age-unknown") } else { w.of("age-years", band) }, *n)
            }),
        );
        let said: Vec<String> =
            [w.int(heads.total), gender, age].into_iter().filter(|text| !text.is_empty()).collect();
        rows.push((label, said.join(" · ")));
    }
    if entry.created_min > 0 {
        rows.push((w.tr("entry-created"), w.length(entry.created_min)));
    }
    if let Some(first) = entry.first_visits {
        rows.push((w.tr("entry-first-visits"), w.int(first)));
    }
    rows.push((w.tr("entry-kind"), w.tr(&format!("kind-{}", entry.kind.code()))));
    let names = |ids: &mut dyn Iterator<Item = Uuid>| -> String {
        ids.filter_map(|id| terms.iter().find(|term| term.id == id))
            .map(|term| w.text(&term.label))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let tags =
        names(&mut entry.main_tag.into_iter().chain(entry.main_field).chain(entry.terms.iter().copied()));
    if !tags.is_empty() {
        rows.push((w.tr("entry-tags"), tags));
    }
    if let Some(place) = &activity.place {
        rows.push((w.tr("entry-place"), place.clone()));
    }
    rows.push((w.tr("entry-count-method"), w.tr(&format!("count-{}", entry.count_method.code()))));
    rows
}

/// What colleagues and volunteers spent, for those who lead them.
pub fn staff_rows(w: Words, entry: &Entry) -> Vec<Row> {
    [
        ("entry-staff", entry.staff_count, entry.staff_min),
        ("entry-prep", None, entry.prep_min),
        ("entry-volunteers", entry.volunteer_count, entry.volunteer_min),
    ]
    .into_iter()
    .filter(|(_, count, minutes)| count.is_some() || minutes.is_some())
    .map(|(key, count, minutes)| {
        let count = count.map(|n| w.int(n));
        let hours = minutes.map(|minutes| w.of("entry-hours", w.hours(minutes)));
        (w.tr(key), count.into_iter().chain(hours).collect::<Vec<_>>().join(" · "))
    })
    .collect()
}

/// How one got here, where that is not plain.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Told {
    FirstStands,
    UndoLate,
}

impl Told {
    fn key(self) -> &'static str {
        match self {
            Told::FirstStands => "entry-first-stands",
            Told::UndoLate => "entry-undo-late",
        }
    }
}

#[derive(Deserialize)]
pub struct Asked {
    told: Option<Told>,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, entry)): Path<(String, String, Uuid)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    let place = unit.as_place();
    me.allow(Act::SeeEntries, &place)?;
    let stored = entry_of(&app, &unit, entry).await?;
    let activity =
        store::activities::find(&app.db, unit.network.id, stored.entry.activity_id).await?.or_missing()?;
    let terms = vocabulary::terms(&app.db, unit.network.id).await?;
    let versions = store::versions::of_entry(&app.db, unit.network.id, entry).await?;
    let may_read = me.may(Act::ReadNotes, &place);
    let note = stored.entry.note.clone().filter(|_| may_read);
    if may_read {
        note_read(&app, me, &unit, &stored.entry).await?;
    }
    let w = visit.w;
    let mut rows = rows(w, &stored.entry, &activity, &terms);
    if me.may(Act::SeeStaffTime, &place) {
        rows.extend(staff_rows(w, &stored.entry));
    }
    let page = ShowPage {
        page: Page::new(&visit, w.text(&activity.name), "entries"),
        base: unit.address(),
        unit: w.text(&unit.name),
        activity: w.text(&activity.name),
        id: entry,
        command: app.ids.ordered(),
        version: stored.version,
        when: when(w, &unit, &stored.entry),
        rows,
        hidden_note: stored.entry.note.is_some() && !may_read,
        note,
        deleted: stored.entry.deleted,
        cancelled: stored.entry.status == Status::Cancelled,
        may_record: me.may(Act::Record, &place),
        remarks: check::remarks(&stored.entry)
            .iter()
            .map(|remark| w.with(remark.key, &remark.args))
            .collect(),
        told: asked.told.map(|told| w.tr(told.key())),
        proposals: versions.iter().filter(|kept| kept.state == "proposed").map(|kept| kept.version).collect(),
        history: versions
            .iter()
            .rev()
            .map(|kept| {
                let who = kept.by_name.clone().unwrap_or_else(|| w.tr("entry-nobody"));
                let past = kept.state == "past";
                Kept {
                    label: w.tr(&format!("version-{}", kept.state)),
                    href: past
                        .then(|| format!("{}/entries/{entry}/versions/{}", unit.address(), kept.version)),
                    says: format!("{} · {who}", at(w, &unit, kept.at)),
                }
            })
            .collect(),
    };
    Ok(render(&page)?.into_response())
}
