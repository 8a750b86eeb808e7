//! Pages of evaluations: all of a network and one of them for who runs it, a unit's own for who works there, and the pages
//! on which young people answer.

mod about;
mod ask;
mod behind;
mod cards;
mod form;
mod kiosk;
mod list;
mod one;
mod own;
mod poster;
mod sure;
mod terms;

pub use own::running;

use crate::access::Act;
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::evaluation::standing::{Count, Evaluation, Place};
use crate::evaluation::store;
use crate::i18n::Words;
use crate::units::{self, Unit};
use crate::web::{Routes, Visit};

pub fn routes() -> Routes {
    Routes::new()
        .get("/a/{address}", ask::show)
        .post("/a/{address}", ask::take)
        .get("/a/{address}/thanks", ask::thanks)
        .get("/a/{address}/kiosk", kiosk::start)
        .get("/units/{network}/{unit}/evaluations", list::show)
        .post("/units/{network}/{unit}/evaluations", list::make)
        .get("/units/{network}/{unit}/evaluations/{evaluation}", one::show)
        .get("/units/{network}/{unit}/evaluations/{evaluation}/terms", terms::show)
        .post("/units/{network}/{unit}/evaluations/{evaluation}/terms", terms::change)
        .get("/units/{network}/{unit}/evaluations/{evaluation}/removal", sure::withdraw)
        .post("/units/{network}/{unit}/evaluations/{evaluation}/removal", one::withdraw)
        .post("/units/{network}/{unit}/evaluations/{evaluation}/opening", one::open)
        .get("/units/{network}/{unit}/evaluations/{evaluation}/closure", sure::close)
        .post("/units/{network}/{unit}/evaluations/{evaluation}/closure", one::close)
        .get("/units/{network}/{unit}/evaluations/{evaluation}/release", sure::release)
        .post("/units/{network}/{unit}/evaluations/{evaluation}/copies/{copy}/removal", one::copy_gone)
        .get("/units/{network}/{unit}/voice", own::show)
        .get("/units/{network}/{unit}/voice/{place}/poster/{size}", poster::show)
        .post("/units/{network}/{unit}/voice/{place}/cards", cards::make)
        .post("/units/{network}/{unit}/voice/{place}/codes", cards::need)
}

/// What is told of how far a place is: how many whole answers were counted, and what is to be said of that.
fn far(w: Words, count: Option<&Count>, it: &Evaluation) -> (String, String) {
    let least = it.least;
    match count {
        None => ("–".to_owned(), String::new()),
        Some(count) if it.is_over() && count.complete < least => {
            let complete = if count.complete > 0 { w.int(count.complete) } else { w.tr("evaluation-few") };
            (if count.begun { complete } else { w.int(0) }, w.n("evaluation-below", least))
        }
        Some(it) if !it.begun => (w.int(0), w.tr("evaluation-not-begun")),
        // Something came: how much is told from five on.
        Some(it) if it.complete == 0 => (w.tr("evaluation-few"), w.n("evaluation-to-go", least)),
        Some(it) if it.complete < least => (w.int(it.complete), w.n("evaluation-to-go", least - it.complete)),
        Some(it) => (w.int(it.complete), w.tr("evaluation-enough")),
    }
}

async fn unit_for(app: &App, visit: &Visit, path: (&str, &str), act: Act) -> Result<Unit> {
    let unit = units::find(app, path.0, path.1).await?;
    visit.me()?.allow(act, &unit.as_place())?;
    Ok(unit)
}

/// Where a unit is answered about, by what stands behind /a/; missing where that is closed, or another unit's.
async fn spot(app: &App, unit: &Unit, address: &str) -> Result<(Evaluation, Place)> {
    let found = store::at(&app.db, address).await?;
    found.filter(|(it, place)| place.unit_id == unit.id && !it.is_over()).or_missing()
}
