//! For whoever watches the server: whether it answers, and its database too.

use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;

const PATIENCE: Duration = Duration::from_secs(3);

pub async fn health(State(app): State<App>) -> (StatusCode, &'static str) {
    match tokio::time::timeout(PATIENCE, app.db.ping()).await {
        Ok(Ok(())) => (StatusCode::OK, "ok"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer"),
    }
}
