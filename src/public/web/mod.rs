//! Pages of what stands in public: the page itself, its frame for other sites, its files, and where it is prepared.

mod desk;
mod index;
mod oembed;
mod open;
mod plan;
mod preview;
mod view;

use crate::web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/open/{network}", index::show)
        .get("/open/{network}/{unit}", open::page)
        .get("/open/{network}/{unit}/embed", open::frame)
        .get("/open/{network}/{unit}/embed.js", open::script)
        .get("/open/{network}/{unit}/data.csv", open::csv)
        .get("/open/{network}/{unit}/data.json", open::json)
        .get("/open/{network}/{unit}/plans/{year}", plan::show)
        .get("/oembed", oembed::show)
        .get("/units/{network}/{unit}/public", desk::show)
        .post("/units/{network}/{unit}/public", desk::save)
        .get("/units/{network}/{unit}/public/preview", preview::show)
        .post("/units/{network}/{unit}/public/publication", preview::publish)
        .post("/units/{network}/{unit}/public/publication/withdrawal", preview::take_back)
}
