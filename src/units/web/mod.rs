//! Pages of the tree: what is below a unit, adding to it by hand or from a file, taking it along.

mod details;
mod files;
mod structure;
mod tree;

use crate::web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/structure", structure::show)
        .get("/units/{network}/{unit}/details", details::show)
        .post("/units/{network}/{unit}/details", details::save)
        .post("/units/{network}/{unit}/units", structure::add)
        .post("/units/{network}/{unit}/units/import", files::bring_in)
        .get("/units/{network}/{unit}/structure/export", files::give_out)
}

#[cfg(test)]
mod tests;
