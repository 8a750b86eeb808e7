//! What a part of a plan stands for outside the plan: the network's project that its activities name, a body that meets; and the
//! parts that stand for one of them, for whoever comes from there.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::{Desk, address};
use crate::access::Act;
use crate::app::App;
use crate::bodies::{self, Called};
use crate::error::{OrMissing, Result};
use crate::plan::document::{Kind, Part};
use crate::plan::{making, may_see, store, tree};
use crate::units;
use crate::vocabulary;
use crate::web::{Page, Visit, encoded, render};

/// The network's project of a part: what it is called, its page and its entries of the year for whoever may see them.
pub struct Project {
    pub name: String,
    pub href: Option<(String, String)>,
}

/// The body of a part: what it is called, and its page.
pub struct Body {
    pub name: String,
    pub href: String,
}

/// The body of a part, by their names: they are kept apart.
fn body_of<'c>(all: &'c [Called], part: &Part) -> Option<&'c Called> {
    let names = part.name.iter().filter(|_| part.kind == Kind::Body);
    names.flat_map(|(_, name)| bodies::meant(all, name)).next()
}

pub async fn project(
    app: &App,
    visit: &Visit,
    desk: &Desk,
    (parts, part): (&[Part], &Part),
) -> Result<Option<Project>> {
    let Some(code) = tree::project_of(parts, part) else { return Ok(None) };
    let all = vocabulary::projects(&app.db, desk.unit.network.id).await?;
    let Some(it) = all.into_iter().find(|it| it.code == code) else {
        return Ok(Some(Project { name: visit.w.of("plan-lost-project-short", code), href: None }));
    };
    let (unit, year) = (desk.unit.address(), desk.year());
    let may = visit.me()?.may(Act::SeeEntries, &desk.unit.as_place());
    let entries =
        format!("{unit}/entries?from={year}-01-01&to={year}-12-31&status=held&project={}", encoded(code));
    let href = may.then(|| (format!("{unit}/projects/{}", it.id), entries));
    Ok(Some(Project { name: visit.w.text(&it.name), href }))
}

pub async fn body(app: &App, visit: &Visit, desk: &Desk, part: &Part) -> Result<Option<Body>> {
    if part.kind != Kind::Body {
        return Ok(None);
    }
    let all = bodies::called(&app.db, &desk.unit).await?;
    Ok(body_of(&all, part).filter(|it| it.meets).map(|it| Body {
        name: visit.w.text(&it.name),
        href: format!("{}/bodies/{}", desk.unit.address(), it.id),
    }))
}

/// `?project=eu-you` or `?body=…`.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    project: String,
    body: Option<Uuid>,
}

#[derive(Template)]
#[template(path = "plan/web/named.html")]
struct NamedPage {
    page: Page,
    plans: String,
    name: String,
    /// (address, part, plan)
    found: Vec<(String, String, String)>,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    may_see(visit.me()?, &unit)?;
    let w = visit.w;
    let all = bodies::called(&app.db, &unit).await?;
    let name = match wanted.body {
        Some(id) => all.iter().find(|it| it.id == id).or_missing()?.name.clone(),
        None => {
            let all = vocabulary::projects(&app.db, unit.network.id).await?;
            all.into_iter().find(|it| it.code == wanted.project).or_missing()?.name
        }
    };
    let is = |part: &Part| match wanted.body {
        Some(id) => body_of(&all, part).is_some_and(|it| it.id == id),
        None => part.says.project == wanted.project,
    };
    let mut found = Vec::new();
    for held in store::all(&app.db, &unit).await? {
        let Some(kept) = making::find(&app, &unit, held.year).await? else { continue };
        let plan = w.text(&kept.held.head.what.name);
        let of = kept.parts.iter().filter(|it| is(&it.what));
        found.extend(of.map(|it| {
            let href = format!("{}/parts/{}", address(&unit, held.year), it.what.code);
            (href, w.text(&it.what.name), plan.clone())
        }));
    }
    // Where there is one place only, one is led to it.
    if let [(href, ..)] = found.as_slice() {
        return Ok(Redirect::to(href).into_response());
    }
    let page = NamedPage {
        page: Page::new(&visit, w.tr("plan-named"), "overview"),
        plans: format!("{}/plans", unit.address()),
        name: w.text(&name),
        found,
    };
    Ok(render(&page)?.into_response())
}
