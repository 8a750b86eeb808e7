//! Which packs there are.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;

use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::packs::shelf;
use crate::units;
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "packs/web/index.html")]
struct IndexPage {
    page: Page,
    base: String,
    unit: String,
    packs: Vec<Line>,
}

struct Line {
    code: String,
    name: String,
    what: String,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Html<String>> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::SeeEntries, &unit.as_place())?;
    let w = visit.w;
    let line = |form: &crate::packs::form::Form| Line {
        code: form.code.clone(),
        name: w.text(&form.name),
        what: w.text(&form.what),
    };
    render(&IndexPage {
        page: Page::new(&visit, w.tr("packs"), "overview"),
        base: unit.address(),
        unit: w.text(&unit.name),
        packs: shelf::forms(&app, unit.network.id).await?.iter().map(line).collect(),
    })
}
