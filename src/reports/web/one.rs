//! A report as a page: what stands in it, where to write, and what can be done with it.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use serde_json::json;

use super::{Desk, address, choices, standing};
use crate::access::Act;
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, Result};
use crate::files;
use crate::i18n::{Arg, Words};
use crate::reports::differences::differences;
use crate::reports::document::Block;
use crate::reports::look::shots;
use crate::reports::making::{self, Ending};
use crate::reports::printing::{ChapterView, Format, Marks, chapters};
use crate::reports::{naming, reading, shelf, store};
use crate::web::{Page, Visit, render, unset};

#[derive(Template)]
#[template(path = "reports/web/one.html")]
struct OnePage {
    page: Page,
    /// The words of the report, which may be in another language than the page.
    w: Words,
    lang: String,
    unit_href: String,
    unit: String,
    base: String,
    title: String,
    standing: String,
    state: String,
    draft: bool,
    may_write: bool,
    may_finish: bool,
    saved: bool,
    /// What was corrected since it was finished.
    since: Option<String>,
    notes: Vec<String>,
    /// What the PDF has a sign in place of.
    unset: Option<String>,
    chapters: Vec<ChapterView>,
    marks: Marks,
    formats: Vec<(&'static str, String)>,
    /// What took its place, and what it took the place of.
    newer: Option<String>,
    older: Option<String>,
    /// For a new one in its place.
    next_id: String,
    id: String,
    template: String,
    period: String,
}

#[derive(Deserialize)]
pub struct Shown {
    #[serde(default)]
    saved: u8,
}

type Three = (String, String, String);

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, report)): Path<Three>,
    Query(asked): Query<Shown>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&network, &unit, &report), Act::SeeReports).await?;
    let (unit, report, base) = (&desk.unit, &desk.report, desk.base());
    let (w, me, network_id) = (visit.w, visit.me()?, unit.network.id);
    let (composed, change_seq) = reading::read(&app, unit, report).await?;
    let shown: Vec<_> = shots(&composed.document).into_iter().map(|shot| shot.file).collect();
    let there = files::still_told(&app.db, network_id, &shown).await?;
    let photos = there.into_iter().map(|id| (id, format!("{base}/photos/{id}"))).collect();
    let mut views = chapters(&composed.document, 1, &photos);
    let draft = report.finished.is_none();
    let may_write = me.may(Act::WriteReports, &unit.as_place());
    let words = Words(report.lang());
    if draft {
        let template = shelf::template(&app, network_id, &report.template, report.template_version).await?;
        let written = store::sections(&app.db, network_id, report.id).await?;
        for (chapter, view) in composed.document.chapters.iter().zip(&mut views) {
            let Some(section) = template.written(&chapter.code) else { continue };
            view.edit = Some(format!("{base}/sections/{}", section.code));
            view.hint = naming::hint(words, section);
            let stands = written.iter().find(|it| it.section == section.code);
            view.gone = stands.and_then(|it| choices::gone(w, &section.what, &it.body, chapter));
            view.saved = stands.map(|it| {
                let on = w.date(Day::Now(it.at).in_zone(unit.network.zone));
                w.with("report-saved-by", &[("who", it.by.clone().into()), ("on", on.into())])
            });
        }
        // What nobody writes and nothing is known of is not shown empty.
        views.retain(|view| view.edit.is_some() || !view.blocks.is_empty() || view.of_units);
    } else if may_write {
        for it in store::sections(&app.db, network_id, report.id).await? {
            let id = format!("s-{}", it.section);
            if let Some(view) = views.iter_mut().find(|view| view.id == id) {
                view.versions = Some(format!("{base}/sections/{}/versions", it.section));
            }
        }
    }
    let day = report.finished.as_ref().map_or_else(|| app.clock.day(), |it| Day::Now(it.at));
    let since = match &report.finished {
        Some(_) => super::differences::says(w, &differences(&app, w, unit, report).await?),
        None => None,
    };
    let newer = store::superseded_by(&app.db, network_id, report.id).await?;
    let page = OnePage {
        page: Page::new(&visit, composed.document.name.clone(), "overview"),
        w: words,
        lang: report.language.clone(),
        unit_href: unit.address(),
        unit: composed.document.unit.clone(),
        title: composed.document.name.clone(),
        standing: standing(w, unit, report),
        state: w.with(
            "report-state",
            &[("day", w.date(day.in_zone(unit.network.zone)).into()), ("n", Arg::Int(change_seq))],
        ),
        draft,
        may_write,
        may_finish: me.may(Act::FinishReports, &unit.as_place()),
        saved: asked.saved == 1,
        since,
        notes: composed.document.notes.clone(),
        unset: unset(&json!(composed.document)).map(|it| w.of("report-unset", it)),
        chapters: views,
        marks: Marks { before: format!("{base}/figures/"), by_mark: true },
        formats: Format::ALL.map(|it| (it.code(), w.tr(&format!("report-as-{}", it.code())))).into(),
        newer: newer.map(|it| address(unit, &it)),
        older: report.supersedes.map(|id| format!("{}/reports/{id}", unit.address())),
        id: report.id.to_string(),
        next_id: app.ids.ordered().to_string(),
        template: report.template.clone(),
        period: report.period.clone(),
        base,
    };
    Ok(render(&page)?.into_response())
}

pub async fn finish(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, report)): Path<Three>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&network, &unit, &report), Act::FinishReports).await?;
    match making::finish(&app, visit.me()?, &desk.unit, desk.report.id).await? {
        Ending::Done => Ok(desk.to("")),
        Ending::TooEarly => Err(AppError::Invalid("report-too-early")),
    }
}

pub async fn discard(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, report)): Path<Three>,
) -> Result<Response> {
    let unit = crate::units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::WriteReports, &unit.as_place())?;
    let id = report.parse().map_err(|_| AppError::NotFound)?;
    making::discard(&app, visit.me()?, &unit, id).await?;
    Ok(Redirect::to(&format!("{}/reports", unit.address())).into_response())
}
