//! From how many points on an area is good enough in a year: said ahead of it, or when its results are there.

use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::Datelike;
use serde::Deserialize;

use super::told::Names;
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::form::told;
use crate::i18n::Arg;
use crate::results::{reading, targets};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

struct Line {
    code: String,
    name: String,
    /// As typed, or as it stands.
    points: String,
    /// Who says so, where it is somebody above.
    of: Option<String>,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "results/web/targets.html")]
struct TargetsPage {
    page: Page,
    base: String,
    unit: String,
    year: i32,
    /// To choose from, with whether it is this one.
    years: Vec<(i32, bool)>,
    saved: bool,
    lines: Vec<Line>,
}

#[derive(Deserialize)]
pub struct Wanted {
    year: Option<String>,
    saved: Option<String>,
}

/// Fields as they were typed, and what is wrong with them.
type Typed<'a> = (&'a [(String, String)], &'a [(String, String)]);

async fn unit_for(app: &App, visit: &Visit, (network, unit): (&str, &str)) -> Result<Unit> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(Act::SetTargets, &unit.as_place())?;
    Ok(unit)
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    year: i32,
    typed: Option<Typed<'_>>,
) -> Result<TargetsPage> {
    let (w, this) = (visit.w, app.clock.today(unit.network.zone).year());
    let line: Vec<uuid::Uuid> = unit.path.ids().into_iter().rev().collect();
    let said = reading::targets(&app.db, unit.network.id, &line, i64::from(year)).await?;
    let names = Names::new(w, &units::ever(&app.db, unit.network.id).await?);
    let of_area = |(code, name): (String, crate::i18n::Text18)| {
        let target = said.get(&code);
        let own = target.filter(|it| it.unit_id == unit.id).map(|it| it.points.to_string());
        let field = format!("area_{code}");
        let find = |all: &[(String, String)]| {
            all.iter().find(|(name, _)| *name == field).map(|(_, value)| value.clone())
        };
        Line {
            name: w.text(&name),
            points: typed.and_then(|(fields, _)| find(fields)).or(own).unwrap_or_default(),
            of: target.filter(|it| it.unit_id != unit.id).map(|it| {
                let args = [("unit", names.name(it.unit_id).into()), ("n", Arg::Int(it.points))];
                w.with("results-target-of", &args)
            }),
            problem: typed.and_then(|(_, problems)| find(problems)),
            code,
        }
    };
    let mut lines: Vec<Line> = targets::areas(app, unit.network.id).await?.into_iter().map(of_area).collect();
    lines.sort_by(|a, b| w.compare(&a.name, &b.name));
    let mut years: Vec<i32> = (this - 1..=this + 1).collect();
    if !years.contains(&year) {
        years.push(year);
        years.sort_unstable();
    }
    Ok(TargetsPage {
        page: Page::new(visit, w.of("results-aims", year), "voice"),
        base: unit.address(),
        unit: w.text(&unit.name),
        year,
        years: years.into_iter().map(|one| (one, one == year)).collect(),
        saved: false,
        lines,
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit)).await?;
    let this = app.clock.today(unit.network.zone).year();
    let year = wanted.year.as_deref().and_then(targets::year).unwrap_or(this);
    let mut page = page(&app, &visit, &unit, year, None).await?;
    page.saved = wanted.saved.is_some();
    Ok(render(&page)?.into_response())
}

pub async fn set(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit)).await?;
    let typed = sent.iter().find(|(name, _)| name == "year").map_or("", |(_, year)| year.as_str());
    let year = targets::year(typed).ok_or(crate::error::AppError::Invalid("error-garbled"))?;
    let said: Vec<(&str, &str)> =
        sent.iter().filter_map(|(name, value)| Some((name.strip_prefix("area_")?, value.as_str()))).collect();
    if let Err(wrong) = targets::set(&app, visit.me()?, &unit, year, &said).await? {
        let page = page(&app, &visit, &unit, year, Some((&sent, &told(visit.w, &wrong)))).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    }
    Ok(Redirect::to(&format!("{}/targets?year={year}&saved=1", unit.address())).into_response())
}
