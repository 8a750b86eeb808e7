//! One's own account: name, language, password, signing out everywhere.

use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use serde::Deserialize;

use crate::access::{Grant, Me, begin_session, end_all_sessions};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::form::{Wrong, told};
use crate::i18n::Lang;
use crate::people::{password, sign_in, store};
use crate::web::{Page, Visit, cookie, render, safe_next, session_cookie};

#[derive(Template)]
#[template(path = "people/web/account.html")]
struct AccountPage {
    page: Page,
    mail: String,
    name: String,
    roles: Vec<(String, String, String)>,
    problems: Vec<(String, String)>,
    saved: bool,
}

impl AccountPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

fn role(visit: &Visit, grant: &Grant) -> (String, String, String) {
    let w = visit.w;
    let href = format!("/units/{}/{}", grant.network, grant.unit);
    (w.tr(&format!("role-{}", grant.kind.code())), w.text(&grant.unit_name), href)
}

fn page(visit: &Visit, me: &Me, wrong: &[Wrong], saved: bool) -> AccountPage {
    AccountPage {
        page: Page::new(visit, visit.w.tr("account"), "account"),
        mail: me.mail.clone(),
        name: me.name.clone(),
        roles: me.grants.iter().map(|grant| role(visit, grant)).collect(),
        problems: told(visit.w, wrong),
        saved,
    }
}

#[derive(Deserialize)]
pub struct Asked {
    saved: Option<String>,
}

pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response> {
    Ok(render(&page(&visit, visit.me()?, &[], asked.saved.is_some()))?.into_response())
}

#[derive(Deserialize)]
pub struct Own {
    #[serde(default)]
    name: String,
}

/// Keeps what fits on a line.
pub fn tidy_name(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(120).collect()
}

pub async fn save(State(app): State<App>, visit: Visit, Form(own): Form<Own>) -> Result<Response> {
    let me = visit.me()?;
    let mut tx = app.db.begin().await?;
    store::set_name(&mut tx, me.id, &tidy_name(&own.name)).await?;
    tx.commit().await?;
    Ok(Redirect::to("/account?saved=true").into_response())
}

#[derive(Deserialize)]
pub struct Change {
    #[serde(default)]
    current: String,
    #[serde(default)]
    password: String,
}

/// Why a password will not do.
pub fn password_problem(given: &str) -> Option<&'static str> {
    let length = given.chars().count();
    if length < password::SHORTEST {
        Some("password-short")
    } else if length > password::LONGEST {
        Some("password-long")
    } else {
        None
    }
}

/// A new password ends every session but the one it was changed in, and every link to another. Guessing at the current
/// one is slowed as at the door.
pub async fn change_password(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    Form(change): Form<Change>,
) -> Result<Response> {
    let me = visit.me()?;
    let (status, current) = match sign_in::prove(&app, &me.mail, change.current, None).await {
        Ok(Some(_)) => (StatusCode::UNPROCESSABLE_ENTITY, None),
        Ok(None) => (StatusCode::UNPROCESSABLE_ENTITY, Some("password-wrong")),
        Err(AppError::TooMany) => (StatusCode::TOO_MANY_REQUESTS, Some("sign-in-too-many")),
        Err(other) => return Err(other),
    };
    let current = current.map(|key| Wrong::new("current", key));
    let unfit = password_problem(&change.password).map(|key| Wrong::new("password", key));
    let wrong: Vec<Wrong> = current.into_iter().chain(unfit).collect();
    if !wrong.is_empty() {
        return Ok((status, render(&page(&visit, me, &wrong, false))?).into_response());
    }
    let hash = password::hash(change.password).await?;
    let mut tx = app.db.begin().await?;
    store::set_password(&mut tx, me.id, &hash).await?;
    store::void_resets(&mut tx, me.id, app.clock.now()).await?;
    end_all_sessions(&mut tx, me.id).await?;
    tx.commit().await?;
    let token = begin_session(&app, me.id).await?;
    Ok((jar.add(session_cookie(&app, token)), Redirect::to("/account?saved=true")).into_response())
}

#[derive(Deserialize)]
pub struct Choice {
    #[serde(default)]
    language: String,
    next: Option<String>,
}

/// The language of pages: kept with the account, and on the device for when nobody is signed in.
pub async fn choose_language(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    Form(choice): Form<Choice>,
) -> Result<Response> {
    let next = Redirect::to(&safe_next(choice.next.as_deref()));
    let Some(lang) = Lang::from_code(&choice.language) else { return Ok(next.into_response()) };
    if let Some(me) = visit.signed_in() {
        let mut tx = app.db.begin().await?;
        store::set_language(&mut tx, me.id, lang.code()).await?;
        tx.commit().await?;
    }
    Ok((jar.add(cookie(&app, crate::web::LANGUAGE, lang.code().to_owned(), 400)), next).into_response())
}
