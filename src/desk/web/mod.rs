//! Pages of the desk.

mod closing;
mod definitions;
mod figures;
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
        .get("/units/{network}/{unit}/closing", closing::show)
        .post("/units/{network}/{unit}/closure", closing::close)
        .get("/units/{network}/{unit}/today", today::show)
        .get("/units/{network}/{unit}/entries/{entry}/saved", saved::show)
}

#[cfg(test)]
mod tests;
