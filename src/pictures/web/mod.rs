//! The page on which pictures are chosen, and the pictures themselves.

mod colour;
mod file;
mod logo;
mod page;
mod wanted;

use crate::web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/pictures", page::show)
        .get("/units/{network}/{unit}/pictures/{template}/{picture}", file::show)
        .post("/units/{network}/{unit}/pictures/colour", colour::set)
        .post("/units/{network}/{unit}/pictures/logo", logo::set)
        .post("/units/{network}/{unit}/pictures/logo/removal", logo::remove)
}
