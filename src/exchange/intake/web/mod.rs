//! Pages of imports: choose a file, see what was understood and mend it, take it in, undo it; and paper for the evening.

mod batch;
mod draft;
mod list;
mod looked;
mod sheet;
mod template;
mod upload;

use crate::web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/imports", list::show)
        .post("/units/{network}/{unit}/imports", draft::take_in)
        .post("/units/{network}/{unit}/imports/drafts", upload::upload)
        .get("/units/{network}/{unit}/imports/drafts/{draft}", draft::show)
        .post("/units/{network}/{unit}/imports/drafts/{draft}", draft::choose)
        .post("/units/{network}/{unit}/imports/drafts/{draft}/dropping", draft::let_go)
        .get("/units/{network}/{unit}/imports/template.xlsx", template::give)
        .get("/units/{network}/{unit}/imports/sheet", sheet::show)
        .get("/units/{network}/{unit}/imports/{import}", batch::show)
        .post("/units/{network}/{unit}/imports/{import}/withdrawal", batch::undo)
}

#[cfg(test)]
mod tests;
