//! `logbook totals`.

use clap::{Args, Subcommand};

use crate::app::App;
use crate::cli::Refused;
use crate::cli::output::say;
use crate::measures::{self, Recount};
use crate::totals::Span;
use crate::units;

#[derive(Subcommand)]
pub enum Totals {
    /// Count every entry again and say where the totals kept while writing differ; changes nothing
    Verify(Network),
    /// Count every entry again and set right what differs; writing waits meanwhile
    Rebuild(Network),
}

#[derive(Args)]
pub struct Network {
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
}

pub async fn totals(app: &App, command: Totals) -> Result<(), Refused> {
    let told = |error: crate::db::DbError| error.to_string();
    match command {
        Totals::Verify(Network { network }) => {
            let network_id = units::root_named(app, network.as_deref()).await?.network.id;
            let found = measures::verify(&app.db, network_id).await.map_err(told)?;
            list(&found);
            match found.differences.len() {
                0 => {
                    say!("{} totals recounted, all of them right.", found.sheets);
                    Ok(())
                }
                n => Err(format!(
                    "{n} of {} totals are not what their entries come to; `logbook totals rebuild` sets them right",
                    found.sheets
                )),
            }
        }
        Totals::Rebuild(Network { network }) => {
            let network_id = units::root_named(app, network.as_deref()).await?.network.id;
            let found = measures::rebuild(&app.db, network_id).await.map_err(told)?;
            list(&found);
            say!("{} totals recounted, {} set right.", found.sheets, found.differences.len());
            Ok(())
        }
    }
}

fn list(found: &Recount) {
    for difference in &found.differences {
        let when = match difference.span {
            Span::Day => difference.from.to_string(),
            Span::Month => difference.from.format("%Y-%m").to_string(),
        };
        say!("{} {when}", difference.unit);
    }
}
