//! `logbook evaluation`.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::app::App;
use crate::cli::{Refused, output};
use crate::i18n::Words;
use crate::results::{self, Format};
use crate::units;

#[derive(Subcommand)]
pub enum Evaluation {
    /// What a year's evaluation came to for a unit: the protected tables that its page shows
    ///
    /// One figure a row; docs/results.md says what each column means. Also what is not released yet.
    Results(Results),
}

#[derive(Args)]
pub struct Results {
    /// Code of the unit
    #[arg(long)]
    unit: String,
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
    /// The year in which young people were asked
    #[arg(long, value_parser = clap::value_parser!(i32).range(2000..=2200))]
    year: i32,
    #[arg(long, value_parser = ["csv", "json", "xlsx"], default_value = "json")]
    format: String,
    /// Language of labels; without it the network's first
    #[arg(long, value_parser = ["sl", "en"])]
    lang: Option<String>,
    /// The file; without it everything is printed
    #[arg(long)]
    out: Option<PathBuf>,
}

pub async fn evaluation(app: &App, asked: Evaluation) -> Result<(), Refused> {
    let Evaluation::Results(asked) = asked;
    let told = |error: crate::error::AppError| error.to_string();
    let unit = units::named(app, asked.network.as_deref(), &asked.unit).await?;
    let w = Words(output::lang(asked.lang.as_deref(), &unit));
    let over = results::everything(app, unit.network.id).await.map_err(told)?;
    let mut all = Vec::new();
    for at in (0..over.len()).filter(|at| over[*at].0.year() == asked.year) {
        all.extend(results::all(app, &unit, &over, at).await.map_err(told)?);
    }
    if all.is_empty() {
        return Err(format!(
            "{}: no evaluation of {} that is closed asked about this unit",
            unit.code, asked.year
        ));
    }
    let format = Format::from_code(&asked.format).unwrap_or(Format::Json);
    let bytes = results::file(w, &unit, &all, format, asked.out.is_some()).map_err(told)?;
    match &asked.out {
        Some(path) => std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display())),
        None => output::out().write_all(&bytes).map_err(|error| error.to_string()),
    }
}
