//! A network's evaluations, and making one.

use std::collections::BTreeSet;

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::unit_for;
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::evaluation::making::{self, New};
use crate::evaluation::standing::{AGES, LEAST, usual_window};
use crate::evaluation::{store, terms};
use crate::form::{Wrong, told};
use crate::i18n::{Lang, Words, tongue};
use crate::questionnaires::{self, KINDS};
use crate::units::{self, Unit, name_label};
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
    occasion: bool,
    /// That may be asked about: (code, name, chosen).
    units: Vec<(String, String, bool)>,
    /// (field, label, value)
    numbers: Vec<(&'static str, String, String)>,
    /// That it may be offered in: (code, what it calls itself, chosen).
    languages: Vec<(String, String, bool)>,
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

    /// Every value of a field that may come several times.
    fn all(&self, field: &str) -> Vec<&str> {
        let sent = self.0.unwrap_or(&[]).iter();
        sent.filter(|(name, _)| name == field).map(|(_, value)| value.as_str()).collect()
    }
}

/// Fields of numbers, and what is usual.
const NUMBERS: [(&str, i64); 4] =
    [("least", LEAST), ("split_least", LEAST), ("first_age", AGES.0), ("second_age", AGES.1)];

/// Units that record and are open, by name.
async fn open_units(
    app: &App,
    w: Words,
    unit: &Unit,
    today: NaiveDate,
    typed: &Typed<'_>,
) -> Result<Vec<(String, String, bool)>> {
    let all = units::ever(&app.db, unit.network.id).await?;
    let open = all.iter().filter(|it| it.may_record && it.open_on(today.max(it.opened_on)));
    let chosen = typed.all("unit");
    let mut open: Vec<_> =
        open.map(|it| (it.code.clone(), w.text(&it.name), chosen.contains(&it.code.as_str()))).collect();
    open.sort_by(|a, b| w.compare(&a.1, &b.1));
    Ok(open)
}

/// Languages that any questionnaire is written in; all of them, unless somebody chose.
async fn languages(
    app: &App,
    unit: &Unit,
    offered: &[(questionnaires::Questionnaire, Uuid, i64)],
    typed: &Typed<'_>,
) -> Result<Vec<(String, String, bool)>> {
    let mut codes = BTreeSet::new();
    for (_, id, _) in offered {
        let version = questionnaires::version(&app.db, unit.network.id, *id).await?;
        codes.extend(version.map(|it| it.content.languages).unwrap_or_default());
    }
    let chosen = typed.all("language");
    let language = |code: String| {
        let is_chosen = typed.0.is_none() || chosen.contains(&code.as_str());
        (code.clone(), tongue(&code), is_chosen)
    };
    Ok(codes.into_iter().map(language).collect())
}

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
        occasion: typed.all("occasion").contains(&"1"),
        units: open_units(app, w, unit, today, typed).await?,
        numbers: NUMBERS
            .map(|(field, usual)| {
                (
                    field,
                    w.tr(&format!("evaluation-{}", field.replace('_', "-"))),
                    typed.or(field, || usual.to_string()),
                )
            })
            .into(),
        languages: languages(app, unit, &offered, typed).await?,
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
        terms: terms::Typed {
            least: field("least"),
            split_least: field("split_least"),
            first_age: field("first_age"),
            second_age: field("second_age"),
            languages: typed.all("language").into_iter().map(str::to_owned).collect(),
        },
        occasion: typed.all("occasion").contains(&"1"),
        units: typed.all("unit").into_iter().map(str::to_owned).collect(),
    };
    match making::make(&app, visit.me()?, &unit, &new).await? {
        Ok(code) => Ok(Redirect::to(&format!("{}/evaluations/{code}", unit.address())).into_response()),
        Err(wrong) => {
            let page = page(&app, &visit, &unit, &typed, &wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
