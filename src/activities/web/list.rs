//! The entries of a unit and everything below it: newest first, narrowed by whatever one looks for.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

use crate::access::Act;
use crate::activities::store;
use crate::activities::store::entries::Filter;
use crate::app::App;
use crate::error::Result;
use crate::units;
use crate::vocabulary::Kind;
use crate::web::{Page, Visit, render};

/// Entries on one page.
const MOST: i64 = 50;

struct Line {
    href: String,
    date: NaiveDate,
    day: String,
    weekday: String,
    activity: String,
    unit: String,
    says: String,
    cancelled: bool,
    has_note: bool,
}

#[derive(Template)]
#[template(path = "activities/web/list.html")]
struct ListPage {
    page: Page,
    base: String,
    unit: String,
    asked: Asked,
    activities: Vec<(Uuid, String)>,
    kinds: Vec<(&'static str, String)>,
    lines: Vec<Line>,
    may_record: bool,
    newer: Option<String>,
    older: Option<String>,
    narrowed: bool,
}

/// What was asked for, as it stands in the address.
#[derive(Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    activity: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    mine: String,
    #[serde(default)]
    skip: i64,
}

impl Asked {
    fn address(&self, base: &str, skip: i64) -> String {
        let mut address = format!("{base}/entries?skip={skip}");
        for (name, value) in [
            ("q", &self.q),
            ("from", &self.from),
            ("to", &self.to),
            ("activity", &self.activity),
            ("kind", &self.kind),
            ("mine", &self.mine),
        ] {
            if !value.is_empty() {
                address.push_str(&format!("&{name}={}", crate::web::encoded(value)));
            }
        }
        address
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
    me.allow(Act::SeeEntries, &unit.as_place())?;
    let w = visit.w;
    let today = app.clock.today(unit.zone);
    let activities = store::activities::of_branch(&app.db, unit.network.id, &unit.path, today).await?;
    let branch = units::branch(&app.db, &unit, today).await?;
    let unit_of: HashMap<Uuid, &units::Unit> = branch.iter().map(|unit| (unit.id, unit)).collect();
    let names: HashMap<Uuid, String> = activities.iter().map(|it| (it.id, w.text(&it.name))).collect();

    let mut wanted: Option<Vec<Uuid>> = asked.activity.parse().ok().map(|id| vec![id]);
    let searched = asked.q.trim().to_lowercase();
    if !searched.is_empty() {
        let found =
            activities.iter().filter(|it| names[&it.id].to_lowercase().contains(&searched)).map(|it| it.id);
        wanted = Some(found.filter(|id| wanted.as_ref().is_none_or(|only| only.contains(id))).collect());
    }
    let skip = asked.skip.max(0);
    let filter = Filter {
        from: asked.from.parse().ok(),
        last: asked.to.parse().ok(),
        activities: wanted,
        made_by: (asked.mine == "1").then_some(me.id),
        kind: Kind::from_code(&asked.kind).map(Kind::code),
        skip,
        most: MOST + 1,
    };
    let mut found = store::entries::list(&app.db, unit.network.id, &unit.path, &filter).await?;
    let more = i64::try_from(found.len()).unwrap_or(0) > MOST;
    found.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));

    let lines = found
        .into_iter()
        .filter_map(|entry| {
            let at = unit_of.get(&entry.unit_id)?;
            let mut says = vec![w.length(entry.duration_min)];
            says.extend(entry.visits.map(|visits| w.n("visits", visits)));
            if let Some(start) = entry.start_min {
                says.insert(0, w.clock(start));
            }
            let cancelled = entry.status != "held";
            Some(Line {
                href: format!("{}/entries/{}", at.address(), entry.id),
                date: entry.local_date,
                day: w.day(entry.local_date),
                weekday: w.weekday_date(entry.local_date),
                activity: names.get(&entry.activity_id).cloned().unwrap_or_default(),
                unit: if at.id == unit.id { String::new() } else { w.text(&at.name) },
                says: if cancelled { w.tr("entry-was-cancelled") } else { says.join(" · ") },
                cancelled,
                has_note: entry.has_note,
            })
        })
        .collect();
    let mut choices: Vec<(Uuid, String)> = activities
        .iter()
        .map(|it| {
            let name = names[&it.id].clone();
            let at = unit_of.get(&it.unit_id).filter(|at| at.id != unit.id);
            (it.id, at.map_or(name.clone(), |at| format!("{name} ({})", w.text(&at.name))))
        })
        .collect();
    choices.sort_by(|a, b| w.compare(&a.1, &b.1));
    let base = unit.address();
    let page = ListPage {
        page: Page::new(&visit, w.of("entries-of", w.text(&unit.name)), "entries"),
        unit: w.text(&unit.name),
        activities: choices,
        kinds: Kind::ALL.iter().map(|kind| (kind.code(), w.tr(&format!("kind-{}", kind.code())))).collect(),
        lines,
        may_record: me.may(Act::Record, &unit.as_place()) && unit.may_record,
        newer: (skip > 0).then(|| asked.address(&base, (skip - MOST).max(0))),
        older: more.then(|| asked.address(&base, skip + MOST)),
        narrowed: [&asked.q, &asked.from, &asked.to, &asked.activity, &asked.kind, &asked.mine]
            .iter()
            .any(|it| !it.is_empty()),
        base,
        asked,
    };
    Ok(render(&page)?.into_response())
}
