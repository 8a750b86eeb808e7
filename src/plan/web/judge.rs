//! An indicator in words, a qualitative one or a part's own: what was judged of it, by whom and on what evidence, and the form for
//! that.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{Desk, Five};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::told;
use crate::i18n::{Text18, Words};
use crate::plan::document::Part;
use crate::plan::in_words::InWords;
use crate::plan::keeping::{self, Typed};
use crate::plan::store::counts::{self, Judgement};
use crate::plan::telling::judged_by;
use crate::web::{Filled, Page, Visit, render};

/// What somebody judged, as pages show it.
pub struct Judged {
    pub words: String,
    pub evidence: String,
    pub by: String,
    /// The words it was of, where the indicator says something else by now.
    pub earlier: Option<String>,
}

pub fn judged(w: Words, zone: Tz, it: &Judgement, earlier: bool) -> Judged {
    Judged {
        words: it.words.clone(),
        evidence: it.evidence.clone(),
        by: judged_by(w, zone, it),
        earlier: earlier.then(|| w.of("plan-judged-earlier", w.text(&it.wording))),
    }
}

#[derive(Template)]
#[template(path = "plan/web/judge.html")]
struct JudgePage {
    page: Page,
    crumbs: Vec<(String, String)>,
    part: (String, String),
    kind: String,
    title: String,
    action: String,
    all: Vec<Judged>,
    may_write: bool,
    today: String,
    id: Uuid,
    typed: Typed,
    problems: Vec<(String, String)>,
}

impl JudgePage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

/// Which one an address names, and how it is worded.
fn named(part: &Part, code: &str) -> Result<(InWords, Text18)> {
    let it = InWords::from_code(code).or_missing()?;
    Ok((it, it.wording(part).or_missing()?))
}

async fn page(
    app: &App,
    visit: &Visit,
    desk: &Desk,
    path: &Five,
    (id, typed, problems): (Uuid, Typed, Vec<(String, String)>),
) -> Result<JudgePage> {
    let (w, base) = (visit.w, desk.base());
    let part = &desk.kept.part(&path.3).or_missing()?.what;
    let (of, wording) = named(part, &path.4)?;
    let (at, words) = (of.position(), InWords::all(part));
    let mut all = counts::judgements(&app.db, desk.unit.network.id, desk.kept.held.id).await?;
    let elsewhere = |it: &Judgement| words.iter().any(|(_, words)| *words == it.wording);
    all.retain(|it| it.part == part.code && (it.wording == wording || (it.position == at && !elsewhere(it))));
    Ok(JudgePage {
        page: Page::new(visit, w.text(&wording), "overview"),
        crumbs: desk.crumbs(visit, part),
        part: (format!("{base}/parts/{}", part.code), w.text(&part.name)),
        kind: w.tr(if of == InWords::Own { "plan-indicator" } else { "plan-qualitative-one" }),
        title: w.text(&wording),
        action: format!("{base}/parts/{}/qualitative/{}", part.code, of.code()),
        all: all
            .iter()
            .rev()
            .map(|it| judged(w, desk.unit.network.zone, it, it.wording != wording))
            .collect(),
        may_write: desk.may_write,
        today: desk.last_day(desk.today(app)).to_string(),
        id,
        typed,
        problems,
    })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(path): Path<Five>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&path.0, &path.1, &path.2), false).await?;
    let day = desk.last_day(desk.today(&app)).to_string();
    let typed = Typed { day, ..Typed::default() };
    let page = page(&app, &visit, &desk, &path, (app.ids.ordered(), typed, Vec::new())).await?;
    Ok(render(&page)?.into_response())
}

pub async fn save(Filled { app, visit, at: path, fields }: Filled<Five>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&path.0, &path.1, &path.2), true).await?;
    let get = |name: &str| fields.get(name).to_owned();
    let typed = Typed { day: get("day"), note: get("note"), evidence: get("evidence"), ..Typed::default() };
    let id = fields.get("id").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let (it, _) = named(&desk.kept.part(&path.3).or_missing()?.what, &path.4)?;
    let of = (desk.year(), path.3.as_str(), it);
    let wrong = keeping::judge(&app, visit.me()?, &desk.unit, of, (id, &typed)).await?;
    if wrong.is_empty() {
        return Ok(desk.to(&format!("/parts/{}/qualitative/{}", path.3, it.code())));
    }
    let page = page(&app, &visit, &desk, &path, (id, typed, told(visit.w, &wrong))).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}
