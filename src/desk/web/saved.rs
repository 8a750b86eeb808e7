//! What a save changed, at once and on the same screen.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use crate::access::Act;
use crate::activities::{self, Entry, Occasion, Status};
use crate::app::App;
use crate::desk::overview::query;
use crate::error::{OrMissing, Result};
use crate::i18n::Words;
use crate::measures::{self, Amount, Ask, Axis, Length, Measure, Period, Question, Sums};
use crate::periods;
use crate::reflections;
use crate::units;
use crate::vocabulary::Part;
use crate::watch;
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "desk/web/saved.html")]
struct SavedPage {
    page: Page,
    base: String,
    id: Uuid,
    command: Uuid,
    version: i64,
    activity: String,
    says: String,
    parts: String,
    /// That heads were taken over from last time, and whether they still are those.
    copied: Option<String>,
    left: Option<String>,
    remarks: Vec<String>,
    /// (figure, what it is, where it opens)
    changes: Vec<(String, String, Option<String>)>,
    shift: Option<String>,
    /// Closed since it was saved.
    closed: bool,
    next: Option<(String, String)>,
    /// Questions about what took place.
    reflections: reflections::Beside,
    /// What of it is worth a look.
    odd: watch::Told,
}

#[derive(Deserialize)]
pub struct Asked {
    version: Option<i64>,
    /// What of last time's heads was left out.
    #[serde(default)]
    left: String,
}

/// The share young people created, without one entry.
fn share_without(sums: &Sums, entry: &Entry) -> Amount {
    let without = Sums {
        duration_min: sums.duration_min - entry.duration_min,
        created_min: sums.created_min - entry.created_min,
        ..*sums
    };
    Measure::CreatedShare.of(&without)
}

/// The sentence about margins that were taken over from last time and left out again.
fn left(w: Words, margins: &str) -> Option<String> {
    match (margins.contains("_gender"), margins.contains("_age")) {
        (true, true) => Some(w.tr("saved-left-gender-age")),
        (true, false) => Some(w.tr("saved-left-gender")),
        (false, true) => Some(w.tr("saved-left-age")),
        (false, false) => None,
    }
}

/// The sentence about heads that were taken over from last time: as they were, or corrected.
async fn copied(app: &App, w: Words, saved: &Entry, network_id: Uuid) -> Result<Option<String>> {
    if !saved.copied_counts {
        return Ok(None);
    }
    let last = activities::last_held(&app.db, network_id, saved.activity_id, saved.local_date).await?;
    let same = last.is_some_and(|last| last.entry.counts == saved.counts);
    Ok(Some(w.tr(if same { "saved-copied" } else { "saved-copied-corrected" })))
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, entry)): Path<(String, String, Uuid)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::SeeEntries, &unit.as_place())?;
    let stored = activities::entry(&app.db, unit.network.id, entry).await?.or_missing()?;
    if stored.entry.unit_id != unit.id {
        return Err(crate::error::AppError::NotFound);
    }
    if asked.version.is_some_and(|version| version != stored.version) {
        // Undone or corrected since: a way back to this page must not say that it counts.
        return Ok(Redirect::to(&format!("{}/entries/{entry}", unit.address())).into_response());
    }
    let saved = &stored.entry;
    let offered = activities::activities_of_unit(&app.db, unit.network.id, unit.id).await?;
    let activity = offered.iter().find(|activity| activity.id == saved.activity_id).or_missing()?;
    let w = visit.w;
    let school = unit.network.school_year_start;
    let year = Period::around(Length::Year, saved.local_date, school);
    let month = Period::around(Length::Month, saved.local_date, school);
    let base = unit.address();
    let today = app.clock.today(unit.zone);
    let when = if year.from <= today && today < year.until {
        w.tr("saved-this-year")
    } else {
        w.of("saved-in-year", chrono::Datelike::year(&saved.local_date).to_string())
    };
    let this_month = month.from <= today && today < month.until;

    let mut changes = Vec::new();
    let mut shift = None;
    if saved.status == Status::Held && !saved.deleted {
        let question = |period| Question::new(unit.network.id, unit.path.clone(), period);
        let asks = [Ask::whole(year), Ask::whole(month)];
        let books = measures::open(&app.db, unit.network.id, &asks).await?;
        let kinds = books.by(&question(year), Axis::Kind);
        let of_kind = kinds.get(saved.kind.code()).copied().unwrap_or_default();
        let open = |measure: Measure, period: &Period, of: &str| {
            Some(format!("{base}/figures?measure={}&{}{of}", measure.code(), query(period)))
        };
        let number = w.with("saved-nth", &[("n", w.int(of_kind.held).into())]);
        let of_this = format!("&by=kind&of={}", saved.kind.code());
        let opened = open(Measure::ActivitiesHeld, &year, &of_this);
        changes.push((number, w.of(&format!("saved-{}", saved.kind.code()), &when), opened));
        let of_month = books.total(&question(month));
        if let Amount::Ratio(now) = Measure::CreatedShare.of(&of_month) {
            let before = share_without(&of_month, saved);
            let says = match before {
                _ if !this_month => w.of("saved-created-in", w.month_in(saved.local_date)),
                Amount::Ratio(before) => w.of("saved-created-before", w.percent(before, 0)),
                _ => w.tr("saved-created"),
            };
            changes.push((w.percent(now, 0), says.clone(), open(Measure::CreatedShare, &month, "")));
            let drawn = charts::Shift {
                id: "shift".into(),
                title: w.of("saved-shift", w.month(saved.local_date)),
                desc: says,
                before: before.number(),
                after: now,
                shown: w.percent(now, 0),
            };
            shift = Some(drawn.svg());
        }
        let whole: Sums = kinds.into_values().sum();
        let says = match saved.counts.visits() {
            Some(visits) => {
                let (n, here) = (whole.visits().into(), w.int(visits).into());
                w.with("saved-visits", &[("n", n), ("here", here), ("when", when.into())])
            }
            None => w.with("saved-visits-none", &[("n", whole.visits().into()), ("when", when.into())]),
        };
        changes.push((w.int(whole.visits()), says, open(Measure::Visits, &year, "")));
    }

    let mut said = vec![w.date(saved.local_date)];
    if saved.status == Status::Cancelled {
        said.push(w.tr("entry-was-cancelled"));
    } else {
        said.extend(saved.counts.visits().map(|visits| w.n("visits", visits)));
        said.push(w.length(saved.duration_min));
    }
    let parts =
        [(Part::Participant, "participants"), (Part::Creator, "creators"), (Part::Audience, "audience")];
    let parts = parts
        .into_iter()
        .filter_map(|(part, key)| saved.counts.of(part).map(|heads| w.n(key, heads.total)))
        .collect::<Vec<_>>()
        .join(", ");
    let done = activities::recorded_on(&app.db, unit.network.id, unit.id, saved.local_date, saved.local_date)
        .await?;
    let done: Vec<&Entry> = done.iter().map(|stored| &stored.entry).collect();
    let next = activities::outstanding(saved.local_date, &offered, &done).into_iter().next();
    let day = [(unit.id, saved.local_date)];
    let closed = periods::calendar(&app.db, unit.network.id, &day).await?.any_closed(&day).is_some();
    let reflections = reflections::beside(&app, &visit, &unit, &stored, "saved").await?;
    let page = SavedPage {
        page: Page::new(&visit, w.tr("saved-title"), "today"),
        id: entry,
        command: app.ids.ordered(),
        version: asked.version.unwrap_or(stored.version),
        activity: w.text(&activity.name),
        says: said.join(" · "),
        parts,
        copied: copied(&app, w, saved, unit.network.id).await?,
        left: left(w, &asked.left),
        remarks: activities::remarks(saved).iter().map(|remark| w.with(remark.key, &remark.args)).collect(),
        changes,
        shift,
        odd: watch::of_entry(&app, w, me, &unit, entry).await?,
        closed,
        next: next.map(|Occasion { date, activity, usual }| {
            let (id, start) = (activity.id, usual.start_min);
            (format!("{base}/entries/new?activity={id}&date={date}&start={start}"), w.text(&activity.name))
        }),
        base,
        reflections,
    };
    Ok(render(&page)?.into_response())
}
