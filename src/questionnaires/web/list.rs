//! The network's questionnaires, and making one.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::unit_for;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::form::{Wrong, told};
use crate::i18n::Arg;
use crate::questionnaires::making::{self, New, Source};
use crate::questionnaires::questionnaire::{KINDS, Questionnaire};
use crate::questionnaires::shipped::shipped;
use crate::questionnaires::store;
use crate::questionnaires::typed::Fields;
use crate::units::{Unit, name_label};
use crate::vocabulary::Kind;
use crate::web::{Filled, Page, Visit, render};

struct Line {
    href: String,
    name: String,
    says: String,
}

/// Something the program brings.
struct Brought {
    code: &'static str,
    name: String,
    says: String,
    id: Uuid,
}

struct Name {
    field: String,
    label: String,
    value: String,
}

#[derive(Template)]
#[template(path = "questionnaires/web/list.html")]
struct ListPage {
    page: Page,
    base: String,
    network: String,
    lines: Vec<Line>,
    retired: Vec<Line>,
    brought: Vec<Brought>,
    id: Uuid,
    names: Vec<Name>,
    kinds: Vec<(&'static str, String)>,
    kind: String,
    /// (value, label) of what a new one can begin with.
    sources: Vec<(String, String)>,
    source: String,
    problems: Vec<(String, String)>,
}

impl ListPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

async fn page(app: &App, visit: &Visit, unit: &Unit, fields: &Fields, wrong: &[Wrong]) -> Result<ListPage> {
    let w = visit.w;
    let all = store::of_network(&app.db, unit.network.id).await?;
    let standing = store::standing(&app.db, unit.network.id).await?;
    let line = |it: &Questionnaire| {
        let last = standing.iter().rfind(|(of, ..)| *of == it.id);
        let (number, finished) = last.map_or((0, false), |(_, number, finished)| (*number, *finished));
        let key = if finished { "questionnaire-version-finished" } else { "questionnaire-version-draft" };
        let kind = w.tr(&format!("kind-{}", it.kind.code()));
        Line {
            href: format!("{}/questionnaires/{}", unit.address(), it.code),
            name: w.text(&it.name),
            says: format!("{kind} · {}", w.with(key, &[("n", Arg::Int(number))])),
        }
    };
    let (retired, offered): (Vec<&Questionnaire>, Vec<&Questionnaire>) =
        all.iter().partition(|it| it.retired_on.is_some());
    let brought = shipped().iter().map(|it| {
        let n = i64::try_from(it.content.asked().count()).unwrap_or(i64::MAX);
        let says = format!("{} · {}", w.n("questionnaire-items", n), it.content.languages.join(", "));
        Brought { code: it.code, name: w.text(&it.name), says, id: app.ids.ordered() }
    });
    let mut sources = vec![("blank".to_owned(), w.tr("questionnaire-from-blank"))];
    sources.extend(
        offered.iter().map(|it| (it.code.clone(), w.of("questionnaire-from-copy", w.text(&it.name)))),
    );
    let name = |lang: &String| {
        let field = format!("name_{lang}");
        Name { value: fields.get(&field).to_owned(), label: name_label(w, lang), field }
    };
    Ok(ListPage {
        page: Page::new(visit, w.tr("questionnaires"), "structure"),
        base: unit.address(),
        network: w.text(&unit.name),
        lines: offered.into_iter().map(line).collect(),
        retired: retired.into_iter().map(line).collect(),
        brought: brought.collect(),
        id: fields.get("id").parse().unwrap_or_else(|_| app.ids.ordered()),
        names: unit.network.languages.iter().map(name).collect(),
        kinds: KINDS.map(|kind| (kind.code(), w.tr(&format!("kind-{}", kind.code())))).into(),
        kind: fields.get("kind").to_owned(),
        sources,
        source: fields.get("source").to_owned(),
        problems: told(w, wrong),
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    Ok(render(&page(&app, &visit, &unit, &Fields::default(), &[]).await?)?.into_response())
}

pub async fn make(
    Filled { app, visit, at: (network, unit), fields }: Filled<(String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &network, &unit).await?;
    let source = match (fields.get("shipped"), fields.get("source")) {
        ("", "" | "blank") => Source::Blank,
        ("", copy) => Source::Copy(copy.to_owned()),
        (shipped, _) => Source::Shipped(shipped.to_owned()),
    };
    let typed = |lang: &String| (lang.clone(), fields.get(&format!("name_{lang}")).to_owned());
    let new = New {
        id: fields.get("id").parse().map_err(|_| AppError::Invalid("error-garbled"))?,
        source,
        names: unit.network.languages.iter().map(typed).collect(),
        kind: Kind::from_code(fields.get("kind")),
    };
    match making::make(&app, visit.me()?, &unit, &new).await? {
        Ok(code) => Ok(Redirect::to(&format!("{}/questionnaires/{code}", unit.address())).into_response()),
        Err(wrong) => {
            let page = page(&app, &visit, &unit, &fields, &wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
