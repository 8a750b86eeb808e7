//! The editions of a plan, and one of them as it was read then.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use super::blocks::{Chapter, Showing};
use super::steps::called;
use super::{Desk, Four, Three};
use crate::app::App;
use crate::clock::Day;
use crate::error::{OrMissing, Result};
use crate::plan::adoption::edition::Edition;
use crate::plan::adoption::{making, store};
use crate::web::{Page, Visit, render};

struct Line {
    href: String,
    called: String,
    says: String,
    undone: bool,
    public: bool,
    holds: bool,
}

#[derive(Template)]
#[template(path = "plan/web/editions.html")]
struct EditionsPage {
    page: Page,
    base: String,
    plans: String,
    name: String,
    lines: Vec<Line>,
    /// (value, words) of what can be held beside one another.
    choices: Vec<(String, String)>,
    from: String,
}

#[derive(Template)]
#[template(path = "plan/web/edition.html")]
struct EditionPage {
    page: Page,
    base: String,
    plans: String,
    name: String,
    title: String,
    called: String,
    intro: String,
    undone: bool,
    compare: String,
    chapters: Vec<Chapter>,
}

/// What may be chosen to be held beside something else: every edition, and the working version.
pub fn choices(visit: &Visit, editions: &[Edition]) -> Vec<(String, String)> {
    let edition = |it: &Edition| (it.number.to_string(), called(visit.w, it));
    editions.iter().map(edition).chain([("now".to_owned(), visit.w.tr("edition-now"))]).collect()
}

pub async fn list(State(app): State<App>, visit: Visit, Path(at): Path<Three>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), false).await?;
    let (w, base, network) = (visit.w, desk.base(), &desk.unit.network);
    let standing = making::standing(&app.db, network.id, &desk.kept).await?;
    let (public, holds) = (standing.public().map(|it| it.number), standing.adopted().map(|it| it.number));
    let line = |it: &Edition| {
        let on = w.date(Day::Now(it.at).in_zone(network.zone));
        Line {
            href: format!("{base}/editions/{}", it.number),
            called: called(w, it),
            says: w.with("adoption-recorded", &[("who", it.by.clone().into()), ("on", on.into())]),
            undone: it.undone.is_some(),
            public: public == Some(it.number),
            holds: holds == Some(it.number),
        }
    };
    let from = holds.or_else(|| standing.last().map(|it| it.number));
    let page = EditionsPage {
        page: Page::new(&visit, w.tr("editions"), "overview"),
        plans: format!("{}/plans", desk.unit.address()),
        name: desk.name(w),
        lines: standing.editions.iter().rev().map(line).collect(),
        choices: choices(&visit, &standing.editions),
        from: from.map_or_else(String::new, |n| n.to_string()),
        base,
    };
    Ok(render(&page)?.into_response())
}

pub async fn show(State(app): State<App>, visit: Visit, Path(at): Path<Four>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), false).await?;
    let (w, base, network) = (visit.w, desk.base(), &desk.unit.network);
    let number: i64 = at.3.parse().ok().or_missing()?;
    let standing = making::standing(&app.db, network.id, &desk.kept).await?;
    let it = standing.edition(number).or_missing()?;
    let plan =
        store::plan(&app.db, (network.id, desk.kept.held.id, number), desk.year()).await?.or_missing()?;
    let showing = Showing { w, year: plan.year, base: "", parts: &plan.parts, far: None };
    let page = EditionPage {
        page: Page::new(&visit, called(w, it), "overview"),
        plans: format!("{}/plans", desk.unit.address()),
        name: desk.name(w),
        title: w.text(&plan.head.name),
        called: called(w, it),
        intro: w.text(&plan.head.intro),
        undone: it.undone.is_some(),
        compare: format!("{base}/comparison?from={number}&to=now"),
        chapters: showing.chapters(),
        base,
    };
    Ok(render(&page)?.into_response())
}
