//! An aim, or a new one: what, by which measure, by when, who.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::{Bench, base_version, lines};
use crate::access::{Act, RoleKind};
use crate::app::App;
use crate::change::aim::{Aim, State as Stands};
use crate::change::areas::areas;
use crate::change::making::{self, Kept};
use crate::change::store::{self, Stored};
use crate::change::typed::{self, Fields};
use crate::clock::Day;
use crate::error::{AppError, Result};
use crate::form::{Wrong, told};
use crate::people;
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "change/web/aim.html")]
struct AimPage {
    page: Page,
    base: String,
    unit_href: String,
    unit: String,
    action: String,
    /// Whether it stands already.
    stands: bool,
    version: i64,
    fields: Fields,
    areas: Vec<(String, String)>,
    states: Vec<(&'static str, String)>,
    names: Vec<String>,
    /// What a colleague saved meanwhile: whose and when, and what.
    clash: Option<(String, Vec<String>)>,
    problems: Vec<(String, String)>,
}

impl AimPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }

    fn value(&self, field: &str) -> &str {
        self.fields.get(field)
    }
}

fn fields_of(aim: &Aim) -> Fields {
    let points = aim.points.map_or_else(String::new, |points| points.to_string());
    let all = [
        ("aim", aim.aim.clone()),
        ("area", aim.area.clone()),
        ("measure", aim.measure.clone()),
        ("points", points),
        ("year", aim.year.to_string()),
        ("whom", aim.whom.clone()),
        ("state", aim.state.code().to_owned()),
    ];
    Fields(all.map(|(name, value)| (name.to_owned(), value)).into())
}

async fn page(
    app: &App,
    visit: &Visit,
    bench: &Bench,
    now: Option<&Stored<Aim>>,
    (id, version, fields): (Uuid, i64, Fields),
    (wrong, clash): (&[Wrong], bool),
) -> Result<AimPage> {
    let (w, base) = (visit.w, bench.base());
    let areas = areas(app, &bench.it, bench.unit.id).await?;
    let members = people::holders(app, &bench.unit).await?;
    let meanwhile = |now: &Stored<Aim>| {
        let on = Day::Now(now.at).in_zone(bench.unit.network.zone);
        let says = w.with("change-meanwhile", &[("who", now.by.clone().into()), ("on", w.date(on).into())]);
        let line = lines::aim(w, &base, now, &areas);
        let all = [line.aim, line.measure, line.whom, line.state];
        (says, all.into_iter().filter(|it| !it.is_empty()).collect())
    };
    Ok(AimPage {
        page: Page::new(visit, w.tr("aim"), "voice"),
        unit_href: bench.unit.address(),
        unit: w.text(&bench.unit.name),
        action: format!("{base}/aims/{id}"),
        stands: now.is_some(),
        version,
        states: Stands::ALL.map(|it| (it.code(), w.tr(&format!("aim-{}", it.code())))).into(),
        names: members
            .into_iter()
            .filter(|it| it.kind != RoleKind::Viewer && !it.name.is_empty())
            .map(|it| it.name)
            .collect(),
        clash: now.filter(|_| clash).map(meanwhile),
        areas: areas.iter().map(|(code, name)| (code.clone(), w.text(name))).collect(),
        problems: told(w, wrong),
        base,
        fields,
    })
}

type Four = (String, String, String, String);

/// The aim with this id, if it stands in this place; nothing that was taken out, or is another unit's.
async fn found(app: &App, bench: &Bench, id: &str) -> Result<(Uuid, Option<Stored<Aim>>)> {
    let id = id.parse::<Uuid>().map_err(|_| AppError::NotFound)?;
    let now = store::aim(&app.db, bench.unit.network.id, id).await?;
    let ours =
        |it: &Stored<Aim>| (it.unit_id, it.evaluation_id) == (bench.unit.id, bench.it.id) && !it.dropped;
    if now.as_ref().is_some_and(|it| !ours(it)) {
        return Err(AppError::NotFound);
    }
    Ok((id, now))
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code, id)): Path<Four>,
) -> Result<Response> {
    let bench = Bench::find(&app, &visit, (&network, &unit, &code), Act::WorkOnChange).await?;
    let (id, now) = found(&app, &bench, &id).await?;
    let new = Aim { year: i64::from(bench.it.year()) + 1, ..Aim::default() };
    let (version, fields) = now.as_ref().map_or((0, fields_of(&new)), |it| (it.version, fields_of(&it.what)));
    let page = page(&app, &visit, &bench, now.as_ref(), (id, version, fields), (&[], false)).await?;
    Ok(render(&page)?.into_response())
}

pub async fn save(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code, id)): Path<Four>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let bench = Bench::find(&app, &visit, (&network, &unit, &code), Act::WorkOnChange).await?;
    let fields = Fields(fields);
    let (id, now) = found(&app, &bench, &id).await?;
    let base = base_version(fields.get("version"))?;
    let aim = match typed::aim(&fields, &areas(&app, &bench.it, bench.unit.id).await?, bench.it.year()) {
        Ok(aim) => aim,
        Err(wrong) => {
            let page = page(&app, &visit, &bench, now.as_ref(), (id, base, fields), (&wrong, false)).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
        }
    };
    match making::save_aim(&app, visit.me()?, bench.at(), id, base, &aim).await? {
        Kept::Done => Ok(bench.to("/steps/4#h-aims")),
        Kept::Meanwhile(now) => {
            let page = page(&app, &visit, &bench, Some(&now), (id, now.version, fields), (&[], true)).await?;
            Ok((StatusCode::CONFLICT, render(&page)?).into_response())
        }
    }
}

pub async fn remove(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code, id)): Path<Four>,
) -> Result<Response> {
    let bench = Bench::find(&app, &visit, (&network, &unit, &code), Act::WorkOnChange).await?;
    let id = id.parse::<Uuid>().map_err(|_| AppError::NotFound)?;
    making::drop_aim(&app, visit.me()?, bench.at(), id).await?;
    Ok(bench.to("/steps/4#h-aims"))
}
