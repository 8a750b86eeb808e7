//! The commands. Exit codes: 0 done; 1 refused by what is there (no such unit, a file that exists, a database that does
//! not answer); 2 wrong use, which could never have been right. Errors go to standard error, in plain words.

// It panics where its reader went; `output` does not.
#![deny(clippy::print_stdout)]

mod audit;
mod backup;
mod demo;
mod evaluation;
mod export;
mod figures;
mod generate;
mod imports;
mod networks;
mod output;
mod packs;
mod pictures;
mod plan;
mod reports;
mod retention;
mod serve;
mod shelf;
mod totals;
mod units;
mod users;

use std::process::ExitCode;

use chrono::{Datelike, NaiveDate};
use clap::{Parser, Subcommand};

use crate::app::App;
use crate::clock::{Clock, Ids};
use crate::config::Settings;
use crate::db::Db;
use crate::measures;
use output::say;

#[derive(Parser)]
#[command(name = "logbook", version, about = "Open records, voices and figures for youth-work networks")]
pub struct Cli {
    #[command(flatten)]
    pub settings: Settings,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Serve the site
    Serve,
    /// Bring the database up to this version
    Migrate,
    /// Make a new network and invite its first coordinator
    Init(networks::Init),
    /// Accounts
    #[command(subcommand)]
    User(users::User),
    /// Write everything into one file, while the site is served; the file is read back before it counts as done
    Backup(backup::File),
    /// Bring a backup into an empty database, of either engine
    Restore(backup::File),
    /// The tree of units, from and to a file
    #[command(subcommand)]
    Unit(units::Unit),
    /// Print figures of a unit
    Figures(figures::Figures),
    Picture(pictures::Picture),
    Audit(audit::Audit),
    /// What units come to day by day, which figures are added up from
    #[command(subcommand)]
    Totals(totals::Totals),
    /// Notes that are older than the network keeps them
    #[command(subcommand)]
    Retention(retention::Retention),
    /// Records to take along
    #[command(subcommand)]
    Export(export::Export),
    /// What young people said
    #[command(subcommand)]
    Evaluation(evaluation::Evaluation),
    /// A report of a unit as a file; and templates of reports
    Report(reports::Report),
    Pack(packs::Pack),
    /// Annual plans of a network or a unit
    #[command(subcommand)]
    Plan(plan::Plan),
    /// Past records out of files
    #[command(subcommand)]
    Import(imports::Import),
    Demo(demo::Demo),
    Generate(generate::Generate),
}

/// Why a command was refused, in words for the person who typed it.
pub type Refused = String;

pub fn run(cli: Cli) -> ExitCode {
    if let Err(why) = cli.settings.check().and_then(|()| cli.command.check()) {
        eprintln!("logbook: {why}");
        return ExitCode::from(2);
    }
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return refused(&error.to_string()),
    };
    match runtime.block_on(carry_out(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => refused(&why),
    }
}

impl Command {
    /// What can never be right, whatever is in the database, and that no single value shows.
    fn check(&self) -> Result<(), String> {
        match self {
            Command::Figures(figures) => figures.check(),
            Command::Export(export) => export.check(),
            Command::Report(report) => report.check(),
            Command::Pack(pack) => pack.check(),
            Command::Picture(picture) => picture.check(),
            Command::Audit(audit) => audit.check(),
            Command::Plan(plan) => plan.check(),
            _ => Ok(()),
        }
    }
}

/// A day, as commands take it.
fn day(text: &str) -> Result<NaiveDate, String> {
    let found = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let found = found.filter(|day| (1800..=2200).contains(&day.year()));
    found.ok_or_else(|| "expected a date like 2026-03-01".to_owned())
}

/// A mail address, as commands take it.
fn mail(text: &str) -> Result<String, String> {
    if crate::people::looks_like_mail(text) {
        Ok(text.to_owned())
    } else {
        Err("expected a mail address, such as ana@example.org".to_owned())
    }
}

fn in_order(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<(), String> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err("--to is before --from".to_owned()),
        _ => Ok(()),
    }
}

fn refused(why: &str) -> ExitCode {
    eprintln!("logbook: {why}");
    ExitCode::from(1)
}

async fn carry_out(cli: Cli) -> Result<(), Refused> {
    let Cli { settings, command } = cli;
    match command {
        Command::Serve => {
            let app = open(settings).await?;
            demo::refuse(&app).await?;
            serve::serve(app).await
        }
        Command::Migrate => open(settings).await.map(|_| say!("The database is up to date.")),
        Command::Init(init) => {
            let app = open(settings).await?;
            demo::refuse(&app).await?;
            networks::init(&app, init).await
        }
        Command::User(user) => users::user(&open(settings).await?, user).await,
        Command::Backup(file) => backup::backup(&open(settings).await?, &file).await,
        Command::Restore(file) => backup::restore(&open(settings).await?, &file).await,
        Command::Unit(unit) => units::unit(&open(settings).await?, unit).await,
        Command::Demo(demo) => demo::demo(open(demo::beside(settings)).await?, demo).await,
        Command::Evaluation(asked) => evaluation::evaluation(&open(settings).await?, asked).await,
        Command::Report(asked) => reports::report(&open(settings).await?, asked).await,
        Command::Export(export) => export::export(&open(settings).await?, export).await,
        Command::Plan(asked) => plan::plan(&open(settings).await?, asked).await,
        Command::Pack(pack) => packs::pack(&open(settings).await?, pack).await,
        Command::Generate(generate) => generate::generate(&open(settings).await?, generate).await,
        Command::Totals(command) => totals::totals(&open(settings).await?, command).await,
        Command::Audit(asked) => audit::audit(&open(settings).await?, asked).await,
        Command::Retention(command) => retention::retention(&open(settings).await?, command).await,
        Command::Import(import) => imports::import(&open(settings).await?, import).await,
        Command::Figures(figures) => figures::figures(&open(settings).await?, figures).await,
        Command::Picture(picture) => pictures::picture(&open(settings).await?, picture).await,
    }
}

/// Opens the database and brings it up to date.
async fn open(settings: Settings) -> Result<App, Refused> {
    let (url, setting) = (settings.database_url(), settings.database_setting());
    if let Some(path) = url.strip_prefix("sqlite:")
        && let Some(folder) = std::path::Path::new(path).parent()
    {
        std::fs::create_dir_all(folder).map_err(|error| {
            format!(
                "{setting}: expected a folder to write into; {} cannot be made: {error}",
                folder.display()
            )
        })?;
    }
    let db = Db::open(&url).await.map_err(|error| format!("{setting}: {error}"))?;
    db.migrate().await.map_err(|error| format!("the database could not be brought up to date: {error}"))?;
    measures::complete(&db).await.map_err(|error| format!("the totals could not be counted: {error}"))?;
    let clock = Clock::system();
    Ok(App::new(db, clock.clone(), Ids::system(clock), settings))
}
