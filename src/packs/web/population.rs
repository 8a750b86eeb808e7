//! How many young people live where a unit is.

use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::yearly::{Two, Wanted, Yearly};
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::form::{Wrong, told};
use crate::packs::beside::{YOUTH, set_inhabitants};
use crate::packs::store;
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
    asked: &Yearly,
    typed: Option<(Typed, &[Wrong])>,
) -> Result<PopulationPage> {
    let (w, unit, year) = (visit.w, &asked.unit, asked.year);
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
        years: asked.years(),
        saved: false,
        inhabitants,
        source,
        problems,
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<Two>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let asked = Yearly::find(&app, &visit, &at, Act::ManageWords, &wanted.year).await?;
    let mut page = page(&app, &visit, &asked, None).await?;
    page.saved = !wanted.saved.is_empty();
    Ok(render(&page)?.into_response())
}

pub async fn save(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<Two>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let asked = Yearly::find(&app, &visit, &at, Act::ManageWords, &typed.year).await?;
    let said = (typed.inhabitants.as_str(), typed.source.as_str());
    if let Err(wrong) = set_inhabitants(&app, visit.me()?, &asked.unit, asked.year, said).await? {
        let page = page(&app, &visit, &asked, Some((typed, &wrong))).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    }
    Ok(asked.saved("population"))
}
