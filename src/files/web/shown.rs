//! The pictures themselves, for those who may see them and nobody's store: the frame says so of every answer.

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::{OfFile, entry_for};
use crate::access::Act;
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::files::store::{self, Key};
use crate::files::{file, logo as logos};
use crate::units;
use crate::web::Visit;

async fn shown(app: &App, visit: &Visit, path: OfFile, large: bool) -> Result<Response> {
    let Path((network, unit, entry, id)) = path;
    let (unit, _) = entry_for(app, visit, Act::ReadNotes, (&network, &unit, entry)).await?;
    let key = Key { network_id: unit.network.id, id, entry_id: entry };
    let bytes = store::bytes(&app.db, key, large).await?.or_missing()?;
    Ok(picture("image/jpeg", &file::name(id), bytes))
}

fn picture(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let how = format!("inline; filename=\"{name}\"");
    ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, how)], bytes).into_response()
}

pub async fn small(State(app): State<App>, visit: Visit, path: OfFile) -> Result<Response> {
    shown(&app, &visit, path, false).await
}

pub async fn large(State(app): State<App>, visit: Visit, path: OfFile) -> Result<Response> {
    shown(&app, &visit, path, true).await
}

pub async fn logo(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::SeeFigures, &unit.as_place())?;
    let logo = logos::logo(&app, &unit).await?.or_missing()?;
    Ok(picture("image/png", &format!("{}.png", unit.code), logo.png))
}
