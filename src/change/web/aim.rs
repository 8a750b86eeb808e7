//! An aim, or a new one: what, by which measure, by when, who.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::drafts::{self, Four, Sent, Shown, found, take_out};
use super::{Bench, base_version, lines, script};
use crate::access::RoleKind;
use crate::app::App;
use crate::change::aim::{Aim, State as Stands};
use crate::change::areas::areas;
use crate::change::store::Stored;
use crate::change::typed::{self, Fields};
use crate::error::Result;
use crate::form::told;
use crate::people;
use crate::web::{Filled, Page, Visit, render};

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

async fn page(app: &App, visit: &Visit, bench: &Bench, it: &Shown<Aim>, fields: Fields) -> Result<AimPage> {
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
        action: format!("{base}/aims/{}", it.id),
        stands: it.now.is_some(),
        version: it.version,
        states: Stands::ALL.map(|it| (it.code(), w.tr(&format!("aim-{}", it.code())))).into(),
        names: members
            .into_iter()
            .filter(|it| it.kind != RoleKind::Viewer && !it.name.is_empty())
            .map(|it| it.name)
            .collect(),
        clash: it.now.as_ref().filter(|_| it.clash).map(meanwhile),
        areas: areas.iter().map(|(code, name)| (code.clone(), w.text(name))).collect(),
        problems: told(w, &it.wrong),
        base,
        fields,
    })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(at): Path<Four>) -> Result<Response> {
    let (bench, it) = found::<Aim>(&app, &visit, &at).await?;
    let new = Aim { year: i64::from(bench.it.year()) + 1, ..Aim::default() };
    let fields = fields_of(it.now.as_ref().map_or(&new, |now| &now.what));
    Ok(render(&page(&app, &visit, &bench, &it, fields).await?)?.into_response())
}

pub async fn save(headers: HeaderMap, Filled { app, visit, at, fields }: Filled<Four>) -> Result<Response> {
    let (bench, it) = found::<Aim>(&app, &visit, &at).await?;
    let it = Shown { version: base_version(fields.get("version"))?, ..it };
    let aim = typed::aim(&fields, &areas(&app, &bench.it, bench.unit.id).await?, bench.it.year());
    let ways = ("/steps/4#h-aims", "aim-save");
    match drafts::save(&app, &visit, &bench, it, aim, script::asks(&headers), ways).await? {
        Sent::Answer(response) => Ok(response),
        Sent::Again(it) => {
            let page = page(&app, &visit, &bench, &it, fields).await?;
            Ok((it.status(), render(&page)?).into_response())
        }
    }
}

pub async fn remove(State(app): State<App>, visit: Visit, Path(at): Path<Four>) -> Result<Response> {
    take_out::<Aim>(&app, &visit, &at, "/steps/4#h-aims").await
}
