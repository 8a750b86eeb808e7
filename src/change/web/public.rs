//! "You said, we did", for everybody: what was published, in the languages it was written in, and nothing else.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use serde::Deserialize;

use crate::app::App;
use crate::change::making;
use crate::change::said::read;
use crate::clock::Day;
use crate::error::Result;
use crate::i18n::{Lang, Text18, Words, tongue};
use crate::units;
use crate::web::{Visit, asset, icon};

#[derive(Deserialize)]
pub struct Wanted {
    lang: Option<String>,
}

/// A text, and the language it is in.
struct Said {
    lang: String,
    text: String,
}

struct Card {
    heading: Option<Said>,
    said: Said,
    did: Option<Said>,
    could_not: Option<Said>,
}

#[derive(Template)]
#[template(path = "change/web/public.html")]
struct PublicPage {
    w: Words,
    lang: String,
    theme: &'static str,
    unit: String,
    /// (code, name) of the other languages.
    languages: Vec<(String, String)>,
    /// None where nothing is published.
    year: Option<String>,
    cards: Vec<Card>,
    published: String,
}

impl PublicPage {
    fn asset(&self, name: &str) -> String {
        asset(name)
    }

    fn icon(&self, name: &str) -> &'static str {
        icon(name)
    }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let all = &unit.network.languages;
    let public = making::public(&app, &unit).await?;
    let offered = public.as_ref().map_or_else(|| all.iter().collect(), |it| it.body.languages(all));
    let known = |lang: &str| offered.iter().find(|it| **it == lang).map(|it| (*it).clone());
    let chosen = wanted.lang.as_deref().and_then(known).or_else(|| known(visit.w.lang()));
    let lang = chosen.or_else(|| offered.first().map(|it| (*it).clone())).unwrap_or_default();
    let w = Words(Lang::from_code(&lang).unwrap_or(Lang::En));
    let said = |text: &Text18| {
        let (lang, text) = read(text, &lang, all);
        Said { lang, text: text.to_owned() }
    };
    let some = |text: &Text18| (!text.is_empty()).then(|| said(text));
    let mut page = PublicPage {
        w,
        theme: visit.theme.unwrap_or(""),
        unit: read(&unit.name, &lang, all).1.to_owned(),
        languages: offered.iter().filter(|it| ***it != lang).map(|it| ((*it).clone(), tongue(it))).collect(),
        year: None,
        cards: Vec::new(),
        published: String::new(),
        lang: lang.clone(),
    };
    let Some(public) = public else {
        return Ok((StatusCode::NOT_FOUND, Html(page.render()?)).into_response());
    };
    let card = |it: &crate::change::said::Told| Card {
        heading: some(&it.heading),
        said: said(&it.said),
        did: some(&it.did),
        could_not: some(&it.could_not),
    };
    page.cards = public.body.entries.iter().map(card).collect();
    page.year = Some(public.body.year.to_string());
    page.published = w.of("said-published", w.date(Day::Now(public.at).in_zone(unit.network.zone)));
    Ok(Html(page.render()?).into_response())
}
