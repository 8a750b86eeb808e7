//! One question: its words in every language, how it is answered, and of whom it is asked.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::showing::{language_name, mark, said};
use super::{Found, step};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Wrong, told};
use crate::questionnaires::changing::Change;
use crate::questionnaires::content::{Choice, Item, LONGEST, Scale};
use crate::questionnaires::making::{self, Changed};
use crate::questionnaires::typed::{self, Fields, beside};
use crate::web::{Filled, Page, Visit, render};

/// Empty rows for further choices.
const MORE_CHOICES: usize = 3;

struct Said {
    field: String,
    lang: String,
    label: String,
    value: String,
}

struct ChoiceRow {
    at: usize,
    code: String,
    texts: Vec<Said>,
}

#[derive(Template)]
#[template(path = "questionnaires/web/item.html")]
struct ItemPage {
    page: Page,
    base: String,
    questionnaire: String,
    /// Where the form is sent.
    action: String,
    /// Of the question as it stands; empty where it is a new one.
    code: String,
    mark: String,
    title: String,
    typed_code: String,
    texts: Vec<Said>,
    easy: Vec<Said>,
    /// Which parts of the form stand open: the easy variant, choices, the bounds of a number.
    has_easy: bool,
    chooses: bool,
    counts: bool,
    reasons: Vec<Said>,
    longest: usize,
    areas: Vec<(String, String)>,
    area: String,
    scales: Vec<(&'static str, String)>,
    scale: String,
    choices: Vec<ChoiceRow>,
    least: String,
    most: String,
    reversed: bool,
    sensitive: bool,
    off: bool,
    /// (code, label with what can be chosen) of the questions before it.
    earlier: Vec<(String, String)>,
    only_if: String,
    any_of: String,
    problems: Vec<(String, String)>,
    note: Option<String>,
}

impl ItemPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

/// What the fields of a form would be, of a question as it stands.
fn fields_of(item: &Item) -> Fields {
    let mut fields = vec![("code".to_owned(), item.code.clone()), ("scale".into(), item.scale.code().into())];
    let mut add = |name: String, text: &str| fields.push((name, text.to_owned()));
    for (name, text) in
        [("text", Some(&item.text)), ("easy", Some(&item.easy)), ("reason", item.sensitive.as_ref())]
    {
        for (lang, said) in text.into_iter().flat_map(|text| text.iter()) {
            add(format!("{name}_{lang}"), said);
        }
    }
    add("area".into(), item.area.as_deref().unwrap_or_default());
    for (at, Choice { code, text }) in item.scale.choices().iter().enumerate() {
        add(format!("choice_{at}_code"), code);
        for (lang, said) in text.iter() {
            add(format!("choice_{at}_{lang}"), said);
        }
    }
    if let Scale::Number { least, most } = item.scale {
        add("least".into(), &least.to_string());
        add("most".into(), &most.to_string());
    }
    for (name, is) in
        [("reversed", item.reversed), ("sensitive", item.sensitive.is_some()), ("off", item.off)]
    {
        if is {
            add(name.into(), "yes");
        }
    }
    if let Some(condition) = &item.only_if {
        add("only_if".into(), &condition.item);
        add("any_of".into(), &condition.any_of.join(", "));
    }
    Fields(fields)
}

/// The form of a question, or of a new one, with what was typed.
fn page(
    visit: &Visit,
    found: &Found,
    item: Option<&Item>,
    fields: &Fields,
    wrong: &[Wrong],
    note: Option<&'static str>,
) -> Result<ItemPage> {
    let w = visit.w;
    let content = &found.latest()?.content;
    let said_in = |name: &str| -> Vec<Said> {
        let one = |lang: &String| {
            let field = format!("{name}_{lang}");
            let value = fields.get(&field).to_owned();
            Said { field, lang: lang.clone(), label: language_name(w, lang), value }
        };
        content.languages.iter().map(one).collect()
    };
    let filled = (0..).find(|at| !fields.has(&format!("choice_{at}_code"))).unwrap_or(0);
    let rows = filled.max(item.map_or(0, |item| item.scale.choices().len())) + MORE_CHOICES;
    let row = |at: usize| ChoiceRow {
        at,
        code: fields.get(&format!("choice_{at}_code")).to_owned(),
        texts: said_in(&format!("choice_{at}")),
    };
    let at = item.and_then(|item| content.items.iter().position(|it| it.code == item.code));
    let before = &content.items[..at.unwrap_or(content.items.len())];
    let askable =
        |it: &&Item| it.sensitive.is_none() && !it.scale.is_background() && !it.scale.codes().is_empty();
    let earlier = before.iter().filter(askable).map(|it| {
        let codes = it.scale.codes().join(", ");
        (it.code.clone(), format!("{} ({codes})", said(w, content, &it.text)))
    });
    let base = found.base();
    let title = item.map_or_else(|| w.tr("questionnaire-new-item"), |item| said(w, content, &item.text));
    let code = item.map_or("", |item| &item.code);
    let action = match item {
        Some(item) => format!("{base}/items/{}", crate::web::encoded(&item.code)),
        None => format!("{base}/items"),
    };
    Ok(ItemPage {
        page: Page::new(visit, title.clone(), "structure"),
        questionnaire: w.text(&found.questionnaire.name),
        action,
        mark: mark(&item)?,
        title,
        typed_code: fields.get("code").to_owned(),
        texts: said_in("text"),
        has_easy: content.languages.iter().any(|lang| !fields.get(&format!("easy_{lang}")).is_empty()),
        chooses: matches!(fields.get("scale"), "one" | "many"),
        counts: fields.get("scale") == "number",
        easy: said_in("easy"),
        reasons: said_in("reason"),
        longest: LONGEST,
        areas: content.areas.iter().map(|it| (it.code.clone(), said(w, content, &it.name))).collect(),
        area: fields.get("area").to_owned(),
        scales: Scale::CODES.map(|code| (code, w.tr(&format!("scaled-{code}")))).into(),
        scale: fields.get("scale").to_owned(),
        choices: (0..rows).map(row).collect(),
        least: fields.get("least").to_owned(),
        most: fields.get("most").to_owned(),
        reversed: fields.has("reversed"),
        sensitive: fields.has("sensitive"),
        off: fields.has("off"),
        earlier: earlier.collect(),
        only_if: fields.get("only_if").to_owned(),
        any_of: fields.get("any_of").to_owned(),
        problems: told(w, wrong),
        note: note.map(|key| w.tr(key)),
        code: code.to_owned(),
        base,
    })
}

type Three = (String, String, String);
type Four = (String, String, String, String);

fn split((network, unit, questionnaire, item): Four) -> (Three, String) {
    ((network, unit, questionnaire), item)
}

pub async fn new(State(app): State<App>, visit: Visit, Path(path): Path<Three>) -> Result<Response> {
    let found = Found::load(&app, &visit, &path).await?;
    let fields = Fields(vec![("scale".into(), "agree5".into())]);
    Ok(render(&page(&visit, &found, None, &fields, &[], None)?)?.into_response())
}

pub async fn show(State(app): State<App>, visit: Visit, Path(path): Path<Four>) -> Result<Response> {
    let (path, code) = split(path);
    let found = Found::load(&app, &visit, &path).await?;
    let item = found.latest()?.content.item(&code).or_missing()?;
    Ok(render(&page(&visit, &found, Some(item), &fields_of(item), &[], None)?)?.into_response())
}

/// Takes what was typed for a question, or for a new one.
async fn taken(
    app: &App,
    visit: &Visit,
    path: &Three,
    code: Option<&str>,
    fields: &Fields,
) -> Result<Response> {
    let found = Found::load(app, visit, path).await?;
    let content = &found.latest()?.content;
    let item = match code {
        // Renamed by the form that is sent again.
        Some(code) => content.item(code).or_else(|| content.item(fields.get("code"))),
        None => None,
    };
    if code.is_some() && item.is_none() {
        return Err(AppError::NotFound);
    }
    let refused = |wrong: &[Wrong], note: Option<&'static str>, status: StatusCode| -> Result<Response> {
        Ok((status, render(&page(visit, &found, item, fields, wrong, note)?)?).into_response())
    };
    let is = match typed::item(fields, content, item) {
        Ok(is) => is,
        Err(wrong) => return refused(&wrong, None, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let was = item.map(|item| item.code.clone());
    let change = Change::Item { was: was.clone(), is: Box::new(is.clone()) };
    let shown = fields.get("mark");
    let seen = |content: &crate::questionnaires::Content| {
        let now = was.as_ref().and_then(|code| content.item(code));
        mark(&now).is_ok_and(|now| now == shown)
    };
    match making::change(app, visit.me()?, &found.unit, &path.2, &change, seen).await? {
        Changed::Done => {
            let at = format!("{}#i-{}", found.base(), crate::web::encoded(&is.code));
            Ok(Redirect::to(&at).into_response())
        }
        Changed::Faults(faults) => {
            let wrong = beside(&faults, &is.code, content.first_language());
            refused(&wrong, None, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Changed::Meanwhile => refused(&[], Some("questionnaire-meanwhile"), StatusCode::CONFLICT),
        Changed::Finished => refused(&[], Some("questionnaire-is-finished"), StatusCode::CONFLICT),
    }
}

pub async fn add(Filled { app, visit, at: path, fields }: Filled<Three>) -> Result<Response> {
    taken(&app, &visit, &path, None, &fields).await
}

pub async fn change(Filled { app, visit, at: path, fields }: Filled<Four>) -> Result<Response> {
    let (path, code) = split(path);
    taken(&app, &visit, &path, Some(&code), &fields).await
}

pub async fn place(Filled { app, visit, at: path, fields }: Filled<Four>) -> Result<Response> {
    let (path, item) = split(path);
    Found::load(&app, &visit, &path).await?;
    let at = fields.get("at").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    step(&app, &visit, &path, &Change::Place { item, at }).await
}

pub async fn remove(State(app): State<App>, visit: Visit, Path(path): Path<Four>) -> Result<Response> {
    let (path, item) = split(path);
    step(&app, &visit, &path, &Change::Remove { item }).await
}
