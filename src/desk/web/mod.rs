//! Pages of the desk.

mod definitions;
mod figures;

use crate::web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/definitions", definitions::definitions)
        .get("/privacy", definitions::privacy)
        .get("/units/{network}/{unit}", figures::overview)
        .get("/units/{network}/{unit}/figures", figures::opened)
}
