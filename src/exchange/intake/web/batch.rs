//! What came of a file, and taking it back.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::list::came;
use crate::access::Act;
use crate::activities::Stored;
use crate::app::App;
use crate::clock::Day;
use crate::error::{OrMissing, Result};
use crate::exchange::intake::store::{self, Batch};
use crate::exchange::intake::{self, Undone};
use crate::units::{self, Unit};
use crate::web::{Filled, Page, Visit, render};

#[derive(Template)]
#[template(path = "exchange/intake/web/batch.html")]
struct BatchPage {
    page: Page,
    base: String,
    unit: String,
    id: Uuid,
    file: String,
    lead: String,
    facts: Vec<(String, String)>,
    entries: Option<String>,
    undone: Option<String>,
    /// Entries somebody changed since: where they are, and of which day.
    touched: Vec<(String, String)>,
    touched_says: String,
    problem: Option<String>,
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    batch: &Batch,
    touched: &[Stored],
    problem: Option<String>,
) -> Result<Response> {
    let w = visit.w;
    let standing = store::standing(&app.db, unit.network.id, batch.id).await?;
    let moment = |at: chrono::DateTime<chrono::Utc>| {
        let local = at.with_timezone(&unit.zone);
        let minutes = i64::from(chrono::Timelike::hour(&local) * 60 + chrono::Timelike::minute(&local));
        format!("{}, {}", w.date(Day::Now(at).in_zone(unit.zone)), w.clock(minutes))
    };
    let base = unit.address();
    let mut facts = vec![
        (w.tr("import-when"), moment(batch.at)),
        (w.tr("import-who"), batch.by_name.clone().unwrap_or_else(|| w.tr("import-by-command"))),
        (w.tr("import-rows-all"), w.int(batch.row_count)),
    ];
    if let (Some(first), Some(last)) = (standing.first, standing.last) {
        facts.push((w.tr("import-days"), w.span(first, last)));
    }
    let undone = batch.undone_at.map(|at| {
        let who = batch.undone_name.clone().unwrap_or_else(|| w.tr("import-by-command"));
        w.with("import-undone-when", &[("day", moment(at).into()), ("who", who.into())])
    });
    let entries = standing.first.zip(standing.last).filter(|_| batch.undone_at.is_none());
    let status = if problem.is_some() || !touched.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = BatchPage {
        page: Page::new(visit, w.of("import-of", &batch.file_name), "entries"),
        unit: w.text(&unit.name),
        id: batch.id,
        file: batch.file_name.clone(),
        lead: came(w, batch),
        facts,
        entries: entries.map(|(first, last)| format!("{base}/entries?from={first}&to={last}")),
        undone,
        touched: touched
            .iter()
            .take(100)
            .map(|it| (format!("{base}/entries/{}", it.entry.id), w.date(it.entry.local_date)))
            .collect(),
        touched_says: w.n("import-touched", i64::try_from(touched.len()).unwrap_or(i64::MAX)),
        problem,
        base,
    };
    Ok((status, render(&page)?).into_response())
}

async fn found(app: &App, visit: &Visit, network: &str, unit: &str, id: Uuid) -> Result<(Unit, Batch)> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(Act::Record, &unit.as_place())?;
    let batch = store::batch(&app.db, unit.network.id, id).await?.filter(|it| it.unit_id == unit.id);
    Ok((unit, batch.or_missing()?))
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, import)): Path<(String, String, Uuid)>,
) -> Result<Response> {
    let (unit, batch) = found(&app, &visit, &network, &unit, import).await?;
    page(&app, &visit, &unit, &batch, &[], None).await
}

pub async fn undo(
    Filled { app, visit, at: (network, unit, import), fields }: Filled<(String, String, Uuid)>,
) -> Result<Response> {
    let (unit, batch) = found(&app, &visit, &network, &unit, import).await?;
    let confirmed = fields.get("changed_too") == "1";
    let w = visit.w;
    match intake::undo(&app, Some(visit.me()?), &unit, import, confirmed).await? {
        Undone::Done(_) => Ok(Redirect::to(&format!("{}/imports/{import}", unit.address())).into_response()),
        Undone::Touched(all) => page(&app, &visit, &unit, &batch, &all, None).await,
        Undone::Closed(lock) => {
            let closed = [("period", lock.period.arg()), ("unit", w.text(&lock.unit_name).into())];
            page(&app, &visit, &unit, &batch, &[], Some(w.with("import-undo-closed", &closed))).await
        }
    }
}
