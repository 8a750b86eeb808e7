//! `logbook audit`.

use chrono::{NaiveDate, NaiveTime, TimeZone, Utc};
use clap::Args;

use crate::access::{self, Sought};
use crate::app::App;
use crate::cli::Refused;
use crate::cli::output;
use crate::units;

/// Print what stands on record of a unit and everything below it, as CSV, newest first: who read notes, who gave whom a role
#[derive(Args)]
pub struct Audit {
    /// Code of the unit
    #[arg(long)]
    unit: String,
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
    /// First day, YYYY-MM-DD
    #[arg(long, value_parser = crate::cli::day)]
    from: Option<NaiveDate>,
    /// Last day, included
    #[arg(long, value_parser = crate::cli::day)]
    to: Option<NaiveDate>,
}

impl Audit {
    pub fn check(&self) -> Result<(), String> {
        crate::cli::in_order(self.from, self.to)
    }
}

pub async fn audit(app: &App, asked: Audit) -> Result<(), Refused> {
    let unit = units::named(app, asked.network.as_deref(), &asked.unit).await?;
    let zone = unit.network.zone;
    let begins = |day: NaiveDate| {
        zone.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest().map(|at| at.with_timezone(&Utc))
    };
    let sought = Sought {
        from: asked.from.and_then(begins),
        until: asked.to.and_then(|last| last.succ_opt()).and_then(begins),
        ..Sought::default()
    };
    let today = app.clock.today(zone);
    let found = access::recorded(&app.db, unit.network.id, &unit.path, today, &sought, i64::MAX).await;
    let mut out = csv::Writer::from_writer(output::out());
    let mut write = |row: [&str; 5]| out.write_record(row).map_err(|error| error.to_string());
    write(["at", "unit", "person", "act", "object"])?;
    for row in found.map_err(|error| error.to_string())? {
        let person = row.person.unwrap_or_default();
        write([&row.at.to_rfc3339(), &row.unit, &person, &row.act, &row.object])?;
    }
    out.flush().map_err(|error| error.to_string())
}
