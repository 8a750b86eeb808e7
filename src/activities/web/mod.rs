//! Pages of activities and entries.

mod choose;
mod compare;
mod entries;
mod fields;
mod form;
mod grid;
mod labels;
mod list;
mod offer;
mod projects;
mod proposals;
mod rows;
mod sent;
mod show;
mod versions;

pub use list::{Asked, Known};
pub use show::{Asked as EntryAsked, page as entry_page};

use crate::web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .with(offer::routes())
        .get("/units/{network}/{unit}/projects", projects::index)
        .post("/units/{network}/{unit}/projects", projects::create)
        .get("/units/{network}/{unit}/projects/{project}", projects::show)
        .post("/units/{network}/{unit}/projects/{project}", projects::change)
        .get("/units/{network}/{unit}/entries", list::show)
        .get("/units/{network}/{unit}/entries/new", entries::new)
        .post("/units/{network}/{unit}/entries", entries::create)
        .get("/units/{network}/{unit}/entries/choose", choose::show)
        .get("/units/{network}/{unit}/entries/{entry}/edit", entries::edit)
        .post("/units/{network}/{unit}/entries/{entry}/versions", entries::correct)
        .get("/units/{network}/{unit}/entries/{entry}/versions/{version}", versions::show)
        .post("/units/{network}/{unit}/entries/{entry}/versions/{version}/return", versions::bring_back)
        .post("/units/{network}/{unit}/entries/{entry}/deletion", entries::delete)
        .post("/units/{network}/{unit}/entries/{entry}/restoration", entries::restore)
        .post("/units/{network}/{unit}/entries/{entry}/undoing", entries::undo)
        .get("/units/{network}/{unit}/entries/{entry}/proposals/{version}", proposals::show)
        .post("/units/{network}/{unit}/entries/{entry}/proposals/{version}", proposals::decide)
        .get("/units/{network}/{unit}/month", grid::show)
        .post("/units/{network}/{unit}/month", grid::save)
}
