//! The age bands of a network, by the day they hold from.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::terms::unit_for;
use crate::app::App;
use crate::error::Result;
use crate::form::{Wrong, told};
use crate::units::Unit;
use crate::vocabulary::{changing, store};
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "vocabulary/web/bands.html")]
struct BandsPage {
    page: Page,
    base: String,
    network: String,
    /// (since when, the bands)
    sets: Vec<(String, String)>,
    form: Set,
    problems: Vec<(String, String)>,
}

impl BandsPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

#[derive(Default, Deserialize)]
pub struct Set {
    #[serde(default)]
    from: String,
    #[serde(default)]
    cuts: String,
}

async fn page(app: &App, visit: &Visit, unit: &Unit, form: Set, wrong: &[Wrong]) -> Result<BandsPage> {
    let w = visit.w;
    let sets = store::band_sets(&app.db, unit.network.id).await?;
    let sets = sets.into_iter().rev().map(|(from, bands)| {
        let bands = bands.iter().map(|band| band.label()).collect::<Vec<_>>().join(", ");
        (w.of("bands-since", w.date(from)), bands)
    });
    Ok(BandsPage {
        page: Page::new(visit, w.tr("bands"), "structure"),
        base: unit.address(),
        network: w.text(&unit.name),
        sets: sets.collect(),
        form,
        problems: told(w, wrong),
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    Ok(render(&page(&app, &visit, &unit, Set::default(), &[]).await?)?.into_response())
}

pub async fn set(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(form): Form<Set>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let from = form.from.trim().parse().ok();
    match changing::set_bands(&app, visit.me()?, &unit, from, &form.cuts).await? {
        Ok(()) => Ok(Redirect::to(&format!("{}/age-bands", unit.address())).into_response()),
        Err(wrong) => {
            let page = page(&app, &visit, &unit, form, &wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
