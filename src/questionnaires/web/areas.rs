//! The areas that several questions together ask about.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::Found;
use super::showing::{language_name, mark};
use crate::app::App;
use crate::error::Result;
use crate::questionnaires::check::Place;
use crate::questionnaires::making::{self, Changed};
use crate::questionnaires::typed::{self, Fields};
use crate::web::{Filled, Page, Visit, render};

const MORE: usize = 2;

struct Said {
    field: String,
    lang: String,
    label: String,
    value: String,
}

struct Row {
    at: usize,
    was: String,
    code: String,
    texts: Vec<Said>,
}

#[derive(Template)]
#[template(path = "questionnaires/web/areas.html")]
struct AreasPage {
    page: Page,
    base: String,
    questionnaire: String,
    mark: String,
    rows: Vec<Row>,
    problems: Vec<String>,
}

fn page(visit: &Visit, found: &Found, typed: Option<&Fields>, problems: Vec<String>) -> Result<AreasPage> {
    let w = visit.w;
    let content = &found.latest()?.content;
    let n = match typed {
        Some(fields) => (0..).find(|at| !fields.has(&format!("area_{at}_code"))).unwrap_or(0),
        None => content.areas.len() + MORE,
    };
    let row = |at: usize| {
        let area = content.areas.get(at);
        let value = |field: &str, stands: Option<&str>| match typed {
            Some(fields) => fields.get(field).to_owned(),
            None => stands.unwrap_or_default().to_owned(),
        };
        let said = |lang: &String| {
            let field = format!("area_{at}_{lang}");
            let value = value(&field, area.and_then(|area| area.name.get(lang)));
            Said { value, field, lang: lang.clone(), label: language_name(w, lang) }
        };
        let code = area.map(|area| area.code.as_str());
        Row {
            at,
            was: value(&format!("area_{at}_was"), code),
            code: value(&format!("area_{at}_code"), code),
            texts: content.languages.iter().map(said).collect(),
        }
    };
    Ok(AreasPage {
        page: Page::new(visit, w.tr("questionnaire-areas"), "structure"),
        base: found.base(),
        questionnaire: w.text(&found.questionnaire.name),
        mark: typed.map_or_else(|| mark(&content.areas), |fields| Ok(fields.get("mark").to_owned()))?,
        rows: (0..n).map(row).collect(),
        problems,
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(path): Path<(String, String, String)>,
) -> Result<Response> {
    let found = Found::load(&app, &visit, &path).await?;
    Ok(render(&page(&visit, &found, None, Vec::new())?)?.into_response())
}

pub async fn change(
    Filled { app, visit, at: path, fields }: Filled<(String, String, String)>,
) -> Result<Response> {
    let found = Found::load(&app, &visit, &path).await?;
    let change = typed::areas(&fields, &found.latest()?.content);
    let shown = fields.get("mark").to_owned();
    let seen = |content: &crate::questionnaires::Content| mark(&content.areas).is_ok_and(|now| now == shown);
    let refused = |problems: Vec<String>, status: StatusCode| -> Result<Response> {
        Ok((status, render(&page(&visit, &found, Some(&fields), problems)?)?).into_response())
    };
    let w = visit.w;
    match making::change(&app, visit.me()?, &found.unit, &path.2, &change, seen).await? {
        Changed::Done => Ok(Redirect::to(&found.base()).into_response()),
        Changed::Faults(faults) => {
            let says = faults.iter().map(|fault| match &fault.place {
                Place::Area(code) | Place::Item(code) => format!("{code}: {}", fault.says(w)),
                Place::Whole => fault.says(w),
            });
            refused(says.collect(), StatusCode::UNPROCESSABLE_ENTITY)
        }
        Changed::Meanwhile => refused(vec![w.tr("questionnaire-meanwhile")], StatusCode::CONFLICT),
        Changed::Finished => refused(vec![w.tr("questionnaire-is-finished")], StatusCode::CONFLICT),
    }
}
