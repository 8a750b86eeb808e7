//! Pages of evaluations: all of a network and one of them for who runs it, a unit's own for who works there, and the pages
//! on which young people answer.

mod ask;
mod list;
mod one;
mod own;

use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::units::{self, Unit};
use crate::web::{Routes, Visit};

pub fn routes() -> Routes {
    Routes::new()
        .get("/a/{address}", ask::show)
        .post("/a/{address}", ask::take)
        .get("/a/{address}/thanks", ask::thanks)
        .get("/units/{network}/{unit}/evaluations", list::show)
        .post("/units/{network}/{unit}/evaluations", list::make)
        .get("/units/{network}/{unit}/evaluations/{evaluation}", one::show)
        .post("/units/{network}/{unit}/evaluations/{evaluation}/opening", one::open)
        .post("/units/{network}/{unit}/evaluations/{evaluation}/closure", one::close)
        .get("/units/{network}/{unit}/voice", own::show)
}

async fn unit_for(app: &App, visit: &Visit, path: (&str, &str), act: Act) -> Result<Unit> {
    let unit = units::find(app, path.0, path.1).await?;
    visit.me()?.allow(act, &unit.as_place())?;
    Ok(unit)
}
