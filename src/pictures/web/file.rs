//! A picture as a file. Drawing one takes a processor, so it is done beside requests and a few at a time, and not at all for
//! whoever has the very same one already.

use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use super::wanted::{Address, Wanted};
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::pictures::making::{Asked, make};
use crate::pictures::shape::{Format, Shape, Template};
use crate::pictures::{draw, picture::Picture};
use crate::units;
use crate::web::Visit;

static TURNS: Semaphore = Semaphore::const_new(2);

/// `square.png`, taken apart.
fn named(file: &str) -> Option<(Shape, Format)> {
    let (shape, format) = file.split_once('.')?;
    Some((Shape::from_code(shape)?, Format::from_code(format)?))
}

async fn points(picture: Picture, shape: Shape) -> Result<Vec<u8>> {
    let failed = |error: String| AppError::Internal(format!("a picture could not be drawn: {error}"));
    let turn = TURNS.acquire().await.map_err(|error| failed(error.to_string()))?;
    let drawn = tokio::task::spawn_blocking(move || {
        // Held until it is done, also where whoever asked has gone.
        let _turn = turn;
        draw::png(&picture, shape)
    });
    drawn.await.map_err(|error| failed(error.to_string()))?
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, template, file)): Path<(String, String, String, String)>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::SeeFigures, &unit.as_place())?;
    let template = Template::from_code(&template).or_missing()?;
    let (shape, format) = named(&file).or_missing()?;
    let today = app.clock.today(unit.zone);
    let period = wanted.period(template, today).ok_or(AppError::Invalid("pictures-period-unknown"))?;
    let measure = wanted.measure().ok_or(AppError::Invalid("pictures-measure-unknown"))?;
    let w = wanted.words(visit.w);
    let asked = Asked { w, unit: &unit, template, shape, period, measure };
    let picture = make(&app, asked).await?.map_err(AppError::Invalid)?;
    let svg = draw::svg(&picture, shape);
    let tag = Sha256::digest(&svg).iter().take(12).map(|byte| format!("{byte:02x}")).collect::<String>();
    let tag = format!("W/\"{tag}-{}\"", format.code());
    let known = headers.get_all(IF_NONE_MATCH).iter().filter_map(|it| it.to_str().ok());
    let known = known.flat_map(|it| it.split(',')).any(|it| it.trim() == tag);
    // Asked for again each time, since rights and figures change; sent again only where it is another one.
    let kept = [(ETAG, tag), (CACHE_CONTROL, "private, no-cache".to_owned())];
    if known {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    let address = Address { unit: &unit, template, shape, period, measure, lang: w.lang() };
    let how = format!("inline; filename=\"{}\"", address.name(format));
    let (kind, bytes) = match format {
        Format::Svg => ("image/svg+xml", svg.into_bytes()),
        Format::Png => ("image/png", points(picture, shape).await?),
    };
    Ok((kept, [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, how)], bytes).into_response())
}
