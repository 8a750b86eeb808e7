//! Taking up an invitation.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use serde::Deserialize;

use super::account::{password_problem, tidy_name};
use crate::access::begin_session;
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::people::invitation::{self, Open};
use crate::people::store;
use crate::units;
use crate::web::{Page, Visit, cookie, render};

#[derive(Template)]
#[template(path = "people/web/invitation.html")]
struct InvitationPage {
    page: Page,
    path: String,
    unit: String,
    role: String,
    mail: String,
    name: String,
    how: How,
    problem: Option<String>,
}

/// What has to be done to take it up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    NewAccount,
    SignInFirst,
    SignedIn,
    OtherAccount,
}

async fn page(
    app: &App,
    visit: &Visit,
    open: &Open,
    name: String,
    problem: Option<&'static str>,
) -> Result<InvitationPage> {
    let unit = units::by_id(&app.db, open.network_id, open.unit_id, app.clock.day()).await?.or_missing()?;
    let known =
        store::by_mail(&app.db, &open.mail).await?.is_some_and(|person| person.password_hash.is_some());
    let how = match visit.signed_in() {
        Some(me) if me.mail == open.mail => How::SignedIn,
        Some(_) => How::OtherAccount,
        None if known => How::SignInFirst,
        None => How::NewAccount,
    };
    let w = visit.w;
    Ok(InvitationPage {
        page: Page::new(visit, w.tr("invitation"), ""),
        path: visit.path.clone(),
        unit: w.text(&unit.name),
        role: w.tr(&format!("role-{}", open.kind.code())),
        mail: open.mail.clone(),
        name,
        how,
        problem: problem.map(|key| w.tr(key)),
    })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response> {
    let open = invitation::open(&app, &token).await?;
    Ok(render(&page(&app, &visit, &open, String::new(), None).await?)?.into_response())
}

#[derive(Deserialize)]
pub struct Given {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
}

pub async fn accept(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    jar: CookieJar,
    Form(given): Form<Given>,
) -> Result<Response> {
    let open = invitation::open(&app, &token).await?;
    if let Some(me) = visit.signed_in() {
        invitation::accept_as(&app, &open, me).await?;
        return Ok(Redirect::to("/").into_response());
    }
    let name = tidy_name(&given.name);
    let problem = if name.is_empty() { Some("name-missing") } else { password_problem(&given.password) };
    if problem.is_some() {
        let page = page(&app, &visit, &open, name, problem).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    }
    let id = match invitation::accept_new(&app, &open, &name, given.password, visit.w.lang()).await {
        Ok(id) => id,
        // There is an account: the page says to sign in with it.
        Err(AppError::Conflict) => {
            let page = page(&app, &visit, &open, name, None).await?;
            return Ok((StatusCode::CONFLICT, render(&page)?).into_response());
        }
        Err(other) => return Err(other),
    };
    let token = begin_session(&app, id).await?;
    Ok((jar.add(cookie(&app, crate::web::SESSION, token, 30)), Redirect::to("/")).into_response())
}
