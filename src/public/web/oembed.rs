//! oEmbed 1.0 (oembed.com): whoever gives the address of a page for everybody gets what places it on a page of their own.

use axum::extract::{Query, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::open::{nothing, words};
use super::view::address;
use crate::app::App;
use crate::error::Result;
use crate::public::store;
use crate::units;

/// As wide and high as the frame is where nobody wishes otherwise, in pixels.
const WIDTH: u32 = 600;
const HEIGHT: u32 = 520;

#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    url: String,
    #[serde(default)]
    format: String,
    maxwidth: Option<String>,
    maxheight: Option<String>,
}

/// Network, unit and language of one of our addresses for everybody.
fn read(url: &str, site: &str) -> Option<(String, String, Option<String>)> {
    let path = url.strip_prefix(site)?.split('#').next()?;
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let mut parts = path.strip_prefix("/open/")?.trim_end_matches('/').split('/');
    let (network, unit) = (parts.next()?, parts.next()?);
    let lang = query.split('&').find_map(|pair| pair.strip_prefix("lang=")).map(str::to_owned);
    parts.next().is_none().then(|| (network.to_owned(), unit.to_owned(), lang))
}

/// A wish for a size: what cannot be read is none.
fn wished(wish: Option<&str>, usual: u32) -> u32 {
    wish.and_then(|it| it.trim().parse::<u32>().ok()).filter(|it| *it > 0).map_or(usual, |it| it.min(usual))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

pub async fn show(
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response> {
    let site = app.settings.base_url();
    if !["", "json"].contains(&wanted.format.as_str()) {
        return Ok(StatusCode::NOT_IMPLEMENTED.into_response());
    }
    let found = match read(&wanted.url, &site) {
        Some((network, unit, lang)) => {
            store::at(&app.db, &network, &unit).await?.map(|(_, languages)| (network, unit, lang, languages))
        }
        None => None,
    };
    let Some((network, unit, lang, languages)) = found else {
        return nothing(words(None, &headers, ""), false);
    };
    let w = words(lang.as_deref(), &headers, &languages);
    let it = units::find(&app, &network, &unit).await?;
    let title = w.of("public-title", w.text(&it.name));
    let (width, height) =
        (wished(wanted.maxwidth.as_deref(), WIDTH), wished(wanted.maxheight.as_deref(), HEIGHT));
    let src = format!("{site}{}/embed?lang={}", address(&network, &unit), w.lang());
    let html = format!(
        "<iframe src=\"{}\" width=\"{width}\" height=\"{height}\" title=\"{}\" loading=\"lazy\" frameborder=\"0\"></iframe>",
        escaped(&src),
        escaped(&title)
    );
    let body = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Logbook",
        "provider_url": site,
        "cache_age": 60,
        "html": html,
        "width": width,
        "height": height,
    });
    let kept = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, "public, no-cache"),
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    Ok((kept, body.to_string()).into_response())
}
