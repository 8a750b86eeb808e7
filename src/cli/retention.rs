//! `logbook retention`.

use clap::{Args, Subcommand};

use crate::app::App;
use crate::cli::Refused;
use crate::cli::output::say;
use crate::{retention, units};

#[derive(Subcommand)]
pub enum Retention {
    /// Remove the notes that are older than the network keeps them, now; a running server does so each night
    Run(Network),
    /// Print the nights on which it was done, latest first: day, notes before, entries they were removed from, finished at
    List(Network),
}

#[derive(Args)]
pub struct Network {
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
}

/// As many as there are in a year.
const MOST: i64 = 366;

pub async fn retention(app: &App, command: Retention) -> Result<(), Refused> {
    match command {
        Retention::Run(Network { network }) => {
            let root = units::root_named(app, network.as_deref()).await?;
            match retention::by_hand(app, &root).await.map_err(|error| error.to_string())? {
                Some(run) => {
                    say!(
                        "Entries before {}: notes removed from {} of them.",
                        run.cutoff_on,
                        run.notes_removed
                    );
                    if run.pictures_removed > 0 {
                        say!("Photos removed: {}.", run.pictures_removed);
                    }
                    if run.watch_removed > 0 {
                        say!("Words about records and support visits removed: {}.", run.watch_removed);
                    }
                    if run.change_removed > 0 {
                        say!("Words of steps from results to change removed: {}.", run.change_removed);
                    }
                    if run.answers_removed > 0 {
                        say!("Answers in words removed from {} of them.", run.answers_removed);
                    }
                }
                None => say!("A running server is at it already; see: logbook retention list"),
            }
            Ok(())
        }
        Retention::List(Network { network }) => {
            let root = units::root_named(app, network.as_deref()).await?;
            let told = |error: crate::db::DbError| error.to_string();
            for run in retention::runs(&app.db, root.network.id, MOST).await.map_err(told)? {
                let finished = run.finished_at.map_or_else(
                    || "not finished".to_owned(),
                    |at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
                );
                say!("{}\t{}\t{}\t{finished}", run.ran_on, run.cutoff_on, run.notes_removed);
            }
            for job in retention::failing(app, &root).await.map_err(told)? {
                eprintln!(
                    "logbook: {}: tried {} times: {}",
                    job.key,
                    job.tries,
                    job.last_error.unwrap_or_default()
                );
            }
            Ok(())
        }
    }
}
