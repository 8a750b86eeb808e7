//! What pages of one year of a unit have in common.

use axum::response::{IntoResponse, Redirect, Response};
use chrono::Datelike;
use serde::Deserialize;

use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::packs::beside;
use crate::units::{self, Unit};
use crate::web::Visit;

/// Of an address: network, unit.
pub type Two = (String, String);

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    pub year: String,
    pub saved: String,
}

/// A unit, and the year that is asked about.
pub struct Yearly {
    pub unit: Unit,
    pub year: i64,
    this: i64,
}

impl Yearly {
    /// For whoever may do this there. `typed`: the year; where it is none that something can be said of, this one.
    pub async fn find(
        app: &App,
        visit: &Visit,
        (network, unit): &Two,
        act: Act,
        typed: &str,
    ) -> Result<Yearly> {
        let unit = units::find(app, network, unit).await?;
        visit.me()?.allow(act, &unit.as_place())?;
        let this = i64::from(app.clock.today(unit.zone).year());
        Ok(Yearly { year: beside::year(typed).unwrap_or(this), unit, this })
    }

    /// Last year, this one, and the one asked for.
    pub fn years(&self) -> Vec<i64> {
        let mut years = vec![self.this - 1, self.this, self.year];
        years.sort_unstable();
        years.dedup();
        years
    }

    /// Back to one of its pages, which says that it was saved.
    pub fn saved(&self, page: &str) -> Response {
        let Yearly { unit, year, .. } = self;
        Redirect::to(&format!("{}/{page}?year={year}&saved=1", unit.address())).into_response()
    }
}
