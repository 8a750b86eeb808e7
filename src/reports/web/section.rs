//! Writing in a report: a text, or the entries that are told.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::choices::{self, Part};
use super::typed::{self, Row, Typed};
use super::{Desk, script};
use crate::access::Act;
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, Result};
use crate::form::{Fields, Wrong, told};
use crate::i18n::Words;
use crate::reports::making::{self, Base, Kept};
use crate::reports::report::{Finished, Written};
use crate::reports::template::What;
use crate::reports::{naming, store, text};
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "reports/web/section.html")]
struct SectionPage {
    page: Page,
    unit_href: String,
    unit: String,
    /// Where one comes from, and goes back to.
    back: String,
    back_says: String,
    report: String,
    action: String,
    lang: String,
    heading: String,
    hint: String,
    version: i64,
    /// None: a text.
    rows: Option<Vec<Row>>,
    entries: Vec<(String, String)>,
    body: String,
    longest: usize,
    /// What a colleague saved meanwhile: whose and when, and what stands there.
    clash: Option<(String, Vec<Part>)>,
    /// That somebody finished the report meanwhile, or threw it away, and where to go then: nothing can be saved any more.
    ended: Option<(String, String)>,
    /// How many of the chosen entries may not be told any more.
    gone: Option<String>,
    saved_by: Option<String>,
    problems: Vec<(String, String)>,
}

impl SectionPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }

    /// Whether it saves by itself: not before somebody has looked at what stands in the way.
    fn keeps(&self) -> bool {
        self.clash.is_none() && self.ended.is_none() && self.problems.is_empty()
    }
}

pub type Four = (String, String, String, String);

/// Where something was sent from.
#[derive(Clone, Copy)]
pub struct At<'a> {
    pub app: &'a App,
    pub visit: &'a Visit,
    pub desk: &'a Desk,
    /// Of the section.
    pub code: &'a str,
    /// Whether a script asks, and not somebody who pressed a button.
    pub script: bool,
}

/// What was sent, if anything, and what stands in its way.
#[derive(Default)]
struct Sent<'a> {
    mine: Option<&'a Typed>,
    version: Option<i64>,
    wrong: &'a [Wrong],
    theirs: Option<&'a Written>,
    ended: Option<(String, String)>,
}

fn by(w: Words, desk: &Desk, it: &Written, key: &str) -> String {
    let on = w.date(Day::Now(it.at).in_zone(desk.unit.network.zone));
    w.with(key, &[("who", it.by.clone().into()), ("on", on.into())])
}

/// That a report was finished while somebody wrote in it.
fn ended(w: Words, desk: &Desk, it: &Finished) -> String {
    let on = w.date(Day::Now(it.at).in_zone(desk.unit.network.zone));
    w.with("report-ended-meanwhile", &[("who", it.by.clone().into()), ("on", on.into())])
}

async fn page(at: At<'_>, sent: Sent<'_>) -> Result<SectionPage> {
    let (app, w, desk) = (at.app, at.visit.w, at.desk);
    let (unit, report) = (&desk.unit, &desk.report);
    let (template, section) = desk.section(app, at.code).await?;
    let now = store::versions(&app.db, unit.network.id, report.id, at.code).await?.pop();
    let words = Words(report.lang());
    let body = match sent.mine {
        Some(mine) => mine.body.clone(),
        None => now.as_ref().map_or_else(String::new, |it| it.body.clone()),
    };
    let (mut rows, mut entries, mut gone) = (None, Vec::new(), 0);
    if section.what == What::Stories {
        let mut all = sent.mine.map_or_else(|| typed::rows(&body), |mine| mine.rows.clone());
        entries = choices::candidates(app, words, desk).await?;
        gone = choices::keep_apart(app, words, desk, &mut all, &entries).await?;
        rows = Some(all);
    }
    let clash = match sent.theirs {
        Some(it) => {
            let names = choices::names(app, words, desk, &section.what, &[it.body.as_str()]).await?;
            let parts = choices::parts(words, &section.what, &it.body, &names);
            Some((by(w, desk, it, "report-meanwhile"), parts))
        }
        None => None,
    };
    Ok(SectionPage {
        page: Page::new(at.visit, naming::heading(w, &section), "overview"),
        unit_href: unit.address(),
        unit: w.text(&unit.name),
        report: desk.name(w, &template),
        action: format!("{}/sections/{}", desk.base(), section.code),
        lang: report.language.clone(),
        heading: naming::heading(words, &section),
        hint: naming::hint(words, &section),
        version: sent.version.unwrap_or_else(|| now.as_ref().map_or(0, |it| it.version)),
        rows,
        entries,
        body,
        longest: text::LONGEST,
        clash,
        back: sent.ended.as_ref().map_or_else(|| desk.base(), |(_, to)| to.clone()),
        back_says: match &sent.ended {
            Some((_, to)) if *to == desk.list() => w.tr("reports"),
            _ => w.tr("report-back"),
        },
        ended: sent.ended,
        // What was refused just now is told beside where it was chosen.
        gone: (gone > 0 && sent.wrong.is_empty()).then(|| w.n("report-stories-gone", gone)),
        saved_by: now.as_ref().map(|it| by(w, desk, it, "report-saved-by")),
        problems: told(w, sent.wrong),
    })
}

async fn shown(at: At<'_>, status: StatusCode, sent: Sent<'_>) -> Result<Response> {
    Ok((status, render(&page(at, sent).await?)?).into_response())
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, report, code)): Path<Four>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&network, &unit, &report), Act::WriteReports).await?;
    if desk.report.finished.is_some() {
        // Nothing is written there any more; what was can be read.
        let (_, section) = desk.section(&app, &code).await?;
        return Ok(desk.to(&format!("/sections/{}/versions", section.code)));
    }
    let at = At { app: &app, visit: &visit, desk: &desk, code: &code, script: false };
    shown(at, StatusCode::OK, Sent::default()).await
}

pub async fn save(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, report, code)): Path<Four>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let desk = Desk::find_to_save(&app, &visit, (&network, &unit, &report)).await?;
    let at = At { app: &app, visit: &visit, desk: &desk, code: &code, script: script::asks(&headers) };
    let (_, section) = desk.section(&app, &code).await?;
    let version = fields.iter().find(|(name, _)| name == "version").and_then(|(_, typed)| typed.parse().ok());
    let base: i64 = version.filter(|it| *it >= 0).ok_or(AppError::Invalid("error-garbled"))?;
    let mine = typed::typed(&section.what, &fields);
    let was = Fields(fields).was().map(|was| typed::typed(&section.what, &was.0).body);
    // What is wrong with what cannot be saved any more is of no use to anybody.
    if !mine.wrong.is_empty() && desk.report.finished.is_none() {
        return wrong(at, base, &mine, &mine.wrong).await;
    }
    let before = Base { version: base, was: was.as_deref() };
    let of = (desk.report.id, code.as_str());
    let kept = making::save_over(&app, visit.me()?, &desk.unit, of, before, &mine.body).await?;
    answer(at, base, &mine, kept).await
}

async fn wrong(at: At<'_>, base: i64, mine: &Typed, wrong: &[Wrong]) -> Result<Response> {
    if at.script {
        return Ok(script::wrong(at.visit.w, wrong));
    }
    let sent = Sent { mine: Some(mine), version: Some(base), wrong, ..Sent::default() };
    shown(at, StatusCode::UNPROCESSABLE_ENTITY, sent).await
}

/// Nothing can be saved any more: why, and where to go from here.
async fn over(at: At<'_>, base: i64, mine: &Typed, why: String, to: String) -> Result<Response> {
    if at.script {
        return Ok(script::ended(why));
    }
    let sent = Sent { mine: Some(mine), version: Some(base), ended: Some((why, to)), ..Sent::default() };
    shown(at, StatusCode::CONFLICT, sent).await
}

/// What became of what somebody sent: on to the report, or the page again with all of it, and what stands in the way.
pub async fn answer(at: At<'_>, base: i64, mine: &Typed, kept: Kept) -> Result<Response> {
    let (w, desk) = (at.visit.w, at.desk);
    let beside = matches!(kept, Kept::Both(_));
    match kept {
        Kept::Done(version) | Kept::Both(version) if at.script => {
            Ok(script::saved(at.app, w, desk, version, beside))
        }
        Kept::Done(_) | Kept::Both(_) => Ok(desk.to(&format!("?saved=1#s-{}", at.code))),
        Kept::Refused(entries) => wrong(at, base, mine, &typed::refused(&mine.rows, &entries)).await,
        Kept::Meanwhile(theirs) if at.script => {
            Ok(script::meanwhile(w, &by(w, desk, &theirs, "report-meanwhile")))
        }
        Kept::Meanwhile(theirs) => {
            let (mine, version) = (Some(mine), Some(theirs.version));
            let sent = Sent { mine, version, theirs: Some(&theirs), ..Sent::default() };
            shown(at, StatusCode::CONFLICT, sent).await
        }
        Kept::Ended(it) => over(at, base, mine, ended(w, desk, &it), desk.base()).await,
        Kept::ThrownAway => over(at, base, mine, w.tr("report-thrown-away-meanwhile"), desk.list()).await,
    }
}
