//! One target: what its number is made of, what was counted by hand, and the forms for that.

use askama::Template;
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::counts::{self as counted, Line, line};
use super::goal::{Far, far, rule};
use super::met::{Meeting, meetings};
use super::standing::{Asked, day};
use super::tables::{Opened, Table, opened, tables};
use super::{Desk, Five, Four};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::files;
use crate::form::{Fields, Wrong, told};
use crate::i18n::Words;
use crate::measures;
use crate::plan::document::By;
use crate::plan::keeping::{self, At, Typed};
use crate::plan::reckoning::joining::{Names, folded};
use crate::plan::reckoning::{Found, Reckoned, Reckoning};
use crate::plan::store::counts;
use crate::plan::{store, telling};
use crate::units::{self, Unit};
use crate::web::{Filled, Page, Visit, render, upload};

/// Which of the forms somebody sent, and what is wrong with it.
#[derive(Default)]
struct Sent {
    form: &'static str,
    id: Uuid,
    typed: Typed,
    problems: Vec<(String, String)>,
}

impl Sent {
    fn problem(&self, form: &str, field: &str) -> Option<&str> {
        let mut of = self.problems.iter().filter(|_| self.form == form);
        of.find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

#[derive(Template)]
#[template(path = "plan/web/target.html")]
struct TargetPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    part: (String, String),
    title: String,
    action: String,
    far: Far,
    /// What the working version of the plan says instead.
    wording: Option<String>,
    source: String,
    notes: Vec<String>,
    /// What each unit came to: its name, and whether that is what it is to.
    units: Vec<(String, String, bool)>,
    each: String,
    opened: Option<Opened>,
    tables: Vec<Table>,
    meetings: Vec<Meeting>,
    lines: Vec<Line>,
    days: Vec<(String, String, bool)>,
    /// Whether it is read as it stands now, or stood at the end of its year: only then something is written.
    is_last: bool,
    on: String,
    rule: Vec<String>,
    /// The reason why it is pursued no more, and who said so.
    dropped: Option<(String, String)>,
    may_write: bool,
    by_hand: bool,
    by_unit: bool,
    /// What units are called that somebody may count in.
    names: Vec<String>,
    today: String,
    /// Ids of what the forms make.
    count: Sent,
    drop: Sent,
}

fn at(path: &Five) -> (&str, &str, &str) {
    (&path.0, &path.1, &path.2)
}

async fn page(
    app: &App,
    visit: &Visit,
    desk: &Desk,
    (part, target): (&str, &str),
    (reckoning, on): (&Reckoning, &str),
    sent: Sent,
) -> Result<TargetPage> {
    let (w, base, today) = (visit.w, desk.base(), desk.today(app));
    let it = reckoning.target(part, target).or_missing()?;
    let of = reckoning.part(&desk.kept, part).or_missing()?;
    let me = visit.me()?;
    let branch = units::branch(&app.db, &desk.unit, today).await?;
    let (opened, tables) = match &it.found {
        Found::Measure(it) => {
            let tables = tables(app, w, me, desk, &branch, it).await?;
            (opened(w, me, &desk.unit, (&branch, &tables), it), tables)
        }
        _ => (None, Vec::new()),
    };
    let meetings = match &it.found {
        Found::Meetings(sat) => meetings(w, &desk.unit, sat),
        _ => Vec::new(),
    };
    let action = format!("{base}/parts/{part}/targets/{target}");
    let last = desk.last_day(today);
    let blank = |form: &'static str| Sent {
        form,
        id: app.ids.ordered(),
        typed: Typed { day: last.to_string(), ..Typed::default() },
        problems: Vec::new(),
    };
    let (mut count, mut drop) = (blank("count"), blank("drop"));
    match sent.form {
        "count" => count = sent,
        "drop" => drop = sent,
        _ => {}
    }
    let dropped = it.dropped.as_ref().map(|it| {
        let on = w.date(it.day);
        let by = w.with("plan-dropped-by", &[("who", it.by_name.clone().into()), ("on", on.into())]);
        (it.reason.clone(), by)
    });
    Ok(TargetPage {
        page: Page::new(visit, telling::target(w, &it.target), "overview"),
        crumbs: desk.crumbs(visit, of),
        part: (desk.part_address(reckoning, part, on), w.text(&of.name)),
        title: telling::target(w, &it.target),
        far: far(w, &base, on, it),
        wording: telling::wording(w, it),
        source: telling::source(w, it),
        notes: notes(w, it, opened.as_ref()),
        units: named(app, w, desk, it).await?,
        each: it.target.each.map_or_else(String::new, |each| w.of("plan-each-wanted", w.int(each))),
        opened,
        tables,
        meetings,
        lines: it.counts.iter().rev().map(|it| line(w, desk, it)).collect(),
        days: desk.days(w, &action, reckoning.on, today),
        is_last: on.is_empty() || reckoning.on == today,
        on: w.date(reckoning.on),
        rule: rule(w),
        dropped,
        may_write: desk.may_write,
        by_hand: matches!(it.found, Found::Hand | Found::Lost(_)),
        by_unit: it.target.each.is_some(),
        names: names(w, &desk.unit, &branch, &reckoning.targets),
        today: last.to_string(),
        count,
        drop,
        action,
    })
}

/// What has to be known of the number; whoever may open its entries is told how many more stand in the list.
fn notes(w: Words, it: &Reckoned, opened: Option<&Opened>) -> Vec<String> {
    let mut all = telling::notes(w, it);
    if let (Found::Measure(of), Some(_)) = (&it.found, opened.filter(|it| it.to_entries)) {
        let hidden = of.measure.of(&of.own.unsplit);
        if matches!(of.of, Some((By::Project, _))) && of.measure.additive() && hidden.number() > 0.0 {
            all.push(w.of("plan-unsplit-n", measures::shown(w, of.measure, hidden)));
        }
    }
    all
}

/// What units below this one are called, and what else was counted in before, each once.
fn names(w: Words, unit: &Unit, branch: &[Unit], targets: &[Reckoned]) -> Vec<String> {
    let known = Names::of(branch);
    let below = branch.iter().filter(|it| it.id != unit.id).map(|it| w.text(&it.name));
    let mut all: Vec<String> = below.collect();
    let used = targets.iter().flat_map(|it| &it.counts).map(|it| it.unit.as_str());
    for name in used.filter(|it| !it.is_empty() && !known.has(it)) {
        if all.iter().all(|it| folded(it) != folded(name)) {
            all.push(name.to_owned());
        }
    }
    all.sort_by(|a, b| w.compare(a, b));
    all.dedup();
    all
}

/// Units with what each came to, where each is to have its own.
async fn named(app: &App, w: Words, desk: &Desk, it: &Reckoned) -> Result<Vec<(String, String, bool)>> {
    let Some(each) = it.target.each else { return Ok(Vec::new()) };
    let called = units::called(&app.db, desk.unit.network.id).await?;
    let name = |code: &str| {
        let day = it.counts.last().map_or_else(|| desk.today(app), |it| it.day);
        called.on(code, day).map_or_else(|| code.to_owned(), |name| w.text(name))
    };
    let mut all: Vec<(String, String, bool)> = it
        .units
        .iter()
        .map(|(code, came)| {
            let has = came.above >= each.saturating_mul(came.below);
            (name(code), telling::came(w, Some(*came)), has)
        })
        .collect();
    all.sort_by(|a, b| w.compare(&a.0, &b.0));
    Ok(all)
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(path): Path<Five>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, at(&path), false).await?;
    let (of, (reckoning, on)) =
        ((path.3.as_str(), path.4.as_str()), desk.reckon(&app, day(&asked.on)).await?);
    if reckoning.target(of.0, of.1).is_none() {
        return counted::page(&app, &visit, &desk, of, &reckoning).await;
    }
    let page = page(&app, &visit, &desk, of, (&reckoning, &on), Sent::default()).await?;
    Ok(render(&page)?.into_response())
}

fn typed(fields: &Fields) -> Typed {
    let get = |name: &str| fields.get(name).to_owned();
    Typed {
        day: get("day"),
        number: get("number"),
        note: get("note"),
        unit: get("unit"),
        evidence: get("evidence"),
    }
}

/// Shows the page again, with what was typed in the form that was sent.
async fn again(
    app: &App,
    visit: &Visit,
    desk: &Desk,
    path: &Five,
    (form, id, typed): (&'static str, Uuid, Typed),
    wrong: &[Wrong],
) -> Result<Response> {
    let sent = Sent { form, id, typed, problems: told(visit.w, wrong) };
    let (reckoning, on) = desk.reckon(app, None).await?;
    let page = page(app, visit, desk, (&path.3, &path.4), (&reckoning, &on), sent).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

fn id(fields: &Fields) -> Result<Uuid> {
    fields.get("id").parse().map_err(|_| AppError::Invalid("error-garbled"))
}

pub async fn count(
    State(app): State<App>,
    visit: Visit,
    Path(path): Path<Five>,
    request: Request,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, at(&path), true).await?;
    let sent = upload(request, files::MOST_BYTES).await?;
    let (id, typed) = (id(&sent.fields)?, typed(&sent.fields));
    let proof = keeping::proof(&sent.name, sent.bytes).await?;
    let of = At { year: desk.year(), part: &path.3, target: &path.4 };
    let wrong = keeping::count(&app, visit.me()?, &desk.unit, of, (id, &typed), proof).await?;
    if wrong.is_empty() {
        return Ok(desk.to(&format!("/parts/{}/targets/{}#h-counts", path.3, path.4)));
    }
    again(&app, &visit, &desk, &path, ("count", id, typed), &wrong).await
}

pub async fn give_up(Filled { app, visit, at: path, fields }: Filled<Five>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, at(&path), true).await?;
    let (id, typed) = (id(&fields)?, typed(&fields));
    let of = At { year: desk.year(), part: &path.3, target: &path.4 };
    let wrong = keeping::give_up(&app, visit.me()?, &desk.unit, of, (id, &typed)).await?;
    if wrong.is_empty() {
        return Ok(desk.to(&format!("/parts/{}/targets/{}", path.3, path.4)));
    }
    again(&app, &visit, &desk, &path, ("drop", id, typed), &wrong).await
}

pub async fn pursue(State(app): State<App>, visit: Visit, Path(path): Path<Five>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, at(&path), true).await?;
    let of = At { year: desk.year(), part: &path.3, target: &path.4 };
    keeping::pursue(&app, visit.me()?, &desk.unit, of).await?;
    Ok(desk.to(&format!("/parts/{}/targets/{}", path.3, path.4)))
}

pub async fn take_back(State(app): State<App>, visit: Visit, Path(path): Path<Four>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&path.0, &path.1, &path.2), true).await?;
    let id = path.3.parse().map_err(|_| AppError::NotFound)?;
    let (part, target) = keeping::take_back(&app, visit.me()?, &desk.unit, desk.year(), id).await?;
    Ok(desk.to(&format!("/parts/{part}/targets/{target}#h-counts")))
}

/// What proves a count, for whoever may read the plan.
pub async fn file(State(app): State<App>, visit: Visit, Path(path): Path<Four>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&path.0, &path.1, &path.2), false).await?;
    let id: Uuid = path.3.parse().map_err(|_| AppError::NotFound)?;
    let (network_id, plan_id) = (desk.unit.network.id, desk.kept.held.id);
    let (kind, bytes) = store::counts::file(&app.db, network_id, plan_id, id).await?.or_missing()?;
    let it = counts::count(&app.db, network_id, plan_id, id).await?.or_missing()?;
    // A document is never opened inside our own page.
    let (kind, how, ending) = match kind.as_str() {
        "pdf" => ("application/pdf", "attachment", "pdf"),
        _ => ("image/jpeg", "inline", "jpg"),
    };
    let name = format!("{how}; filename=\"{}-{}.{ending}\"", it.target, it.day);
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}
