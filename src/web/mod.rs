//! What all features share of HTTP: who is visiting, the frame of a page, error pages, assets, the safe headers.

mod assets;
mod door;
mod errors;
mod filled;
mod headers;
mod health;
mod icons;
mod page;
mod pdf;
mod routes;
mod upload;
mod visit;

pub use assets::url as asset;
pub use door::{Kept, SignIn, again};
pub use filled::Filled;
pub use headers::Framed;
pub use icons::icon;
pub use page::{Crumb, Page, Tab, encoded, render};
pub use pdf::{pdf, pdf_answer, pdf_with, unset};
pub use routes::{Address, Routes};
pub use upload::{Upload, upload};
pub use visit::{LANGUAGE, Visit, cookie, safe_next, session_cookie};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::CsrfLayer;

use crate::app::App;

/// The most a request may carry. A long text and every field of the largest form fit many times.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// The addresses of the frame itself.
pub fn frame() -> Routes {
    assets::routes().get("/health", health::health)
}

/// Everything a request goes through, outside in.
pub fn serve(app: App, routes: Routes) -> Router {
    routes
        .with(frame())
        .router
        .fallback(errors::unknown)
        .method_not_allowed_fallback(errors::unknown)
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(CatchPanicLayer::custom(errors::panicked))
        .layer(csrf(&app))
        .layer(from_fn_with_state(app.clone(), errors::render))
        .layer(axum::middleware::map_response(headers::add))
        .layer(CompressionLayer::new().gzip(true).compress_when(worth_packing()))
        .with_state(app)
}

/// What is packed already, as workbooks and PDFs are, gets no smaller.
fn worth_packing() -> impl Predicate {
    DefaultPredicate::new()
        .and(NotForContentType::const_new("application/vnd.openxmlformats"))
        .and(NotForContentType::const_new("application/pdf"))
}

/// Forms are taken from our own pages only. The address people use is ours too where a proxy hides it.
fn csrf(app: &App) -> CsrfLayer {
    let base_url = app.settings.base_url();
    CsrfLayer::new().add_trusted_origin(&base_url).unwrap_or_else(|_| CsrfLayer::new())
}

#[cfg(test)]
mod tests;
