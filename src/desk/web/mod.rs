//! Pages of the desk.

mod saved;
mod start;
mod today;

use crate::web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/", start::show)
        .get("/units/{network}/{unit}/today", today::show)
        .get("/units/{network}/{unit}/entries/{entry}/saved", saved::show)
}
