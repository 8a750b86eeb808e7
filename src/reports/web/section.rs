//! Writing in a report: a text, or the entries that are told.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::{Desk, script};
use crate::access::Act;
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, OrMissing, Result};
use crate::files;
use crate::form::{Fields, Wrong, told};
use crate::i18n::{Text18, Words};
use crate::measures::{self, Tree};
use crate::reports::making::{self, Base, Kept};
use crate::reports::report::{Chosen, MOST_STORIES, Written, chosen};
use crate::reports::template::What;
use crate::reports::{naming, shelf, store, text};
use crate::web::{Page, Visit, render};

/// Empty rows for further stories.
const MORE: usize = 2;
/// Entries to choose from.
const CANDIDATES: usize = 150;

struct Row {
    at: usize,
    entry: String,
    words: String,
    /// Without its photo.
    bare: bool,
}

#[derive(Template)]
#[template(path = "reports/web/section.html")]
struct SectionPage {
    page: Page,
    unit_href: String,
    unit: String,
    base: String,
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
    /// What a colleague saved meanwhile: whose and when, and the text.
    clash: Option<(String, String)>,
    saved_by: Option<String>,
    problems: Vec<(String, String)>,
}

impl SectionPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

type Four = (String, String, String, String);

/// What was sent, if anything.
#[derive(Default)]
struct Sent<'a> {
    body: Option<String>,
    version: Option<i64>,
    wrong: &'a [Wrong],
    theirs: Option<&'a Written>,
}

fn by(w: Words, desk: &Desk, it: &Written, key: &str) -> String {
    let on = w.date(Day::Now(it.at).in_zone(desk.unit.network.zone));
    w.with(key, &[("who", it.by.clone().into()), ("on", on.into())])
}

async fn page(app: &App, visit: &Visit, desk: &Desk, code: &str, sent: Sent<'_>) -> Result<SectionPage> {
    let (w, unit, report) = (visit.w, &desk.unit, &desk.report);
    if report.finished.is_some() {
        return Err(AppError::Invalid("report-is-finished"));
    }
    let template = shelf::template(app, unit.network.id, &report.template, report.template_version).await?;
    let section = template.written(code).or_missing()?;
    let mut all = store::versions(&app.db, unit.network.id, report.id, code).await?;
    let now = all.pop();
    let words = Words(report.lang());
    let body = sent.body.unwrap_or_else(|| now.as_ref().map_or_else(String::new, |it| it.body.clone()));
    let (mut rows, mut entries) = (None, Vec::new());
    if section.what == What::Stories {
        let told = chosen(&body);
        let blank = (told.len()..(told.len() + MORE).min(MOST_STORIES)).map(|at| Row {
            at,
            entry: String::new(),
            words: String::new(),
            bare: false,
        });
        let of = |(at, it): (usize, &Chosen)| Row {
            at,
            entry: it.entry.to_string(),
            words: it.words.clone(),
            bare: it.bare,
        };
        rows = Some(told.iter().enumerate().map(of).chain(blank).collect());
        entries = candidates(app, words, desk).await?;
    }
    let readable = |it: &Written| match section.what {
        What::Stories => chosen(&it.body).into_iter().map(|it| it.words).collect::<Vec<_>>().join("\n\n"),
        _ => it.body.clone(),
    };
    Ok(SectionPage {
        page: Page::new(visit, naming::heading(w, section), "overview"),
        unit_href: unit.address(),
        unit: w.text(&unit.name),
        base: desk.base(),
        report: report
            .period()
            .map_or_else(String::new, |it| naming::named(w, &naming::title(w, &template), &it)),
        action: format!("{}/sections/{code}", desk.base()),
        lang: report.language.clone(),
        heading: naming::heading(words, section),
        hint: naming::hint(words, section),
        version: sent.version.unwrap_or_else(|| now.as_ref().map_or(0, |it| it.version)),
        rows,
        entries,
        body,
        longest: text::LONGEST,
        clash: sent.theirs.map(|it| (by(w, desk, it, "report-meanwhile"), readable(it))),
        saved_by: now.as_ref().map(|it| by(w, desk, it, "report-saved-by")),
        problems: told(w, sent.wrong),
    })
}

/// Entries that may be told, by day.
async fn candidates(app: &App, w: Words, desk: &Desk) -> Result<Vec<(String, String)>> {
    let (unit, report) = (&desk.unit, &desk.report);
    let period = report.period().or_missing()?;
    let trees = measures::trees(&app.db, unit.network.id).await?;
    let mut units: Vec<_> =
        trees.stretches(Tree::Then, unit.id, &[], period).into_iter().map(|it| it.unit_id).collect();
    units.dedup();
    let days = (report.from, report.until);
    let mut all = store::candidates(&app.db, unit.network.id, &units, days, CANDIDATES).await?;
    all.retain(|it| trees.stood_below(it.unit_id, unit.id, it.local_date));
    all.sort_by_key(|it| (it.local_date, it.id));
    let ids: Vec<_> = all.iter().map(|it| it.id).collect();
    let photos = files::told_of(&app.db, unit.network.id, &ids).await?;
    let one = |it: store::Candidate| {
        let name = w.text(&Text18::from_json(&it.activity));
        let mut says = vec![w.date(it.local_date), name, w.n("visits", it.visits)];
        if photos.iter().any(|photo| photo.entry_id == it.id) {
            says.push(w.tr("report-story-has-photo"));
        }
        (it.id.to_string(), says.join(" · "))
    };
    Ok(all.into_iter().map(one).collect())
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, report, section)): Path<Four>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&network, &unit, &report), Act::WriteReports).await?;
    Ok(render(&page(&app, &visit, &desk, &section, Sent::default()).await?)?.into_response())
}

/// What a form says: the body of the section, and what is wrong with it.
fn typed(what: &What, fields: &[(String, String)]) -> (String, Vec<Wrong>) {
    let get =
        |name: &str| fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
    let mut wrong = Vec::new();
    if *what != What::Stories {
        let body = text::tidy(get("body"));
        if body.chars().count() > text::LONGEST {
            let n = i64::try_from(text::LONGEST).unwrap_or(i64::MAX);
            wrong.push(Wrong::new("body", "report-text-long").arg("n", n));
        }
        return (body, wrong);
    }
    let mut told: Vec<Chosen> = Vec::new();
    for at in 0..MOST_STORIES {
        let words = text::tidy(get(&format!("words_{at}")));
        match get(&format!("entry_{at}")).parse() {
            Ok(entry) if told.iter().all(|it| it.entry != entry) => {
                if words.chars().count() > text::LONGEST / 5 {
                    let n = i64::try_from(text::LONGEST / 5).unwrap_or(i64::MAX);
                    wrong.push(Wrong::new(&format!("words_{at}"), "report-text-long").arg("n", n));
                }
                told.push(Chosen { entry, words, bare: !get(&format!("bare_{at}")).is_empty() });
            }
            Ok(_) => wrong.push(Wrong::new(&format!("entry_{at}"), "report-story-twice")),
            Err(_) if !words.is_empty() => {
                wrong.push(Wrong::new(&format!("entry_{at}"), "report-story-missing"))
            }
            Err(_) => {}
        }
    }
    let body = if told.is_empty() { String::new() } else { serde_json::to_string(&told).unwrap_or_default() };
    (body, wrong)
}

pub async fn save(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, report, section)): Path<Four>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&network, &unit, &report), Act::WriteReports).await?;
    let (unit, report) = (&desk.unit, &desk.report);
    let template = shelf::template(&app, unit.network.id, &report.template, report.template_version).await?;
    let what = template.written(&section).or_missing()?.what.clone();
    let version = fields.iter().find(|(name, _)| name == "version").and_then(|(_, typed)| typed.parse().ok());
    let base: i64 = version.filter(|it| *it >= 0).ok_or(AppError::Invalid("error-garbled"))?;
    let (mine, wrong) = typed(&what, &fields);
    let was = Fields(fields.clone()).was().map(|was| typed(&what, &was.0).0);
    if !wrong.is_empty() && script::asks(&headers) {
        return Ok(script::wrong(visit.w, &wrong));
    }
    if !wrong.is_empty() {
        let mut page = page(
            &app,
            &visit,
            &desk,
            &section,
            Sent { body: Some(mine), version: Some(base), wrong: &wrong, theirs: None },
        )
        .await?;
        // What was typed beside no entry stays where it was typed.
        if let Some(rows) = &mut page.rows {
            let get =
                |name: String| fields.iter().find(|(field, _)| *field == name).map_or("", |(_, value)| value);
            *rows = (0..MOST_STORIES)
                .map(|at| Row {
                    at,
                    entry: get(format!("entry_{at}")).to_owned(),
                    words: get(format!("words_{at}")).to_owned(),
                    bare: !get(format!("bare_{at}")).is_empty(),
                })
                .take_while(|row| row.at < MORE || !row.entry.is_empty() || !row.words.is_empty())
                .collect();
        }
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    }
    let before = Base { version: base, was: was.as_deref() };
    match making::save_over(&app, visit.me()?, unit, (report.id, &section), before, &mine).await? {
        Kept::Done(version) if script::asks(&headers) => {
            Ok(script::saved(&app, visit.w, &desk, version, false))
        }
        Kept::Both(version) if script::asks(&headers) => {
            Ok(script::saved(&app, visit.w, &desk, version, true))
        }
        Kept::Done(_) | Kept::Both(_) => Ok(desk.to(&format!("?saved=1#s-{section}"))),
        Kept::Meanwhile(theirs) if script::asks(&headers) => {
            Ok(script::meanwhile(visit.w, &by(visit.w, &desk, &theirs, "report-meanwhile")))
        }
        Kept::Meanwhile(theirs) => {
            let sent =
                Sent { body: Some(mine), version: Some(theirs.version), wrong: &[], theirs: Some(&theirs) };
            let page = page(&app, &visit, &desk, &section, sent).await?;
            Ok((StatusCode::CONFLICT, render(&page)?).into_response())
        }
    }
}
