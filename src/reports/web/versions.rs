//! Every text that was saved in a section, and taking one of them again.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::Timelike;
use serde::Deserialize;

use super::Desk;
use super::choices::{self, Part};
use super::section::{self, At, Four};
use super::typed::Typed;
use crate::access::Act;
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, OrMissing, Result};
use crate::i18n::Words;
use crate::reports::making::{self, Base};
use crate::reports::report::Written;
use crate::reports::{naming, store};
use crate::web::{Page, Visit, render};

/// So many on a page: one is kept each time somebody stops typing.
const AT_ONCE: usize = 20;

struct Version {
    n: i64,
    /// When, and who.
    says: String,
    parts: Vec<Part>,
    /// What stands in the section.
    stands: bool,
    may_take: bool,
}

#[derive(Template)]
#[template(path = "reports/web/versions.html")]
struct VersionsPage {
    page: Page,
    unit_href: String,
    unit: String,
    base: String,
    report: String,
    section: String,
    lang: String,
    heading: String,
    draft: bool,
    /// The version that stands.
    now: i64,
    items: Vec<Version>,
    older: Option<i64>,
}

#[derive(Deserialize)]
pub struct Asked {
    /// The first version that is not shown any more.
    before: Option<i64>,
}

fn says(w: Words, desk: &Desk, it: &Written) -> String {
    let zone = desk.unit.network.zone;
    let local = it.at.with_timezone(&zone);
    let clock = w.clock(i64::from(local.hour() * 60 + local.minute()));
    let on = w.date(Day::Now(it.at).in_zone(zone));
    w.with("report-version-by", &[("on", on.into()), ("at", clock.into()), ("who", it.by.clone().into())])
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, report, code)): Path<Four>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&network, &unit, &report), Act::WriteReports).await?;
    let (template, section) = desk.section(&app, &code).await?;
    let (w, unit, report) = (visit.w, &desk.unit, &desk.report);
    let words = Words(report.lang());
    let mut all = store::versions(&app.db, unit.network.id, report.id, &code).await?;
    all.reverse();
    let (now, stands) = all.first().map_or((0, String::new()), |it| (it.version, it.body.clone()));
    all.retain(|it| asked.before.is_none_or(|before| it.version < before));
    let more = all.len() > AT_ONCE;
    all.truncate(AT_ONCE);
    let bodies: Vec<&str> = all.iter().map(|it| it.body.as_str()).collect();
    let names = choices::names(&app, words, &desk, &section.what, &bodies).await?;
    let draft = report.finished.is_none();
    let version = |it: &Written| Version {
        n: it.version,
        says: says(w, &desk, it),
        parts: choices::parts(words, &section.what, &it.body, &names),
        stands: it.version == now,
        may_take: draft && it.body != stands,
    };
    let page = VersionsPage {
        page: Page::new(&visit, w.tr("report-versions"), "overview"),
        unit_href: unit.address(),
        unit: w.text(&unit.name),
        base: desk.base(),
        report: desk.name(w, &template),
        section: format!("{}/sections/{}", desk.base(), section.code),
        lang: report.language.clone(),
        heading: naming::heading(words, &section),
        draft,
        now,
        items: all.iter().map(version).collect(),
        older: all.last().filter(|_| more).map(|it| it.version),
    };
    Ok(render(&page)?.into_response())
}

#[derive(Deserialize)]
pub struct Again {
    /// The one that stood when it was chosen.
    version: Option<i64>,
    /// The one to take.
    take: Option<i64>,
}

/// Saves what stood once as a version like any other, in the way of whatever is typed.
pub async fn take(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, report, code)): Path<Four>,
    Form(again): Form<Again>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&network, &unit, &report), Act::WriteReports).await?;
    let base = again.version.ok_or(AppError::Invalid("error-garbled"))?;
    let all = store::versions(&app.db, desk.unit.network.id, desk.report.id, &code).await?;
    let wanted = all.into_iter().find(|it| Some(it.version) == again.take).or_missing()?;
    let mine = Typed::from(wanted.body);
    let (of, before) = ((desk.report.id, code.as_str()), Base { version: base, was: None });
    let kept = making::save_over(&app, visit.me()?, &desk.unit, of, before, &mine.body).await?;
    let at = At { app: &app, visit: &visit, desk: &desk, code: &code, script: false };
    section::answer(at, base, &mine, kept).await
}
