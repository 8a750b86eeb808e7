//! Pages of reflection: sets of questions under structure, answering beside an entry, and answers over time.

mod beside;
mod card;
mod entry;
mod fields;
mod one;
mod reading;
mod sets;

pub use beside::{Beside, beside};

use crate::web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/entries/{entry}/reflections", entry::form)
        .post("/units/{network}/{unit}/entries/{entry}/reflections", entry::answer)
        .get("/units/{network}/{unit}/reflections", reading::show)
        .get("/units/{network}/{unit}/reflections/sets", sets::index)
        .get("/units/{network}/{unit}/reflections/sets/new", sets::new)
        .post("/units/{network}/{unit}/reflections/sets", sets::create)
        .get("/units/{network}/{unit}/reflections/sets/{set}", one::show)
        .post("/units/{network}/{unit}/reflections/sets/{set}", one::change)
        .post("/units/{network}/{unit}/reflections/sets/{set}/questions", one::add)
        .post("/units/{network}/{unit}/reflections/sets/{set}/questions/{question}", one::reword)
        .post("/units/{network}/{unit}/reflections/sets/{set}/questions/{question}/retirement", one::retire)
        .post("/units/{network}/{unit}/reflections/sets/{set}/questions/{question}/return", one::bring_back)
        .post("/units/{network}/{unit}/reflections/sets/{set}/questions/{question}/place", one::place)
}
