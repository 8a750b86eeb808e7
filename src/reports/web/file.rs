//! Files of a report: made of the same report as its page.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use uuid::Uuid;

use super::Desk;
use crate::access::Act;
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, OrMissing, Result};
use crate::files;
use crate::i18n::Words;
use crate::reports::document::{Block, Composed};
use crate::reports::look::{Look, look};
use crate::reports::printing::{
    ChapterView, Format, Marks, Origin, Printed, Sources, TEMPLATE, chapters, docx, pdf, pictures, xlsx,
};
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
    logo: Option<String>,
    /// The colour of its head, and of words on it that matter less.
    main: String,
    pale: String,
    marks: Marks,
    sources: Vec<Origin>,
    what: String,
    address: Option<String>,
}

/// Everything that files of a report say of it as a whole. `report`: none where it is kept nowhere.
fn printed<'a>(
    app: &App,
    unit: &Unit,
    report: Option<&Report>,
    (composed, change_seq): (&'a Composed, i64),
    look: &'a Look,
    w: Words,
) -> Printed<'a> {
    let zone = unit.network.zone;
    let finished = report.and_then(|it| it.finished.as_ref()).map(|it| Day::Now(it.at).in_zone(zone));
    let site = app.settings.base_url();
    Printed {
        w,
        composed,
        look,
        finished,
        state: (finished.unwrap_or_else(|| app.clock.today(zone)), change_seq),
        address: report.map(|it| format!("{site}{}", super::address(unit, it))),
        definitions: format!("{site}/definitions"),
    }
}

/// A picture inside the page.
fn data(kind: &str, bytes: &[u8]) -> String {
    format!("data:image/{kind};base64,{}", STANDARD.encode(bytes))
}

fn inside(look: &Look) -> Sources {
    look.photos.iter().map(|(id, bytes)| (*id, data("jpeg", bytes))).collect()
}

/// A photo that a report shows.
pub async fn photo(
    State(app): State<App>,
    visit: web::Visit,
    Path((network, unit, report, file)): Path<(String, String, String, Uuid)>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&network, &unit, &report), Act::SeeReports).await?;
    if !reading::shows(&app, &desk.unit, &desk.report, file).await? {
        return Err(AppError::NotFound);
    }
    let mut found = files::large_of(&app.db, desk.unit.network.id, &[file]).await?;
    let bytes = found.remove(&file).or_missing()?;
    Ok(([(CONTENT_TYPE, "image/jpeg"), (CONTENT_DISPOSITION, "inline; filename=\"photo.jpg\"")], bytes)
        .into_response())
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
        chapters: chapters(&document, 1, &inside(it.look)),
        logo: it.look.logo.as_ref().map(|logo| data("png", &logo.png)),
        main: it.look.tones.main.hex(),
        pale: it.look.tones.pale.hex(),
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
    let look = look(app, unit, &composed.0.document).await?;
    let it = printed(app, unit, report, composed, &look, w);
    let failed = |why: String| AppError::Internal(format!("a report could not be written: {why}"));
    match format {
        Format::Pdf => web::pdf_with(TEMPLATE, pdf(&it), pictures(&it)).await,
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
