//! What a unit is called, where it is and since when it is open, to be mended.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::structure::{NameField, crumbs};
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::form::{Wrong, told};
use crate::units::correcting::{Typed, correct};
use crate::units::{self, Unit, name_label};
use crate::web::{Crumb, Filled, Page, Visit, render};

#[derive(Template)]
#[template(path = "units/web/details.html")]
struct DetailsPage {
    page: Page,
    crumbs: Vec<Crumb>,
    base: String,
    unit: String,
    names: Vec<NameField>,
    place: String,
    /// None for a network, which is there since it was made.
    opened_on: Option<String>,
    problems: Vec<(String, String)>,
}

impl DetailsPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

async fn page(app: &App, visit: &Visit, unit: &Unit, typed: &Typed, wrong: &[Wrong]) -> Result<DetailsPage> {
    let w = visit.w;
    let name = |(lang, value): &(String, String)| NameField {
        lang: lang.clone(),
        label: name_label(w, lang),
        value: value.clone(),
    };
    Ok(DetailsPage {
        page: Page::new(visit, w.of("unit-mend-of", w.text(&unit.name)), "structure"),
        crumbs: crumbs(app, visit, unit, "structure", true).await?,
        base: unit.address(),
        unit: w.text(&unit.name),
        names: typed.names.iter().map(name).collect(),
        place: typed.place.clone(),
        opened_on: typed.opened_on.clone(),
        problems: told(w, wrong),
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Build, &unit.as_place())?;
    Ok(render(&page(&app, &visit, &unit, &Typed::of(&unit), &[]).await?)?.into_response())
}

pub async fn save(
    Filled { app, visit, at: (network, unit), fields }: Filled<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::Build, &unit.as_place())?;
    let field = |name: &str| fields.get(name).to_owned();
    let name = |lang: &String| (lang.clone(), field(&format!("name_{lang}")));
    let asked = unit.parent_id.is_some() && fields.has("opened_on");
    let typed = Typed {
        names: unit.network.languages.iter().map(name).collect(),
        place: field("place"),
        opened_on: asked.then(|| field("opened_on")),
    };
    match correct(&app, me, &unit, &typed).await? {
        Ok(()) => Ok(Redirect::to(&format!("{}/structure", unit.address())).into_response()),
        Err(wrong) => {
            let page = page(&app, &visit, &unit, &typed, &wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
