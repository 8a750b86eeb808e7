//! Files that were brought in, and bringing in another.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use crate::access::Act;
use crate::app::App;
use crate::clock::Day;
use crate::error::Result;
use crate::exchange::intake::store::{self, Batch};
use crate::i18n::Words;
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

struct Line {
    href: String,
    machine: String,
    day: String,
    file: String,
    says: String,
    undone: bool,
}

#[derive(Template)]
#[template(path = "exchange/intake/web/list.html")]
struct ListPage {
    page: Page,
    base: String,
    unit: String,
    /// Of the file that is sent next: sent twice, it is kept once.
    id: Uuid,
    lines: Vec<Line>,
    problem: Option<String>,
}

/// "120 novih, 3 spremenjeni".
pub fn came(w: Words, batch: &Batch) -> String {
    let key = if batch.holds == "sums" { "import-came-sums" } else { "import-came-entries" };
    let mut parts = vec![w.n(key, batch.added)];
    if batch.changed > 0 {
        parts.push(w.n("import-came-changed", batch.changed));
    }
    parts.join(", ")
}

pub async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    id: Uuid,
    problem: Option<String>,
) -> Result<Response> {
    let w = visit.w;
    let batches = store::batches(&app.db, unit.network.id, unit.id).await?;
    let base = unit.address();
    let lines = batches.into_iter().map(|batch| {
        let day = Day::Now(batch.at).in_zone(unit.zone);
        let who = batch.by_name.clone().unwrap_or_else(|| w.tr("import-by-command"));
        Line {
            href: format!("{base}/imports/{}", batch.id),
            machine: day.to_string(),
            day: w.date(day),
            says: format!("{} · {who}", came(w, &batch)),
            file: batch.file_name,
            undone: batch.undone_at.is_some(),
        }
    });
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = ListPage {
        page: Page::new(visit, w.of("imports-of", w.text(&unit.name)), "entries"),
        unit: w.text(&unit.name),
        id,
        lines: lines.collect(),
        problem,
        base,
    };
    Ok((status, render(&page)?).into_response())
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Record, &unit.as_place())?;
    page(&app, &visit, &unit, app.ids.ordered(), None).await
}
