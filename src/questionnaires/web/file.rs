//! A questionnaire brought along as an XLSForm, and taken along as one.

use askama::Template;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Path, Query, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::{Found, unit_for};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{tidy, told};
use crate::questionnaires::making::{self, New, Source};
use crate::questionnaires::questionnaire::KINDS;
use crate::questionnaires::xlsform::{self, LIMITS, Problem};
use crate::table::{self, Unreadable};
use crate::vocabulary::Kind;
use crate::web::{Page, Visit, render};

/// A larger file is read to its end and told to be too large; beyond this we hang up.
const HANG_UP: usize = 16 * 1024 * 1024;

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

#[derive(Default)]
struct Sent {
    id: Option<Uuid>,
    kind: String,
    name: String,
    bytes: Vec<u8>,
    too_large: bool,
}

async fn sent(mut request: Request) -> Result<Sent> {
    let garbled = |_| AppError::Invalid("error-garbled");
    DefaultBodyLimit::max(HANG_UP).apply(&mut request);
    let mut parts =
        Multipart::from_request(request, &()).await.map_err(|_| AppError::Invalid("error-garbled"))?;
    let mut sent = Sent::default();
    while let Some(mut part) = parts.next_field().await.map_err(garbled)? {
        match part.name() {
            Some("id") => sent.id = part.text().await.map_err(garbled)?.parse().ok(),
            Some("kind") => sent.kind = part.text().await.map_err(garbled)?,
            Some("file") => {
                sent.name = part.file_name().map(tidy).unwrap_or_default();
                while let Some(chunk) = part.chunk().await.map_err(garbled)? {
                    if sent.bytes.len() + chunk.len() > LIMITS.bytes {
                        sent.too_large = true;
                    } else {
                        sent.bytes.extend_from_slice(&chunk);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(sent)
}

fn page(app: &App, visit: &Visit, base: String, sent: &Sent) -> BroughtPage {
    let w = visit.w;
    BroughtPage {
        page: Page::new(visit, w.tr("questionnaire-file"), "structure"),
        base,
        made: None,
        id: sent.id.unwrap_or_else(|| app.ids.ordered()),
        kinds: KINDS.map(|kind| (kind.code(), w.tr(&format!("kind-{}", kind.code())))).into(),
        kind: sent.kind.clone(),
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
    Ok(render(&page(&app, &visit, base, &Sent::default()))?.into_response())
}

pub async fn bring(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    request: Request,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let w = visit.w;
    let sent = sent(request).await?;
    let mut page = page(&app, &visit, format!("{}/questionnaires", unit.address()), &sent);
    let refused = |page: &BroughtPage| -> Result<Response> {
        Ok((StatusCode::UNPROCESSABLE_ENTITY, render(page)?).into_response())
    };
    let first = unit.network.languages.first().map_or("sl", String::as_str).to_owned();
    let sheets = match sent.too_large {
        true => Err(Unreadable::TooLarge),
        false => table::read(&sent.bytes, &LIMITS),
    };
    let read = match sheets {
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
        id: sent.id.ok_or(AppError::Invalid("error-garbled"))?,
        source: Source::Content(Box::new(content)),
        names,
        kind: Kind::from_code(&sent.kind),
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
