//! Everything of a network that has a page for everybody.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::http::header::CACHE_CONTROL;
use axum::response::{Html, IntoResponse, Response};

use super::open::{Wanted, nothing, words};
use super::view::address;
use crate::app::App;
use crate::error::Result;
use crate::i18n::{Words, tongue};
use crate::plan;
use crate::public::store;
use crate::units;
use crate::web::{asset, icon};

#[derive(Template)]
#[template(path = "public/web/index.html")]
struct IndexPage {
    w: Words,
    network: String,
    /// (address, name, kind of unit)
    units: Vec<(String, String, String)>,
    /// (address, words)
    plans: Vec<(String, String)>,
    languages: Vec<(String, String)>,
}

impl IndexPage {
    fn asset(&self, name: &str) -> String {
        asset(name)
    }

    fn icon(&self, name: &str) -> &'static str {
        icon(name)
    }
}

pub async fn show(
    State(app): State<App>,
    Path(network): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response> {
    let day = app.clock.day();
    let root = units::network_named(&app.db, &network, day).await?;
    let all = match &root {
        Some(root) => store::all(&app.db, root.network.id).await?,
        None => Vec::new(),
    };
    let plans = match &root {
        Some(root) => plan::public_of(&app.db, root.network.id).await?,
        None => Vec::new(),
    };
    let languages = root.as_ref().map_or_else(String::new, |root| root.network.languages.join(","));
    let Some(root) = root.filter(|_| !all.is_empty() || !plans.is_empty()) else {
        return nothing(words(wanted.lang(), &headers, ""), false);
    };
    let w = words(wanted.lang(), &headers, &languages);
    let kinds = units::kinds(&app.db, root.network.id).await?;
    let kind =
        |code: &str| kinds.iter().find(|it| it.code == code).map_or_else(String::new, |it| w.text(&it.name));
    // Parents before children, as they stand in the tree.
    let branch = units::branch(&app.db, &root, day).await?;
    let public = branch.iter().filter(|unit| all.iter().any(|it| it.unit_id == unit.id));
    let line = |unit: &units::Unit| (address(&network, &unit.code), w.text(&unit.name), kind(&unit.kind));
    let plans = plans.iter().filter_map(|(id, year)| {
        let unit = branch.iter().find(|unit| unit.id == *id)?;
        let says = format!("{}: {}", w.of("plan-of-year", year), w.text(&unit.name));
        Some((format!("{}/plans/{year}", address(&network, &unit.code)), says))
    });
    let others = ["sl", "en"].into_iter().filter(|lang| *lang != w.lang());
    let page = IndexPage {
        w,
        network: w.text(&root.name),
        units: public.map(line).collect(),
        plans: plans.collect(),
        languages: others.map(|lang| (lang.to_owned(), tongue(lang))).collect(),
    };
    Ok(([(CACHE_CONTROL, "public, no-cache")], Html(page.render()?)).into_response())
}
