//! A language, side by side with the first: everything there is to say, and what is not said yet.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::showing::{language_name, mark};
use super::{Found, step};
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::form::tidy;
use crate::questionnaires::changing::{Change, Spot, spots, text_mut};
use crate::questionnaires::content::{Content, LONGEST};
use crate::questionnaires::making::{self, Changed};
use crate::questionnaires::typed::{self, Fields};
use crate::web::{Filled, Page, Visit, render};

struct Line {
    field: String,
    /// What it is: an area, a question, its easy variant, the reason, a choice.
    what: String,
    /// As the first language says it.
    first: String,
    value: String,
    missing: bool,
}

#[derive(Template)]
#[template(path = "questionnaires/web/language.html")]
struct LanguagePage {
    page: Page,
    base: String,
    questionnaire: String,
    lang: String,
    name: String,
    lead: String,
    first_lang: String,
    /// Whether this is the first one itself, or one that can be taken away.
    is_first: bool,
    known: bool,
    mark: String,
    longest: usize,
    lines: Vec<Line>,
    problems: Vec<String>,
}

type Four = (String, String, String, String);
type Three = (String, String, String);

fn split((network, unit, questionnaire, lang): Four) -> (Three, String) {
    ((network, unit, questionnaire), lang)
}

/// A language's code: two or three lower-case letters.
fn is_language(lang: &str) -> bool {
    (2..=3).contains(&lang.len()) && lang.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// What is said in a language and in the first one: what a form was filled in beside.
fn said_in(content: &Content, lang: &str) -> Vec<(String, String, String)> {
    let all = spots(content);
    let mut content = content.clone();
    let first = content.first_language().to_owned();
    let read = |spot: Spot| {
        let text = text_mut(&mut content, &spot)?;
        let said = |lang: &str| text.get(lang).unwrap_or_default().to_owned();
        Some((spot.field(), said(&first), said(lang)))
    };
    all.into_iter().filter_map(read).collect()
}

fn page(
    visit: &Visit,
    found: &Found,
    lang: &str,
    typed: Option<&Fields>,
    problems: Vec<String>,
) -> Result<LanguagePage> {
    let w = visit.w;
    let content = &found.latest()?.content;
    let known = content.languages.iter().any(|it| it == lang);
    let what = |spot: &Spot| match spot {
        Spot::Area(code) => w.of("questionnaire-spot-area", code),
        Spot::Text(code) => w.of("questionnaire-spot-text", code),
        Spot::Easy(code) => w.of("questionnaire-spot-easy", code),
        Spot::Reason(code) => w.of("questionnaire-spot-reason", code),
        Spot::Choice(_, code) => w.of("questionnaire-spot-choice", code),
    };
    let said = said_in(content, lang);
    let lines: Vec<Line> = spots(content)
        .iter()
        .zip(said)
        .map(|(spot, (field, first, stands))| {
            let value = typed.filter(|it| it.has(&field)).map_or(stands, |it| it.get(&field).to_owned());
            // An easy variant is missed only where there is one to be said.
            let wanted = !matches!(spot, Spot::Easy(_)) || !first.is_empty();
            Line { what: what(spot), missing: wanted && value.trim().is_empty(), field, first, value }
        })
        .collect();
    let lacks = i64::try_from(lines.iter().filter(|line| line.missing).count()).unwrap_or(i64::MAX);
    let first_lang = content.first_language().to_owned();
    Ok(LanguagePage {
        page: Page::new(visit, language_name(w, lang), "structure"),
        base: found.base(),
        questionnaire: w.text(&found.questionnaire.name),
        name: language_name(w, lang),
        lead: if lacks == 0 { w.tr("questionnaire-whole") } else { w.n("questionnaire-missing", lacks) },
        is_first: first_lang == lang,
        known,
        mark: typed.map_or_else(|| mark(&said_in(content, lang)), |it| Ok(it.get("mark").to_owned()))?,
        longest: LONGEST,
        lines,
        problems,
        lang: lang.to_owned(),
        first_lang,
    })
}

/// Leads to the page of a language that is to be added.
pub async fn choose(Filled { app, visit, at: path, fields }: Filled<Three>) -> Result<Response> {
    let found = Found::load(&app, &visit, &path).await?;
    let lang = tidy(fields.get("lang")).to_lowercase();
    let to = if is_language(&lang) { format!("/languages/{lang}") } else { "?told=language".to_owned() };
    Ok(Redirect::to(&format!("{}{to}", found.base())).into_response())
}

pub async fn show(State(app): State<App>, visit: Visit, Path(path): Path<Four>) -> Result<Response> {
    let (path, lang) = split(path);
    let found = Found::load(&app, &visit, &path).await?;
    is_language(&lang).then_some(()).or_missing()?;
    Ok(render(&page(&visit, &found, &lang, None, Vec::new())?)?.into_response())
}

pub async fn change(Filled { app, visit, at: path, fields }: Filled<Four>) -> Result<Response> {
    let (path, lang) = split(path);
    let found = Found::load(&app, &visit, &path).await?;
    is_language(&lang).then_some(()).or_missing()?;
    let (w, fields) = (visit.w, fields);
    let change = typed::language(&fields, &found.latest()?.content, &lang);
    let shown = fields.get("mark").to_owned();
    let seen = |content: &Content| mark(&said_in(content, &lang)).is_ok_and(|now| now == shown);
    let refused = |problems: Vec<String>, status: StatusCode| -> Result<Response> {
        Ok((status, render(&page(&visit, &found, &lang, Some(&fields), problems)?)?).into_response())
    };
    match making::change(&app, visit.me()?, &found.unit, &path.2, &change, seen).await? {
        Changed::Done => Ok(Redirect::to(&found.base()).into_response()),
        Changed::Faults(faults) => {
            let says = faults.iter().map(|fault| fault.says(w)).collect();
            refused(says, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Changed::Meanwhile => refused(vec![w.tr("questionnaire-meanwhile")], StatusCode::CONFLICT),
        Changed::Finished => refused(vec![w.tr("questionnaire-is-finished")], StatusCode::CONFLICT),
    }
}

pub async fn first(State(app): State<App>, visit: Visit, Path(path): Path<Four>) -> Result<Response> {
    let (path, lang) = split(path);
    step(&app, &visit, &path, &Change::First(lang)).await
}

pub async fn remove(State(app): State<App>, visit: Visit, Path(path): Path<Four>) -> Result<Response> {
    let (path, lang) = split(path);
    step(&app, &visit, &path, &Change::Without(lang)).await
}
