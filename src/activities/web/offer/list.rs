//! What a unit offers and what it offered before.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

use super::form::{label, weekdays};
use crate::access::Act;
use crate::activities::Activity;
use crate::activities::store::activities as store;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::units::{self, Unit};
use crate::vocabulary::{self, Term};
use crate::web::{Page, Visit, render};

struct Line {
    id: Uuid,
    name: String,
    /// Kind, place and main tag.
    about: String,
    /// Usual times, or that there are none.
    times: String,
    /// Since when, and until when.
    period: String,
    saved: bool,
}

#[derive(Template)]
#[template(path = "activities/web/offer/list.html")]
struct OffersPage {
    page: Page,
    base: String,
    unit: String,
    lead: String,
    may_record: bool,
    may_build: bool,
    saved: Option<String>,
    running: Vec<Line>,
    ended: Vec<Line>,
}

#[derive(Deserialize)]
pub struct Done {
    saved: Option<Uuid>,
}

/// First day an activity is no longer offered: with its unit everything ends.
fn ends(activity: &Activity, unit: &Unit) -> Option<NaiveDate> {
    [activity.until_on, unit.closed_on].into_iter().flatten().min()
}

fn line(w: Words, unit: &Unit, activity: &Activity, terms: &[Term], saved: Option<Uuid>) -> Line {
    let tag = activity.main_tag.and_then(|id| terms.iter().find(|term| term.id == id));
    let about = [
        Some(w.tr(&format!("kind-{}", activity.kind.code()))),
        Some(w.tr(&format!("place-kind-{}", activity.place_kind.code()))),
        tag.map(|term| label(w, term)),
    ];
    Line {
        id: activity.id,
        name: w.text(&activity.name),
        about: about.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        times: weekdays(w, &activity.weekdays),
        period: match ends(activity, unit).and_then(|until| until.pred_opt()) {
            Some(last) => w.span(activity.from_on, last),
            None => w.of("offer-since", w.date(activity.from_on)),
        },
        saved: saved == Some(activity.id),
    }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::SeeEntries, &unit.as_place())?;
    let w = visit.w;
    let today = app.clock.today(unit.zone);
    let mut activities = store::of_unit(&app.db, unit.network.id, unit.id).await?;
    activities.sort_by(|a, b| w.compare(&w.text(&a.name), &w.text(&b.name)));
    let terms = vocabulary::terms(&app.db, unit.network.id).await?;
    let over = |activity: &&Activity| ends(activity, &unit).is_some_and(|until| until <= today);
    let lines = |ended: bool| -> Vec<Line> {
        let chosen = activities.iter().filter(|activity| over(activity) == ended);
        chosen.map(|activity| line(w, &unit, activity, &terms, done.saved)).collect()
    };
    let (running, ended) = (lines(false), lines(true));
    let name = w.text(&unit.name);
    let page = OffersPage {
        page: Page::new(&visit, w.of("activities-of", &name), "structure"),
        base: unit.address(),
        unit: name,
        lead: if unit.may_record {
            w.n("activities-lead", i64::try_from(running.len()).unwrap_or(i64::MAX))
        } else {
            w.tr("offer-unit-kind")
        },
        may_record: unit.may_record && unit.open_on(today),
        may_build: me.may(Act::Build, &unit.as_place()),
        saved: activities
            .iter()
            .find(|it| done.saved == Some(it.id))
            .map(|it| w.of("offer-saved", w.text(&it.name))),
        running,
        ended,
    };
    Ok(render(&page)?.into_response())
}
