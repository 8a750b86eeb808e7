//! The lists of terms, and one of them.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Wrong, told};
use crate::i18n::Words;
use crate::units::{self, Unit, name_label};
use crate::vocabulary::changing::{self, Typed};
use crate::vocabulary::store;
use crate::vocabulary::words::{Term, Vocabulary};
use crate::web::{Page, Visit, render};

struct Line {
    id: Uuid,
    label: String,
    /// The other languages, and what took its place.
    more: String,
}

struct List {
    code: &'static str,
    title: String,
    what: String,
    offered: Vec<Line>,
    retired: Vec<Line>,
}

/// A field of a label, in one language.
struct Name {
    field: String,
    label: String,
    value: String,
}

#[derive(Template)]
#[template(path = "vocabulary/web/words.html")]
struct WordsPage {
    page: Page,
    base: String,
    network: String,
    lists: Vec<List>,
    id: Uuid,
    chosen: String,
    names: Vec<Name>,
    problems: Vec<(String, String)>,
    added: Option<String>,
}

#[derive(Template)]
#[template(path = "vocabulary/web/term.html")]
struct TermPage {
    page: Page,
    base: String,
    list: String,
    label: String,
    id: Uuid,
    names: Vec<Name>,
    retired: Option<String>,
    /// What could take its place.
    others: Vec<(Uuid, String)>,
    problems: Vec<(String, String)>,
}

macro_rules! problem {
    ($($page:ty),*) => {$(impl $page {
        fn problem(&self, field: &str) -> Option<&str> {
            self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
        }
    })*};
}
problem!(WordsPage, TermPage);

fn lists(w: Words, terms: &[Term], languages: &[String]) -> Vec<List> {
    let line = |term: &Term| {
        let label = w.text(&term.label);
        let others = languages.iter().filter_map(|lang| term.label.get(lang)).filter(|text| *text != label);
        let by = term.replaced_by.and_then(|id| terms.iter().find(|term| term.id == id));
        let by = by.map(|by| w.of("word-replaced-by", w.text(&by.label)));
        let more = others.map(str::to_owned).chain(by).collect::<Vec<_>>().join(" · ");
        Line { id: term.id, label, more }
    };
    let list = |list: &Vocabulary| {
        let (retired, offered): (Vec<&Term>, Vec<&Term>) =
            terms.iter().filter(|term| term.vocabulary == *list).partition(|term| term.retired_on.is_some());
        List {
            code: list.code(),
            title: w.tr(&format!("words-{}", list.code())),
            what: w.tr(&format!("words-{}-what", list.code())),
            offered: offered.into_iter().map(line).collect(),
            retired: retired.into_iter().map(line).collect(),
        }
    };
    Vocabulary::ALL.iter().map(list).collect()
}

fn names(w: Words, unit: &Unit, value: impl Fn(&str) -> String) -> Vec<Name> {
    let name = |lang: &String| Name {
        field: format!("name_{lang}"),
        label: name_label(w, lang),
        value: value(lang),
    };
    unit.network.languages.iter().map(name).collect()
}

fn typed(unit: &Unit, fields: &[(String, String)]) -> Typed {
    let name = |lang: &String| {
        let text = fields.iter().find(|(name, _)| *name == format!("name_{lang}"));
        (lang.clone(), text.map_or_else(String::new, |(_, text)| text.clone()))
    };
    unit.network.languages.iter().map(name).collect()
}

fn field<'f>(fields: &'f [(String, String)], name: &str) -> &'f str {
    fields.iter().find(|(it, _)| it == name).map_or("", |(_, text)| text)
}

/// The unit of the address, for somebody who may change the network's words.
pub async fn unit_for(app: &App, visit: &Visit, network: &str, unit: &str) -> Result<Unit> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(Act::ManageWords, &unit.as_place())?;
    Ok(unit)
}

#[derive(Deserialize)]
pub struct Asked {
    added: Option<Uuid>,
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    fields: &[(String, String)],
    wrong: &[Wrong],
    added: Option<Uuid>,
) -> Result<WordsPage> {
    let w = visit.w;
    let terms = store::terms(&app.db, unit.network.id).await?;
    let added = added.and_then(|id| terms.iter().find(|term| term.id == id));
    Ok(WordsPage {
        page: Page::new(visit, w.tr("words"), "structure"),
        base: unit.address(),
        network: w.text(&unit.name),
        lists: lists(w, &terms, &unit.network.languages),
        id: field(fields, "id").parse().unwrap_or_else(|_| app.ids.ordered()),
        chosen: field(fields, "list").to_owned(),
        names: names(w, unit, |lang| field(fields, &format!("name_{lang}")).to_owned()),
        problems: told(w, wrong),
        added: added.map(|term| w.of("word-added", w.text(&term.label))),
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    Ok(render(&page(&app, &visit, &unit, &[], &[], asked.added).await?)?.into_response())
}

pub async fn add(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let id = field(&fields, "id").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let done = match Vocabulary::from_code(field(&fields, "list")) {
        Some(list) => changing::add(&app, visit.me()?, &unit, id, list, &typed(&unit, &fields)).await?,
        None => Err(vec![Wrong::new("list", "word-list-missing")]),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&format!("{}/words?added={id}", unit.address())).into_response()),
        Err(wrong) => {
            let page = page(&app, &visit, &unit, &fields, &wrong, None).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}

async fn term_page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    id: Uuid,
    fields: Option<&[(String, String)]>,
    wrong: &[Wrong],
) -> Result<TermPage> {
    let w = visit.w;
    let terms = store::terms(&app.db, unit.network.id).await?;
    let term = terms.iter().find(|term| term.id == id).or_missing()?;
    let others = terms
        .iter()
        .filter(|it| it.vocabulary == term.vocabulary && it.id != id && it.retired_on.is_none())
        .map(|it| (it.id, w.text(&it.label)));
    Ok(TermPage {
        page: Page::new(visit, w.text(&term.label), "structure"),
        base: unit.address(),
        list: w.tr(&format!("words-{}", term.vocabulary.code())),
        label: w.text(&term.label),
        id,
        names: names(w, unit, |lang| match fields {
            Some(fields) => field(fields, &format!("name_{lang}")).to_owned(),
            None => term.label.get(lang).unwrap_or_default().to_owned(),
        }),
        retired: term.retired_on.map(|day| w.of("word-retired-on", w.date(day))),
        others: others.collect(),
        problems: told(w, wrong),
    })
}

pub async fn one(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, term)): Path<(String, String, Uuid)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    Ok(render(&term_page(&app, &visit, &unit, term, None, &[]).await?)?.into_response())
}

pub async fn reword(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, term)): Path<(String, String, Uuid)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    match changing::reword(&app, visit.me()?, &unit, term, &typed(&unit, &fields)).await? {
        Ok(()) => Ok(to_words(&unit)),
        Err(wrong) => {
            let page = term_page(&app, &visit, &unit, term, Some(&fields), &wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}

fn to_words(unit: &Unit) -> Response {
    Redirect::to(&format!("{}/words", unit.address())).into_response()
}

pub async fn retire(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, term)): Path<(String, String, Uuid)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let by = match field(&fields, "replaced_by") {
        "" => None,
        id => Some(id.parse().map_err(|_| AppError::Invalid("word-replaced-by-what"))?),
    };
    changing::retire(&app, visit.me()?, &unit, term, by).await?;
    Ok(to_words(&unit))
}

pub async fn bring_back(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, term)): Path<(String, String, Uuid)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    changing::bring_back(&app, visit.me()?, &unit, term).await?;
    Ok(to_words(&unit))
}
