//! Where errors become pages, or `application/problem+json` for programs; and where they are logged, once.

use std::any::Any;

use askama::Template;
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Page, Visit, door, safe_next};
use crate::access::{Denied, Grant, RoleKind};
use crate::app::App;
use crate::error::AppError;

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

impl From<Kind> for Told {
    fn from(kind: Kind) -> Told {
        Told { kind, denied: None, log: None }
    }
}

impl From<AppError> for Told {
    fn from(error: AppError) -> Told {
        match error {
            AppError::NotFound => Kind::NotFound.into(),
            AppError::SignIn => Kind::SignIn.into(),
            AppError::Forbidden(denied) => Told { denied: Some(denied), ..Kind::Forbidden.into() },
            AppError::Invalid(key) => Kind::Invalid(key).into(),
            AppError::TooMany => Kind::TooMany.into(),
            AppError::Conflict => Kind::Conflict.into(),
            AppError::Internal(log) => Told { log: Some(log), ..Kind::Internal.into() },
        }
    }
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let told = Told::from(self);
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
    let (request, kept) = door::reading(request).await;
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    let Some(told) = response.extensions().get::<Told>().cloned().or_else(|| of_the_frame(&asked, &response))
    else {
        return response;
    };
    if told.kind == Kind::Internal {
        // The pattern of the address, never the address: that could name a person.
        let route = asked.extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str);
        tracing::error!(error = told.log.as_deref().unwrap_or(""), route, "a request failed");
    }
    let visit = match Visit::read(&asked, &app).await {
        Ok(visit) => visit,
        // The page that says so must not need what failed.
        Err(_) => Visit::stranger(&asked),
    };
    // A refusal of the frame keeps its own status, which says more than ours.
    let status = if told.kind == Kind::NotFound { told.kind.status() } else { status };
    if wants_json(&asked) {
        return problem(&visit, status, &told);
    }
    if told.kind == Kind::SignIn {
        if let Some(kept) = kept
            && let Ok(html) = door::with(&visit, kept).render()
        {
            return (StatusCode::UNAUTHORIZED, axum::response::Html(html)).into_response();
        }
        let next = if asked.method.is_safe() { visit.path.as_str() } else { "/" };
        return Redirect::to(&format!("/sign-in?next={}", super::encoded(next))).into_response();
    }
    page(&visit, status, &told)
}

/// What the frame refuses before a page is asked: it answers in bare text, for nobody to read. Our own answers to a
/// mistake are pages.
fn of_the_frame(asked: &Parts, response: &Response) -> Option<Told> {
    let kind = response.headers().get(CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
    if !(kind.is_empty() || kind.starts_with(b"text/plain")) {
        return None;
    }
    let kind = match response.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Kind::Invalid("error-too-large"),
        StatusCode::FORBIDDEN => Kind::Invalid("error-elsewhere"),
        // An address with a part that cannot be, such as an id that is none.
        StatusCode::BAD_REQUEST if asked.method.is_safe() => Kind::NotFound,
        StatusCode::INTERNAL_SERVER_ERROR => Kind::Internal,
        status if status.is_client_error() => Kind::Invalid("error-garbled"),
        _ => return None,
    };
    Some(kind.into())
}

fn wants_json(asked: &Parts) -> bool {
    let accept = asked.headers.get(ACCEPT).map_or(&b""[..], HeaderValue::as_bytes);
    ["application/json", "application/problem+json"].iter().any(|kind| accept.starts_with(kind.as_bytes()))
}

/// Whether somebody coordinates the network: then nobody gives them roles but another coordinator.
fn coordinates(visit: &Visit, denied: &Denied) -> bool {
    let of_network =
        |it: &Grant| it.kind == RoleKind::Coordinator && it.network_id == denied.place.network_id;
    visit.signed_in().is_some_and(|me| me.grants.iter().any(of_network))
}

/// What to tell: the sentence, and of a denial who may and who can give the role.
fn sentences(visit: &Visit, told: &Told) -> Vec<String> {
    let w = visit.w;
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
            if coordinates(visit, denied) {
                w.tr("denied-ask-another")
            } else if denied.act.roles() == [RoleKind::Coordinator] {
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
    let page =
        ErrorPage { page: Page::new(visit, heading.clone(), ""), heading, says: sentences(visit, told) };
    match page.render() {
        Ok(html) => (status, axum::response::Html(html)).into_response(),
        Err(_) => status.into_response(),
    }
}

fn problem(visit: &Visit, status: StatusCode, told: &Told) -> Response {
    let body = serde_json::json!({
        "type": format!("about:blank#{}", told.kind.key()),
        "title": sentences(visit, told).join(" "),
        "status": status.as_u16(),
    });
    (status, [(CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}

/// What is no address of ours. One slash too many at the end, as it is typed from a poster, leads on.
pub async fn unknown(method: Method, uri: Uri) -> Result<Redirect, AppError> {
    let short = uri.path().strip_suffix('/').filter(|short| short.len() > 1 && method.is_safe());
    let query = uri.query().map_or_else(String::new, |query| format!("?{query}"));
    let to = short.map(|short| format!("{short}{query}"));
    let ours = to.filter(|to| safe_next(Some(to)) == *to).ok_or(AppError::NotFound)?;
    Ok(Redirect::permanent(&ours))
}

/// A panic is our mistake; the visitor gets the same page as for any other.
#[allow(clippy::needless_pass_by_value)]
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response<Body> {
    AppError::Internal("a panic".to_owned()).into_response()
}
