//! A network's evaluations, and making one.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::Datelike;
use uuid::Uuid;

use super::unit_for;
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::evaluation::making::{self, New};
use crate::evaluation::standing::usual_window;
use crate::evaluation::store;
use crate::form::{Wrong, told};
use crate::i18n::{Lang, Words};
use crate::questionnaires;
use crate::units::{Unit, name_label};
use crate::vocabulary::Kind;
use crate::web::{Page, Visit, render};

struct Line {
    href: String,
    name: String,
    says: String,
}

struct Said {
    field: String,
    lang: String,
    label: String,
    value: String,
}

/// What can be asked about a kind of activity.
struct Asks {
    field: String,
    label: String,
    /// (version, name)
    offered: Vec<(String, String)>,
    chosen: String,
}

#[derive(Template)]
#[template(path = "evaluation/web/list.html")]
struct ListPage {
    page: Page,
    base: String,
    network: String,
    lines: Vec<Line>,
    /// Whether there is a finished questionnaire at all.
    ready: bool,
    id: Uuid,
    names: Vec<Said>,
    purposes: Vec<Said>,
    consents: Vec<Said>,
    contact: String,
    opens_on: String,
    last_on: String,
    asks: Vec<Asks>,
    problems: Vec<(String, String)>,
}

impl ListPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

/// Fields of the form; where it was not sent yet, what is usual.
struct Typed<'a>(Option<&'a [(String, String)]>);

impl Typed<'_> {
    fn or(&self, field: &str, usual: impl Fn() -> String) -> String {
        match self.0 {
            Some(sent) => {
                sent.iter().find(|(name, _)| name == field).map_or_else(String::new, |(_, it)| it.clone())
            }
            None => usual(),
        }
    }
}

const KINDS: [Kind; 4] = [Kind::Open, Kind::Group, Kind::Project, Kind::Event];

async fn page(app: &App, visit: &Visit, unit: &Unit, typed: &Typed<'_>, wrong: &[Wrong]) -> Result<ListPage> {
    let (w, network_id) = (visit.w, unit.network.id);
    let today = app.clock.today(unit.network.zone);
    let (opens, closes) = usual_window(today);
    let line = |it: &crate::evaluation::Evaluation| {
        let state = w.tr(&format!("evaluation-{}", it.state().code()));
        Line {
            href: format!("{}/evaluations/{}", unit.address(), it.code),
            name: w.text(&it.name),
            says: format!("{} · {state}", w.span(it.opens_on, it.last_on())),
        }
    };
    let lines = store::of_network(&app.db, network_id).await?.iter().map(line).collect();
    let offered = questionnaires::finished(&app.db, network_id).await?;
    let said = |name: &str, usual: &dyn Fn(Words) -> String| -> Vec<Said> {
        let one = |lang: &String| {
            let field = format!("{name}_{lang}");
            let value =
                typed.or(&field, || Lang::from_code(lang).map_or_else(String::new, |it| usual(Words(it))));
            Said { lang: lang.clone(), label: name_label(w, lang), value, field }
        };
        unit.network.languages.iter().map(one).collect()
    };
    let asks = KINDS.map(|kind| {
        let of_kind = offered.iter().filter(|(it, ..)| it.kind == kind);
        let offered: Vec<(String, String)> =
            of_kind.map(|(it, id, n)| (id.to_string(), format!("{} ({n})", w.text(&it.name)))).collect();
        let field = format!("asks_{}", kind.code());
        let first = || match kind {
            Kind::Open => offered.first().map_or_else(String::new, |(id, _)| id.clone()),
            _ => String::new(),
        };
        Asks {
            chosen: typed.or(&field, first),
            label: w.tr(&format!("kind-{}", kind.code())),
            offered,
            field,
        }
    });
    Ok(ListPage {
        page: Page::new(visit, w.tr("evaluations"), "structure"),
        base: unit.address(),
        network: w.text(&unit.name),
        lines,
        ready: !offered.is_empty(),
        id: typed.or("id", String::new).parse().unwrap_or_else(|_| app.ids.ordered()),
        names: said("name", &|w| w.of("evaluation-usual-name", opens.year())),
        purposes: said("purpose", &|w| w.tr("evaluation-usual-purpose")),
        consents: said("consent", &|w| w.tr("evaluation-usual-consent")),
        contact: typed.or("contact", || visit.me().map_or_else(|_| String::new(), |me| me.mail.clone())),
        opens_on: typed.or("opens_on", || opens.to_string()),
        last_on: typed.or("last_on", || closes.pred_opt().unwrap_or(closes).to_string()),
        asks: asks.into(),
        problems: told(w, wrong),
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    Ok(render(&page(&app, &visit, &unit, &Typed(None), &[]).await?)?.into_response())
}

pub async fn make(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::Evaluate).await?;
    let typed = Typed(Some(&fields));
    let field = |name: &str| typed.or(name, String::new);
    let texts = |name: &str| {
        let one = |lang: &String| (lang.clone(), field(&format!("{name}_{lang}")));
        unit.network.languages.iter().map(one).collect()
    };
    let new = New {
        id: field("id").parse().map_err(|_| AppError::Invalid("error-garbled"))?,
        names: texts("name"),
        purposes: texts("purpose"),
        consents: texts("consent"),
        contact: field("contact"),
        opens_on: field("opens_on"),
        last_on: field("last_on"),
        asked: KINDS.map(|kind| (kind, field(&format!("asks_{}", kind.code())))).into(),
    };
    match making::make(&app, visit.me()?, &unit, &new).await? {
        Ok(code) => Ok(Redirect::to(&format!("{}/evaluations/{code}", unit.address())).into_response()),
        Err(wrong) => {
            let page = page(&app, &visit, &unit, &typed, &wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
