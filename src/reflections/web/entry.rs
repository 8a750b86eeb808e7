//! The page for answers alone, and what it shares with the part beside an entry.

use std::collections::HashMap;

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::fields::{self, field};
use crate::access::{Act, Me, put_on_record};
use crate::activities::{self, Stored};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Wrong, told};
use crate::i18n::Words;
use crate::reflections::answer::{self, Said, Typed};
use crate::reflections::answering::{self, Asked};
use crate::reflections::set::{Question, Scale};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

/// A question of the form.
pub struct Field {
    pub name: String,
    pub question: Uuid,
    pub words: String,
    /// The version that is shown: 0 where there is no answer.
    pub base: i64,
    pub is_text: bool,
    pub text: String,
    /// Value, label, chosen.
    pub steps: Vec<(i64, String, bool)>,
    /// There is an answer that could be taken back.
    pub back: bool,
    pub problem: Option<String>,
    /// What stands, where something else was typed meanwhile.
    pub stands: Option<String>,
}

#[derive(Template)]
#[template(path = "reflections/web/form.html")]
struct FormPage {
    page: Page,
    w: Words,
    base: String,
    unit: String,
    id: Uuid,
    activity: String,
    day: String,
    action: String,
    command: Uuid,
    back_to: &'static str,
    fields: Vec<Field>,
    problems: Vec<(String, String)>,
}

pub fn step(w: Words, question: &Question, n: i64) -> String {
    w.tr(&format!("scale-{}-{n}", question.scale.code()))
}

/// A field as it stands, or as it was typed.
pub fn form_field(w: Words, it: &Asked, typed: Option<&Typed>, problems: &[(String, String)]) -> Field {
    let question = &it.question;
    let said = it.answer.as_ref().map_or(Said::Nothing, answer::Answer::said);
    let stands = match &said {
        Said::Step(n) => n.to_string(),
        Said::Words(text) => text.clone(),
        Said::Nothing | Said::Removed => String::new(),
    };
    let value = typed.map_or_else(|| stands.clone(), |typed| typed.value.clone());
    let name = answer::field(question.id);
    let problem = problems.iter().find(|(field, _)| *field == name).map(|(_, says)| says.clone());
    let called = match &said {
        Said::Step(n) => step(w, question, *n),
        _ => stands,
    };
    Field {
        question: question.id,
        words: w.text(&question.words),
        // Typed once more below what was told of it, it counts against what stands now.
        base: it.answer.as_ref().map_or(0, |answer| answer.version),
        is_text: question.scale == Scale::Text,
        steps: question
            .scale
            .values()
            .iter()
            .map(|n| (*n, step(w, question, *n), n.to_string() == value.trim()))
            .collect(),
        text: value,
        back: matches!(said, Said::Step(_)),
        stands: (problem.is_some() && !called.is_empty()).then(|| w.of("reflection-stands", called)),
        problem,
        name,
    }
}

/// Puts on record that somebody saw answers in words.
pub async fn texts_read(app: &App, me: &Me, unit: &Unit, entry: Uuid, asked: &[Asked]) -> Result<()> {
    let said = |it: &Asked| it.given().is_some_and(|answer| answer.text.is_some());
    if asked.iter().any(said) {
        let object = format!("entry {entry}");
        put_on_record(app, me, "read_reflections", &object, &unit.network.id, &unit.id).await?;
    }
    Ok(())
}

type At = Path<(String, String, Uuid)>;

/// The entry of the address, if it is this unit's.
async fn entry_of(app: &App, unit: &Unit, id: Uuid) -> Result<Stored> {
    let stored = activities::entry(&app.db, unit.network.id, id).await?.or_missing()?;
    if stored.entry.unit_id == unit.id { Ok(stored) } else { Err(AppError::NotFound) }
}

/// Where somebody goes on to after answering.
fn back(fields: &fields::Fields) -> &'static str {
    if field(fields, "back") == "saved" { "saved" } else { "" }
}

async fn page(
    app: &App,
    visit: &Visit,
    (unit, stored): (&Unit, &Stored),
    typed: &HashMap<Uuid, Typed>,
    (back_to, command): (&'static str, Uuid),
    wrong: &[Wrong],
) -> Result<FormPage> {
    let (w, me, entry) = (visit.w, visit.me()?, &stored.entry);
    let asked = answering::asked_of(&app.db, unit.network.id, entry).await?;
    texts_read(app, me, unit, entry.id, &asked).await?;
    let activity = activities::activity(&app.db, unit.network.id, entry.activity_id).await?.or_missing()?;
    let problems = told(w, wrong);
    Ok(FormPage {
        page: Page::new(visit, w.of("reflection-of", w.text(&activity.name)), "entries"),
        w,
        base: unit.address(),
        unit: w.text(&unit.name),
        id: entry.id,
        activity: w.text(&activity.name),
        day: w.weekday_date(entry.local_date),
        action: format!("{}/entries/{}/reflections", unit.address(), entry.id),
        command,
        back_to,
        fields: asked.iter().map(|it| form_field(w, it, typed.get(&it.question.id), &problems)).collect(),
        problems,
    })
}

pub async fn form(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, entry)): At,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Record, &unit.as_place())?;
    let stored = entry_of(&app, &unit, entry).await?;
    let way = (back(&asked), app.ids.ordered());
    let page = page(&app, &visit, (&unit, &stored), &HashMap::new(), way, &[]).await?;
    Ok(render(&page)?.into_response())
}

/// What was typed, by question.
fn typed(sent: &fields::Fields) -> HashMap<Uuid, Typed> {
    let one = |(name, base): &(String, String)| {
        let question: Uuid = name.strip_prefix("v_")?.parse().ok()?;
        let value = field(sent, &answer::field(question));
        let back = !field(sent, &format!("n_{question}")).is_empty();
        Some((question, Typed { value, base: base.parse().ok()?, back }))
    };
    sent.iter().filter_map(one).collect()
}

pub async fn answer(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, entry)): At,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::Record, &unit.as_place())?;
    let command = field(&sent, "command").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let (typed, back_to) = (typed(&sent), back(&sent));
    match answering::save(&app, me, &unit, entry, command, &typed).await? {
        Ok(_) => {
            let rest = if back_to.is_empty() { "" } else { "/saved" };
            let to = format!("{}/entries/{entry}{rest}#reflections", unit.address());
            Ok(Redirect::to(&to).into_response())
        }
        Err(wrong) => {
            let stored = entry_of(&app, &unit, entry).await?;
            let page = page(&app, &visit, (&unit, &stored), &typed, (back_to, command), &wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
