//! Cards with codes for one answer each, and whether an answer needs one.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::behind::content;
use super::own::{self, Told};
use super::{spot, unit_for};
use crate::access::Act;
use crate::error::{AppError, OrMissing, Result};
use crate::evaluation::cards;
use crate::evaluation::printing::{Printed, languages};
use crate::web::{Filled, pdf, pdf_answer, render};

pub async fn make(
    Filled { app, visit, at: (network, unit, place), fields }: Filled<(String, String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::GiveCodes).await?;
    // Drawn by the page: what the codes follow from. Kept nowhere.
    let id: Uuid = fields.get("id").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let (n, wanted) = (fields.get("n"), fields.get("lang"));
    let (evaluation, place) = spot(&app, &unit, &place).await?;
    let of = || place.address.clone();
    let told = |wrong, again| Told { of: of(), id, n: n.to_owned(), lang: wanted.to_owned(), wrong, again };
    let made = match cards::make(&app, visit.me()?, &unit, (&evaluation, &place), id, n).await? {
        Ok(made) => made,
        Err(wrong) => {
            let page = own::page(&app, &visit, &unit, Some(&told(Some(wrong), false))).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
        }
    };
    if made.again && fields.get("again") != "1" {
        // A second click, or somebody who wants more: who hands out copies gives one answer to two.
        let page = own::page(&app, &visit, &unit, Some(&told(None, true))).await?;
        return Ok(render(&page)?.into_response());
    }
    let content = content(&app, &evaluation, place.version_id).await?;
    let offered = languages(&content);
    let lang = offered.iter().find(|lang| lang.lang() == wanted).or(offered.first());
    let w = lang.copied().or_missing()?;
    let href = format!("{}/a/{}", app.settings.base_url(), place.address);
    let printed =
        Printed { w, unit: &unit, evaluation: &evaluation, place: &place, content: &content, href: &href };
    let bytes = pdf(include_str!("cards.typ"), printed.cards(&made.codes)?).await?;
    let name = format!("{}-{}-{}", unit.code, place.kind.code(), visit.w.tr("cards-file"));
    Ok(pdf_answer(&name, false, bytes))
}

pub async fn need(
    Filled { app, visit, at: (network, unit, place), fields }: Filled<(String, String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::GiveCodes).await?;
    let (evaluation, place) = spot(&app, &unit, &place).await?;
    match cards::need(&app, visit.me()?, &unit, (&evaluation, &place), fields.get("only") == "1").await? {
        Ok(()) => {
            Ok(Redirect::to(&format!("{}/voice#cards-{}", unit.address(), place.address)).into_response())
        }
        Err(wrong) => {
            let (id, wrong) = (app.ids.random(), Some(wrong));
            let told = Told {
                of: place.address.clone(),
                id,
                n: String::new(),
                lang: String::new(),
                wrong,
                again: false,
            };
            let page = own::page(&app, &visit, &unit, Some(&told)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
