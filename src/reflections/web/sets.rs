//! The sets of questions that a unit asks, and those from above that are asked here; making one.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

use super::fields::{self, QuestionFields, SetFields, about, field, typed_question, typed_set, when};
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::form::{Wrong, told};
use crate::i18n::Words;
use crate::reflections::making;
use crate::reflections::set::Set;
use crate::reflections::store::sets as store;
use crate::reflections::typed::{TypedQuestion, TypedSet};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

/// Questions that the form of a new set begins with; more come later.
const FIRST: usize = 3;

struct Line {
    name: String,
    href: Option<String>,
    /// Days, kinds of activity, and from which unit it comes.
    says: Vec<String>,
    questions: Vec<String>,
    state: Option<String>,
    saved: bool,
}

#[derive(Template)]
#[template(path = "reflections/web/sets.html")]
struct SetsPage {
    page: Page,
    base: String,
    unit: String,
    own: Vec<Line>,
    above: Vec<Line>,
}

#[derive(Template)]
#[template(path = "reflections/web/new.html")]
struct NewPage {
    page: Page,
    base: String,
    unit: String,
    id: Uuid,
    set: SetFields,
    questions: Vec<QuestionFields>,
    problems: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub struct Asked {
    saved: Option<Uuid>,
}

pub type At = Path<(String, String)>;

/// The unit of the address, for whoever builds it.
pub async fn unit_for(app: &App, visit: &Visit, network: &str, unit: &str) -> Result<Unit> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(Act::Build, &unit.as_place())?;
    Ok(unit)
}

/// Where a set stands in time; nothing to say while it is asked.
pub fn state(w: Words, set: &Set, today: NaiveDate) -> Option<String> {
    if today < set.from_on {
        Some(w.tr("reflection-to-come"))
    } else if set.until_on.is_some_and(|until| until <= today) {
        Some(w.tr("reflection-over"))
    } else {
        None
    }
}

pub async fn index(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): At,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let (w, me, today) = (visit.w, visit.me()?, app.clock.today(unit.zone));
    let line = units::named_path(&app.db, &unit, app.clock.day()).await?;
    let ids: Vec<Uuid> = line.iter().map(|unit| unit.id).collect();
    let mut found = store::of_units(&app.db, unit.network.id, &ids).await?;
    found.reverse();
    let said = |set: &Set, at: &Unit| {
        let mut says = vec![when(w, set), about(w, set)];
        says.extend((at.id != unit.id).then(|| w.of("reflection-comes-from", w.text(&at.name))));
        Line {
            name: w.text(&set.name),
            href: me
                .may(Act::Build, &at.as_place())
                .then(|| format!("{}/reflections/sets/{}", at.address(), set.id)),
            says,
            questions: set.standing().map(|question| w.text(&question.words)).collect(),
            state: state(w, set, today),
            saved: asked.saved == Some(set.id),
        }
    };
    let of = |own: bool| -> Vec<Line> {
        let over = |set: &Set| set.until_on.is_some_and(|until| until <= today);
        let here = found.iter().filter(|set| (set.unit_id == unit.id) == own && (own || !over(set)));
        here.filter_map(|set| Some(said(set, line.iter().find(|at| at.id == set.unit_id)?))).collect()
    };
    let page = SetsPage {
        page: Page::new(&visit, w.of("reflections-of", w.text(&unit.name)), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        own: of(true),
        above: of(false),
    };
    Ok(render(&page)?.into_response())
}

/// What was typed of the questions of a new set, each with the key of its fields and its id.
fn asked(app: &App, unit: &Unit, fields: &fields::Fields) -> Vec<making::Asked> {
    let one = |n: usize| {
        let key = format!("q{n}");
        let id = field(fields, &format!("{key}_id")).parse().unwrap_or_else(|_| app.ids.ordered());
        let typed = typed_question(unit, fields, &format!("{key}_"));
        (key, id, typed)
    };
    (1..=FIRST).map(one).collect()
}

fn page(
    visit: &Visit,
    unit: &Unit,
    id: Uuid,
    typed: &TypedSet,
    questions: &[making::Asked],
    wrong: &[Wrong],
) -> NewPage {
    let w = visit.w;
    let one = |(key, id, typed): &(String, Uuid, TypedQuestion)| {
        let fields = fields::question_fields(w, key, &format!("{key}_"), typed, wrong);
        QuestionFields { id: Some(*id), ..fields }
    };
    NewPage {
        page: Page::new(visit, w.tr("reflection-new"), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        id,
        set: fields::set_fields(w, typed, wrong),
        questions: questions.iter().map(one).collect(),
        problems: told(w, wrong),
    }
}

pub async fn new(State(app): State<App>, visit: Visit, Path((network, unit)): At) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let from = app.clock.today(unit.zone).to_string();
    let typed = TypedSet { from, ..typed_set(&unit, &[]) };
    let questions = asked(&app, &unit, &[]);
    let page = page(&visit, &unit, app.ids.ordered(), &typed, &questions, &[]);
    Ok(render(&page)?.into_response())
}

pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): At,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let id = field(&fields, "id").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let (typed, questions) = (typed_set(&unit, &fields), asked(&app, &unit, &fields));
    match making::create(&app, visit.me()?, &unit, id, &typed, &questions).await? {
        Ok(()) => {
            Ok(Redirect::to(&format!("{}/reflections/sets?saved={id}", unit.address())).into_response())
        }
        Err(wrong) => {
            let page = page(&visit, &unit, id, &typed, &questions, &wrong);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
