//! A unit's own part in the running evaluation, for who works there: where young people answer, and how many have.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use qrcode::QrCode;
use qrcode::render::svg::Color;

use super::unit_for;
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::evaluation::store;
use crate::web::{Page, Visit, render};

struct Spot {
    kind: String,
    /// To be scanned.
    square: String,
    href: String,
    /// Without its scheme, as it is typed.
    shown: String,
    complete: String,
    says: String,
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

fn square(address: &str) -> Result<String> {
    let code = QrCode::new(address).map_err(|error| AppError::Internal(error.to_string()))?;
    let svg = code.render::<Color>().min_dimensions(200, 200).build();
    // The drawing alone stands inside a page.
    Ok(svg.split_once("?>").map_or(svg.clone(), |(_, svg)| svg.to_owned()))
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::SeeEvaluation).await?;
    let (w, network_id) = (visit.w, unit.network.id);
    let mut page = OwnPage {
        page: Page::new(&visit, w.tr("voice"), "voice"),
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
    for place in places.iter().filter(|place| place.unit_id == unit.id && !it.is_over()) {
        let href = format!("{}/a/{}", app.settings.base_url(), place.address);
        let count = counts.iter().find(|(of, kind, ..)| (*of, *kind) == (unit.id, place.kind));
        let says = match count.map(|(.., n)| *n) {
            None => String::new(),
            Some(n) if n < it.least => w.n("evaluation-to-go", it.least - n),
            Some(_) => w.tr("evaluation-enough"),
        };
        page.spots.push(Spot {
            kind: w.tr(&format!("kind-{}", place.kind.code())),
            square: square(&href)?,
            shown: href.split_once("://").map_or(href.clone(), |(_, rest)| rest.to_owned()),
            complete: count.map_or_else(|| "–".to_owned(), |(.., n)| w.int(*n)),
            says,
            href,
        });
    }
    Ok(render(&page)?.into_response())
}
