//! One questionnaire: what a version of it asks, what is wrong or missing, and what can be done with it.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono_tz::Tz;
use serde::Deserialize;

use super::Found;
use super::showing::{about, faults, language_name, said};
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Wrong, told};
use crate::i18n::{Arg, Words};
use crate::questionnaires::check::{check, missing};
use crate::questionnaires::making;
use crate::questionnaires::questionnaire::Version;
use crate::questionnaires::typed::Fields;
use crate::units::name_label;
use crate::web::{Filled, Page, Visit, render};

struct Line {
    code: String,
    href: String,
    text: String,
    says: String,
    off: bool,
    up: Option<usize>,
    down: Option<usize>,
}

struct Language {
    href: String,
    name: String,
    /// How much is not said in it, or that nothing is missing.
    says: String,
    whole: bool,
    first: bool,
}

struct Name {
    field: String,
    label: String,
    value: String,
}

#[derive(Template)]
#[template(path = "questionnaires/web/one.html")]
struct OnePage {
    page: Page,
    base: String,
    all: String,
    name: String,
    lead: String,
    number: i64,
    next: i64,
    /// Whether this is the latest version.
    latest: bool,
    finished: bool,
    retired: bool,
    /// Where it is mended, and what is wrong.
    faults: Vec<(String, String)>,
    lines: Vec<Line>,
    areas: Vec<(String, String)>,
    languages: Vec<Language>,
    /// (address, what it is) of the other versions.
    versions: Vec<(String, String)>,
    names: Vec<Name>,
    problems: Vec<(String, String)>,
    note: Option<String>,
}

impl OnePage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

#[derive(Default, Deserialize)]
pub struct Asked {
    version: Option<i64>,
    /// What could not be done.
    told: Option<String>,
}

fn state(w: Words, zone: Tz, version: &Version) -> String {
    let n = ("n", Arg::Int(version.number));
    match version.locked_at {
        Some(at) => {
            w.with("questionnaire-finished-on", &[n, ("day", w.date(Day::Now(at).in_zone(zone)).into())])
        }
        None => w.with("questionnaire-version-draft", &[n]),
    }
}

fn page(visit: &Visit, found: &Found, asked: &Asked, fields: &Fields, wrong: &[Wrong]) -> Result<OnePage> {
    let (w, zone) = (visit.w, found.unit.network.zone);
    let latest = found.latest()?;
    let version = match asked.version {
        Some(number) => found.versions.iter().find(|it| it.number == number).or_missing()?,
        None => latest,
    };
    let (base, content) = (found.base(), &version.content);
    let n = content.items.len();
    let line = |(at, item): (usize, &crate::questionnaires::Item)| Line {
        code: item.code.clone(),
        href: format!("{base}/items/{}", crate::web::encoded(&item.code)),
        text: said(w, content, &item.text),
        says: about(w, content, item).join(" · "),
        off: item.off,
        up: at.checked_sub(1),
        down: Some(at + 1).filter(|at| *at < n),
    };
    let language = |code: &String| {
        let lacks = i64::try_from(missing(content, code).len()).unwrap_or(i64::MAX);
        let says = if lacks == 0 { w.tr("questionnaire-whole") } else { w.n("questionnaire-missing", lacks) };
        Language {
            href: format!("{base}/languages/{code}"),
            name: language_name(w, code),
            says,
            whole: lacks == 0,
            first: content.first_language() == code,
        }
    };
    let name = |lang: &String| {
        let field = format!("name_{lang}");
        let value = if fields.has(&field) {
            fields.get(&field)
        } else {
            found.questionnaire.name.get(lang).unwrap_or_default()
        };
        Name { value: value.to_owned(), label: name_label(w, lang), field }
    };
    let others = found.versions.iter().filter(|it| it.number != version.number);
    let kind = w.tr(&format!("kind-{}", found.questionnaire.kind.code()));
    let is_latest = version.id == latest.id;
    let open = is_latest && version.locked_at.is_none();
    let name_of = w.text(&found.questionnaire.name);
    Ok(OnePage {
        page: Page::new(visit, name_of.clone(), "structure"),
        all: format!("{}/questionnaires", found.unit.address()),
        name: name_of,
        lead: format!("{kind} · {}", state(w, zone, version)),
        number: version.number,
        next: latest.number + 1,
        latest: is_latest,
        finished: version.locked_at.is_some(),
        retired: found.questionnaire.retired_on.is_some(),
        faults: if open { faults(w, &base, &check(content)) } else { Vec::new() },
        lines: content.items.iter().enumerate().map(line).collect(),
        areas: content.areas.iter().map(|it| (it.code.clone(), said(w, content, &it.name))).collect(),
        languages: content.languages.iter().map(language).collect(),
        versions: others.map(|it| (format!("{base}?version={}", it.number), state(w, zone, it))).collect(),
        names: found.unit.network.languages.iter().map(name).collect(),
        problems: told(w, wrong),
        note: asked.told.as_deref().and_then(|it| note(w, it)),
        base,
    })
}

/// What an act that changed nothing says.
fn note(w: Words, told: &str) -> Option<String> {
    match told {
        "finished" => Some(w.tr("questionnaire-is-finished")),
        "meanwhile" => Some(w.tr("questionnaire-meanwhile")),
        "language" => Some(w.tr("questionnaire-language-code")),
        "faults" => Some(w.tr("questionnaire-not-so")),
        _ => None,
    }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(path): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let found = Found::load(&app, &visit, &path).await?;
    Ok(render(&page(&visit, &found, &asked, &Fields::default(), &[])?)?.into_response())
}

pub async fn rename(
    Filled { app, visit, at: path, fields }: Filled<(String, String, String)>,
) -> Result<Response> {
    let found = Found::load(&app, &visit, &path).await?;
    let typed = |lang: &String| (lang.clone(), fields.get(&format!("name_{lang}")).to_owned());
    let typed: Vec<(String, String)> = found.unit.network.languages.iter().map(typed).collect();
    match making::rename(&app, visit.me()?, &found.unit, &path.2, &typed).await? {
        Ok(()) => Ok(Redirect::to(&found.base()).into_response()),
        Err(wrong) => {
            let page = page(&visit, &found, &Asked::default(), &fields, &wrong)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}

async fn retired(app: &App, visit: &Visit, path: &(String, String, String), is: bool) -> Result<Response> {
    let found = Found::load(app, visit, path).await?;
    making::retire(app, visit.me()?, &found.unit, &path.2, is).await?;
    Ok(Redirect::to(&found.base()).into_response())
}

pub async fn retire(
    State(app): State<App>,
    visit: Visit,
    Path(path): Path<(String, String, String)>,
) -> Result<Response> {
    retired(&app, &visit, &path, true).await
}

pub async fn bring_back(
    State(app): State<App>,
    visit: Visit,
    Path(path): Path<(String, String, String)>,
) -> Result<Response> {
    retired(&app, &visit, &path, false).await
}

pub async fn begin(
    Filled { app, visit, at: path, fields }: Filled<(String, String, String)>,
) -> Result<Response> {
    let found = Found::load(&app, &visit, &path).await?;
    let number = fields.get("number").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    making::next_version(&app, visit.me()?, &found.unit, &path.2, number).await?;
    Ok(Redirect::to(&found.base()).into_response())
}

pub async fn finish(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, questionnaire, number)): Path<(String, String, String, i64)>,
) -> Result<Response> {
    let path = (network, unit, questionnaire);
    let found = Found::load(&app, &visit, &path).await?;
    let done = making::finish(&app, visit.me()?, &found.unit, &path.2, number).await?;
    let told = if done.is_err() { "?told=faults" } else { "" };
    Ok(Redirect::to(&format!("{}{told}", found.base())).into_response())
}
