//! Pages of what a unit offers: the list, the form, ending.

mod form;
mod list;

use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use crate::access::Act;
use crate::activities::Activity;
use crate::activities::offer::{self, MOST_TIMES, Saved, Typed, TypedTime};
use crate::activities::store::activities as store;
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::units::file::date;
use crate::units::{self, Unit};
use crate::web::{Routes, Visit};

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/activities", list::show)
        .get("/units/{network}/{unit}/activities/new", new)
        .post("/units/{network}/{unit}/activities", create)
        .get("/units/{network}/{unit}/activities/{activity}", show)
        .post("/units/{network}/{unit}/activities/{activity}", change)
        .post("/units/{network}/{unit}/activities/{activity}/ending", end)
}

type Fields = Vec<(String, String)>;

fn field(fields: &Fields, name: &str) -> String {
    fields.iter().find(|(it, _)| it == name).map_or_else(String::new, |(_, text)| text.clone())
}

fn typed(unit: &Unit, fields: &Fields) -> Typed {
    let get = |name: &str| field(fields, name);
    let mut times = Vec::new();
    for weekday in 1..=7 {
        for nth in 1..=MOST_TIMES {
            let (from, to) = (get(&format!("from_{weekday}_{nth}")), get(&format!("to_{weekday}_{nth}")));
            if !from.is_empty() || !to.is_empty() {
                times.push(TypedTime { weekday, nth, from, to });
            }
        }
    }
    let terms = fields.iter().filter(|(name, _)| name == "term").map(|(_, id)| id.clone());
    let name = |lang: &String| (lang.clone(), get(&format!("name_{lang}")));
    Typed {
        names: unit.network.languages.iter().map(name).collect(),
        kind: get("kind"),
        place_kind: get("place_kind"),
        main_tag: get("main_tag"),
        main_field: get("main_field"),
        project: get("project"),
        terms: terms.collect(),
        place: get("place"),
        from: get("from"),
        last: get("last"),
        start: get("start"),
        end: get("end"),
        times,
        week_from: get("week_from"),
        week_shown: get("week_shown"),
    }
}

async fn place(app: &App, visit: &Visit, network: &str, unit: &str) -> Result<Unit> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(Act::Build, &unit.as_place())?;
    Ok(unit)
}

async fn of_unit(app: &App, unit: &Unit, id: Uuid) -> Result<Activity> {
    let found = store::find(&app.db, unit.network.id, id).await?;
    found.filter(|activity| activity.unit_id == unit.id).or_missing()
}

fn done(unit: &Unit, id: Uuid) -> Response {
    Redirect::to(&format!("{}/activities?saved={id}", unit.address())).into_response()
}

pub async fn new(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = place(&app, &visit, &network, &unit).await?;
    // The list says why there is nothing to add.
    if !unit.may_record {
        return Ok(Redirect::to(&format!("{}/activities", unit.address())).into_response());
    }
    let today = app.clock.today(unit.zone);
    let typed = Typed {
        from: today.max(unit.opened_on).to_string(),
        place_kind: "on_site".into(),
        ..Typed::default()
    };
    form::answer(&app, &visit, &unit, form::Of::New(app.ids.ordered()), typed, &[]).await
}

pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response> {
    let unit = place(&app, &visit, &network, &unit).await?;
    let id = field(&fields, "id").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let typed = typed(&unit, &fields);
    match offer::create(&app, &unit, id, &typed).await? {
        Saved::Problems(problems) => {
            form::answer(&app, &visit, &unit, form::Of::New(id), typed, &problems).await
        }
        Saved::Done(id) => Ok(done(&unit, id)),
        Saved::Meanwhile(..) => Err(AppError::Conflict),
    }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, id)): Path<(String, String, Uuid)>,
) -> Result<Response> {
    let unit = place(&app, &visit, &network, &unit).await?;
    let activity = of_unit(&app, &unit, id).await?;
    let typed = Typed::of(&activity, &unit.network.languages);
    form::answer(&app, &visit, &unit, form::Of::There(Box::new(activity), None), typed, &[]).await
}

pub async fn change(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, id)): Path<(String, String, Uuid)>,
    Form(fields): Form<Fields>,
) -> Result<Response> {
    let unit = place(&app, &visit, &network, &unit).await?;
    let base: i64 = field(&fields, "version").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let typed = typed(&unit, &fields);
    match offer::change(&app, &unit, id, base, &typed).await? {
        Saved::Done(id) => Ok(done(&unit, id)),
        Saved::Problems(problems) => {
            // A form with a slip still stands on the version it was opened at.
            let current = Activity { version: base, ..of_unit(&app, &unit, id).await? };
            form::answer(&app, &visit, &unit, form::Of::There(Box::new(current), None), typed, &problems)
                .await
        }
        Saved::Meanwhile(current, wanted) => {
            form::answer(&app, &visit, &unit, form::Of::There(current, Some(wanted)), typed, &[]).await
        }
    }
}

pub async fn end(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, id)): Path<(String, String, Uuid)>,
    Form(fields): Form<Fields>,
) -> Result<Response> {
    let unit = place(&app, &visit, &network, &unit).await?;
    let activity = of_unit(&app, &unit, id).await?;
    let until = field(&fields, "until");
    let problems = match date(&until) {
        None => vec![Wrong::new("until", "offer-last-wrong")],
        Some(last) => match offer::end(&app, &unit, id, last).await? {
            Saved::Problems(problems) => problems,
            _ => return Ok(done(&unit, id)),
        },
    };
    let typed = Typed::of(&activity, &unit.network.languages);
    form::answer_ending(&app, &visit, &unit, activity, typed, until, &problems).await
}

#[cfg(test)]
mod tests;
