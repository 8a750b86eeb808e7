//! A unit's reports, and beginning one.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::{address, standing};
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::form::{Wrong, told};
use crate::i18n::{Lang, tongue};
use crate::measures::{Length, Period};
use crate::plan;
use crate::reports::making::{self, New};
use crate::reports::report::Report;
use crate::reports::template::Template as Made;
use crate::reports::{naming, period, shelf, store};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

struct Line {
    href: String,
    name: String,
    says: String,
    /// In which language, where that is another one.
    language: Option<String>,
    superseded: bool,
}

struct Choice {
    code: String,
    name: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "reports/web/list.html")]
struct ListPage {
    page: Page,
    base: String,
    unit_href: String,
    unit: String,
    may_write: bool,
    drafts: Vec<Line>,
    finished: Vec<Line>,
    id: String,
    templates: Vec<Choice>,
    periods: Vec<Choice>,
    languages: Vec<Choice>,
    problems: Vec<(String, String)>,
}

impl ListPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    id: String,
    template: String,
    period: String,
    language: String,
    supersedes: String,
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    typed: Option<&Typed>,
    wrong: &[Wrong],
) -> Result<ListPage> {
    let w = visit.w;
    let me = visit.me()?;
    let may_write = me.may(Act::WriteReports, &unit.as_place());
    let all = store::all(&app.db, unit.network.id, unit.id).await?;
    let templates = shelf::templates(app, unit.network.id).await?;
    let name = |report: &Report| {
        let template = templates.iter().find(|it| it.code == report.template);
        let title = template.map_or_else(|| report.template.clone(), |it| naming::title(w, it));
        report.period().map_or_else(|| title.clone(), |it| naming::named(w, &title, &it))
    };
    let line = |report: &Report| Line {
        href: address(unit, report),
        name: name(report),
        says: standing(w, unit, report),
        language: (report.language != w.lang()).then(|| tongue(&report.language)),
        superseded: all.iter().any(|it| it.supersedes == Some(report.id) && it.finished.is_some()),
    };
    let (finished, drafts): (Vec<&Report>, Vec<&Report>) = all.iter().partition(|it| it.finished.is_some());
    let planned = plan::years(app, unit).await?;
    let fit = || {
        let fits = |it: &&Made| it.is_for(&unit.kind) && (!it.tells_of_plan() || !planned.is_empty());
        templates.iter().filter(fits)
    };
    let lengths: Vec<Length> = [Length::Year, Length::HalfYear, Length::Month]
        .into_iter()
        .filter(|it| fit().any(|of| of.periods.contains(it)))
        .collect();
    let today = app.clock.today(unit.zone);
    let mut offered = period::offered(&lengths, today);
    // Of a plan there may be something to tell also years later.
    let of_plans =
        planned.iter().flat_map(|year| [format!("{year}"), format!("{year}-H1"), format!("{year}-H2")]);
    for it in of_plans.filter_map(|code| Period::from_code(&code)) {
        if it.from <= today && lengths.contains(&it.length) && !offered.contains(&it) {
            offered.push(it);
        }
    }
    let chosen = |of: fn(&Typed) -> &str, code: &str, first: &str| {
        typed.map(of).filter(|it| !it.is_empty()).unwrap_or(first) == code
    };
    let (first_template, first_period) =
        (fit().next().map_or("", |it| it.code.as_str()), offered.first().map(Period::code));
    let languages =
        Lang::ALL.into_iter().filter(|lang| unit.network.languages.iter().any(|it| it == lang.code()));
    Ok(ListPage {
        page: Page::new(visit, w.tr("reports"), "overview"),
        base: format!("{}/reports", unit.address()),
        unit_href: unit.address(),
        unit: w.text(&unit.name),
        may_write,
        drafts: if may_write { drafts.into_iter().map(line).collect() } else { Vec::new() },
        finished: finished.into_iter().map(line).collect(),
        id: typed.map_or_else(|| app.ids.ordered().to_string(), |it| it.id.clone()),
        templates: fit()
            .map(|it| Choice {
                name: naming::title(w, it),
                chosen: chosen(|it| &it.template, &it.code, first_template),
                code: it.code.clone(),
            })
            .collect(),
        periods: offered
            .iter()
            .map(|it| {
                let code = it.code();
                let name = period::name(w, it);
                let name = if it.until > today { w.of("report-period-runs", name) } else { name };
                Choice {
                    chosen: chosen(|it| &it.period, &code, first_period.as_deref().unwrap_or("")),
                    code,
                    name,
                }
            })
            .collect(),
        languages: languages
            .map(|it| Choice {
                code: it.code().to_owned(),
                name: tongue(it.code()),
                chosen: chosen(|it| &it.language, it.code(), w.lang()),
            })
            .collect(),
        problems: told(w, wrong),
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::SeeReports, &unit.as_place())?;
    Ok(render(&page(&app, &visit, &unit, None, &[]).await?)?.into_response())
}

pub async fn make(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::WriteReports, &unit.as_place())?;
    let id: Uuid = typed.id.parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let supersedes = match typed.supersedes.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| AppError::Invalid("error-garbled"))?),
    };
    let new = New {
        id,
        template: typed.template.clone(),
        period: typed.period.trim().to_owned(),
        language: typed.language.clone(),
        supersedes,
    };
    match making::begin(&app, visit.me()?, &unit, &new).await? {
        Ok(report) => Ok(Redirect::to(&address(&unit, &report)).into_response()),
        Err(wrong) => {
            let page = page(&app, &visit, &unit, Some(&typed), &wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
