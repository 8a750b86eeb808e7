//! Making a body, changing it, and saying that it meets no more.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::{Three, base_version};
use crate::access::Act;
use crate::app::App;
use crate::bodies::body::{Body, Kind, round};
use crate::bodies::making::{self, Kept};
use crate::bodies::store::{self, Stored};
use crate::bodies::typed;
use crate::error::{AppError, Result};
use crate::form::{Fields, Wrong, told};
use crate::i18n::tongue;
use crate::units::{self, LONGEST_NAME, Unit};
use crate::web::{Filled, Page, Visit, render};

#[derive(Template)]
#[template(path = "bodies/web/form.html")]
struct FormPage {
    page: Page,
    list: String,
    action: String,
    back: String,
    title: String,
    version: i64,
    fields: Fields,
    longest: usize,
    languages: Vec<(String, String)>,
    kinds: Vec<(&'static str, String)>,
    /// Bodies that it may stand in.
    above: Vec<(String, String)>,
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
}

fn fields_of(body: &Body) -> Fields {
    let within = body.within.map_or_else(String::new, |id| id.to_string());
    let mut all = vec![("kind".to_owned(), body.kind.code().to_owned()), ("within".to_owned(), within)];
    all.extend(body.name.iter().map(|(lang, name)| (format!("name_{lang}"), name.to_owned())));
    Fields(all)
}

async fn page(
    app: &App,
    visit: &Visit,
    (unit, id): (&Unit, Uuid),
    (fields, version): (Option<Fields>, Option<i64>),
    (wrong, theirs): (&[Wrong], Option<&Stored<Body>>),
) -> Result<FormPage> {
    let (w, list) = (visit.w, format!("{}/bodies", unit.address()));
    let all = store::bodies(&app.db, unit).await?;
    let now = all.iter().find(|it| it.id == id);
    if now.is_some_and(|it| it.dropped) {
        return Err(AppError::NotFound);
    }
    let stand: Vec<(Uuid, Option<Uuid>)> = all.iter().map(|it| (it.id, it.what.within)).collect();
    let above = all.iter().filter(|it| !it.dropped && !round(&stand, id, it.id));
    let title = now.map_or_else(|| w.tr("body-new"), |it| w.text(&it.what.name));
    Ok(FormPage {
        page: Page::new(visit, title.clone(), "structure"),
        action: format!("{list}/{id}"),
        back: if now.is_some() { format!("{list}/{id}") } else { list.clone() },
        title,
        version: version.unwrap_or_else(|| now.map_or(0, |it| it.version)),
        fields: fields.or_else(|| now.map(|it| fields_of(&it.what))).unwrap_or_default(),
        longest: LONGEST_NAME,
        languages: unit.network.languages.iter().map(|lang| (lang.clone(), tongue(lang))).collect(),
        kinds: Kind::ALL.map(|it| (it.code(), w.tr(&format!("body-kind-{}", it.code())))).into(),
        above: above.map(|it| (it.id.to_string(), w.text(&it.what.name))).collect(),
        clash: theirs.map(|it| {
            let args = [("who", it.by.clone().into()), ("it", w.text(&it.what.name).into())];
            w.with("body-meanwhile", &args)
        }),
        problems: told(w, wrong),
        list,
    })
}

async fn kept(app: &App, visit: &Visit, at: &Three) -> Result<Unit> {
    let unit = units::find(app, &at.0, &at.1).await?;
    visit.me()?.allow(Act::ManageBodies, &unit.as_place())?;
    Ok(unit)
}

pub async fn show(State(app): State<App>, visit: Visit, Path(at): Path<Three>) -> Result<Response> {
    let unit = kept(&app, &visit, &at).await?;
    let page = page(&app, &visit, (&unit, at.2), (None, None), (&[], None)).await?;
    Ok(render(&page)?.into_response())
}

pub async fn save(Filled { app, visit, at, fields }: Filled<Three>) -> Result<Response> {
    let unit = kept(&app, &visit, &at).await?;
    let base = base_version(fields.get("version"))?;
    let wrong = match typed::body(&fields, &unit.network.languages) {
        Err(wrong) => wrong,
        Ok(body) => match making::save(&app, visit.me()?, &unit, (at.2, base), &body).await? {
            Kept::Done => {
                return Ok(Redirect::to(&format!("{}/bodies/{}", unit.address(), at.2)).into_response());
            }
            Kept::Meanwhile(now) => {
                let typed = (Some(fields), Some(now.version));
                let page = page(&app, &visit, (&unit, at.2), typed, (&[], Some(&now))).await?;
                return Ok((StatusCode::CONFLICT, render(&page)?).into_response());
            }
            Kept::Wrong(it) => vec![it],
        },
    };
    let page = page(&app, &visit, (&unit, at.2), (Some(fields), Some(base)), (&wrong, None)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

pub async fn end(State(app): State<App>, visit: Visit, Path(at): Path<Three>) -> Result<Response> {
    let unit = kept(&app, &visit, &at).await?;
    making::end(&app, visit.me()?, &unit, at.2, true).await?;
    Ok(Redirect::to(&format!("{}/bodies", unit.address())).into_response())
}

pub async fn bring_back(State(app): State<App>, visit: Visit, Path(at): Path<Three>) -> Result<Response> {
    let unit = kept(&app, &visit, &at).await?;
    making::end(&app, visit.me()?, &unit, at.2, false).await?;
    Ok(Redirect::to(&format!("{}/bodies/{}", unit.address(), at.2)).into_response())
}
