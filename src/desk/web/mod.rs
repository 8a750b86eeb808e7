//! Pages of the desk.

mod definitions;
mod figures;
mod periods;
mod saved;
mod start;
mod today;

use crate::web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/", start::show)
        .get("/definitions", definitions::definitions)
        .get("/privacy", definitions::privacy)
        .get("/units/{network}/{unit}", figures::overview)
        .get("/units/{network}/{unit}/figures", figures::opened)
        .get("/units/{network}/{unit}/today", today::show)
        .get("/units/{network}/{unit}/entries/{entry}/saved", saved::show)
        .get("/units/{network}/{unit}/periods", periods::index)
        .get("/units/{network}/{unit}/periods/{period}", periods::show)
        .post("/units/{network}/{unit}/periods/{period}/closures", periods::close)
        .post("/units/{network}/{unit}/periods/{period}/closures/{lock}/reopening", periods::reopen)
}
