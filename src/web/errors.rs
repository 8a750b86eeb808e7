//! Where errors become pages, or `application/problem+json` for programs; and where they are logged, once.

use std::any::Any;

use askama::Template;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Page, Visit};
use crate::access::{Denied, RoleKind};
use crate::app::App;
use crate::error::AppError;
use crate::i18n::Words;

/// Carried from where an error happened to where it is told.
#[derive(Clone)]
struct Told {
    kind: Kind,
    denied: Option<Box<Denied>>,
    log: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    NotFound,
    SignIn,
    Forbidden,
    Invalid(&'static str),
    TooMany,
    Conflict,
    Internal,
}

impl Kind {
    fn status(self) -> StatusCode {
        match self {
            Kind::NotFound => StatusCode::NOT_FOUND,
            Kind::SignIn => StatusCode::UNAUTHORIZED,
            Kind::Forbidden => StatusCode::FORBIDDEN,
            Kind::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Kind::Conflict => StatusCode::CONFLICT,
            Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Kind::NotFound => "error-not-found",
            Kind::SignIn => "error-sign-in",
            Kind::Forbidden => "error-forbidden",
            Kind::Invalid(key) => key,
            Kind::TooMany => "error-too-many",
            Kind::Conflict => "error-conflict",
            Kind::Internal => "error-internal",
        }
    }
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let told = match self {
            AppError::NotFound => Told { kind: Kind::NotFound, denied: None, log: None },
            AppError::SignIn => Told { kind: Kind::SignIn, denied: None, log: None },
            AppError::Forbidden(denied) => Told { kind: Kind::Forbidden, denied: Some(denied), log: None },
            AppError::Invalid(key) => Told { kind: Kind::Invalid(key), denied: None, log: None },
            AppError::TooMany => Told { kind: Kind::TooMany, denied: None, log: None },
            AppError::Conflict => Told { kind: Kind::Conflict, denied: None, log: None },
            AppError::Internal(log) => Told { kind: Kind::Internal, denied: None, log: Some(log) },
        };
        let mut response = told.kind.status().into_response();
        response.extensions_mut().insert(told);
        response
    }
}

#[derive(Template)]
#[template(path = "web/error.html")]
struct ErrorPage {
    page: Page,
    heading: String,
    says: Vec<String>,
}

/// Turns errors into pages in the visitor's language.
pub async fn render(State(app): State<App>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let told = match response.extensions().get::<Told>() {
        Some(told) => told.clone(),
        // Refusals of the frame itself: a body that is too large or garbled, a form sent from elsewhere.
        None if response.status().is_client_error() && !response.headers().contains_key(CONTENT_TYPE)
            || response.status() == StatusCode::PAYLOAD_TOO_LARGE
            || response.status() == StatusCode::UNPROCESSABLE_ENTITY
                && response
                    .headers()
                    .get(CONTENT_TYPE)
                    .is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
            || matches!(response.status(), StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE)
            || response.status() == StatusCode::FORBIDDEN =>
        {
            let key = match response.status() {
                StatusCode::PAYLOAD_TOO_LARGE => "error-too-large",
                StatusCode::FORBIDDEN => "error-elsewhere",
                _ => "error-garbled",
            };
            Told { kind: Kind::Invalid(key), denied: None, log: None }
        }
        None => return response,
    };
    let status =
        if response.extensions().get::<Told>().is_some() { told.kind.status() } else { response.status() };
    if let Some(log) = &told.log {
        // The pattern of the address, never the address: that could name a person.
        let route = asked
            .extensions
            .get::<axum::extract::MatchedPath>()
            .map_or("", axum::extract::MatchedPath::as_str);
        tracing::error!(error = %log, route, "a request failed");
    }
    let visit = match Visit::read(&asked, &app).await {
        Ok(visit) => visit,
        Err(_) => return status.into_response(),
    };
    if asked.headers.get(ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json")) {
        return problem(visit.w, status, &told);
    }
    if told.kind == Kind::SignIn {
        let next = if asked.method == Method::GET { visit.path.as_str() } else { "/" };
        return Redirect::to(&format!("/sign-in?next={}", super::encoded(next))).into_response();
    }
    page(&visit, status, &told)
}

/// What to tell: the sentence, and of a denial who may and who can give the role.
fn sentences(w: Words, told: &Told) -> Vec<String> {
    let mut says = vec![w.tr(told.kind.key())];
    if let Some(denied) = &told.denied {
        let roles: Vec<String> =
            denied.act.roles().iter().map(|role| w.tr(&format!("role-{}-many", role.code()))).collect();
        let unit = w.text(&denied.place.name);
        says = vec![
            w.with(
                "denied-who",
                &[
                    ("act", w.tr(denied.act.key()).into()),
                    ("roles", roles.join(", ").into()),
                    ("unit", unit.clone().into()),
                ],
            ),
            if denied.act.roles() == [RoleKind::Coordinator] {
                w.tr("denied-ask-coordinator")
            } else {
                w.of("denied-ask-mentor", unit)
            },
        ];
    }
    says
}

fn page(visit: &Visit, status: StatusCode, told: &Told) -> Response {
    let w = visit.w;
    let heading = w.tr(match told.kind {
        Kind::NotFound => "error-not-found-title",
        Kind::Forbidden => "error-forbidden-title",
        Kind::Internal => "error-internal-title",
        _ => "error-title",
    });
    let page = ErrorPage { page: Page::new(visit, heading.clone(), ""), heading, says: sentences(w, told) };
    match page.render() {
        Ok(html) => (status, axum::response::Html(html)).into_response(),
        Err(_) => status.into_response(),
    }
}

fn problem(w: Words, status: StatusCode, told: &Told) -> Response {
    let body = serde_json::json!({
        "type": format!("about:blank#{}", told.kind.key()),
        "title": sentences(w, told).join(" "),
        "status": status.as_u16(),
    });
    (status, [(CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}

pub async fn unknown() -> AppError {
    AppError::NotFound
}

/// A panic is our mistake; the visitor gets the same page as for any other.
#[allow(clippy::needless_pass_by_value)]
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response<Body> {
    tracing::error!("a request panicked");
    (StatusCode::INTERNAL_SERVER_ERROR, [(CONTENT_TYPE, "text/plain; charset=utf-8")], "500").into_response()
}
