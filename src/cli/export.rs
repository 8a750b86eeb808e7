//! `logbook export`.

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::activities::Filter;
use crate::app::App;
use crate::cli::output::say;
use crate::cli::{Refused, output};
use crate::exchange::giving::{self, Format, Given, Sees, Shape, Stop, Wanted};
use crate::i18n::Words;
use crate::units;

#[derive(Subcommand)]
pub enum Export {
    /// Write the entries of a unit and everything below it to a file
    ///
    /// Wide has one row an entry and can be imported again; long has a row for each part and each of its members;
    /// reflections has a row for each answer to a question that is asked after entries. Without --out CSV is printed. Beside
    /// a CSV file a second one, NAME.codebook.csv, says what its columns and codes mean; a workbook has that on a sheet of
    /// its own.
    Entries(Entries),
}

#[derive(Args)]
pub struct Entries {
    /// Code of the unit; everything below it is included
    #[arg(long)]
    unit: String,
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
    /// First day, YYYY-MM-DD; without it from the beginning on
    #[arg(long, value_parser = crate::cli::day)]
    from: Option<NaiveDate>,
    /// Last day, included; without it to the last one
    #[arg(long, value_parser = crate::cli::day)]
    to: Option<NaiveDate>,
    #[arg(long, value_parser = ["wide", "long", "reflections"], default_value = "wide")]
    shape: String,
    /// csv or xlsx; without it by the ending of --out
    #[arg(long, value_parser = ["csv", "xlsx"])]
    format: Option<String>,
    /// Language of labels; without it the network's first
    #[arg(long, value_parser = ["sl", "en"])]
    lang: Option<String>,
    /// Leave the notes out
    #[arg(long)]
    without_notes: bool,
    /// The file; one that is there is replaced once the new one is whole
    #[arg(long)]
    out: Option<PathBuf>,
}

pub async fn export(app: &App, export: Export) -> Result<(), Refused> {
    let Export::Entries(entries) = export;
    give_entries(app, entries).await
}

impl Export {
    pub fn check(&self) -> Result<(), String> {
        let Export::Entries(entries) = self;
        entries.format()?;
        crate::cli::in_order(entries.from, entries.to)
    }
}

impl Entries {
    fn format(&self) -> Result<Format, Refused> {
        let said = output::format(self.format.as_deref(), self.out.as_deref());
        let format = Format::from_code(said.as_deref().unwrap_or("csv")).ok_or_else(|| {
            "--out: expected a file that ends in .csv or .xlsx, or --format to say which it is".to_owned()
        })?;
        match (format, &self.out) {
            (Format::Xlsx, None) => Err("--format xlsx: name a file with --out".into()),
            _ => Ok(format),
        }
    }
}

async fn give_entries(app: &App, asked: Entries) -> Result<(), Refused> {
    let format = asked.format()?;
    let unit = units::named(app, asked.network.as_deref(), &asked.unit).await?;
    let w = Words(output::lang(asked.lang.as_deref(), &unit));
    let today = app.clock.today(unit.network.zone);
    let filter = Filter { from: asked.from, last: asked.to, ..Filter::default() };
    let sees = Sees { only_own_staff: None, notes: !asked.without_notes };
    let wanted = Wanted {
        shape: Shape::from_code(&asked.shape).unwrap_or(Shape::Wide),
        format,
        mark: asked.out.is_some(),
        ..Wanted::new(unit, today, filter, sees, w)
    };
    let failed = |stop: Stop| format!("nothing is whole yet: {stop}");
    let ready = || async { giving::ready(app, wanted).await.map_err(|error| error.to_string()) };
    let Some(path) = &asked.out else {
        return match giving::give(app, ready().await?, std::io::stdout()).await.1 {
            // Whoever reads has enough.
            Ok(_) | Err(Stop::Gone) => Ok(()),
            Err(stop) => Err(failed(stop)),
        };
    };
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    let ready = ready().await?;
    // Under another name until it is whole: half a table looks like a whole one.
    let part = output::beside(path, "part");
    let out = BufWriter::new(File::create(&part).map_err(told)?);
    let (given, ended) = giving::give(app, ready, out).await;
    let codebook = match ended {
        Ok(codebook) => codebook,
        Err(stop) => {
            let _ = std::fs::remove_file(&part);
            return Err(format!("{}: {}", path.display(), failed(stop)));
        }
    };
    std::fs::rename(&part, path).map_err(told)?;
    if format == Format::Csv {
        let rows = giving::codebook_csv(&codebook.rows);
        std::fs::write(path.with_extension("codebook.csv"), rows).map_err(told)?;
    }
    let Given { entries, rows, .. } = given;
    say!("{entries} entries in {rows} rows");
    Ok(())
}
