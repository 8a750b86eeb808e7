//! Something that is not on today's list: which activity, which day.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::{Days, NaiveDate};
use serde::Deserialize;
use uuid::Uuid;

use crate::access::Act;
use crate::activities::store;
use crate::app::App;
use crate::clock::sane;
use crate::error::Result;
use crate::people;
use crate::units;
use crate::web::{Page, Visit, render};

/// How long after its end an activity is still offered for entries that came late.
const ENDED_DAYS: u64 = 366;

#[derive(Template)]
#[template(path = "activities/web/choose.html")]
struct ChoosePage {
    page: Page,
    base: String,
    unit: String,
    date: NaiveDate,
    today: NaiveDate,
    cancelled: bool,
    /// (id, name, what it is): offered on that day, and ended not long ago.
    activities: Vec<(Uuid, String, String)>,
    ended: Vec<(Uuid, String, String)>,
    may_build: bool,
    /// Whom to ask for an activity, where there is none and the visitor may not add it.
    ask: String,
}

#[derive(Deserialize)]
pub struct Asked {
    date: Option<NaiveDate>,
    status: Option<String>,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::Record, &unit.as_place())?;
    let w = visit.w;
    let today = app.clock.today(unit.zone);
    let date = asked.date.map_or(today, sane);
    let offered = store::activities::of_unit(&app.db, unit.network.id, unit.id).await?;
    let mut activities: Vec<(Uuid, String, String)> = offered
        .iter()
        .filter(|activity| activity.offered_on(date))
        .map(|activity| {
            (activity.id, w.text(&activity.name), w.tr(&format!("kind-{}", activity.kind.code())))
        })
        .collect();
    activities.sort_by(|a, b| w.compare(&a.1, &b.1));
    // An evening of an activity that has ended since may still have to be written down.
    let since = today - Days::new(ENDED_DAYS);
    let mut ended: Vec<(Uuid, String, String)> = offered
        .iter()
        .filter(|activity| !activity.offered_on(date))
        .filter_map(|activity| Some((activity, activity.last_on()?)))
        .filter(|(_, last)| since <= *last && *last < today)
        .map(|(activity, last)| {
            (activity.id, w.text(&activity.name), w.of("choose-ended-until", w.date(last)))
        })
        .collect();
    ended.sort_by(|a, b| w.compare(&a.1, &b.1));
    let may_build = me.may(Act::Build, &unit.as_place());
    let ask = if may_build || !offered.is_empty() {
        String::new()
    } else {
        people::whom_to_ask(&app, w, &unit, Act::Build).await?
    };
    let page = ChoosePage {
        page: Page::new(&visit, w.tr("entry-add"), "today"),
        base: unit.address(),
        unit: w.text(&unit.name),
        date,
        today,
        cancelled: asked.status.as_deref() == Some("cancelled"),
        activities,
        ended,
        may_build,
        ask,
    };
    Ok(render(&page)?.into_response())
}
