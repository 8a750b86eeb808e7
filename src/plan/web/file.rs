//! A plan brought in from a file, after a look at what it would change; and taken along as one.

use askama::Template;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};

use super::{Desk, Four, address};
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::i18n::Words;
use crate::plan::adoption::making::standing;
use crate::plan::arriving::read_for;
use crate::plan::difference::{Difference, Hanging, hanging, mark};
use crate::plan::document::Plan;
use crate::plan::files::{self, LIMITS};
use crate::plan::{making, preview};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render, upload};

/// Problems that are shown; the rest is counted.
const SHOWN: usize = 100;

/// What a file would change.
struct Look {
    name: String,
    says: Vec<String>,
    /// Each part that it changes.
    parts: Vec<String>,
    nothing: bool,
    /// The plan, to be sent once more.
    text: String,
    seen: String,
    /// Somebody changed the plan since it was looked at.
    again: bool,
    /// The plan is adopted already.
    adopted: bool,
}

#[derive(Template)]
#[template(path = "plan/web/file.html")]
struct FilePage {
    page: Page,
    unit_href: String,
    unit: String,
    year: String,
    look: Option<Look>,
    problems: Vec<(String, String)>,
    more: Option<String>,
}

fn page(visit: &Visit, unit: &Unit, year: &str) -> FilePage {
    FilePage {
        page: Page::new(visit, visit.w.tr("plan-bring"), "overview"),
        unit_href: unit.address(),
        unit: visit.w.text(&unit.name),
        year: year.to_owned(),
        look: None,
        problems: Vec::new(),
        more: None,
    }
}

/// What a file would change, or changed, in words.
pub fn says(w: Words, it: &Difference) -> Vec<String> {
    let n = |all: &[String]| i64::try_from(all.len()).unwrap_or(i64::MAX);
    let mut says = Vec::new();
    if it.new {
        says.push(w.tr("plan-file-new"));
    }
    for (key, all) in [
        ("plan-file-added", &it.added),
        ("plan-file-changed", &it.changed),
        ("plan-file-dropped", &it.dropped),
    ] {
        if !all.is_empty() {
            says.push(w.n(key, n(all)));
        }
    }
    if it.head && !it.new {
        says.push(w.tr("plan-file-head"));
    }
    if it.order {
        says.push(w.tr("plan-file-order"));
    }
    says
}

/// How much was counted by hand for what goes, in words.
pub fn counted(w: Words, all: &[Hanging]) -> Option<String> {
    let n: i64 = all.iter().map(|it| it.counts).sum();
    (n > 0).then(|| w.n("plan-file-counts", n))
}

pub async fn ask(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::WritePlan, &unit.as_place())?;
    Ok(render(&page(&visit, &unit, ""))?.into_response())
}

async fn look(app: &App, w: Words, unit: &Unit, plan: &Plan, again: bool) -> Result<Look> {
    let stands = making::find(app, unit, plan.year).await?;
    let difference = Difference::between(stands.as_ref(), plan);
    let adopted = match &stands {
        Some(kept) => standing(&app.db, unit.network.id, kept).await?.adopted().is_some(),
        None => false,
    };
    let mut says = says(w, &difference);
    says.extend(counted(w, &hanging(app, unit, stands.as_ref(), plan).await?));
    Ok(Look {
        adopted,
        name: w.text(&plan.head.name),
        says,
        parts: preview::parts(app, w, unit, stands.as_ref(), (plan, &difference)).await?,
        nothing: difference.is_nothing(),
        text: files::to_toml(plan),
        seen: mark(stands.as_ref()),
        again,
    })
}

pub async fn bring(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    request: Request,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::WritePlan, &unit.as_place())?;
    let (w, sent) = (visit.w, upload(request, LIMITS.bytes).await?);
    let typed = sent.fields.get("year");
    let mut page = page(&visit, &unit, typed);
    let refused = |page: &FilePage| -> Result<Response> {
        Ok((StatusCode::UNPROCESSABLE_ENTITY, render(page)?).into_response())
    };
    let year = super::list::year(typed);
    if year.is_none() && !typed.trim().is_empty() {
        page.problems = vec![(w.tr("plan-year"), w.tr("plan-year-wrong"))];
        return refused(&page);
    }
    match read_for(&app, w, &unit, sent.content(), year).await? {
        Err(mut problems) => {
            let more = problems.len().saturating_sub(SHOWN);
            page.more = (more > 0).then(|| w.n("plan-file-more", i64::try_from(more).unwrap_or(i64::MAX)));
            problems.truncate(SHOWN);
            page.problems = problems;
            refused(&page)
        }
        Ok(plan) => {
            let seen = sent.is_confirmed().then(|| sent.fields.get("seen"));
            if let Some(seen) = seen
                && making::bring_in(&app, Some(me.id), &unit, &plan, Some(seen)).await?.is_ok()
            {
                return Ok(Redirect::to(&address(&unit, plan.year)).into_response());
            }
            page.look = Some(look(&app, w, &unit, &plan, seen.is_some()).await?);
            Ok(render(&page)?.into_response())
        }
    }
}

pub async fn take(State(app): State<App>, visit: Visit, Path(at): Path<Four>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), false).await?;
    let plan = desk.kept.plan();
    let (kind, bytes) = match at.3.as_str() {
        "toml" => ("application/toml; charset=utf-8", files::to_toml(&plan).into_bytes()),
        "xlsx" => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            files::to_workbook(&plan, &desk.unit.network.languages).map_err(AppError::Internal)?,
        ),
        _ => return Err(AppError::NotFound),
    };
    let name = format!("attachment; filename=\"{}-plan-{}.{}\"", desk.unit.code, plan.year, at.3);
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}
