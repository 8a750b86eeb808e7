//! A new password, by a link.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use serde::Deserialize;

use super::account::password_problem;
use crate::access::begin_session;
use crate::app::App;
use crate::error::Result;
use crate::form::{Wrong, told};
use crate::people::reset;
use crate::web::{Page, Visit, render, session_cookie};

#[derive(Template)]
#[template(path = "people/web/reset.html")]
struct ResetPage {
    page: Page,
    path: String,
    mail: String,
    problems: Vec<(String, String)>,
}

impl ResetPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

fn page(visit: &Visit, mail: String, wrong: &[Wrong]) -> ResetPage {
    let problems = told(visit.w, wrong);
    ResetPage { page: Page::new(visit, visit.w.tr("reset"), ""), path: visit.path.clone(), mail, problems }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response> {
    let open = reset::open(&app, &token).await?;
    Ok(render(&page(&visit, open.mail, &[]))?.into_response())
}

#[derive(Deserialize)]
pub struct Given {
    #[serde(default)]
    password: String,
}

pub async fn take(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    jar: CookieJar,
    Form(given): Form<Given>,
) -> Result<Response> {
    let open = reset::open(&app, &token).await?;
    if let Some(problem) = password_problem(&given.password) {
        let page = page(&visit, open.mail, &[Wrong::new("password", problem)]);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    }
    reset::take(&app, &open, given.password).await?;
    let token = begin_session(&app, open.person_id).await?;
    Ok((jar.add(session_cookie(&app, token)), Redirect::to("/")).into_response())
}
