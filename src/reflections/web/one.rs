//! One set: what it is called and asks about, its questions in their order, and each change of them.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::fields::{self, QuestionFields, SetFields, field, typed_question, typed_set};
use super::sets::{state, unit_for};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Wrong, told};
use crate::reflections::making::{self, Done};
use crate::reflections::set::{MOST, Question, Set};
use crate::reflections::store::sets as store;
use crate::reflections::typed::{TypedQuestion, TypedSet};
use crate::units::Unit;
use crate::web::{Page, Visit, render};

struct Line {
    id: Uuid,
    words: String,
    says: Vec<String>,
    /// For other words: an id for the question that might take its place.
    new: Uuid,
    fields: QuestionFields,
    open: bool,
    answered: bool,
    /// Where it would stand, one up and one down.
    up: Option<usize>,
    down: Option<usize>,
}

struct Retired {
    id: Uuid,
    words: String,
    /// What became of it.
    became: String,
    /// An id for the question that would ask the same again; none where another one took its place.
    new: Option<Uuid>,
}

#[derive(Template)]
#[template(path = "reflections/web/one.html")]
struct SetPage {
    page: Page,
    base: String,
    unit: String,
    name: String,
    action: String,
    state: Option<String>,
    set: SetFields,
    standing: Vec<Line>,
    retired: Vec<Retired>,
    new: Option<(Uuid, QuestionFields)>,
    problems: Vec<(String, String)>,
}

/// What was typed into one of the page's forms, and what is wrong with it.
#[derive(Default)]
struct Sent {
    set: Option<TypedSet>,
    /// The question's form, by its key.
    question: Option<(String, TypedQuestion)>,
    /// The id of a new question in it.
    id: Option<Uuid>,
    wrong: Vec<Wrong>,
}

async fn page(app: &App, visit: &Visit, unit: &Unit, set: &Set, sent: Sent) -> Result<SetPage> {
    let w = visit.w;
    let languages = &unit.network.languages;
    let counts = store::answered(&app.db, unit.network.id, set.id).await?;
    let count = |id: Uuid| counts.iter().find(|(question, _)| *question == id).map_or(0, |(_, n)| *n);
    let typed = |key: &str| sent.question.as_ref().filter(|(it, _)| it == key).map(|(_, typed)| typed);
    let fields = |key: &str, otherwise: TypedQuestion| {
        let typed = typed(key).cloned().unwrap_or(otherwise);
        fields::question_fields(w, key, "", &typed, &sent.wrong)
    };
    let many = set.standing().count();
    let line = |(at, question): (usize, &Question)| {
        let (key, n) = (question.id.to_string(), count(question.id));
        let mut says = vec![w.tr(&format!("scale-{}", question.scale.code()))];
        if question.from_on > set.from_on {
            says.push(w.of("past-from", w.date(question.from_on)));
        }
        says.push(w.n("reflection-answers", n));
        Line {
            id: question.id,
            words: w.text(&question.words),
            says,
            new: sent.id.filter(|_| typed(&key).is_some()).unwrap_or_else(|| app.ids.ordered()),
            open: typed(&key).is_some(),
            fields: fields(&key, TypedQuestion::of(question, languages)),
            answered: n > 0,
            up: at.checked_sub(1),
            down: (at + 1 < many).then_some(at + 1),
        }
    };
    let retired = set.questions.iter().filter_map(|question| {
        let day = question.retired_on?;
        let by = set.questions.iter().find(|it| it.replaces == Some(question.id));
        let became = match by {
            Some(by) => {
                w.with("reflection-replaced", &[("day", day.into()), ("by", w.text(&by.words).into())])
            }
            None => w.of("reflection-retired", w.date(day)),
        };
        Some(Retired {
            id: question.id,
            words: w.text(&question.words),
            became: format!("{became} · {}", w.n("reflection-answers", count(question.id))),
            new: (by.is_none() && many < MOST).then(|| app.ids.ordered()),
        })
    });
    let head = sent.set.clone().unwrap_or_else(|| TypedSet::of(set, languages));
    let new_id = sent.id.filter(|_| typed("new").is_some()).unwrap_or_else(|| app.ids.ordered());
    Ok(SetPage {
        page: Page::new(visit, w.text(&set.name), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        name: w.text(&set.name),
        action: format!("{}/reflections/sets/{}", unit.address(), set.id),
        state: state(w, set, app.clock.today(unit.zone)),
        set: fields::set_fields(w, &head, &sent.wrong),
        standing: set.standing().enumerate().map(line).collect(),
        retired: retired.collect(),
        new: (many < MOST).then(|| (new_id, fields("new", typed_question(unit, &[], "")))),
        problems: told(w, &sent.wrong),
    })
}

type At = Path<(String, String, Uuid)>;
type AtQuestion = Path<(String, String, Uuid, Uuid)>;
type Fields = Form<Vec<(String, String)>>;

async fn set_of(app: &App, unit: &Unit, id: Uuid) -> Result<Set> {
    let set = store::find(&app.db, unit.network.id, id).await?.or_missing()?;
    if set.unit_id == unit.id { Ok(set) } else { Err(AppError::NotFound) }
}

pub async fn show(State(app): State<App>, visit: Visit, Path((network, unit, id)): At) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let set = set_of(&app, &unit, id).await?;
    Ok(render(&page(&app, &visit, &unit, &set, Sent::default()).await?)?.into_response())
}

async fn answer(app: &App, visit: &Visit, unit: &Unit, id: Uuid, done: Done, sent: Sent) -> Result<Response> {
    match done {
        Ok(()) => Ok(to_set(unit, id)),
        Err(wrong) => {
            let wrong = match &sent.question {
                Some((key, _)) => making::of_form(key, wrong),
                None => wrong,
            };
            let set = set_of(app, unit, id).await?;
            let page = page(app, visit, unit, &set, Sent { wrong, ..sent }).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}

fn to_set(unit: &Unit, id: Uuid) -> Response {
    Redirect::to(&format!("{}/reflections/sets/{id}", unit.address())).into_response()
}

fn made_id(fields: &fields::Fields) -> Result<Uuid> {
    field(fields, "id").parse().map_err(|_| AppError::Invalid("error-garbled"))
}

pub async fn change(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, id)): At,
    Form(fields): Fields,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let typed = typed_set(&unit, &fields);
    let done = making::change(&app, visit.me()?, &unit, id, &typed).await?;
    answer(&app, &visit, &unit, id, done, Sent { set: Some(typed), ..Sent::default() }).await
}

pub async fn add(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, id)): At,
    Form(fields): Fields,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let (new, typed) = (made_id(&fields)?, typed_question(&unit, &fields, ""));
    let done = making::add(&app, visit.me()?, &unit, id, new, &typed).await?;
    let sent = Sent { question: Some(("new".into(), typed)), id: Some(new), ..Sent::default() };
    answer(&app, &visit, &unit, id, done, sent).await
}

pub async fn reword(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, id, question)): AtQuestion,
    Form(fields): Fields,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let (new, typed) = (made_id(&fields)?, typed_question(&unit, &fields, ""));
    let done = making::reword(&app, visit.me()?, &unit, (id, question, new), &typed).await?;
    let sent = Sent { question: Some((question.to_string(), typed)), id: Some(new), ..Sent::default() };
    answer(&app, &visit, &unit, id, done, sent).await
}

pub async fn retire(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, id, question)): AtQuestion,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    making::retire(&app, visit.me()?, &unit, id, question).await?;
    Ok(to_set(&unit, id))
}

pub async fn bring_back(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, id, question)): AtQuestion,
    Form(fields): Fields,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    making::bring_back(&app, visit.me()?, &unit, (id, question, made_id(&fields)?)).await?;
    Ok(to_set(&unit, id))
}

pub async fn place(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, id, question)): AtQuestion,
    Form(fields): Fields,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let at = field(&fields, "at").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    making::place(&app, visit.me()?, &unit, (id, question), at).await?;
    Ok(to_set(&unit, id))
}
