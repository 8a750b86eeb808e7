//! Pages of watching.

mod answers;
mod entry;
mod line;
mod made;
mod page;
mod strip;
mod told;
mod visits;

use axum::extract::Path;

use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::units::{self, Unit};
use crate::web::{Routes, Visit};

pub use line::Line;
pub use told::{Told, of_entry, today};

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/entries/{entry}", entry::show)
        .get("/units/{network}/{unit}/watch", page::show)
        .post("/units/{network}/{unit}/watch/dismissals", answers::dismiss)
        .post("/units/{network}/{unit}/watch/dismissals/withdrawal", answers::withdraw)
        .post("/units/{network}/{unit}/watch/visits", visits::add)
        .post("/units/{network}/{unit}/watch/visits/{visit}", visits::correct)
        .post("/units/{network}/{unit}/watch/visits/{visit}/completion", visits::complete)
}

type At = Path<(String, String)>;

/// The unit, if this person may do this there.
async fn unit_for(app: &App, visit: &Visit, act: Act, (network, unit): (&str, &str)) -> Result<Unit> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(act, &unit.as_place())?;
    Ok(unit)
}
