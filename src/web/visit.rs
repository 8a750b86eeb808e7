//! Who is visiting, in which language and light.

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::Uri;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, HeaderName, REFERER};
use axum::http::request::Parts;
use axum_extra::extract::cookie::{Cookie, SameSite};

use crate::access::{self, Me};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Words};

const SESSION: &str = "logbook_session";
/// Over https a browser then takes it from this very host alone, and never from a page beside it.
const SESSION_OF_HOST: &str = "__Host-logbook_session";
pub const LANGUAGE: &str = "logbook_language";
const THEME: &str = "logbook_theme";

pub struct Visit {
    pub w: Words,
    /// "light" or "dark" where somebody chose one.
    pub theme: Option<&'static str>,
    /// The address asked for, with its question.
    pub path: String,
    /// The address of the page the visitor looks at: the one asked for, or the one a form was sent from.
    pub at: String,
    me: Option<Me>,
}

/// A cookie for this site only, out of scripts' reach.
pub fn cookie(app: &App, name: &'static str, value: String, days: i64) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .secure(app.settings.secure())
        .same_site(SameSite::Lax)
        .max_age(time::Duration::days(days))
        .build()
}

fn session_name(app: &App) -> &'static str {
    if app.settings.secure() { SESSION_OF_HOST } else { SESSION }
}

/// The cookie that says who is signed in; with nothing in it, the one that takes it back.
pub fn session_cookie(app: &App, token: String) -> Cookie<'static> {
    let days = if token.is_empty() { 0 } else { 30 };
    cookie(app, session_name(app), token, days)
}

/// An address of our own to go on to; anything else becomes the start page.
pub fn safe_next(next: Option<&str>) -> String {
    // Browsers read `\` as `/` and drop tabs and line ends, so only plain visible letters pass.
    let plain = |path: &str| path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    match next {
        Some(path) if path.starts_with('/') && !path.starts_with("//") && plain(path) => path.to_owned(),
        _ => "/".to_owned(),
    }
}

fn text(parts: &Parts, name: HeaderName) -> Option<&str> {
    parts.headers.get(name).and_then(|header| header.to_str().ok())
}

fn of_cookie<'p>(parts: &'p Parts, name: &str) -> Option<&'p str> {
    let headers = parts.headers.get_all(COOKIE).into_iter().filter_map(|header| header.to_str().ok());
    let mut pairs =
        headers.flat_map(|header| header.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
}

impl Visit {
    /// The person signed in; an error that leads to the sign-in page where there is none.
    pub fn me(&self) -> Result<&Me> {
        self.me.as_ref().ok_or(AppError::SignIn)
    }

    pub fn signed_in(&self) -> Option<&Me> {
        self.me.as_ref()
    }

    pub async fn read(parts: &Parts, app: &App) -> Result<Visit> {
        let mut visit = Visit::stranger(parts);
        if let Some(token) = of_cookie(parts, session_name(app)) {
            visit.me = access::me(app, token).await?;
        }
        if let Some(me) = &visit.me {
            visit.w = Words(me.lang);
        }
        Ok(visit)
    }

    /// The same visit, without asking who it is.
    pub fn stranger(parts: &Parts) -> Visit {
        let language = of_cookie(parts, LANGUAGE).and_then(Lang::from_code);
        let lang = language.or_else(|| text(parts, ACCEPT_LANGUAGE).and_then(Lang::accepted));
        let theme = of_cookie(parts, THEME);
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let at = if parts.method.is_safe() { path.clone() } else { sent_from(parts) };
        Visit {
            w: Words(lang.unwrap_or(Lang::En)),
            theme: ["light", "dark"].into_iter().find(|it| Some(*it) == theme),
            path,
            at,
            me: None,
        }
    }
}

/// The page of ours that a form was sent from; where that is not said, the start page.
fn sent_from(parts: &Parts) -> String {
    let referer = text(parts, REFERER).and_then(|referer| referer.parse::<Uri>().ok());
    safe_next(referer.as_ref().and_then(Uri::path_and_query).map(|path| path.as_str()))
}

impl FromRequestParts<App> for Visit {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Visit> {
        Visit::read(parts, app).await
    }
}
