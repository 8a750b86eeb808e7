//! Who is visiting, in which language and light.

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use axum_extra::extract::cookie::{Cookie, SameSite};

use crate::access::{self, Me};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Words};

pub const SESSION: &str = "logbook_session";
pub const LANGUAGE: &str = "logbook_language";
const THEME: &str = "logbook_theme";

pub struct Visit {
    pub w: Words,
    /// "light" or "dark" where somebody chose one.
    pub theme: Option<&'static str>,
    /// The address asked for, with its question.
    pub path: String,
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

/// An address of our own to go on to; anything else becomes the start page.
pub fn safe_next(next: Option<&str>) -> String {
    match next {
        Some(path)
            if path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n']) =>
        {
            path.to_owned()
        }
        _ => "/".to_owned(),
    }
}

fn cookies(parts: &Parts) -> impl Iterator<Item = (&str, &str)> {
    parts
        .headers
        .get_all(COOKIE)
        .into_iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
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
        let (mut token, mut language, mut theme) = (None, None, None);
        for (name, value) in cookies(parts) {
            match name {
                SESSION => token = Some(value),
                LANGUAGE => language = Lang::from_code(value),
                THEME => theme = ["light", "dark"].into_iter().find(|it| *it == value),
                _ => {}
            }
        }
        let me = match token {
            Some(token) => access::me(app, token).await?,
            None => None,
        };
        let accepted = parts.headers.get(ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok());
        let lang = me.as_ref().map(|me| me.lang).or(language).or_else(|| accepted.and_then(Lang::accepted));
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Ok(Visit { w: Words(lang.unwrap_or(Lang::En)), theme, path, me })
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Visit> {
        Visit::read(parts, app).await
    }
}
