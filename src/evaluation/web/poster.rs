//! A centre's poster, in a language that its questionnaire is offered in.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::behind::content;
use super::{spot, unit_for};
use crate::access::Act;
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::evaluation::printing::{Printed, Size, languages};
use crate::web::{Visit, pdf, pdf_answer};

#[derive(Deserialize)]
pub struct Wanted {
    lang: Option<String>,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, place, size)): Path<(String, String, String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::SeeEvaluation).await?;
    let size = Size::from_code(&size).or_missing()?;
    let (evaluation, place) = spot(&app, &unit, &place).await?;
    let content = content(&app, &evaluation, place.version_id).await?;
    let offered = languages(&content);
    let chosen = |code: &str| offered.iter().copied().find(|lang| lang.lang() == code);
    let lang = wanted.lang.as_deref().and_then(chosen).or_else(|| chosen(visit.w.lang()));
    let w = lang.or(offered.first().copied()).or_missing()?;
    let href = format!("{}/a/{}", app.settings.base_url(), place.address);
    let printed =
        Printed { w, unit: &unit, evaluation: &evaluation, place: &place, content: &content, href: &href };
    let bytes = pdf(include_str!("poster.typ"), printed.poster(size)?).await?;
    let name = format!("{}-{}-{}-{}", unit.code, place.kind.code(), size.code(), w.lang());
    Ok(pdf_answer(&name, true, bytes))
}
