//! `logbook pack`.

use std::path::PathBuf;

use clap::Args;

use crate::app::App;
use crate::cli::Refused;
use crate::i18n::{Lang, Words};
use crate::packs::{self, Time};
use crate::units;

/// Fill in a funder's form from the records of a unit and everything below it
///
/// A workbook has the figures, tables, lists of entries and a codebook; CSV is the list of entries that proves the figures,
/// or the figures themselves where a form asks for no list. PDF is for printing and handing in.
#[derive(Args)]
pub struct Pack {
    /// Code of the unit; everything below it is included
    #[arg(long)]
    unit: String,
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
    /// Name of the form: youth-office, volunteering, municipality-year, key-figures, network-half-year
    #[arg(long)]
    template: String,
    /// A year, half-year or month: 2025, 2025-H1, 2025-06
    #[arg(long, value_parser = time)]
    period: Time,
    /// Language; without it the network's first
    #[arg(long, value_parser = ["sl", "en"])]
    language: Option<String>,
    #[arg(long, value_parser = ["xlsx", "csv", "pdf"], default_value = "xlsx")]
    format: String,
    /// The file; one that is there is replaced once the new one is whole
    #[arg(long)]
    out: PathBuf,
}

fn time(text: &str) -> Result<Time, String> {
    Time::from_code(text)
        .ok_or_else(|| "expected a year, half-year or month: 2025, 2025-H1, 2025-06".to_owned())
}

pub async fn pack(app: &App, asked: Pack) -> Result<(), Refused> {
    let unit = units::named(app, asked.network.as_deref(), &asked.unit).await?;
    let language = asked.language.as_ref().or(unit.network.languages.first());
    let w = Words(language.and_then(|lang| Lang::from_code(lang)).unwrap_or(Lang::En));
    let today = app.clock.today(unit.zone);
    let form = packs::find(&asked.template).ok_or_else(|| {
        let all: Vec<&str> = packs::all().iter().map(|form| form.code.as_str()).collect();
        format!("there is no form {}; there are {}", asked.template, all.join(", "))
    })?;
    let made = packs::make(app, unit, form, asked.period, true).await.map_err(|error| error.to_string())?;
    let bytes = match asked.format.as_str() {
        "csv" => packs::csv(w, &made, true),
        "pdf" => packs::pdf(w, &made, today).await.map_err(|error| error.to_string())?,
        _ => packs::workbook(w, &made, today)?,
    };
    let told = |error: std::io::Error| format!("{}: {error}", asked.out.display());
    // Under another name until it is whole: half a file looks like a whole one.
    let part = super::export::beside(&asked.out, "part");
    std::fs::write(&part, bytes).map_err(told)?;
    std::fs::rename(&part, &asked.out).map_err(told)
}
