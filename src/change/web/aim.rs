//! An aim, or a new one: what, by which measure, by when, who.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::drafts::{Four, found, take_out};
use super::{Bench, base_version, lines, script};
use crate::access::RoleKind;
use crate::app::App;
use crate::change::aim::{Aim, State as Stands};
use crate::change::areas::areas;
use crate::change::making::{self, Kept};
use crate::change::store::Stored;
use crate::change::typed::{self, Fields};
use crate::error::Result;
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
        let says = lines::by(w, &bench.unit, now, "change-meanwhile");
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

pub async fn show(State(app): State<App>, visit: Visit, Path(at): Path<Four>) -> Result<Response> {
    let (bench, id, now) = found::<Aim>(&app, &visit, &at).await?;
    let new = Aim { year: i64::from(bench.it.year()) + 1, ..Aim::default() };
    let (version, fields) = now.as_ref().map_or((0, fields_of(&new)), |it| (it.version, fields_of(&it.what)));
    let page = page(&app, &visit, &bench, now.as_ref(), (id, version, fields), (&[], false)).await?;
    Ok(render(&page)?.into_response())
}

pub async fn save(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<Four>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let (bench, id, now) = found::<Aim>(&app, &visit, &at).await?;
    let fields = Fields(fields);
    let base = base_version(fields.get("version"))?;
    let aim = match typed::aim(&fields, &areas(&app, &bench.it, bench.unit.id).await?, bench.it.year()) {
        Ok(aim) => aim,
        Err(wrong) if script::asks(&headers) => return Ok(script::wrong(visit.w, &wrong)),
        Err(wrong) => {
            let page = page(&app, &visit, &bench, now.as_ref(), (id, base, fields), (&wrong, false)).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
        }
    };
    match making::save(&app, visit.me()?, bench.at(), (id, base), &aim).await? {
        Kept::Done(done) if script::asks(&headers) => Ok(script::saved(&app, visit.w, &bench, done)),
        Kept::Done(_) => Ok(bench.to("/steps/4#h-aims")),
        Kept::Meanwhile(now) if script::asks(&headers) => {
            Ok(script::meanwhile(visit.w, &bench, &now, "aim-save"))
        }
        Kept::Meanwhile(now) => {
            let page = page(&app, &visit, &bench, Some(&now), (id, now.version, fields), (&[], true)).await?;
            Ok((StatusCode::CONFLICT, render(&page)?).into_response())
        }
    }
}

pub async fn remove(State(app): State<App>, visit: Visit, Path(at): Path<Four>) -> Result<Response> {
    take_out::<Aim>(&app, &visit, &at, "/steps/4#h-aims").await
}
