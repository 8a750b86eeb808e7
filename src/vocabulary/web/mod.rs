//! Pages of the network's words: its lists of terms, one term, its age bands. For coordinators.

mod bands;
mod terms;

use crate::web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/words", terms::show)
        .post("/units/{network}/{unit}/words", terms::add)
        .get("/units/{network}/{unit}/words/{term}", terms::one)
        .post("/units/{network}/{unit}/words/{term}", terms::reword)
        .post("/units/{network}/{unit}/words/{term}/retirement", terms::retire)
        .post("/units/{network}/{unit}/words/{term}/return", terms::bring_back)
        .get("/units/{network}/{unit}/age-bands", bands::show)
        .post("/units/{network}/{unit}/age-bands", bands::set)
}
