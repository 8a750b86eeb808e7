//! The entries of a unit and everything below it: newest first, narrowed by whatever one looks for, with what they come
//! to. A figure that is opened lands here, and the list comes to that figure.

mod asked;
mod choices;
mod found;
mod shows;

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

pub use self::asked::{Asked, Known};
use self::choices::Choice;
use self::found::{Search, found};
use self::shows::Shows;
use crate::access::{self, Act};
use crate::activities::store;
use crate::activities::store::list::{Listed, Totals};
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::units::{self, Unit};
use crate::vocabulary;
use crate::web::{Page, Visit, render};

/// Entries on one page.
const MOST: i64 = 50;

struct Line {
    href: String,
    date: NaiveDate,
    day: String,
    year: i32,
    weekday: String,
    activity: String,
    says: String,
    cancelled: bool,
    has_note: bool,
}

#[derive(Template)]
#[template(path = "activities/web/list/list.html")]
struct ListPage {
    page: Page,
    base: String,
    unit: String,
    asked: Asked,
    choices: Vec<Choice>,
    further: Vec<Choice>,
    more_open: bool,
    searches_notes: bool,
    /// What narrows the list, in words.
    chosen: String,
    count: String,
    /// What the entries come to: label and figure.
    sums: Vec<(String, String)>,
    figures: Option<String>,
    lines: Vec<Line>,
    /// Days of other years are told with their year.
    this_year: i32,
    may_record: bool,
    /// Everybody's entries, or one's own: (address, label, whether it is this one).
    whose: [(String, String, bool); 2],
    newer: Option<String>,
    older: Option<String>,
    narrowed: bool,
    /// Whether the sums stand open on a phone.
    of_something: bool,
}

/// What all of them come to; heads of the members asked for stand first.
pub fn sums(w: Words, totals: &Totals, members: Option<&str>) -> Vec<(String, String)> {
    let heads = totals.heads.zip(members).map(|(heads, members)| (members.to_owned(), w.int(heads)));
    let always = [
        (w.tr("measure-visits"), w.int(totals.visits)),
        (w.tr("measure-activities_held"), w.int(totals.held)),
        (w.tr("measure-youth_work_min"), w.hours(totals.duration_min)),
    ];
    let created =
        (totals.created_min > 0).then(|| (w.tr("measure-created_min"), w.hours(totals.created_min)));
    let first = (totals.first_visits > 0).then(|| (w.tr("measure-first_visits"), w.int(totals.first_visits)));
    heads.into_iter().chain(always).chain(created).chain(first).collect()
}

fn line(
    w: Words,
    entry: Listed,
    (here, at): (&Unit, &Unit),
    activity: String,
    heads: Option<&str>,
    shows: Option<Shows>,
) -> Line {
    let cancelled = entry.status != "held";
    // What was called off may have had no hours.
    let timed = !cancelled || entry.duration_min > 0;
    let mut says: Vec<String> = timed.then(|| w.length(entry.duration_min)).into_iter().collect();
    says.extend(entry.visits.map(|visits| w.n("visits", visits)));
    says.extend(shows.and_then(|shows| shows.line(w, &entry)));
    if let (Some(heads), Some(n)) = (heads, entry.heads) {
        says.push(format!("{heads}: {}", w.int(n)));
    }
    if let Some(start) = entry.start_min {
        says.insert(0, w.clock(start));
    }
    if at.id != here.id {
        says.push(w.text(&at.name));
    }
    Line {
        href: format!("{}/entries/{}", at.address(), entry.id),
        date: entry.local_date,
        day: w.day(entry.local_date),
        year: entry.local_date.year(),
        weekday: w.weekday_date(entry.local_date),
        activity,
        // That it was called off stands at the end of the line.
        says: says.join(" · "),
        cancelled,
        has_note: entry.has_note,
    }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    let place = unit.as_place();
    // A figure's address may have been sent on to somebody who sees figures and no entries.
    if me.may(Act::SeeFigures, &place) && !me.may(Act::SeeEntries, &place) {
        return Ok(Redirect::to(&asked.nearest(&unit.address())).into_response());
    }
    me.allow(Act::SeeEntries, &place)?;
    let w = visit.w;
    let network_id = unit.network.id;
    // Whose a unit is goes by the network's day.
    let today = app.clock.today(unit.network.zone);
    let (branch, activities, terms, bands, projects) = futures_util::future::try_join5(
        units::branch(&app.db, &unit, today),
        store::activities::of_branch(&app.db, network_id, &unit.path, today),
        vocabulary::terms(&app.db, network_id),
        vocabulary::age_bands(&app.db, network_id, today),
        vocabulary::projects(&app.db, network_id),
    )
    .await?;
    let unit_of: HashMap<Uuid, &Unit> = branch.iter().map(|unit| (unit.id, unit)).collect();
    let names: HashMap<Uuid, String> = activities.iter().map(|it| (it.id, w.text(&it.name))).collect();

    let may_record = me.may(Act::Record, &place);
    let search = Search { words: &asked.q, notes: me.may(Act::ReadNotes, &place), names: &names };
    if search.notes && !asked.q.trim().is_empty() {
        // Not what was looked for: it might be a name.
        let object = format!("unit {}", unit.id);
        access::put_on_record(&app, me, "search_notes", &object, &network_id, &unit.id).await?;
    }
    let filter =
        asked.filter(&Known { me: me.id, branch: &branch, terms: &terms, projects: &projects, may_record });
    let skip = asked.skip();
    let found = found(&app, &unit, today, filter, &search, asked.shows(), (skip, MOST)).await?;

    let mut choices: Vec<Choice> = choices::unit(w, &asked, &branch).into_iter().collect();
    let mut offered: Vec<(String, String)> = activities
        .iter()
        .map(|it| {
            let name = names[&it.id].clone();
            let at = unit_of.get(&it.unit_id).filter(|at| at.id != unit.id);
            (it.id.to_string(), at.map_or(name.clone(), |at| format!("{name} ({})", w.text(&at.name))))
        })
        .collect();
    offered.sort_by(|a, b| w.compare(&a.1, &b.1));
    choices.push(Choice::new(w, "activity", "activity", &asked.activity, offered));
    choices.push(choices::kind(w, &asked));
    choices.push(choices::standing(w, &asked, may_record));
    let further = choices::further(w, &asked, &terms, &projects, &bands);
    let members = further.iter().filter(|it| matches!(it.name, "part" | "gender" | "age"));
    let members: Vec<&str> = members.filter_map(Choice::chosen).collect();
    let members = (!members.is_empty()).then(|| members.join(", "));
    let shown = asked.shows().and_then(|shows| shows.sum(w, &found));
    let lines = found.listed.into_iter().filter_map(|entry| {
        let at = unit_of.get(&entry.unit_id)?;
        let activity = names.get(&entry.activity_id).cloned().unwrap_or_default();
        Some(line(w, entry, (&unit, at), activity, members.as_deref(), asked.shows()))
    });
    let mut told =
        if found.totals.held > 0 { sums(w, &found.totals, members.as_deref()) } else { Vec::new() };
    if let (Some(first), false) = (shown, told.is_empty()) {
        told.retain(|(label, _)| *label != first.0);
        told.insert(0, first);
    }
    let base = unit.address();
    let (from, to): (Option<NaiveDate>, Option<NaiveDate>) = (asked.from.parse().ok(), asked.to.parse().ok());
    let mut chosen = vec![match (from, to) {
        (Some(from), Some(to)) => w.span(from, to),
        (Some(from), None) => w.of("entries-since", w.date(from)),
        (None, Some(to)) => w.of("entries-until", w.date(to)),
        (None, None) => w.tr("entries-all-years"),
    }];
    chosen.extend((!asked.q.trim().is_empty()).then(|| w.of("entries-searched", asked.q.trim())));
    chosen.extend(choices.iter().chain(&further).filter_map(Choice::said));
    let page = ListPage {
        page: Page::new(&visit, w.of("entries-of", w.text(&unit.name)), "entries"),
        unit: w.text(&unit.name),
        chosen: chosen.join(" · "),
        count: w.n("entries-count", found.totals.entries),
        sums: told,
        figures: asked.figures(&base),
        lines: lines.collect(),
        this_year: today.year(),
        may_record: may_record && unit.may_record,
        whose: [("1", "entries-my-own"), ("", "entries-everybody")]
            .map(|(mine, key)| (asked.whose(&base, mine), w.tr(key), asked.mine == mine)),
        newer: (skip > 0).then(|| asked.address(&base, (skip - MOST).max(0))),
        older: (found.totals.entries > skip + MOST).then(|| asked.address(&base, skip + MOST)),
        narrowed: asked.narrowed(),
        of_something: asked.of_something(),
        more_open: asked.further(),
        searches_notes: search.notes,
        choices,
        further,
        base,
        asked,
    };
    Ok(render(&page)?.into_response())
}
