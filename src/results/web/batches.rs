//! Batches of answers, for whoever runs an evaluation that is closed: which came faster than people answer, and leaving
//! some out before anybody is told the results.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::told::Names;
use crate::access::Act;
use crate::answers;
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::evaluation::{self, State as Stands};
use crate::form::tidy;
use crate::results::{closing, store};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

/// Characters of a reason.
const LONGEST: usize = 300;

type At = Path<(String, String, String)>;

struct Batch {
    id: Uuid,
    says: String,
    quick: bool,
    aside: bool,
    chosen: bool,
}

struct Of {
    unit: String,
    /// Whether one of its batches came too fast.
    quick: bool,
    batches: Vec<Batch>,
}

#[derive(Template)]
#[template(path = "results/web/batches.html")]
struct BatchesPage {
    page: Page,
    back: String,
    name: String,
    action: String,
    /// Whether something may still be set aside.
    may: bool,
    editions: Vec<String>,
    units: Vec<Of>,
    reason: String,
    problem: Option<String>,
    /// Units that would be in no figure any more.
    withdrawn: Vec<String>,
}

struct Typed {
    batches: Vec<Uuid>,
    reason: String,
}

async fn unit_for(app: &App, visit: &Visit, (network, unit): (&str, &str)) -> Result<Unit> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(Act::Evaluate, &unit.as_place())?;
    Ok(unit)
}

async fn page(app: &App, visit: &Visit, unit: &Unit, code: &str, typed: &Typed) -> Result<BatchesPage> {
    let (w, network_id) = (visit.w, unit.network.id);
    let it = evaluation::by_code(&app.db, network_id, code).await?.or_missing()?;
    closing::settled(app, &it).await?;
    let names = Names::new(w, &units::ever(&app.db, network_id).await?);
    let mut all: Vec<Of> = Vec::new();
    let mut last = None;
    let batches = if it.is_over() { answers::batches(&app.db, network_id, it.id).await? } else { Vec::new() };
    for batch in batches {
        if last != Some(batch.unit_id) {
            all.push(Of { unit: names.name(batch.unit_id), quick: false, batches: Vec::new() });
            last = Some(batch.unit_id);
        }
        let Some(of) = all.last_mut() else { continue };
        of.quick |= batch.quick;
        of.batches.push(Batch {
            id: batch.id,
            says: w.n("results-n-answers", batch.answers),
            quick: batch.quick,
            aside: batch.aside_in.is_some(),
            chosen: typed.batches.contains(&batch.id),
        });
    }
    all.sort_by(|a, b| b.quick.cmp(&a.quick).then_with(|| w.compare(&a.unit, &b.unit)));
    let edition = |it: &store::Edition| {
        let day = crate::clock::Day::Now(it.made_at).in_zone(unit.network.zone);
        let reason = if it.reason.is_empty() { w.tr("results-edition-first") } else { it.reason.clone() };
        format!("{}. {} · {reason}", it.number, w.date(day))
    };
    let base = unit.address();
    Ok(BatchesPage {
        page: Page::new(visit, w.tr("results-batches"), "structure"),
        back: format!("{base}/evaluations/{code}"),
        name: w.text(&it.name),
        action: format!("{base}/evaluations/{code}/editions"),
        may: it.state() == Stands::Closed,
        editions: store::editions(&app.db, network_id, it.id).await?.iter().map(edition).collect(),
        units: all,
        reason: typed.reason.clone(),
        problem: None,
        withdrawn: Vec::new(),
    })
}

pub async fn show(State(app): State<App>, visit: Visit, Path((network, unit, code)): At) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit)).await?;
    let nothing = Typed { batches: Vec::new(), reason: String::new() };
    Ok(render(&page(&app, &visit, &unit, &code, &nothing).await?)?.into_response())
}

pub async fn set_aside(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): At,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit)).await?;
    let of = |name: &str| -> Vec<&str> {
        sent.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    };
    let typed = Typed {
        batches: of("batch").into_iter().filter_map(|id| id.parse().ok()).collect(),
        reason: tidy(&of("reason").join(" ")),
    };
    let problem = match (typed.batches.is_empty(), typed.reason.is_empty()) {
        (true, _) => Some("results-aside-nothing"),
        (false, true) => Some("results-aside-no-reason"),
        (false, false) if typed.reason.chars().count() > LONGEST => Some("results-aside-long"),
        _ => None,
    };
    let mut withdrawn = BTreeSet::new();
    if problem.is_none() {
        let even_so = !of("even_so").is_empty();
        let what = (typed.batches.as_slice(), typed.reason.as_str(), even_so);
        withdrawn = closing::set_aside(&app, visit.me()?, &unit, &code, what).await?;
        if withdrawn.is_empty() {
            let to = format!("{}/evaluations/{code}/batches", unit.address());
            return Ok(Redirect::to(&to).into_response());
        }
    }
    let names = Names::new(visit.w, &units::ever(&app.db, unit.network.id).await?);
    let mut page = page(&app, &visit, &unit, &code, &typed).await?;
    page.problem = problem.map(|key| visit.w.tr(key));
    page.withdrawn = withdrawn.iter().map(|id| names.name(*id)).collect();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}
