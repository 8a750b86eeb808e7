//! How many young people live where a unit is.

use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::Datelike;
use serde::Deserialize;

use super::costs::{Wanted, years};
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::form::{Wrong, told};
use crate::packs::beside::{YOUTH, set_inhabitants, year};
use crate::packs::store;
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "packs/web/population.html")]
struct PopulationPage {
    page: Page,
    base: String,
    unit: String,
    year: i64,
    years: Vec<i64>,
    saved: bool,
    inhabitants: String,
    source: String,
    problems: Vec<(String, String)>,
}

impl PopulationPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    year: String,
    inhabitants: String,
    source: String,
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    year: i64,
    typed: Option<(Typed, &[Wrong])>,
) -> Result<PopulationPage> {
    let w = visit.w;
    let stored = store::inhabitants(&app.db, unit.network.id, year, YOUTH).await?;
    let own = stored.into_iter().find(|it| it.unit_id == unit.id);
    let own = own.map(|it| (w.int(it.inhabitants), it.source)).unwrap_or_default();
    let problems = typed.as_ref().map(|(_, wrong)| told(w, wrong)).unwrap_or_default();
    let (inhabitants, source) = typed.map_or(own, |(typed, _)| (typed.inhabitants, typed.source));
    Ok(PopulationPage {
        page: Page::new(visit, w.of("population", year), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        year,
        years: years(i64::from(app.clock.today(unit.zone).year()), year),
        saved: false,
        inhabitants,
        source,
        problems,
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::ManageWords, &unit.as_place())?;
    let this = i64::from(app.clock.today(unit.zone).year());
    let mut page = page(&app, &visit, &unit, year(&wanted.year).unwrap_or(this), None).await?;
    page.saved = !wanted.saved.is_empty();
    Ok(render(&page)?.into_response())
}

pub async fn save(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::ManageWords, &unit.as_place())?;
    let this = i64::from(app.clock.today(unit.zone).year());
    let year = year(&typed.year).unwrap_or(this);
    let said = (typed.inhabitants.as_str(), typed.source.as_str());
    if let Err(wrong) = set_inhabitants(&app, visit.me()?, &unit, year, said).await? {
        let page = page(&app, &visit, &unit, year, Some((typed, &wrong))).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    }
    Ok(Redirect::to(&format!("{}/population?year={year}&saved=1", unit.address())).into_response())
}
