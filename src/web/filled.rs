//! A form as most handlers read it.

use axum::Form;
use axum::extract::{FromRequest, Path, Request};
use axum::response::Response;
use serde::de::DeserializeOwned;

use super::Visit;
use crate::app::App;
use crate::form::Fields;

/// A form that somebody filled in: who, at which address (`At`: its parts that vary), and what was typed. It is taken in that
/// order, as a handler that names them one by one takes them, and refused in the same words.
pub struct Filled<At> {
    pub app: App,
    pub visit: Visit,
    pub at: At,
    pub fields: Fields,
}

type Parts<At> = (Visit, Path<At>, Form<Vec<(String, String)>>);

impl<At: DeserializeOwned + Send> FromRequest<App> for Filled<At> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Filled<At>, Response> {
        let parts = <Parts<At> as FromRequest<App>>::from_request(request, app).await?;
        let (visit, Path(at), Form(fields)) = parts;
        Ok(Filled { app: app.clone(), visit, at, fields: Fields(fields) })
    }
}
