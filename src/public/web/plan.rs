//! A plan before everybody: the edition that was published, until it is taken back.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::open::{MADE, Made, Wanted, What, nothing, sent, words};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::i18n::{Words, tongue};
use crate::plan::{self, Open};
use crate::public::cache::is_fresh;
use crate::units;
use crate::web::{asset, icon};

#[derive(Template)]
#[template(path = "public/web/plan.html")]
struct PlanPage {
    w: Words,
    it: Open,
    unit: String,
    network: String,
    whole: String,
    languages: Vec<(String, String)>,
}

impl PlanPage {
    fn asset(&self, name: &str) -> String {
        asset(name)
    }

    fn icon(&self, name: &str) -> &'static str {
        icon(name)
    }
}

async fn make(app: &App, w: Words, (network, unit, year): (&str, &str, i32)) -> Result<Made> {
    let unit = units::find(app, network, unit).await?;
    let it = plan::open(app, w, &unit, year).await?;
    let root = units::root(&app.db, unit.network.id, app.clock.day()).await?;
    let (of, others) = (it.id, ["sl", "en"].into_iter().filter(|lang| *lang != w.lang()));
    let page = PlanPage {
        w,
        it,
        network: root.map_or_else(String::new, |root| w.text(&root.name)),
        whole: format!("{}/open/{network}/{}/plans/{year}", app.settings.base_url(), unit.code),
        unit: w.text(&unit.name),
        languages: others.map(|lang| (lang.to_owned(), tongue(lang))).collect(),
    };
    Made::new(of, app.clock.now(), page.render()?.into_bytes())
        .map_err(|error| AppError::Internal(error.to_string()))
}

pub async fn show(
    State(app): State<App>,
    Path((network, unit, year)): Path<(String, String, String)>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response> {
    let standing = match year.parse::<i32>() {
        Ok(known) => plan::public_at(&app.db, &network, &unit, i64::from(known)).await?.map(|it| (it, known)),
        Err(_) => None,
    };
    let languages = standing.as_ref().map_or("", |((_, languages), _)| languages.as_str());
    let w = words(wanted.lang(), &headers, languages);
    let Some(((id, _), year)) = &standing else { return nothing(w, false) };
    let now = app.clock.now();
    let name = format!("{}|{network}|{unit}|plan {year}|{}", app.db.identity(), w.lang());
    let good = |it: &Made| it.of == *id && is_fresh(it.at, now);
    match MADE.get(&name, good, make(&app, w, (&network, &unit, *year))).await {
        // Taken back while it was being made.
        Err(AppError::NotFound) => nothing(w, false),
        made => Ok(sent(&made?, What::Page, &unit, &headers)),
    }
}
