//! A plan as the beginning of the next one: which actions are carried over.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::list::year;
use super::{Desk, Three, address};
use crate::app::App;
use crate::error::Result;
use crate::form::{Fields, Wrong, told};
use crate::plan::copying::into_year;
use crate::plan::document::Kind;
use crate::plan::{making, when};
use crate::web::{Filled, Page, Visit, render};

struct Choice {
    code: String,
    name: String,
    when: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "plan/web/next.html")]
struct NextPage {
    page: Page,
    base: String,
    unit_href: String,
    name: String,
    year: String,
    /// What stands above, and its actions.
    groups: Vec<(String, Vec<Choice>)>,
    problems: Vec<(String, String)>,
}

fn page(visit: &Visit, desk: &Desk, typed: Option<&Fields>, wrong: &[Wrong]) -> NextPage {
    let w = visit.w;
    let parts = desk.kept.whats();
    let chosen = |code: &str| typed.is_none_or(|it| it.all("keep").any(|it| it == code));
    let mut groups: Vec<(String, Vec<Choice>)> = Vec::new();
    let mut last = String::new();
    for it in parts.iter().filter(|it| it.kind == Kind::Action) {
        if groups.is_empty() || last != it.within {
            let above = parts.iter().find(|above| above.code == it.within);
            groups.push((above.map_or_else(String::new, |above| w.text(&above.name)), Vec::new()));
            last.clone_from(&it.within);
        }
        let choice = Choice {
            code: it.code.clone(),
            name: w.text(&it.name),
            when: when::says(w, &it.says.when, desk.year()),
            chosen: chosen(&it.code),
        };
        if let Some((_, all)) = groups.last_mut() {
            all.push(choice);
        }
    }
    NextPage {
        page: Page::new(visit, w.tr("plan-next"), "overview"),
        base: desk.base(),
        unit_href: desk.unit.address(),
        name: desk.name(w),
        year: typed.map_or_else(|| (desk.year() + 1).to_string(), |it| it.get("year").to_owned()),
        groups,
        problems: told(w, wrong),
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(at): Path<Three>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), true).await?;
    Ok(render(&page(&visit, &desk, None, &[]))?.into_response())
}

pub async fn copy(Filled { app, visit, at, fields }: Filled<Three>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), true).await?;
    let refused = |key: &'static str| -> Result<Response> {
        let page = page(&visit, &desk, Some(&fields), &[Wrong::new("year", key)]);
        Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
    };
    let Some(to) = year(fields.get("year")) else { return refused("plan-year-wrong") };
    let keep: Vec<&str> = fields.all("keep").collect();
    let plan = into_year(&desk.kept.plan(), to, |it| keep.contains(&it.code.as_str()));
    // Sent again, what was begun then stands.
    match making::find(&app, &desk.unit, to).await? {
        Some(there) if there.plan() != plan => return refused("plan-year-taken"),
        _ => making::begin_plan(&app, visit.me()?, &desk.unit, &plan).await?,
    }
    Ok(Redirect::to(&address(&desk.unit, to)).into_response())
}
