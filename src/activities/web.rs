//! Pages of activities and entries.

use crate::web::Routes;

pub fn routes() -> Routes {
    Routes::new()
}
