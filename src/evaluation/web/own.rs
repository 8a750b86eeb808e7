//! A unit's own part in the running evaluation, for who works there: where young people answer, and how many have.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use super::ask::{content, tongue};
use super::unit_for;
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::evaluation::printing::{Size, languages, square, typed};
use crate::evaluation::standing::State as Stands;
use crate::evaluation::store;
use crate::web::{Page, Visit, render};

/// A size of the poster: (address, language, what it calls itself).
struct Poster {
    size: String,
    languages: Vec<(String, &'static str, String)>,
}

struct Spot {
    kind: String,
    /// To be scanned.
    square: String,
    href: String,
    /// Without its scheme, as it is typed.
    shown: String,
    complete: String,
    says: String,
    posters: Vec<Poster>,
}

#[derive(Template)]
#[template(path = "evaluation/web/own.html")]
struct OwnPage {
    page: Page,
    base: String,
    unit: String,
    name: String,
    when: String,
    state: Option<String>,
    spots: Vec<Spot>,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::SeeEvaluation).await?;
    let (w, network_id) = (visit.w, unit.network.id);
    let mut page = OwnPage {
        page: Page::new(&visit, w.tr("voice"), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        name: w.tr("voice"),
        when: w.tr("voice-none"),
        state: None,
        spots: Vec::new(),
    };
    let Some(it) = store::of_network(&app.db, network_id).await?.into_iter().next() else {
        return Ok(render(&page)?.into_response());
    };
    page.name = w.text(&it.name);
    page.when = w.span(it.opens_on, it.last_on());
    page.state = Some(w.tr(&format!("voice-{}", it.state().code())));
    let counts = store::counts(&app.db, network_id, it.id).await?;
    let places = store::places(&app.db, network_id, it.id).await?;
    for place in places.iter().filter(|place| place.unit_id == unit.id && it.state() != Stands::Closed) {
        let href = format!("{}/a/{}", app.settings.base_url(), place.address);
        let count = counts.iter().find(|(of, kind, ..)| (*of, *kind) == (unit.id, place.kind));
        let says = match count.map(|(.., n)| *n) {
            None => String::new(),
            Some(n) if n < it.least => w.n("evaluation-to-go", it.least - n),
            Some(_) => w.tr("evaluation-enough"),
        };
        let content = content(&app, network_id, place.version_id).await?;
        let base = format!("{}/voice/{}", page.base, place.kind.code());
        let poster = |size: Size| Poster {
            size: size.code().to_uppercase(),
            languages: languages(&content)
                .iter()
                .map(|lang| {
                    let href = format!("{base}/poster/{}?lang={}", size.code(), lang.code());
                    (href, lang.code(), tongue(w, lang.code()))
                })
                .collect(),
        };
        let posters = Size::ALL.into_iter().map(poster).collect();
        page.spots.push(Spot {
            kind: w.tr(&format!("kind-{}", place.kind.code())),
            square: square(&href)?,
            shown: typed(&href).to_owned(),
            posters,
            complete: count.map_or_else(|| "–".to_owned(), |(.., n)| w.int(*n)),
            says,
            href,
        });
    }
    Ok(render(&page)?.into_response())
}
