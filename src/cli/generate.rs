//! `logbook generate`.

use chrono::{Datelike, NaiveDate};
use clap::Args;

use crate::app::App;
use crate::cli::Refused;
use crate::cli::output::say;
use crate::generate;

/// Make an invented network, for trying things and for measuring; the same seed gives the same data
///
/// Writes into the database of the settings, beside what is there, under the first free code of mreza, mreza-2 …
/// Centres, organisations and people are invented. Prints one JSON object: the network's code, its units, and accounts
/// to sign in with. Whoever knows the seed knows the passwords: not for a server that others can reach.
#[derive(Args)]
pub struct Generate {
    /// Number of youth centres, 1 to 500
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=500))]
    centres: u16,
    /// Full calendar years before the year of the last day, 0 to 30
    #[arg(long, value_parser = clap::value_parser!(i32).range(0..=30))]
    years: i32,
    /// Any whole number; the same one gives the same network
    #[arg(long)]
    seed: u64,
    /// Last day, YYYY-MM-DD (default: today, of which nothing is recorded yet)
    #[arg(long, value_parser = day)]
    until: Option<NaiveDate>,
    /// Complete answers of young people to each year's evaluation, about (default: none was held)
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    answers: u32,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    let found = text.parse::<NaiveDate>().ok().filter(|day| (2000..2200).contains(&day.year()));
    found.ok_or_else(|| "expected a day as YYYY-MM-DD, from 2000 to 2199".to_owned())
}

pub async fn generate(app: &App, asked: Generate) -> Result<(), Refused> {
    let answers = usize::try_from(asked.answers).unwrap_or(usize::MAX);
    let wanted = generate::wanted(app, asked.centres.into(), asked.years, asked.seed, asked.until);
    let wanted = generate::Wanted { answers, ..wanted };
    let made = generate::generate(app, wanted).await.map_err(|error| error.to_string())?;
    app.db.close().await;
    say!("{}", serde_json::to_string_pretty(&made).map_err(|error| error.to_string())?);
    Ok(())
}
