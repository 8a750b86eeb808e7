//! Pages of the calendar: a year of a branch, a date to be changed, the file for other calendars, and what the first page tells.

mod acts;
mod file;
mod form;
mod letters;
mod lines;
mod soon;
mod year;

pub use soon::{Soon, soon};

use crate::access::Act;
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::units::{self, Unit};
use crate::web::{Routes, Visit};

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/calendar", year::show)
        .get("/units/{network}/{unit}/calendar/file", file::file)
        .get("/units/{network}/{unit}/calendar/dates/{date}", form::show)
        .post("/units/{network}/{unit}/calendar/dates/{date}", form::save)
        .post("/units/{network}/{unit}/calendar/dates/{date}/removal", acts::remove)
        .post("/units/{network}/{unit}/calendar/dates/{date}/exceptions", acts::set_apart)
        .post("/units/{network}/{unit}/calendar/dates/{date}/handing-in", acts::hand_in)
        .post("/units/{network}/{unit}/calendar/letters/{mail}/again", acts::send_again)
}

/// The unit that a page is about, and its network as a whole, for whoever may change the network's calendar.
async fn managed(app: &App, visit: &Visit, network: &str, unit: &str) -> Result<(Unit, Unit)> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(Act::ManageCalendar, &unit.as_place())?;
    let root = units::root(&app.db, unit.network.id, app.clock.day()).await?.or_missing()?;
    visit.me()?.allow(Act::ManageCalendar, &root.as_place())?;
    Ok((unit, root))
}
