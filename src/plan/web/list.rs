//! A unit's plans by year, and beginning one.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::Datelike;
use serde::Deserialize;

use super::{address, by};
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::form::{Wrong, told};
use crate::i18n::{Lang, Text18, Words};
use crate::plan::document::{Head, Plan};
use crate::plan::{making, may_see, store};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "plan/web/list.html")]
struct ListPage {
    page: Page,
    unit_href: String,
    /// Whether whoever looks may open the unit's own page.
    unit_open: bool,
    unit: String,
    may_write: bool,
    /// (address, name, who saved it last)
    plans: Vec<(String, String, String)>,
    /// The network's plans, where these are not they.
    above: Option<(String, String)>,
    year: String,
    problems: Vec<(String, String)>,
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    year: Option<&str>,
    wrong: &[Wrong],
) -> Result<ListPage> {
    let (w, me) = (visit.w, visit.me()?);
    let all = store::all(&app.db, unit).await?;
    let line = |it: &store::Held| {
        (address(unit, it.year), w.text(&it.head.what.name), by(w, unit, &it.head, "plan-saved-by"))
    };
    let next = all.first().map_or(app.clock.today(unit.zone).year(), |it| it.year + 1);
    let above = unit.parent_id.map(|_| {
        let network = &unit.network.code;
        (format!("/units/{network}/{network}/plans"), w.tr("plans-of-network"))
    });
    Ok(ListPage {
        page: Page::new(visit, w.tr("plans"), "overview"),
        unit_href: unit.address(),
        unit_open: me.may(Act::SeeFigures, &unit.as_place()),
        unit: w.text(&unit.name),
        may_write: me.may(Act::WritePlan, &unit.as_place()),
        plans: all.iter().map(line).collect(),
        above,
        year: year.map_or_else(|| next.to_string(), str::to_owned),
        problems: told(w, wrong),
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    may_see(visit.me()?, &unit)?;
    Ok(render(&page(&app, &visit, &unit, None, &[]).await?)?.into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    year: String,
}

/// The year of a plan as somebody typed it.
pub fn year(text: &str) -> Option<i32> {
    text.trim().parse().ok().filter(|year| (1990..=2100).contains(year))
}

/// What a new plan is called.
pub fn named(languages: &[String], year: i32) -> Text18 {
    let mut name = Text18::default();
    for lang in languages.iter().filter_map(|lang| Lang::from_code(lang)) {
        name.set(lang.code(), Words(lang).of("plan-of-year", year));
    }
    if name.is_empty() { Text18::one("en", Words(Lang::En).of("plan-of-year", year)) } else { name }
}

pub async fn begin(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::WritePlan, &unit.as_place())?;
    let Some(year) = year(&typed.year) else {
        let wrong = [Wrong::new("year", "plan-year-wrong")];
        let page = page(&app, &visit, &unit, Some(&typed.year), &wrong).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    };
    let head = Head { name: named(&unit.network.languages, year), ..Head::default() };
    making::begin_plan(&app, visit.me()?, &unit, &Plan { year, head, parts: Vec::new() }).await?;
    Ok(Redirect::to(&address(&unit, year)).into_response())
}
