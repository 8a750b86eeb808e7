//! What everybody sees, from memory: the page, its frame, its files. Nobody is asked who they are, and no cookie is read or set.
//! Each request asks the database one thing, whether the page still stands; what was taken back is gone with the next one.

use std::io::Write;
use std::sync::{Arc, LazyLock};

use askama::Template;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::header::{
    ACCEPT_ENCODING, ACCEPT_LANGUAGE, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_DISPOSITION,
    CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LINK, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::view::{View, view};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::i18n::{Lang, Words};
use crate::public::cache::{Shelf, is_fresh};
use crate::public::counting::{self, Figures, Telling};
use crate::public::reading::{self, Facts};
use crate::public::{data, store};
use crate::units::{self, Unit};
use crate::web::Framed;

/// Pages, frames and files that are kept, and networks whose figures are.
const MOST_MADE: usize = 256;
const MOST_NETWORKS: usize = 16;

pub(super) static MADE: LazyLock<Shelf<Made>> = LazyLock::new(|| Shelf::new(MOST_MADE));
static FIGURES: LazyLock<Shelf<Figures>> = LazyLock::new(|| Shelf::new(MOST_NETWORKS));

/// An answer, packed and plain.
pub(super) struct Made {
    /// The publication it was made of.
    pub(super) of: Uuid,
    pub(super) at: DateTime<Utc>,
    plain: Bytes,
    packed: Bytes,
    tag: String,
}

impl Made {
    pub(super) fn new(of: Uuid, at: DateTime<Utc>, body: Vec<u8>) -> std::io::Result<Made> {
        let mut packing = GzEncoder::new(Vec::new(), Compression::best());
        packing.write_all(&body)?;
        let packed = Bytes::from(packing.finish()?);
        let tag = Sha256::digest(&body).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Ok(Made { of, at, plain: body.into(), packed, tag })
    }
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum What {
    Page,
    Frame,
    Csv,
    Json,
}

impl What {
    fn code(self) -> &'static str {
        match self {
            What::Page => "page",
            What::Frame => "frame",
            What::Csv => "csv",
            What::Json => "json",
        }
    }

    fn kind(self) -> &'static str {
        match self {
            What::Page | What::Frame => "text/html; charset=utf-8",
            What::Csv => "text/csv; charset=utf-8",
            What::Json => "application/json",
        }
    }

    fn is_file(self) -> bool {
        matches!(self, What::Csv | What::Json)
    }
}

#[derive(Default, Deserialize)]
pub struct Wanted {
    lang: Option<String>,
}

impl Wanted {
    pub fn lang(&self) -> Option<&str> {
        self.lang.as_deref()
    }
}

/// The page for everybody. `preview`: what whoever prepares it needs besides.
#[derive(Template)]
#[template(path = "public/web/page.html")]
pub struct OpenPage {
    pub view: View,
    pub preview: Option<super::preview::Bar>,
}

#[derive(Template)]
#[template(path = "public/web/frame.html")]
struct FramePage {
    view: View,
}

/// Says the same of what is not public, what was, and what never existed.
#[derive(Template)]
#[template(path = "public/web/none.html")]
struct NonePage {
    w: Words,
}

impl NonePage {
    fn asset(&self, name: &str) -> String {
        crate::web::asset(name)
    }
}

/// The language asked for, else the visitor's, else the first of these.
pub fn words(wanted: Option<&str>, headers: &HeaderMap, languages: &str) -> Words {
    let accepted = || headers.get(ACCEPT_LANGUAGE)?.to_str().ok().and_then(Lang::accepted);
    let first = || languages.split(',').find_map(Lang::from_code);
    Words(wanted.and_then(Lang::from_code).or_else(accepted).or_else(first).unwrap_or(Lang::En))
}

/// That there is no such page, in plain words.
pub fn nothing(w: Words, framed: bool) -> Result<Response> {
    let page = axum::response::Html(NonePage { w }.render()?);
    let mut response = (StatusCode::NOT_FOUND, page).into_response();
    if framed {
        response.extensions_mut().insert(Framed);
    }
    Ok(response)
}

/// Everything that stands on a unit's page, as of the last minute.
pub async fn facts(app: &App, unit: &Unit) -> Result<(Uuid, Facts)> {
    let all = store::all(&app.db, unit.network.id).await?;
    let own = all.iter().find(|it| it.unit_id == unit.id).or_missing()?;
    let telling: Vec<Telling> = all.iter().map(Telling::from).collect();
    let mut ids: Vec<Uuid> = telling.iter().map(|it| it.id).collect();
    ids.sort_unstable();
    let now = app.clock.now();
    let name = format!("{}|{}", app.db.identity(), unit.network.id);
    let good = |it: &Figures| is_fresh(it.at, now) && it.of == ids;
    let make = async { counting::figures(app, &reading::root(app, unit).await?, &telling).await };
    let figures = FIGURES.get(&name, good, make).await?;
    Ok((own.id, reading::facts(app, unit, &own.chosen, &figures, &all).await?))
}

async fn make(app: &App, w: Words, what: What, (network, unit): (&str, &str)) -> Result<Made> {
    let unit = units::find(app, network, unit).await?;
    let (of, facts) = facts(app, &unit).await?;
    let names = reading::names(app, w, &unit).await?;
    let site = app.settings.base_url();
    let body = match what {
        What::Page => OpenPage { view: view(&facts, &names, &site), preview: None }.render()?.into_bytes(),
        What::Frame => FramePage { view: view(&facts, &names, &site) }.render()?.into_bytes(),
        What::Csv => data::csv(&facts, &names),
        What::Json => {
            let page = format!("{site}{}", super::view::address(network, &unit.code));
            data::json_stat(&facts, &names, &page).to_string().into_bytes()
        }
    };
    Made::new(of, facts.at, body).map_err(|error| AppError::Internal(error.to_string()))
}

async fn answer(
    app: &App,
    what: What,
    (network, unit): (&str, &str),
    wanted: &Wanted,
    headers: &HeaderMap,
) -> Result<Response> {
    let standing = store::at(&app.db, network, unit).await?;
    let languages = standing.as_ref().map_or("", |(_, languages)| languages.as_str());
    let w = words(wanted.lang(), headers, languages);
    let Some((id, _)) = &standing else { return nothing(w, what == What::Frame) };
    let now = app.clock.now();
    let name = format!("{}|{network}|{unit}|{}|{}", app.db.identity(), what.code(), w.lang());
    let good = |it: &Made| it.of == *id && is_fresh(it.at, now);
    let made = match MADE.get(&name, good, make(app, w, what, (network, unit))).await {
        // Taken back, or its unit closed, while it was being made.
        Err(AppError::NotFound) => return nothing(w, what == What::Frame),
        made => made?,
    };
    Ok(sent(&made, what, unit, headers))
}

pub(super) fn sent(made: &Arc<Made>, what: What, unit: &str, headers: &HeaderMap) -> Response {
    let says = |name: HeaderName| headers.get_all(name).into_iter().filter_map(|it| it.to_str().ok());
    let packs = says(ACCEPT_ENCODING).flat_map(|it| it.split(',')).any(|it| {
        let mut parts = it.split(';').map(str::trim);
        let refused = |q: &str| q.trim_start_matches("q=").trim_matches(['0', '.']).is_empty();
        parts.next() == Some("gzip") && !parts.next().is_some_and(refused)
    });
    let tag = format!("\"{}{}\"", made.tag, if packs { "-gz" } else { "" });
    let known =
        says(IF_NONE_MATCH).flat_map(|it| it.split(',')).any(|it| [tag.as_str(), "*"].contains(&it.trim()));
    let mut response = match known {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => Body::from(if packs { made.packed.clone() } else { made.plain.clone() }).into_response(),
    };
    let kept = response.headers_mut();
    // Looked at again each time: what was taken back is gone at once.
    kept.insert(CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    kept.insert(VARY, HeaderValue::from_static("accept-encoding, accept-language"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        kept.insert(ETAG, tag);
    }
    if !known {
        kept.insert(CONTENT_TYPE, HeaderValue::from_static(what.kind()));
        if packs {
            kept.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
    }
    if what.is_file() {
        // Open data is for the pages of others as well.
        kept.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        if let Ok(licence) = HeaderValue::from_str(&format!("<{}>; rel=\"license\"", data::LICENCE_AT)) {
            kept.insert(LINK, licence);
        }
    }
    if what == What::Csv
        && let Ok(how) = HeaderValue::from_str(&format!("attachment; filename=\"{unit}.csv\""))
    {
        kept.insert(CONTENT_DISPOSITION, how);
    }
    if what == What::Frame {
        response.extensions_mut().insert(Framed);
    }
    response
}

type At = Path<(String, String)>;

pub async fn page(
    State(app): State<App>,
    Path(at): At,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response> {
    answer(&app, What::Page, (&at.0, &at.1), &wanted, &headers).await
}

pub async fn frame(
    State(app): State<App>,
    Path(at): At,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response> {
    answer(&app, What::Frame, (&at.0, &at.1), &wanted, &headers).await
}

pub async fn csv(
    State(app): State<App>,
    Path(at): At,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response> {
    answer(&app, What::Csv, (&at.0, &at.1), &wanted, &headers).await
}

pub async fn json(
    State(app): State<App>,
    Path(at): At,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response> {
    answer(&app, What::Json, (&at.0, &at.1), &wanted, &headers).await
}

/// The script that places the frame on somebody else's page, where it stands in it.
pub async fn script(State(app): State<App>, Path((network, unit)): At) -> Result<Response> {
    store::at(&app.db, &network, &unit).await?.or_missing()?;
    let kept = [(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, "public, no-cache")];
    Ok((kept, include_str!("embed.js")).into_response())
}
