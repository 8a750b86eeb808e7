//! Files of a report: made of the same report as its page.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::Desk;
use crate::access::Act;
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, OrMissing, Result};
use crate::i18n::Words;
use crate::reports::document::{Block, Composed};
use crate::reports::printing::{ChapterView, Format, Marks, Printed, TEMPLATE, chapters, docx, pdf, xlsx};
use crate::reports::reading;
use crate::reports::report::Report;
use crate::units::Unit;
use crate::web;

/// The look of a page that stands by itself.
const STYLE: &str = include_str!("../../../assets/logbook.css");

#[derive(Template)]
#[template(path = "reports/web/whole.html")]
struct WholePage<'a> {
    w: Words,
    style: &'static str,
    title: String,
    unit: &'a str,
    network: &'a str,
    standing: String,
    state: String,
    notes: &'a [String],
    chapters: Vec<ChapterView>,
    marks: Marks,
    sources: Vec<(String, Vec<(String, String)>)>,
    what: String,
    address: Option<String>,
}

/// Everything that files of a report say of it as a whole. `report`: none where it is kept nowhere.
fn printed<'a>(
    app: &App,
    unit: &Unit,
    report: Option<&Report>,
    (composed, change_seq): (&'a Composed, i64),
    w: Words,
) -> Printed<'a> {
    let zone = unit.network.zone;
    let finished = report.and_then(|it| it.finished.as_ref()).map(|it| Day::Now(it.at).in_zone(zone));
    let site = app.settings.base_url();
    Printed {
        w,
        composed,
        finished,
        state: (finished.unwrap_or_else(|| app.clock.today(zone)), change_seq),
        address: report.map(|it| format!("{site}{}", super::address(unit, it))),
        definitions: format!("{site}/definitions"),
    }
}

fn whole(it: &Printed<'_>) -> Result<String> {
    let w = it.w;
    let document = it.composed.document.clone().without_empty();
    let marks = match &it.address {
        Some(address) => Marks { before: format!("{address}/figures/"), by_mark: true },
        None => Marks { before: "#h-sources".to_owned(), by_mark: false },
    };
    let page = WholePage {
        w,
        style: STYLE,
        title: it.title(),
        unit: &document.unit,
        network: &document.network,
        standing: it.standing(),
        state: it.state(),
        notes: &document.notes,
        chapters: chapters(&document, 1),
        marks,
        sources: it.sources(),
        what: w.of("report-sources-what", &it.definitions),
        address: it.address.clone(),
    };
    Ok(page.render()?)
}

/// A report written as a file. `report`: none where it is kept nowhere.
pub async fn written(
    app: &App,
    unit: &Unit,
    report: Option<&Report>,
    composed: (&Composed, i64),
    w: Words,
    format: Format,
) -> Result<Vec<u8>> {
    let it = printed(app, unit, report, composed, w);
    let failed = |why: String| AppError::Internal(format!("a report could not be written: {why}"));
    match format {
        Format::Pdf => web::pdf(TEMPLATE, pdf(&it)).await,
        Format::Docx => docx(&it).map_err(failed),
        Format::Xlsx => xlsx(&it).map_err(failed),
        Format::Html => Ok(whole(&it)?.into_bytes()),
    }
}

pub async fn file(
    State(app): State<App>,
    visit: web::Visit,
    Path((network, unit, report, format)): Path<(String, String, String, String)>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&network, &unit, &report), Act::SeeReports).await?;
    let (unit, report) = (&desk.unit, &desk.report);
    let format = Format::from_code(&format).or_missing()?;
    let (composed, change_seq) = reading::read(&app, unit, report).await?;
    let w = Words(report.lang());
    let bytes = written(&app, unit, Some(report), (&composed, change_seq), w, format).await?;
    let name = format!("{}-{}-{}", unit.code, report.template, report.period);
    Ok(as_file(&name, format, bytes))
}

fn as_file(name: &str, format: Format, bytes: Vec<u8>) -> Response {
    let kind = match format {
        Format::Pdf => return web::pdf_answer(name, true, bytes),
        Format::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        // To be kept: what stands by itself has a style inside, which no page of ours may.
        Format::Html => "text/html; charset=utf-8",
    };
    let how = format!("attachment; filename=\"{name}.{}\"", format.code());
    ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, how)], bytes).into_response()
}
