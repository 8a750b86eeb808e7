//! What a unit's work cost in a year.

use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::Datelike;
use serde::Deserialize;

use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::form::{Wrong, told};
use crate::packs::beside::{kinds, set_costs, year};
use crate::packs::store::{self, ALL};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "packs/web/costs.html")]
struct CostsPage {
    page: Page,
    base: String,
    unit: String,
    year: i64,
    years: Vec<i64>,
    saved: bool,
    lines: Vec<Line>,
}

struct Line {
    field: String,
    label: String,
    what: Option<String>,
    value: String,
    problem: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    pub year: String,
    pub saved: String,
}

/// What was typed, and what is wrong with it.
type Refused<'a> = (&'a [(String, String)], &'a [Wrong]);

/// Last year, this one, and the one asked for.
pub fn years(this: i64, asked: i64) -> Vec<i64> {
    let mut years = vec![this - 1, this, asked];
    years.sort_unstable();
    years.dedup();
    years
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    year: i64,
    typed: Option<Refused<'_>>,
) -> Result<CostsPage> {
    let w = visit.w;
    let stored = store::costs(&app.db, unit.network.id, year).await?;
    let problems = typed.map(|(_, wrong)| told(w, wrong)).unwrap_or_default();
    let line = |kind: &'static str| {
        let field = format!("cost_{kind}");
        let find =
            |all: &[(String, String)]| all.iter().find(|(name, _)| *name == field).map(|(_, it)| it.clone());
        let own = stored.iter().find(|it| it.unit_id == unit.id && it.kind == kind);
        #[allow(clippy::cast_precision_loss)] // No amount comes near 2^53.
        let own = own.map(|it| w.decimal(it.cents as f64 / 100.0, 2));
        Line {
            label: if kind == ALL { w.tr("cost-all") } else { w.tr(&format!("kind-{kind}")) },
            what: (kind == ALL).then(|| w.tr("cost-all-what")),
            value: typed.and_then(|(fields, _)| find(fields)).or(own).unwrap_or_default(),
            problem: find(&problems),
            field,
        }
    };
    Ok(CostsPage {
        page: Page::new(visit, w.of("costs", year), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        year,
        years: years(i64::from(app.clock.today(unit.zone).year()), year),
        saved: false,
        lines: kinds().map(line).collect(),
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Build, &unit.as_place())?;
    let this = i64::from(app.clock.today(unit.zone).year());
    let mut page = page(&app, &visit, &unit, year(&wanted.year).unwrap_or(this), None).await?;
    page.saved = !wanted.saved.is_empty();
    Ok(render(&page)?.into_response())
}

pub async fn save(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Build, &unit.as_place())?;
    let sent = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
    let this = i64::from(app.clock.today(unit.zone).year());
    let year = sent("year").and_then(year).unwrap_or(this);
    // A field that was not sent says nothing.
    let typed: Vec<(&str, &str)> =
        kinds().filter_map(|kind| sent(&format!("cost_{kind}")).map(|value| (kind, value))).collect();
    if let Err(wrong) = set_costs(&app, visit.me()?, &unit, year, &typed).await? {
        let page = page(&app, &visit, &unit, year, Some((&fields, &wrong))).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    }
    Ok(Redirect::to(&format!("{}/costs?year={year}&saved=1", unit.address())).into_response())
}
