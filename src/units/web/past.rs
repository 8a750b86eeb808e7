//! A unit in the course of time: its names, its places in the tree, its closing, each with a form to change it by date.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use serde::Deserialize;

use super::structure::{NameField, crumbs};
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::form::{Wrong, told};
use crate::i18n::Words;
use crate::units::past::{self, Moving, Naming};
use crate::units::{self, Unit, name_label, store};
use crate::web::{Crumb, Page, Visit, render};

/// A line of a table: what held, and when.
struct Line {
    what: String,
    when: String,
    /// The day it began, where it is the last and can be taken back.
    back: Option<NaiveDate>,
}

/// A unit to choose: code, and name with its place in the tree.
type Choice = (String, String);

/// What was typed into one of the forms.
#[derive(Default)]
struct Typed {
    naming: Naming,
    moving: Moving,
    saved: bool,
}

#[derive(Deserialize)]
pub struct Asked {
    saved: Option<String>,
}

#[derive(Template)]
#[template(path = "units/web/past.html")]
struct PastPage {
    page: Page,
    crumbs: Vec<Crumb>,
    base: String,
    unit: String,
    /// Something was just changed.
    saved: bool,
    names: Vec<Line>,
    places: Vec<Line>,
    /// How it closes or closed; none while it is open for good.
    closed: Option<String>,
    fields: Vec<NameField>,
    named_from: String,
    /// None where this person may not move or close the unit: who could is said instead.
    parents: Option<Vec<Choice>>,
    parent: String,
    moved_from: String,
    problems: Vec<(String, String)>,
}

impl PastPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

/// od 1. 9. 2024 · 1. 9. 2024–31. 8. 2026
fn when(w: Words, from: NaiveDate, until: Option<NaiveDate>) -> String {
    match until.and_then(|until| until.pred_opt()) {
        None => w.of("past-from", w.date(from)),
        Some(last) => w.span(from, last),
    }
}

async fn page(app: &App, visit: &Visit, unit: &Unit, typed: Typed, wrong: &[Wrong]) -> Result<PastPage> {
    let (w, me) = (visit.w, visit.me()?);
    let history = past::history(&app.db, unit.network.id, unit.id).await?;
    let last_of = |n: usize, of: usize| of > 1 && n + 1 == of;
    let all = store::branch_of(&app.db, unit.network.id, &root(unit), app.clock.day()).await?;
    let may_move = all
        .iter()
        .find(|other| Some(other.id) == unit.parent_id)
        .is_some_and(|above| me.may(Act::Build, &above.as_place()));
    let names = history.names.iter().enumerate().map(|(n, named)| Line {
        what: w.text(&named.name),
        when: when(w, named.from, named.until),
        back: last_of(n, history.names.len()).then_some(named.from),
    });
    let places = history.places.iter().enumerate().map(|(n, stood)| Line {
        what: stood.parent.as_ref().map_or_else(|| w.tr("past-top"), |name| w.text(name)),
        when: when(w, stood.from, stood.until),
        back: (may_move && last_of(n, history.places.len())).then_some(stood.from),
    });
    // Where this person may build, open, and not below the unit itself: in the order of the tree.
    let open = all.iter().filter(|other| {
        !unit.path.holds(&other.path) && other.closed_on.is_none() && me.may(Act::Build, &other.as_place())
    });
    let choice = |other: &Unit| {
        let deep = "\u{2003}".repeat(other.path.depth().saturating_sub(1));
        (other.code.clone(), format!("{deep}{}", w.text(&other.name)))
    };
    let field = |(lang, value): &(String, String)| NameField {
        lang: lang.clone(),
        label: name_label(w, lang),
        value: value.clone(),
    };
    let empty: Vec<(String, String)> =
        unit.network.languages.iter().map(|lang| (lang.clone(), String::new())).collect();
    let fields = if typed.naming.names.is_empty() { &empty } else { &typed.naming.names };
    Ok(PastPage {
        page: Page::new(visit, w.of("past-of", w.text(&unit.name)), "structure"),
        crumbs: crumbs(app, visit, unit, "structure", true).await?,
        base: unit.address(),
        unit: w.text(&unit.name),
        saved: typed.saved,
        names: names.collect(),
        places: places.collect(),
        closed: history.closure.map(|closure| match closure.successor {
            Some((_, into)) => {
                w.with("past-merged", &[("day", closure.on.into()), ("into", w.text(&into).into())])
            }
            None => w.with("past-closed", &[("day", closure.on.into())]),
        }),
        fields: fields.iter().map(field).collect(),
        named_from: typed.naming.from,
        parents: may_move.then(|| open.map(choice).collect()),
        parent: typed.moving.parent,
        moved_from: typed.moving.from,
        problems: told(w, wrong),
    })
}

fn root(unit: &Unit) -> crate::access::Path {
    unit.path.ids().first().map_or_else(|| unit.path.clone(), |id| crate::access::Path::root(*id))
}

type At = Path<(String, String)>;
type Fields = Form<Vec<(String, String)>>;

fn field(fields: &[(String, String)], name: &str) -> String {
    fields.iter().find(|(it, _)| it == name).map_or_else(String::new, |(_, text)| text.trim().to_owned())
}

async fn unit_of(app: &App, visit: &Visit, (network, unit): &(String, String)) -> Result<Unit> {
    let me = visit.me()?;
    let unit = units::find(app, network, unit).await?;
    me.allow(Act::Build, &unit.as_place())?;
    Ok(unit)
}

/// The root of a network stays where it is and open.
fn not_root(unit: &Unit) -> Result<()> {
    if unit.parent_id.is_some() { Ok(()) } else { Err(AppError::NotFound) }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(at): At,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = unit_of(&app, &visit, &at).await?;
    let typed = Typed { saved: asked.saved.is_some(), ..Typed::default() };
    Ok(render(&page(&app, &visit, &unit, typed, &[]).await?)?.into_response())
}

async fn answer(app: &App, visit: &Visit, unit: &Unit, typed: Typed, done: past::Done) -> Result<Response> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("{}/history?saved=1", unit.address())).into_response()),
        Err(wrong) => {
            let page = page(app, visit, unit, typed, &wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}

pub async fn rename(
    State(app): State<App>,
    visit: Visit,
    Path(at): At,
    Form(fields): Fields,
) -> Result<Response> {
    let unit = unit_of(&app, &visit, &at).await?;
    let name = |lang: &String| (lang.clone(), field(&fields, &format!("name_{lang}")));
    let names = unit.network.languages.iter().map(name).collect();
    let naming = Naming { names, from: field(&fields, "named_from") };
    let done = past::rename(&app, visit.me()?, &unit, &naming).await?;
    answer(&app, &visit, &unit, Typed { naming, ..Typed::default() }, done).await
}

pub async fn transfer(
    State(app): State<App>,
    visit: Visit,
    Path(at): At,
    Form(fields): Fields,
) -> Result<Response> {
    let unit = unit_of(&app, &visit, &at).await?;
    not_root(&unit)?;
    let moving = Moving { parent: field(&fields, "parent"), from: field(&fields, "moved_from") };
    let done = past::transfer(&app, visit.me()?, &unit, &moving).await?;
    answer(&app, &visit, &unit, Typed { moving, ..Typed::default() }, done).await
}

/// The day in the form of something to be taken back.
fn from(fields: &[(String, String)]) -> Result<NaiveDate> {
    field(fields, "from").parse().map_err(|_| AppError::NotFound)
}

pub async fn unname(
    State(app): State<App>,
    visit: Visit,
    Path(at): At,
    Form(fields): Fields,
) -> Result<Response> {
    let unit = unit_of(&app, &visit, &at).await?;
    past::unname(&app, visit.me()?, &unit, from(&fields)?).await?;
    answer(&app, &visit, &unit, Typed::default(), Ok(())).await
}

pub async fn untransfer(
    State(app): State<App>,
    visit: Visit,
    Path(at): At,
    Form(fields): Fields,
) -> Result<Response> {
    let unit = unit_of(&app, &visit, &at).await?;
    not_root(&unit)?;
    let done = past::untransfer(&app, visit.me()?, &unit, from(&fields)?).await?;
    answer(&app, &visit, &unit, Typed::default(), done).await
}

pub async fn reopen(State(app): State<App>, visit: Visit, Path(at): At) -> Result<Response> {
    let unit = unit_of(&app, &visit, &at).await?;
    not_root(&unit)?;
    let done = past::reopen(&app, visit.me()?, &unit).await?;
    answer(&app, &visit, &unit, Typed::default(), done).await
}
