//! One evaluation: what it stands at, its acts, and how far each unit is.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{about, unit_for};
use crate::access::Act;
use crate::answers;
use crate::app::App;
use crate::clock::Day;
use crate::error::{OrMissing, Result};
use crate::evaluation::copies::{self, Copy};
use crate::evaluation::standing::{Evaluation, State as Stands};
use crate::evaluation::{acts, making, store};
use crate::i18n::Words;
use crate::units;
use crate::web::{Page, Visit, render};

struct Line {
    unit: String,
    kind: Option<String>,
    address: String,
    /// What was counted this morning, or a dash.
    complete: String,
    /// What is to be said of that.
    says: String,
}

/// A backup that was made while answers came in.
struct CopyLine {
    id: Uuid,
    name: String,
    made: String,
    says: String,
    is_late: bool,
    may_be_there: bool,
}

#[derive(Template)]
#[template(path = "evaluation/web/one.html")]
struct OnePage {
    page: Page,
    base: String,
    action: String,
    name: String,
    lead: String,
    state: String,
    may_open: bool,
    may_close: bool,
    /// (what, how)
    terms: Vec<(String, String)>,
    /// What is missing in its languages, while that matters.
    lacks: Vec<about::Lack>,
    /// (what, when and by whom)
    deeds: Vec<(String, String)>,
    is_over: bool,
    may_release: bool,
    code: String,
    /// Those that were asked: (code, name).
    units: Vec<(String, String)>,
    what: String,
    site: String,
    counted: Option<String>,
    /// How many places have not begun, of how many.
    silent: Option<String>,
    /// Batches of answers that came faster than people answer, and where.
    quick: Option<String>,
    /// Where more came in a minute than is taken.
    flooded: Option<String>,
    lines: Vec<Line>,
    /// By when backups have to be gone, where there are any.
    gone_by: Option<String>,
    copies: Vec<CopyLine>,
}

fn copy_line(w: Words, it: &Evaluation, copy: &Copy, zone: Tz, today: NaiveDate) -> CopyLine {
    let day = |at: DateTime<Utc>| w.date(Day::Now(at).in_zone(zone));
    let is_late = copy.gone_at.is_none() && it.is_over() && today >= copies::gone_by(it, zone);
    CopyLine {
        id: copy.id,
        name: copy.name(),
        made: w.with(
            "copies-made",
            &[("day", day(copy.made_at).into()), ("machine", copy.machine.clone().into())],
        ),
        says: match copy.gone_at {
            Some(at) => w.of("copies-gone", day(at)),
            None => w.tr(if is_late { "copies-late" } else { "copies-there" }),
        },
        is_late,
        may_be_there: copy.gone_at.is_none(),
    }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<(String, String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    let (w, network_id) = (visit.w, unit.network.id);
    let it = store::by_code(&app.db, network_id, &code).await?.or_missing()?;
    let places = store::places(&app.db, network_id, it.id).await?;
    let counts = store::counts(&app.db, network_id, it.id).await?;
    let all = units::ever(&app.db, network_id).await?;
    let units: HashMap<Uuid, String> = all.iter().map(|unit| (unit.id, w.text(&unit.name))).collect();
    let asked = |unit: &&units::Unit| places.iter().any(|place| place.unit_id == unit.id);
    let mut asked: Vec<(String, String)> =
        all.iter().filter(asked).map(|unit| (unit.code.clone(), w.text(&unit.name))).collect();
    asked.sort_by(|a, b| w.compare(&a.1, &b.1));
    let several = places.iter().any(|it| it.kind != places[0].kind);
    let mut silent = 0i64;
    let mut lines: Vec<Line> = places
        .iter()
        .map(|place| {
            let count = counts.iter().find(|it| (it.unit_id, it.kind) == (place.unit_id, place.kind));
            silent += i64::from(count.is_some_and(|it| !it.begun));
            let (complete, says) = super::far(w, count, &it);
            Line {
                unit: units.get(&place.unit_id).cloned().unwrap_or_default(),
                kind: several
                    .then(|| w.of("evaluation-about-kind", w.tr(&format!("kind-{}", place.kind.code())))),
                address: place.address.clone(),
                complete,
                says,
            }
        })
        .collect();
    lines.sort_by(|a, b| w.compare(&a.unit, &b.unit).then_with(|| a.kind.cmp(&b.kind)));
    let batches = answers::batches(&app.db, network_id, it.id).await?;
    let mut quick: Vec<String> =
        batches.iter().filter(|it| it.quick).filter_map(|it| units.get(&it.unit_id).cloned()).collect();
    quick.sort_by(|a, b| w.compare(a, b));
    quick.dedup();
    let (copies, today) = (store::copies(&app.db, &it).await?, app.clock.today(unit.network.zone));
    let mut flooded: Vec<String> =
        store::floods(&app.db, &it).await?.iter().filter_map(|id| units.get(id).cloned()).collect();
    flooded.sort_by(|a, b| w.compare(a, b));
    let asks = about::asked(&app, w, &it).await?;
    let lacks = if it.is_over() { Vec::new() } else { about::lacks(w, &it, &asks) };
    let base = unit.address();
    let counted = counts.iter().map(|it| it.on).max();
    let state = it.state();
    Ok(render(&OnePage {
        page: Page::new(&visit, w.text(&it.name), "structure"),
        action: format!("{base}/evaluations/{code}"),
        base,
        name: w.text(&it.name),
        lead: w.span(it.opens_on, it.last_on()),
        state: w.tr(&format!("evaluation-{}", state.code())),
        may_open: state == Stands::Prepared,
        may_close: state == Stands::Open,
        terms: about::terms(&app, w, &it, &asks).await?,
        lacks,
        deeds: about::deeds(&app, w, &it, unit.network.zone).await?,
        is_over: it.is_over(),
        may_release: state == Stands::Closed,
        units: asked,
        what: w.tr(&format!("evaluation-{}-what", state.code())),
        site: app.settings.base_url(),
        counted: counted.map(|on| w.of("evaluation-counted", w.date(on))),
        silent: (state == Stands::Open && silent > 0).then(|| w.n("evaluation-silent", silent)),
        quick: (!quick.is_empty()).then(|| w.of("evaluation-quick", quick.join(", "))),
        flooded: (!flooded.is_empty()).then(|| w.of("evaluation-flooded", flooded.join(", "))),
        lines,
        gone_by: (!copies.is_empty())
            .then(|| w.of("copies-what", w.date(copies::gone_by(&it, unit.network.zone)))),
        copies: copies.iter().map(|copy| copy_line(w, &it, copy, unit.network.zone, today)).collect(),
        code,
    })?
    .into_response())
}

pub async fn open(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<(String, String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    acts::open(&app, visit.me()?, &unit, &code).await?;
    Ok(Redirect::to(&format!("{}/evaluations/{code}", unit.address())).into_response())
}

pub async fn close(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<(String, String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    acts::close(&app, visit.me()?, &unit, &code).await?;
    Ok(Redirect::to(&format!("{}/evaluations/{code}", unit.address())).into_response())
}

pub async fn withdraw(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<(String, String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    making::withdraw(&app, visit.me()?, &unit, &code).await?;
    Ok(Redirect::to(&format!("{}/evaluations", unit.address())).into_response())
}

/// Somebody says that a backup is deleted.
pub async fn copy_gone(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code, copy)): Path<(String, String, String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    let id = copy.parse().ok().or_missing()?;
    copies::say_gone(&app, visit.me()?, &unit, &code, id).await?;
    Ok(Redirect::to(&format!("{}/evaluations/{code}", unit.address())).into_response())
}
