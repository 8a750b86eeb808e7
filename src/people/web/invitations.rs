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
use crate::form::{Wrong, told};
use crate::people::invitation::{self, Open};
use crate::people::store;
use crate::units;
use crate::web::{Page, Visit, render, session_cookie};

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
    problems: Vec<(String, String)>,
}

impl InvitationPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

/// What has to be done to take it up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    NewAccount,
    /// The account was closed; the invitation opens it again.
    Reopen,
    SignInFirst,
    SignedIn,
    OtherAccount,
}

async fn page(
    app: &App,
    visit: &Visit,
    open: &Open,
    name: Option<String>,
    wrong: &[Wrong],
) -> Result<InvitationPage> {
    let unit = units::by_id(&app.db, open.network_id, open.unit_id, app.clock.day()).await?.or_missing()?;
    let account = store::by_mail(&app.db, &open.mail).await?;
    let how = match visit.signed_in() {
        Some(me) if me.mail == open.mail => How::SignedIn,
        Some(_) => How::OtherAccount,
        None => match &account {
            Some(person) if person.disabled_at.is_some() => How::Reopen,
            Some(person) if person.password_hash.is_some() => How::SignInFirst,
            _ => How::NewAccount,
        },
    };
    let before = || account.filter(|_| how == How::Reopen).map_or_else(String::new, |person| person.name);
    let w = visit.w;
    Ok(InvitationPage {
        page: Page::new(visit, w.tr("invitation"), ""),
        path: visit.path.clone(),
        unit: w.text(&unit.name),
        role: w.tr(&format!("role-{}", open.kind.code())),
        mail: open.mail.clone(),
        name: name.unwrap_or_else(before),
        how,
        problems: told(w, wrong),
    })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response> {
    let open = invitation::open(&app, &token).await?;
    Ok(render(&page(&app, &visit, &open, None, &[]).await?)?.into_response())
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
    let missing = name.is_empty().then(|| Wrong::new("name", "name-missing"));
    let unfit = password_problem(&given.password).map(|key| Wrong::new("password", key));
    let wrong: Vec<Wrong> = missing.into_iter().chain(unfit).collect();
    if !wrong.is_empty() {
        let page = page(&app, &visit, &open, Some(name), &wrong).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    }
    let id = match invitation::accept_new(&app, &open, &name, given.password, visit.w.lang()).await {
        Ok(id) => id,
        // There is an account: the page says to sign in with it.
        Err(AppError::Conflict) => {
            let page = page(&app, &visit, &open, Some(name), &[]).await?;
            return Ok((StatusCode::CONFLICT, render(&page)?).into_response());
        }
        Err(other) => return Err(other),
    };
    let token = begin_session(&app, id).await?;
    Ok((jar.add(session_cookie(&app, token)), Redirect::to("/")).into_response())
}
