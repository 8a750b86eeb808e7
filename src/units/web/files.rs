//! The tree from a file and as one.

use std::collections::HashSet;

use askama::Template;
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::structure::crumbs;
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::table::{self, to_csv};
use crate::units::file::{LIMITS, Plan, Row, read};
use crate::units::{self, Unit};
use crate::web::{Crumb, Page, Visit, render, upload};

/// Rows shown on the page; the rest is counted.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "units/web/import.html")]
struct ImportPage {
    page: Page,
    crumbs: Vec<Crumb>,
    base: String,
    unit: String,
    lead: String,
    /// name, code, kind, parent, opening day
    add: Vec<[String; 5]>,
    /// name, code, opening day as it is and as it would be
    mend: Vec<[String; 4]>,
    /// What confirming sends: the rows that are new, or say another day.
    text: String,
    notes: Vec<String>,
    /// row, column, what is wrong
    problems: Vec<(String, String, String)>,
    /// How many rows or problems are not shown.
    more: Option<String>,
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn more(visit: &Visit, n: usize) -> Option<String> {
    (n > SHOWN).then(|| visit.w.n("units-file-more", count(n - SHOWN)))
}

async fn empty_page(app: &App, visit: &Visit, unit: &Unit) -> Result<ImportPage> {
    Ok(ImportPage {
        page: Page::new(visit, visit.w.tr("units-file"), "structure"),
        crumbs: crumbs(app, visit, unit, "structure", true).await?,
        base: unit.address(),
        unit: visit.w.text(&unit.name),
        lead: String::new(),
        add: Vec::new(),
        mend: Vec::new(),
        text: String::new(),
        notes: Vec::new(),
        problems: Vec::new(),
        more: None,
    })
}

async fn refused(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    problems: Vec<(String, String, String)>,
) -> Result<Response> {
    let mut page = empty_page(app, visit, unit).await?;
    page.lead = visit.w.n("units-file-problems", count(problems.len()));
    page.more = more(visit, problems.len());
    page.problems = problems;
    page.problems.truncate(SHOWN);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

async fn looked(app: &App, visit: &Visit, unit: &Unit, rows: &[Row], plan: Plan) -> Result<Response> {
    let w = visit.w;
    let kinds = units::kinds(&app.db, unit.network.id).await?;
    let kind = |code: &str| {
        kinds.iter().find(|kind| kind.code == code).map_or_else(|| code.to_owned(), |kind| w.text(&kind.name))
    };
    let mut page = empty_page(app, visit, unit).await?;
    page.lead = match (plan.add.len(), plan.mend.len()) {
        (0, 0) => w.tr("units-file-nothing"),
        (0, n) => w.n("units-file-would-mend", count(n)),
        (n, _) => w.n("units-file-would", count(n)),
    };
    if plan.there > 0 {
        page.notes.push(w.n("units-file-there", count(plan.there)));
    }
    if !plan.ignored.is_empty() {
        page.notes.push(w.of("units-file-ignored", plan.ignored.join(", ")));
    }
    let numbers: HashSet<usize> =
        plan.add.iter().map(|it| it.row).chain(plan.mend.iter().map(|it| it.row)).collect();
    let new: Vec<Vec<String>> = rows
        .iter()
        .enumerate()
        .filter(|(at, row)| *at == 0 || numbers.contains(&row.number))
        .map(|(_, row)| row.cells.clone())
        .collect();
    if !numbers.is_empty() {
        page.text = String::from_utf8_lossy(&to_csv(&new, false)).into_owned();
    }
    page.more = more(visit, plan.add.len());
    let mended = plan.mend.iter().take(SHOWN);
    page.mend =
        mended.map(|it| [w.text(&it.name), it.code.clone(), w.date(it.was), w.date(it.opened_on)]).collect();
    page.add = plan
        .add
        .iter()
        .take(SHOWN)
        .map(|it| {
            [w.text(&it.name), it.code.clone(), kind(&it.kind), it.parent.clone(), w.date(it.opened_on)]
        })
        .collect();
    Ok(render(&page)?.into_response())
}

/// First says what the file comes to; what is confirmed is looked at again, and written.
pub async fn bring_in(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    request: Request,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Build, &unit.as_place())?;
    let w = visit.w;
    let sent = upload(request, LIMITS.bytes).await?;
    let rows = match read(sent.content()) {
        Ok(rows) => rows,
        Err(why) => {
            let problem = (String::new(), String::new(), why.says(w, &LIMITS));
            return refused(&app, &visit, &unit, vec![problem]).await;
        }
    };
    let came = if sent.is_confirmed() {
        units::bring_in(&app, &unit, &rows).await?
    } else {
        units::look(&app, &unit, &rows).await?
    };
    match came {
        Ok(plan) if sent.is_confirmed() => {
            // Sent twice, the rows are all there the second time.
            let n = plan.add.len() + plan.mend.len() + plan.there;
            Ok(Redirect::to(&format!("{}/structure?brought={n}", unit.address())).into_response())
        }
        Ok(plan) => looked(&app, &visit, &unit, &rows, plan).await,
        Err(problems) => {
            let told = problems.iter().map(|problem| {
                let row = problem.row.map_or_else(String::new, |row| row.to_string());
                (row, problem.column.clone().unwrap_or_default(), problem.says(w))
            });
            refused(&app, &visit, &unit, told.collect()).await
        }
    }
}

#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    format: String,
}

pub async fn give_out(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Build, &unit.as_place())?;
    let rows = units::given_out(&app, &unit).await?;
    let (kind, ending, bytes) = match wanted.format.as_str() {
        "xlsx" => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
            table::to_xlsx(&rows, &visit.w.tr("units-sheet"))
                .map_err(|error| AppError::Internal(error.to_string()))?,
        ),
        "" | "csv" => ("text/csv; charset=utf-8", "csv", to_csv(&rows, true)),
        _ => return Err(AppError::NotFound),
    };
    let name = format!("attachment; filename=\"{}-{}.{ending}\"", unit.code, visit.w.tr("units-file-name"));
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}
