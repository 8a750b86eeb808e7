//! Signing in and out.

use std::net::{IpAddr, SocketAddr};

use axum::Form;
use axum::extract::{ConnectInfo, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use serde::Deserialize;

use crate::access;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::people::sign_in;
use crate::web::{Kept, SignIn, Visit, again, render, safe_next, session_cookie};

#[derive(Deserialize)]
pub struct Asked {
    next: Option<String>,
}

#[derive(Deserialize)]
pub struct Given {
    #[serde(default)]
    mail: String,
    #[serde(default)]
    password: String,
    next: Option<String>,
    #[serde(flatten)]
    kept: Kept,
}

pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response> {
    let next = safe_next(asked.next.as_deref());
    if visit.signed_in().is_some() {
        return Ok(Redirect::to(&next).into_response());
    }
    Ok(render(&SignIn::new(&visit, next))?.into_response())
}

/// Where a request came from: the connection, or what a trusted proxy says of it.
fn address(app: &App, peer: Option<SocketAddr>, headers: &HeaderMap) -> Option<IpAddr> {
    let peer = peer?.ip().to_canonical();
    if app.settings.trusted_proxy.map(|proxy| proxy.to_canonical()) != Some(peer) {
        return Some(peer);
    }
    // Whatever stands before the last was said by somebody the proxy does not know.
    let said = headers.get_all("x-forwarded-for").into_iter().next_back();
    let last = said.and_then(|said| said.to_str().ok()).and_then(|said| said.rsplit(',').next());
    Some(last.and_then(|last| last.trim().parse().ok()).unwrap_or(peer))
}

pub async fn sign_in(
    State(app): State<App>,
    visit: Visit,
    peer: Option<axum::Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    jar: CookieJar,
    Form(given): Form<Given>,
) -> Result<Response> {
    let next = safe_next(given.next.as_deref());
    let address = address(&app, peer.map(|peer| peer.0.0), &headers);
    let (status, key) = match sign_in::sign_in(&app, &given.mail, given.password, address).await {
        Ok(Some(token)) => {
            let jar = jar.add(session_cookie(&app, token));
            return Ok(match again(&visit, &given.kept)? {
                Some(page) => (jar, page).into_response(),
                None => (jar, Redirect::to(&next)).into_response(),
            });
        }
        Ok(None) => (StatusCode::UNPROCESSABLE_ENTITY, "sign-in-wrong"),
        Err(AppError::TooMany) => (StatusCode::TOO_MANY_REQUESTS, "sign-in-too-many"),
        Err(other) => return Err(other),
    };
    let problem = Some(visit.w.tr(key));
    let wrong = key == "sign-in-wrong";
    let page = SignIn { mail: given.mail, problem, wrong, kept: given.kept, ..SignIn::new(&visit, next) };
    Ok((status, render(&page)?).into_response())
}

fn signed_out(app: &App, jar: CookieJar) -> Response {
    (jar.add(session_cookie(app, String::new())), Redirect::to("/sign-in")).into_response()
}

pub async fn sign_out(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    body: String,
) -> Result<Response> {
    access::end_session(&app, &visit.me()?.session).await?;
    let mut sent = form_urlencoded::parse(body.as_bytes());
    // Where somebody goes on who needs no account there.
    let next = sent.find(|(name, _)| name == "next").map(|(_, next)| safe_next(Some(&next)));
    Ok(match next {
        Some(next) => (jar.add(session_cookie(&app, String::new())), Redirect::to(&next)).into_response(),
        None => signed_out(&app, jar),
    })
}

pub async fn sign_out_everywhere(State(app): State<App>, visit: Visit, jar: CookieJar) -> Result<Response> {
    let me = visit.me()?;
    let mut tx = app.db.begin().await?;
    access::end_all_sessions(&mut tx, me.id).await?;
    tx.commit().await?;
    Ok(signed_out(&app, jar))
}
