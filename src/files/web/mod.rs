//! Pages of pictures: beside an entry, one of them, and the pictures themselves.

mod beside;
mod fields;
mod new;
mod one;
mod shown;

use axum::extract::Path;
use uuid::Uuid;

pub use beside::beside;

use crate::access::Act;
use crate::activities::Stored;
use crate::app::App;
use crate::error::Result;
use crate::files::keeping;
use crate::units::{self, Unit};
use crate::web::{Routes, Visit};

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/entries/{entry}/files", new::show)
        .post("/units/{network}/{unit}/entries/{entry}/files", new::add)
        .get("/units/{network}/{unit}/entries/{entry}/files/{file}", one::show)
        .post("/units/{network}/{unit}/entries/{entry}/files/{file}", one::change)
        .post("/units/{network}/{unit}/entries/{entry}/files/{file}/removal", one::remove)
        .get("/units/{network}/{unit}/entries/{entry}/files/{file}/small", shown::small)
        .get("/units/{network}/{unit}/entries/{entry}/files/{file}/large", shown::large)
        .get("/units/{network}/{unit}/logo", shown::logo)
}

type OfEntry = Path<(String, String, Uuid)>;
type OfFile = Path<(String, String, Uuid, Uuid)>;

/// An entry of a unit, if this person may do this there.
async fn entry_for(
    app: &App,
    visit: &Visit,
    act: Act,
    (network, unit, entry): (&str, &str, Uuid),
) -> Result<(Unit, Stored)> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(act, &unit.as_place())?;
    let stored = keeping::entry_of(app, &unit, entry).await?;
    Ok((unit, stored))
}

/// Where the pictures of an entry are.
fn address(unit: &Unit, entry: Uuid) -> String {
    format!("{}/entries/{entry}/files", unit.address())
}

/// The part of the entry's page on which they stand.
fn of_entry(unit: &Unit, entry: Uuid) -> String {
    format!("{}/entries/{entry}#files", unit.address())
}
