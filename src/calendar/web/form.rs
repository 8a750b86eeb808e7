//! A date, or a new one: what, for whom, when, what is mailed; and what is another way in one year.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use uuid::Uuid;

use super::managed;
use crate::app::App;
use crate::calendar::making::{self, Kept};
use crate::calendar::names::Names;
use crate::calendar::rule::{Covers, Kind, Rule, Send};
use crate::calendar::store;
use crate::calendar::typed::{self, Offer};
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Fields, Wrong, told};
use crate::i18n::{Arg, Words};
use crate::units::{self, Unit, name_label};
use crate::web::{Filled, Page, Visit, render};

struct Choice {
    code: String,
    name: String,
}

/// What is another way in one year.
struct ThisYear {
    on: String,
    says: String,
    /// What the field says.
    to: String,
    apart: bool,
}

#[derive(Template)]
#[template(path = "calendar/web/form.html")]
pub struct FormPage {
    page: Page,
    base: String,
    id: String,
    version: i64,
    fields: Fields,
    names: Vec<(String, String)>,
    reports: Vec<Choice>,
    forms: Vec<Choice>,
    others: Vec<Choice>,
    covers: Vec<Choice>,
    units: Vec<Choice>,
    kinds: Vec<Choice>,
    months: Vec<Choice>,
    sends: Vec<Choice>,
    /// Whether it stands already, and what it is called.
    stands: Option<String>,
    year: Option<ThisYear>,
    clash: Option<String>,
    problems: Vec<(String, String)>,
}

impl FormPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }

    fn value(&self, field: &str) -> &str {
        self.fields.get(field)
    }

    fn has(&self, field: &str) -> bool {
        self.fields.has(field)
    }
}

/// What a page shows beside what stands.
#[derive(Default)]
pub struct Asked {
    /// Which of its dates may be set apart.
    pub on: Option<NaiveDate>,
    /// To which day somebody wanted to move it.
    pub moved: Option<String>,
    /// What was typed.
    pub fields: Option<Fields>,
    /// A colleague changed it meanwhile.
    pub clash: bool,
}

async fn offer(app: &App, root: &Unit, names: &Names) -> Result<Offer> {
    let today = app.clock.today(root.network.zone);
    Ok(Offer {
        papers: names.papers(),
        units: units::branch(&app.db, root, today).await?,
        kinds: units::kinds(&app.db, root.network.id).await?,
        languages: root.network.languages.clone(),
    })
}

fn choices(codes: &[&str], name: impl Fn(&str) -> String) -> Vec<Choice> {
    codes.iter().map(|code| Choice { code: (*code).to_owned(), name: name(code) }).collect()
}

/// One of its dates, as far as it may be set apart.
async fn this_year(app: &App, w: Words, root: &Unit, rule: &Rule, asked: &Asked) -> Result<Option<ThisYear>> {
    let exceptions = store::exceptions(&app.db, root.network.id).await?;
    let today = app.clock.today(root.network.zone);
    let on = asked.on.or_else(|| rule.next(&exceptions, today).map(|it| it.rule_on));
    let Some(on) = on.filter(|on| rule.due.when.in_year(on.year()).iter().any(|(it, _)| it == on)) else {
        return Ok(None);
    };
    let exception = exceptions.iter().find(|it| it.due_id == rule.id && it.rule_on == on);
    let moved_to = exception.and_then(|it| it.moved_to);
    let key = match exception.map(|it| it.moved_to) {
        None => "due-this-plain",
        Some(None) => "due-this-out",
        Some(Some(_)) => "due-this-moved",
    };
    let args = [("on", Arg::Day(on)), ("to", Arg::Day(moved_to.unwrap_or(on)))];
    Ok(Some(ThisYear {
        on: on.to_string(),
        says: w.with(key, &args),
        to: asked.moved.clone().unwrap_or_else(|| moved_to.unwrap_or(on).to_string()),
        apart: exception.is_some(),
    }))
}

pub async fn page(
    app: &App,
    visit: &Visit,
    root: &Unit,
    id: Uuid,
    asked: Asked,
    wrong: &[Wrong],
) -> Result<FormPage> {
    let w = visit.w;
    let names = Names::read(app, root.network.id).await?;
    let offer = offer(app, root, &names).await?;
    let rule = store::rule(&app.db, root.network.id, id).await?;
    if rule.as_ref().is_some_and(|it| it.until_on.is_some()) {
        return Err(AppError::NotFound);
    }
    let code = |id: Uuid| offer.units.iter().find(|it| it.id == id).map_or("", |it| it.code.as_str());
    let standing = rule.as_ref().map(|it| typed::fields(&it.due, code(it.due.unit_id), &offer.languages));
    let new = || {
        let plain = [("unit", root.code.as_str()), ("remind", "yes"), ("send", Send::Nothing.code())];
        Fields(plain.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
    };
    let mut clash = None;
    let mut year = None;
    if let Some(rule) = &rule {
        let args = [("who", Arg::Text(rule.by.clone())), ("what", Arg::Text(names.of(w, &rule.due)))];
        clash = asked.clash.then(|| w.with("due-meanwhile", &args));
        year = this_year(app, w, root, rule, &asked).await?;
    }
    let version = match &asked.fields {
        Some(fields) if !asked.clash => fields.get("version").parse().unwrap_or(0),
        _ => rule.as_ref().map_or(0, |it| it.version),
    };
    let papers = |kind: Kind| {
        let all = names.choices(w).into_iter().filter(move |(it, ..)| *it == kind);
        all.map(|(_, code, name)| Choice { code, name }).collect()
    };
    let plain = [Kind::Closing, Kind::Meeting, Kind::Other].map(Kind::code);
    let month = |number: u32| Choice { code: number.to_string(), name: w.tr(&format!("month-{number}")) };
    let title = if rule.is_some() { "due-change" } else { "due-new" };
    Ok(FormPage {
        page: Page::new(visit, w.tr(title), "overview"),
        base: format!("{}/calendar", root.address()),
        id: id.to_string(),
        version,
        fields: asked.fields.or(standing).unwrap_or_else(new),
        names: offer.languages.iter().map(|lang| (format!("name_{lang}"), name_label(w, lang))).collect(),
        reports: papers(Kind::Report),
        forms: papers(Kind::Pack),
        others: choices(&plain, |code| w.tr(&format!("due-kind-{code}"))),
        covers: choices(&Covers::ALL.map(Covers::code), |code| w.tr(&format!("due-covers-{code}"))),
        units: offer
            .units
            .iter()
            .map(|it| Choice { code: it.code.clone(), name: w.text(&it.name) })
            .collect(),
        kinds: offer
            .kinds
            .iter()
            .map(|it| Choice { code: it.code.clone(), name: w.text(&it.name) })
            .collect(),
        months: (1..=12).map(month).collect(),
        sends: choices(&Send::ALL.map(Send::code), |code| w.tr(&format!("due-send-{code}"))),
        stands: rule.as_ref().map(|it| names.of(w, &it.due)),
        year,
        clash,
        problems: told(w, wrong),
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    on: String,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, date)): Path<(String, String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let (_, root) = managed(&app, &visit, &network, &unit).await?;
    let asked = Asked { on: wanted.on.parse().ok(), ..Asked::default() };
    let page = page(&app, &visit, &root, date.parse().ok().or_missing()?, asked, &[]).await?;
    Ok(render(&page)?.into_response())
}

pub async fn save(
    Filled { app, visit, at: (network, unit, date), fields }: Filled<(String, String, String)>,
) -> Result<Response> {
    let (_, root) = managed(&app, &visit, &network, &unit).await?;
    let id: Uuid = date.parse().ok().or_missing()?;
    let base: i64 = fields.get("version").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let names = Names::read(&app, root.network.id).await?;
    let offer = offer(&app, &root, &names).await?;
    let (status, asked, wrong) = match typed::due(&fields, &offer) {
        Err(wrong) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Asked { fields: Some(fields), ..Asked::default() }, wrong)
        }
        Ok(due) => match making::save(&app, visit.me()?, &root, (id, base), &due).await? {
            Kept::Done(rule) => {
                let exceptions = store::exceptions(&app.db, root.network.id).await?;
                let next = rule.next(&exceptions, app.clock.today(root.network.zone));
                let year = next.map_or_else(String::new, |it| format!("year={}&", it.by.year()));
                let mark = next.map_or_else(String::new, |it| format!("#d-{id}-{}", it.rule_on));
                let to = format!("{}/calendar?{year}saved=1{mark}", root.address());
                return Ok(Redirect::to(&to).into_response());
            }
            Kept::Meanwhile => {
                let asked = Asked { fields: Some(fields), clash: true, ..Asked::default() };
                (StatusCode::CONFLICT, asked, Vec::new())
            }
        },
    };
    let page = page(&app, &visit, &root, id, asked, &wrong).await?;
    Ok((status, render(&page)?).into_response())
}
