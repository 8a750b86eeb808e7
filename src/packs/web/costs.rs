//! What a unit's work cost in a year.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::yearly::{Two, Wanted, Yearly};
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::form::{Wrong, told};
use crate::packs::beside::{kinds, set_costs};
use crate::packs::store::{self, ALL};
use crate::web::{Filled, Page, Visit, render};

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

/// What was typed, and what is wrong with it.
type Refused<'a> = (&'a [(String, String)], &'a [Wrong]);

async fn page(app: &App, visit: &Visit, asked: &Yearly, typed: Option<Refused<'_>>) -> Result<CostsPage> {
    let (w, unit, year) = (visit.w, &asked.unit, asked.year);
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
        years: asked.years(),
        saved: false,
        lines: kinds().map(line).collect(),
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<Two>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let asked = Yearly::find(&app, &visit, &at, Act::Build, &wanted.year).await?;
    let mut page = page(&app, &visit, &asked, None).await?;
    page.saved = !wanted.saved.is_empty();
    Ok(render(&page)?.into_response())
}

pub async fn save(Filled { app, visit, at, fields }: Filled<Two>) -> Result<Response> {
    let asked = Yearly::find(&app, &visit, &at, Act::Build, fields.get("year")).await?;
    let sent = |kind: &'static str| {
        let field = format!("cost_{kind}");
        // A field that was not sent says nothing.
        fields.has(&field).then(|| (kind, fields.get(&field)))
    };
    let typed: Vec<(&str, &str)> = kinds().filter_map(sent).collect();
    if let Err(wrong) = set_costs(&app, visit.me()?, &asked.unit, asked.year, &typed).await? {
        let page = page(&app, &visit, &asked, Some((&fields.0, &wrong))).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    }
    Ok(asked.saved("costs"))
}
