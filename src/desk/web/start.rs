//! The first page: where one's day begins.

use axum::response::{IntoResponse, Redirect, Response};

use crate::access::Act;
use crate::error::Result;
use crate::web::Visit;

pub async fn show(visit: Visit) -> Result<Response> {
    let me = visit.me()?;
    let Some(home) = me.home() else { return Ok(Redirect::to("/account").into_response()) };
    let base = format!("/units/{}/{}", home.network, home.unit);
    let to = if Act::Record.allowed_to(home.kind) { format!("{base}/today") } else { base };
    Ok(Redirect::to(&to).into_response())
}
