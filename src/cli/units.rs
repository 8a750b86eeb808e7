//! `logbook unit`.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::app::App;
use crate::cli::Refused;
use crate::cli::output;
use crate::cli::output::say;
use crate::i18n::{Lang, Words};
use crate::table::{Unreadable, to_csv, to_xlsx};
use crate::units::{self, file};

#[derive(Subcommand)]
pub enum Unit {
    /// Add the units of a CSV or XLSX file that are not there yet: all of them, or none
    ///
    /// Columns, in any order, in Slovene or English: code (koda), kind (vrsta), parent (nadrejena), name (ime) or
    /// name_sl, name_en, place (kraj), opened_on (odprto). A row without a parent comes right below the network, one
    /// without an opening day is open since the unit above it. Another opening day of a unit that is there mends it.
    Import(Import),
    /// Write the tree to a file that can be imported again
    Export(Export),
}

#[derive(Args)]
pub struct Import {
    /// The file; its content decides whether it is read as CSV or as XLSX
    file: PathBuf,
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
    /// Say what would be added, and add nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Args)]
pub struct Export {
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
    /// The file, CSV or XLSX by its ending; without it, CSV is printed
    #[arg(long, value_parser = out)]
    out: Option<PathBuf>,
}

fn ending(path: &Path) -> String {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or("").to_lowercase()
}

fn out(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    if matches!(ending(&path).as_str(), "csv" | "xlsx") {
        Ok(path)
    } else {
        Err("expected a file that ends in .csv or .xlsx".to_owned())
    }
}

pub async fn unit(app: &App, unit: Unit) -> Result<(), Refused> {
    match unit {
        Unit::Import(import) => bring_in(app, import).await,
        Unit::Export(export) => give_out(app, export).await,
    }
}

/// The file, unless it is larger than can be taken anyway.
fn content(path: &Path) -> Result<Vec<u8>, Refused> {
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    let size = std::fs::metadata(path).map_err(told)?.len();
    if size > file::LIMITS.bytes as u64 {
        return Err(format!(
            "{}: {}",
            path.display(),
            Unreadable::TooLarge.says(Words(Lang::En), &file::LIMITS)
        ));
    }
    std::fs::read(path).map_err(told)
}

async fn bring_in(app: &App, import: Import) -> Result<(), Refused> {
    let w = Words(Lang::En);
    let name = import.file.display();
    let root = units::root_named(app, import.network.as_deref()).await?;
    let rows = file::read(&content(&import.file)?)
        .map_err(|why| format!("{name}: {}", why.says(w, &file::LIMITS)))?;
    let looked = if import.dry_run {
        units::look(app, &root, &rows).await
    } else {
        units::bring_in(app, &root, &rows).await
    };
    match looked.map_err(|error| error.to_string())? {
        Ok(plan) => {
            if !plan.ignored.is_empty() {
                eprintln!("logbook: columns left aside: {}", plan.ignored.join(", "));
            }
            if import.dry_run {
                for it in &plan.add {
                    say!("{}\t{}\t{}\t{}", it.code, it.kind, it.parent, w.text(&it.name));
                }
                for it in &plan.mend {
                    say!("{}\topen since {} instead of {}", it.code, it.opened_on, it.was);
                }
            }
            let (would, mend) = if import.dry_run { ("to add", "to mend") } else { ("added", "mended") };
            let opened = match plan.mend.len() {
                0 => String::new(),
                1 => format!(", 1 opening day {mend}"),
                n => format!(", {n} opening days {mend}"),
            };
            say!("{} {would}{opened}, {} there already", plan.add.len(), plan.there);
            Ok(())
        }
        Err(problems) => {
            let told = problems.iter().map(|problem| {
                let row = problem.row.map_or_else(String::new, |row| format!("row {row}, "));
                let column = problem.column.as_ref().map_or_else(String::new, |it| format!("column {it}, "));
                let place = format!("{row}{column}");
                format!("\n  {}: {}", place.trim_end_matches(", "), problem.says(w))
            });
            Err(format!("{name}: nothing was added:{}", told.collect::<String>()))
        }
    }
}

async fn give_out(app: &App, export: Export) -> Result<(), Refused> {
    let root = units::root_named(app, export.network.as_deref()).await?;
    let rows = units::given_out(app, &root).await.map_err(|error| error.to_string())?;
    let Some(path) = export.out else {
        return output::out().write_all(&to_csv(&rows, false)).map_err(|error| error.to_string());
    };
    let bytes = match ending(&path).as_str() {
        "xlsx" => to_xlsx(&rows, "units").map_err(|error| error.to_string())?,
        _ => to_csv(&rows, true),
    };
    std::fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
