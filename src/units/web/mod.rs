//! Pages of the tree: what is below a unit, adding to it by hand or from a file, taking it along.

mod details;
mod files;
mod kinds;
mod past;
mod structure;
mod tree;
mod ways;

use crate::web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/structure", structure::show)
        .get("/units/{network}/{unit}/details", details::show)
        .post("/units/{network}/{unit}/details", details::save)
        .get("/units/{network}/{unit}/history", past::show)
        .post("/units/{network}/{unit}/names", past::rename)
        .post("/units/{network}/{unit}/names/withdrawal", past::unname)
        .post("/units/{network}/{unit}/placements", past::transfer)
        .post("/units/{network}/{unit}/placements/withdrawal", past::untransfer)
        .post("/units/{network}/{unit}/closure/withdrawal", past::reopen)
        .post("/units/{network}/{unit}/units", structure::add)
        .get("/units/{network}/{unit}/kinds", kinds::show)
        .post("/units/{network}/{unit}/kinds", kinds::add)
        .get("/units/{network}/{unit}/kinds/{kind}", kinds::one)
        .post("/units/{network}/{unit}/kinds/{kind}", kinds::change)
        .post("/units/{network}/{unit}/kinds/{kind}/retirement", kinds::retire)
        .post("/units/{network}/{unit}/kinds/{kind}/return", kinds::bring_back)
        .post("/units/{network}/{unit}/units/import", files::bring_in)
        .get("/units/{network}/{unit}/structure/export", files::give_out)
}

#[cfg(test)]
mod tests;
