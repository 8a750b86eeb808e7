//! The kinds of units a network has, and one of them. For coordinators.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::structure::NameField;
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Wrong, told};
use crate::units::kinds::{self, Typed};
use crate::units::{self, Kind, Unit, name_label, store};
use crate::web::{Page, Visit, render};

struct Line {
    code: String,
    name: String,
    /// The other languages, whether its units record, how many there are.
    more: String,
}

#[derive(Template)]
#[template(path = "units/web/kinds.html")]
struct KindsPage {
    page: Page,
    base: String,
    network: String,
    offered: Vec<Line>,
    retired: Vec<Line>,
    id: Uuid,
    form: Typed,
    names: Vec<NameField>,
    problems: Vec<(String, String)>,
    added: Option<String>,
}

#[derive(Template)]
#[template(path = "units/web/kind.html")]
struct KindPage {
    page: Page,
    base: String,
    name: String,
    code: String,
    used: String,
    retired: Option<String>,
    /// Whether it is the kind of the network itself, of which there is only one unit.
    top: bool,
    form: Typed,
    names: Vec<NameField>,
    /// What it can stand behind.
    others: Vec<(String, String)>,
    problems: Vec<(String, String)>,
}

macro_rules! problem {
    ($($page:ty),*) => {$(impl $page {
        fn problem(&self, field: &str) -> Option<&str> {
            self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
        }
    })*};
}
problem!(KindsPage, KindPage);

type Fields = Vec<(String, String)>;

fn field<'f>(fields: &'f [(String, String)], name: &str) -> &'f str {
    fields.iter().find(|(it, _)| it == name).map_or("", |(_, text)| text)
}

fn typed(unit: &Unit, fields: &[(String, String)]) -> Typed {
    let name = |lang: &String| (lang.clone(), field(fields, &format!("name_{lang}")).to_owned());
    Typed {
        names: unit.network.languages.iter().map(name).collect(),
        code: field(fields, "code").to_owned(),
        may_record: field(fields, "may_record") == "yes",
        after: field(fields, "after").to_owned(),
    }
}

fn names(visit: &Visit, unit: &Unit, form: &Typed) -> Vec<NameField> {
    let value = |lang: &str| form.names.iter().find(|(it, _)| it == lang).map(|(_, text)| text.clone());
    let name = |lang: &String| NameField {
        label: name_label(visit.w, lang),
        value: value(lang).unwrap_or_else(String::new),
        lang: lang.clone(),
    };
    unit.network.languages.iter().map(name).collect()
}

/// The unit of the address, for somebody who may change the network's words.
async fn unit_for(app: &App, visit: &Visit, network: &str, unit: &str) -> Result<Unit> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(Act::ManageWords, &unit.as_place())?;
    Ok(unit)
}

/// How many units are of a kind, in words.
fn used(visit: &Visit, all: &[Unit], code: &str) -> String {
    let n = all.iter().filter(|unit| unit.kind == code).count();
    visit.w.n("kind-used", i64::try_from(n).unwrap_or(i64::MAX))
}

fn line(visit: &Visit, unit: &Unit, all: &[Unit], kind: &Kind) -> Line {
    let w = visit.w;
    let name = w.text(&kind.name);
    let others = unit.network.languages.iter().filter_map(|lang| kind.name.get(lang));
    let others = others.filter(|text| *text != name).map(str::to_owned);
    let records = w.tr(if kind.may_record { "kind-records" } else { "kind-records-not" });
    let more = others.chain([records, used(visit, all, &kind.code)]).collect::<Vec<_>>().join(" · ");
    Line { code: kind.code.clone(), name, more }
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    (id, form): (Option<Uuid>, Typed),
    wrong: &[Wrong],
    added: Option<&str>,
) -> Result<KindsPage> {
    let w = visit.w;
    let all = units::ever(&app.db, unit.network.id).await?;
    let kinds = store::kinds(&app.db, unit.network.id).await?;
    let added = added.and_then(|code| kinds.iter().find(|kind| kind.code == code));
    let (retired, offered): (Vec<&Kind>, Vec<&Kind>) =
        kinds.iter().partition(|kind| kind.retired_on.is_some());
    let lines = |kinds: Vec<&Kind>| kinds.into_iter().map(|kind| line(visit, unit, &all, kind)).collect();
    Ok(KindsPage {
        page: Page::new(visit, w.tr("kinds"), "structure"),
        base: unit.address(),
        network: w.text(&unit.name),
        offered: lines(offered),
        retired: lines(retired),
        id: id.unwrap_or_else(|| app.ids.random()),
        names: names(visit, unit, &form),
        form,
        problems: told(w, wrong),
        added: added.map(|kind| w.of("kind-added", w.text(&kind.name))),
    })
}

#[derive(Deserialize)]
pub struct Asked {
    added: Option<String>,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    // Most kinds that are missing are of places where something happens.
    let form = Typed { may_record: true, ..Typed::default() };
    let page = page(&app, &visit, &unit, (None, form), &[], asked.added.as_deref()).await?;
    Ok(render(&page)?.into_response())
}

pub async fn add(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let id = field(&fields, "id").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let typed = typed(&unit, &fields);
    match kinds::add(&app, visit.me()?, &unit, id, &typed).await? {
        Ok(code) => Ok(Redirect::to(&format!("{}/kinds?added={code}", unit.address())).into_response()),
        Err(wrong) => {
            let page = page(&app, &visit, &unit, (Some(id), typed), &wrong, None).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}

async fn kind_page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    code: &str,
    form: Option<Typed>,
    wrong: &[Wrong],
) -> Result<KindPage> {
    let w = visit.w;
    let all = units::ever(&app.db, unit.network.id).await?;
    let kinds = store::kinds(&app.db, unit.network.id).await?;
    let kind = kinds.iter().find(|kind| kind.code == code).or_missing()?;
    let form = form.unwrap_or_else(|| Typed::of(kind, &kinds, &unit.network.languages));
    let others = kinds.iter().filter(|it| it.code != code);
    Ok(KindPage {
        page: Page::new(visit, w.text(&kind.name), "structure"),
        base: unit.address(),
        name: w.text(&kind.name),
        code: kind.code.clone(),
        used: used(visit, &all, code),
        retired: kind.retired_on.map(|day| w.of("word-retired-on", w.date(day))),
        top: all.iter().any(|unit| unit.parent_id.is_none() && unit.kind == code),
        names: names(visit, unit, &form),
        form,
        others: others.map(|it| (it.code.clone(), w.text(&it.name))).collect(),
        problems: told(w, wrong),
    })
}

type At = Path<(String, String, String)>;

fn to_kinds(unit: &Unit) -> Response {
    Redirect::to(&format!("{}/kinds", unit.address())).into_response()
}

pub async fn one(State(app): State<App>, visit: Visit, Path((network, unit, kind)): At) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    Ok(render(&kind_page(&app, &visit, &unit, &kind, None, &[]).await?)?.into_response())
}

pub async fn change(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, kind)): At,
    Form(fields): Form<Fields>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let typed = typed(&unit, &fields);
    match kinds::change(&app, visit.me()?, &unit, &kind, &typed).await? {
        Ok(()) => Ok(to_kinds(&unit)),
        Err(wrong) => {
            let page = kind_page(&app, &visit, &unit, &kind, Some(typed), &wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}

pub async fn retire(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, kind)): At,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    kinds::retire(&app, visit.me()?, &unit, &kind).await?;
    Ok(to_kinds(&unit))
}

pub async fn bring_back(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, kind)): At,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    kinds::bring_back(&app, visit.me()?, &unit, &kind).await?;
    Ok(to_kinds(&unit))
}
