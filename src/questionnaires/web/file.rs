//! A questionnaire brought along as an XLSForm, and taken along as one.

use askama::Template;
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::{Found, unit_for};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Fields, told};
use crate::questionnaires::making::{self, New, Source};
use crate::questionnaires::questionnaire::KINDS;
use crate::questionnaires::xlsform::{self, LIMITS, Problem};
use crate::table;
use crate::vocabulary::Kind;
use crate::web::{Page, Visit, render, upload};

#[derive(Template)]
#[template(path = "questionnaires/web/brought.html")]
struct BroughtPage {
    page: Page,
    base: String,
    /// Address and name of what was made of the file; none where nothing was.
    made: Option<(String, String)>,
    id: Uuid,
    kinds: Vec<(&'static str, String)>,
    kind: String,
    /// What is wrong with the form itself.
    wrong: Vec<String>,
    /// Where in the file, and what.
    stops: Vec<(String, String)>,
    remarks: Vec<(String, String)>,
}

fn page(app: &App, visit: &Visit, base: String, fields: &Fields) -> BroughtPage {
    let w = visit.w;
    BroughtPage {
        page: Page::new(visit, w.tr("questionnaire-file"), "structure"),
        base,
        made: None,
        id: fields.get("id").parse().unwrap_or_else(|_| app.ids.ordered()),
        kinds: KINDS.map(|kind| (kind.code(), w.tr(&format!("kind-{}", kind.code())))).into(),
        kind: fields.get("kind").to_owned(),
        wrong: Vec::new(),
        stops: Vec::new(),
        remarks: Vec::new(),
    }
}

pub async fn ask(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let base = format!("{}/questionnaires", unit.address());
    Ok(render(&page(&app, &visit, base, &Fields::default()))?.into_response())
}

pub async fn bring(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    request: Request,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let w = visit.w;
    let sent = upload(request, LIMITS.bytes).await?;
    let mut page = page(&app, &visit, format!("{}/questionnaires", unit.address()), &sent.fields);
    let refused = |page: &BroughtPage| -> Result<Response> {
        Ok((StatusCode::UNPROCESSABLE_ENTITY, render(page)?).into_response())
    };
    let first = unit.network.languages.first().map_or("sl", String::as_str).to_owned();
    let read = match table::read(&sent.bytes, &LIMITS) {
        Ok(sheets) => xlsform::read(&sheets, &first),
        Err(why) => {
            page.wrong.push(why.says(w, &LIMITS));
            return refused(&page);
        }
    };
    let (stops, remarks): (Vec<&Problem>, Vec<&Problem>) = read.problems.iter().partition(|it| it.stops);
    let said = |it: &&Problem| (it.place(w), it.says(w));
    page.stops = stops.iter().map(said).collect();
    page.remarks = remarks.iter().map(said).collect();
    let (Some(content), true) = (read.content, page.stops.is_empty()) else { return refused(&page) };
    let mut names: Vec<(String, String)> =
        read.name.iter().map(|(lang, text)| (lang.to_owned(), text.to_owned())).collect();
    if names.iter().all(|(_, text)| text.trim().is_empty()) {
        let stem = sent.name.rsplit_once('.').map_or(sent.name.as_str(), |(stem, _)| stem);
        names = vec![(first, stem.chars().take(100).collect())];
    }
    let new = New {
        id: sent.fields.get("id").parse().map_err(|_| AppError::Invalid("error-garbled"))?,
        source: Source::Content(Box::new(content)),
        names,
        kind: Kind::from_code(sent.fields.get("kind")),
    };
    match making::make(&app, visit.me()?, &unit, &new).await? {
        Err(wrong) => {
            page.wrong = told(w, &wrong).into_iter().map(|(_, says)| says).collect();
            refused(&page)
        }
        Ok(code) if page.remarks.is_empty() => {
            Ok(Redirect::to(&format!("{}/{code}", page.base)).into_response())
        }
        Ok(code) => {
            let name = new.names.first().map_or(code.clone(), |(_, text)| text.clone());
            page.made = Some((format!("{}/{code}", page.base), name));
            Ok(render(&page)?.into_response())
        }
    }
}

#[derive(Deserialize)]
pub struct Wanted {
    version: Option<i64>,
}

pub async fn take(
    State(app): State<App>,
    visit: Visit,
    Path(path): Path<(String, String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let found = Found::load(&app, &visit, &path).await?;
    let version = match wanted.version {
        Some(number) => found.versions.iter().find(|it| it.number == number).or_missing()?,
        None => found.latest()?,
    };
    let code = &found.questionnaire.code;
    let book = xlsform::write(code, &found.questionnaire.name, &version.content)
        .map_err(|error| AppError::Internal(error.to_string()))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let name = format!("attachment; filename=\"{code}-{}.xlsx\"", version.number);
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], book).into_response())
}
