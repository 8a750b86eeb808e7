//! Style, scripts and pictures, out of the binary. The address carries a hash of the content, so it may be kept for ever.

use std::collections::HashMap;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use super::routes::Routes;
use crate::error::{AppError, Result};

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

static HASHES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    Files::iter()
        .filter_map(|name| {
            let file = Files::get(&name)?;
            let hash: String =
                Sha256::digest(&file.data).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
            Some((name.into_owned(), hash))
        })
        .collect()
});

/// Where an asset is served.
pub fn url(name: &str) -> String {
    let hash = HASHES.get(name).map_or("0", String::as_str);
    format!("/assets/{hash}/{name}")
}

pub fn routes() -> Routes {
    Routes::new().get("/assets/{hash}/{name}", asset)
}

async fn asset(Path((_, name)): Path<(String, String)>) -> Result<Response> {
    let file = Files::get(&name).ok_or(AppError::NotFound)?;
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    };
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, file.data.into_owned()).into_response())
}
