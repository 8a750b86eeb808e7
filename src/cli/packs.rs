//! `logbook pack`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::app::App;
use crate::cli::output::say;
use crate::cli::{Refused, output, shelf};
use crate::i18n::Words;
use crate::packs::{self, Time};
use crate::units;

/// Fill in a funder's form from the records of a unit and everything below it
///
/// A workbook has the figures, tables, lists of entries and a codebook; CSV is the list of entries that proves the figures,
/// or the figures themselves where a form asks for no list. PDF is for printing and handing in.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Pack {
    #[command(subcommand)]
    form: Option<Forms>,
    #[command(flatten)]
    wanted: Wanted,
}

const FORMATS: [&str; 3] = ["xlsx", "csv", "pdf"];

#[derive(Args)]
struct Wanted {
    /// Code of the unit; everything below it is included
    #[arg(long)]
    unit: Option<String>,
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
    /// Name of the form: youth-office, volunteering, municipality-year, key-figures, network-half-year, or one of the network's own
    #[arg(long)]
    template: Option<String>,
    /// A year, half-year or month: 2025, 2025-H1, 2025-06
    #[arg(long, value_parser = time)]
    period: Option<Time>,
    /// Language; without it the network's first
    #[arg(long, value_parser = ["sl", "en"])]
    language: Option<String>,
    /// What is made, where the file's ending does not say it
    #[arg(long, value_parser = FORMATS)]
    format: Option<String>,
    /// The file; one that is there is replaced once the new one is whole
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Forms {
    /// What is filled in: forms that the program brings, and the network's own
    #[command(subcommand)]
    Form(FormCommand),
}

#[derive(Subcommand)]
enum FormCommand {
    /// Bring in a form of the network's own, or a later version of one
    Import(shelf::Import),
    /// Print the file of a form, to be changed and brought in again under a later version
    Export(shelf::Export),
    /// The forms there are
    List(shelf::List),
}

impl Pack {
    pub fn check(&self) -> Result<(), String> {
        if self.form.is_some() {
            return Ok(());
        }
        let it = &self.wanted;
        let given = [
            ("--unit", it.unit.is_some()),
            ("--template", it.template.is_some()),
            ("--period", it.period.is_some()),
            ("--out", it.out.is_some()),
        ];
        match given.iter().find(|(_, given)| !given) {
            Some((name, _)) => Err(format!("{name} is missing; see logbook pack --help")),
            None => it.format().map(drop),
        }
    }
}

impl Wanted {
    fn format(&self) -> Result<String, String> {
        let said = output::format(self.format.as_deref(), self.out.as_deref());
        said.filter(|said| FORMATS.contains(&said.as_str())).ok_or_else(|| {
            "--out: expected a file that ends in .xlsx, .csv or .pdf, or --format to say which it is"
                .to_owned()
        })
    }
}

fn time(text: &str) -> Result<Time, String> {
    Time::from_code(text)
        .ok_or_else(|| "expected a year, half-year or month: 2025, 2025-H1, 2025-06".to_owned())
}

pub async fn pack(app: &App, asked: Pack) -> Result<(), Refused> {
    match asked.form {
        Some(Forms::Form(command)) => forms(app, command).await,
        None => write(app, asked.wanted).await,
    }
}

async fn write(app: &App, asked: Wanted) -> Result<(), Refused> {
    let format = asked.format()?;
    let (Some(unit), Some(name), Some(period), Some(out)) =
        (asked.unit, asked.template, asked.period, asked.out)
    else {
        return Err("something is missing; see logbook pack --help".to_owned());
    };
    let unit = units::named(app, asked.network.as_deref(), &unit).await?;
    let w = Words(output::lang(asked.language.as_deref(), &unit));
    let today = app.clock.today(unit.zone);
    let all = packs::forms(app, unit.network.id).await.map_err(|error| error.to_string())?;
    let form = all.iter().find(|form| form.code == name).ok_or_else(|| {
        let codes: Vec<&str> = all.iter().map(|form| form.code.as_str()).collect();
        format!("there is no form {name}; there are {}", codes.join(", "))
    })?;
    if !form.spans.contains(&period.span) {
        let spans: Vec<&str> = form.spans.iter().map(|span| span.code()).collect();
        return Err(format!("--period: {} is none that {name} is for ({})", period.code(), spans.join(", ")));
    }
    if period.period.from > today {
        return Err(format!("--period: {} has not begun", period.code()));
    }
    let made = packs::make(app, unit, form, period, true).await.map_err(|error| error.to_string())?;
    let bytes = match format.as_str() {
        "csv" => packs::csv(w, &made, true),
        "pdf" => packs::pdf(w, &made, today).await.map_err(|error| error.to_string())?,
        _ => packs::workbook(w, &made, today)?,
    };
    output::write(&out, &bytes)
}

async fn forms(app: &App, asked: FormCommand) -> Result<(), Refused> {
    match asked {
        FormCommand::Import(asked) => {
            let root = units::root_named(app, asked.network.as_deref()).await?;
            let (name, text) = (asked.file.display().to_string(), asked.text()?);
            let form = packs::bring_in(app, root.network.id, &name, &text).await?;
            say!("{} stands in version {}", form.code, form.version);
        }
        FormCommand::Export(shelf::Export { name, network }) => {
            let root = units::root_named(app, network.as_deref()).await?;
            let found = packs::file(app, root.network.id, &name).await.map_err(|error| error.to_string())?;
            output::print(found.ok_or_else(|| format!("there is no form {name}"))?.as_bytes());
        }
        FormCommand::List(shelf::List { network }) => {
            let root = units::root_named(app, network.as_deref()).await?;
            for it in packs::forms(app, root.network.id).await.map_err(|error| error.to_string())? {
                let spans: Vec<&str> = it.spans.iter().map(|span| span.code()).collect();
                say!("{}  version {}  {}", it.code, it.version, spans.join(", "));
            }
        }
    }
    Ok(())
}
