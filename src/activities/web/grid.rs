//! A month at a time: a row for each occasion, recorded or expected, and empty ones below. Each row is a form of its own
//! and goes down the one save path; a script saves it when one leaves it, and without one it has a button.

mod cells;
mod ledger;
mod month;
mod page;
mod rows;
#[cfg(test)]
mod tests;

use axum::extract::{Path, Query, State};
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Form, Json};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::ledger::{Ledger, key};
use self::month::Month;
use self::rows::{Sent, Told};
use super::entries::{activity_of, attempt, entry_of, recorder};
use super::fields::Fields;
use super::form;
use crate::access::Me;
use crate::activities::check::Problem;
use crate::activities::entry::Stored;
use crate::activities::record::Outcome;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::units::Unit;
use crate::web::{Visit, render};

/// How an address asks for what is not recorded yet.
const ONLY_OPEN: &str = "open";

#[derive(Deserialize)]
pub struct Asked {
    month: Option<String>,
    /// The entry of the row that was just saved.
    saved: Option<Uuid>,
    /// "open": without what is recorded already.
    only: Option<String>,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let (unit, me) = recorder(&app, &visit, &network, &unit).await?;
    let named = asked.month.as_deref().and_then(Month::named);
    let month = named.unwrap_or_else(|| Month::of(app.clock.today(unit.zone)));
    let ledger = Ledger::open(&app, &unit, month).await?;
    let only_open = asked.only.as_deref() == Some(ONLY_OPEN);
    let asked = page::Asked { saved: asked.saved, sent: None, only_open };
    let page = page::page(&app, &visit, me, &unit, &ledger, asked).await?;
    Ok(render(&page)?.into_response())
}

/// What became of a row, for the script.
#[derive(Serialize)]
struct Answer {
    state: &'static str,
    /// Where to read on: the entry's form, the two versions, the version that came first.
    href: String,
    says: String,
    problems: Vec<Told>,
    /// Of a row that was saved: the version it now stands at.
    base: Option<i64>,
    lead: String,
    sums: Vec<(String, String)>,
    /// What is still expected: rows of other occasions have been settled.
    open: Vec<String>,
}

fn answer(w: Words, unit: &Unit, ledger: &Ledger, outcome: Outcome) -> Answer {
    let base = unit.address();
    let open = ledger.open_occasions(unit);
    let mut answer = Answer {
        state: "problem",
        href: String::new(),
        says: String::new(),
        problems: Vec::new(),
        base: None,
        lead: ledger.lead(w, open.len()),
        sums: ledger.sums(w),
        open: open.iter().map(key).collect(),
    };
    match outcome {
        Outcome::Saved { entry_id, version } => {
            answer.state = "saved";
            answer.href = format!("{base}/entries/{entry_id}/edit");
            answer.base = Some(version);
        }
        Outcome::Proposed { entry_id, version } => {
            answer.state = "waiting";
            answer.href = format!("{base}/entries/{entry_id}/proposals/{version}");
            answer.says = w.tr("grid-waiting");
        }
        Outcome::FirstStands { entry_id } | Outcome::Already { entry_id, .. } => {
            answer.state = "waiting";
            answer.href = format!("{base}/entries/{entry_id}?told=first-stands");
            answer.says = w.tr("grid-first-stands");
        }
        Outcome::Problems(problems) => {
            answer.problems = rows::told(w, &problems);
            answer.state = rows::state(&answer.problems);
        }
    }
    answer
}

/// Sends the cells down the save path.
async fn outcome(
    app: &App,
    me: &Me,
    unit: &Unit,
    (cells, month, id): (&Fields, Month, Uuid),
    before: Option<&Stored>,
) -> Result<Outcome> {
    let kind = match (before, cells.id("activity")) {
        (Some(before), _) => Some(before.entry.kind),
        (None, Some(activity)) => Some(activity_of(app, unit, Some(activity)).await?.kind),
        (None, None) => None,
    };
    Ok(match cells::form(cells, month, before.map(|before| &before.entry), kind) {
        Ok(mut form) => {
            // A row of its own beside the first, on one page: what is typed waits there, and can be looked at.
            form.set("again", "wait");
            attempt(app, me, unit, form, id, before).await?.outcome
        }
        Err(problems) => Outcome::Problems(problems),
    })
}

pub async fn save(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    headers: HeaderMap,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let (unit, me) = recorder(&app, &visit, &network, &unit).await?;
    let cells = Fields::from(pairs);
    let month = Month::named(cells.get("month")).unwrap_or_else(|| Month::of(app.clock.today(unit.zone)));
    let only_open = cells.get("only") == ONLY_OPEN;
    let id = cells.id("id").unwrap_or_else(|| app.ids.ordered());
    let before = match cells.get("base") {
        "" => None,
        _ => Some(entry_of(&app, &unit, id).await?),
    };
    let outcome = outcome(&app, me, &unit, (&cells, month, id), before.as_ref()).await?;
    let script = headers.get(ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"));
    if script {
        let ledger = Ledger::open(&app, &unit, month).await?;
        return Ok(Json(answer(visit.w, &unit, &ledger, outcome)).into_response());
    }
    if let Outcome::Saved { entry_id, .. } = outcome {
        let day = entry_of(&app, &unit, entry_id).await?.entry.local_date;
        let month = Month::of(day).name();
        let only = if only_open { "&only=open" } else { "" };
        let next = format!("{}/month?month={month}{only}&saved={entry_id}#row-{entry_id}", unit.address());
        return Ok(Redirect::to(&next).into_response());
    }
    let problems: Vec<Problem> = match form::next(&unit, outcome) {
        Ok(next) => return Ok(Redirect::to(&next).into_response()),
        Err(problems) => problems,
    };
    let ledger = Ledger::open(&app, &unit, month).await?;
    let asked = page::Asked { saved: None, sent: Some(Sent { id, cells, before, problems }), only_open };
    let page = page::page(&app, &visit, me, &unit, &ledger, asked).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}
