//! `logbook report`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use uuid::Uuid;

use crate::app::App;
use crate::cli::output::say;
use crate::cli::{Refused, output, shelf};
use crate::error::AppError;
use crate::i18n::{Lang, Words};
use crate::measures::Period;
use crate::reports::{self, Format};
use crate::units::{self, Unit};

/// Write a report of a unit to a file
///
/// Of the figures as they are now, without texts, and nothing of it is kept; or, with --report, one that people wrote, as
/// its page shows it. Periods that are not over are counted up to today. Before, it is held against itself and against reports
/// that are finished; what differs is told beside the file, with its cause.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Report {
    #[command(subcommand)]
    template: Option<Templates>,
    #[command(flatten)]
    wanted: Wanted,
}

#[derive(Args)]
struct Wanted {
    /// Code of the unit
    #[arg(long)]
    unit: Option<String>,
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
    /// Code of the template, such as centre-year
    #[arg(long = "template")]
    name: Option<String>,
    /// 2025, 2025-H1 or 2025-06
    #[arg(long)]
    period: Option<String>,
    /// Id of a report that people wrote; it stands at the end of its address
    #[arg(long, conflicts_with_all = ["unit", "name", "period", "language"])]
    report: Option<Uuid>,
    /// Without it the network's first
    #[arg(long, value_parser = ["sl", "en"])]
    language: Option<String>,
    /// Without it by the ending of --out
    #[arg(long, value_parser = ["pdf", "docx", "xlsx", "html"])]
    format: Option<String>,
    /// The file; one that is there is replaced once the new one is whole
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Templates {
    /// What reports are made of: templates that the program brings, and the network's own
    #[command(subcommand)]
    Template(Template),
}

#[derive(Subcommand)]
enum Template {
    /// Bring in a template of the network's own; reports that were begun keep the version they have
    Import(shelf::Import),
    /// Print a template, to be changed and brought in again under a later version
    Export(shelf::Export),
    /// The templates there are
    List(shelf::List),
}

impl Report {
    pub fn check(&self) -> Result<(), String> {
        if self.template.is_some() {
            return Ok(());
        }
        let it = &self.wanted;
        let missing = |name: &str| format!("{name} is missing; see logbook report --help");
        if it.report.is_none() {
            it.unit.as_ref().ok_or_else(|| missing("--unit"))?;
            it.name.as_ref().ok_or_else(|| missing("--template"))?;
            let period = it.period.as_deref().ok_or_else(|| missing("--period"))?;
            Period::from_code(period).ok_or("--period: expected 2025, 2025-H1 or 2025-06")?;
        }
        it.out.as_ref().ok_or_else(|| missing("--out"))?;
        it.format().map(|_| ())
    }
}

impl Wanted {
    fn format(&self) -> Result<Format, String> {
        let said = output::format(self.format.as_deref(), self.out.as_deref());
        said.and_then(|said| Format::from_code(&said)).ok_or_else(|| {
            "--out: expected a file that ends in .pdf, .docx, .xlsx or .html, or --format to say which it is".to_owned()
        })
    }
}

fn told(error: AppError) -> Refused {
    match error {
        AppError::NotFound => "there is no such report, or no such template any more".to_owned(),
        other => other.to_string(),
    }
}

pub async fn report(app: &App, asked: Report) -> Result<(), Refused> {
    match asked.template {
        Some(Templates::Template(template)) => templates(app, template).await,
        None => write(app, asked.wanted).await,
    }
}

async fn write(app: &App, asked: Wanted) -> Result<(), Refused> {
    let format = asked.format()?;
    let path = asked.out.as_ref().ok_or("--out is missing")?;
    let bytes = match asked.report {
        Some(id) => {
            let root = units::root_named(app, asked.network.as_deref()).await?;
            let (unit, report) = reports::of_id(app, root.network.id, id).await.map_err(told)?;
            let (composed, seq) = reports::read(app, &unit, &report).await.map_err(told)?;
            say_checks(app, &unit, &report, &composed).await?;
            let w = Words(report.lang());
            reports::written(app, &unit, Some(&report), (&composed, seq), w, format).await.map_err(told)?
        }
        None => live(app, &asked, format).await?,
    };
    output::write(path, &bytes)
}

/// What a report was held against before it is written, beside the file: what agrees, what differs, and why.
async fn say_checks(
    app: &App,
    unit: &Unit,
    report: &reports::Report,
    composed: &reports::Composed,
) -> Result<(), Refused> {
    let w = Words(Lang::En);
    let found = reports::reconcile(app, w, unit, report, composed).await.map_err(told)?;
    for line in reports::compared(app, w, unit, &found).await.map_err(told)? {
        eprintln!("{line}");
    }
    Ok(())
}

async fn live(app: &App, asked: &Wanted, format: Format) -> Result<Vec<u8>, Refused> {
    let (code, name) = (asked.unit.as_deref().unwrap_or(""), asked.name.as_deref().unwrap_or(""));
    let unit = units::named(app, asked.network.as_deref(), code).await?;
    let all = reports::templates(app, unit.network.id).await.map_err(told)?;
    let template = all.iter().find(|it| it.code == name).ok_or_else(|| {
        let codes: Vec<&str> = all.iter().map(|it| it.code.as_str()).collect();
        format!("there is no template {name}; expected {}", codes.join(", "))
    })?;
    let text = asked.period.as_deref().unwrap_or("");
    let period = reports::fitting(template, &unit, text).map_err(|why| match why {
        "report-template-not-here" => {
            format!("{name} is for {}, and {code} is a {}", template.kinds.join(", "), unit.kind)
        }
        _ => {
            let lengths: Vec<&str> = template.periods.iter().map(|length| length.code()).collect();
            format!("--period: {text} is none that {name} is for ({})", lengths.join(", "))
        }
    })?;
    if period.from > app.clock.today(unit.zone) {
        return Err(format!("--period: {text} has not begun"));
    }
    let lang = output::lang(asked.language.as_deref(), &unit);
    let (composed, seq) = reports::live(app, &unit, template, period, lang).await.map_err(told)?;
    let report = reports::Report::unkept(&unit, template, period, lang, app.clock.now());
    say_checks(app, &unit, &report, &composed).await?;
    reports::written(app, &unit, None, (&composed, seq), Words(lang), format).await.map_err(told)
}

async fn templates(app: &App, asked: Template) -> Result<(), Refused> {
    match asked {
        Template::Import(asked) => {
            let root = units::root_named(app, asked.network.as_deref()).await?;
            let template = reports::bring_in(app, root.network.id, &asked.text()?)
                .await
                .map_err(|why| format!("{}: {why}", asked.file.display()))?;
            say!("{} stands in version {}", template.code, template.version);
        }
        Template::Export(shelf::Export { name, network }) => {
            let root = units::root_named(app, network.as_deref()).await?;
            let all = reports::templates(app, root.network.id).await.map_err(told)?;
            let found = all
                .into_iter()
                .find(|it| it.code == name)
                .ok_or_else(|| format!("there is no template {name}"))?;
            say!("{}", found.with_words().to_json());
        }
        Template::List(shelf::List { network }) => {
            let root = units::root_named(app, network.as_deref()).await?;
            for it in reports::templates(app, root.network.id).await.map_err(told)? {
                let periods: Vec<&str> = it.periods.iter().map(|length| length.code()).collect();
                say!("{}  version {}  {}", it.code, it.version, periods.join(", "));
            }
        }
    }
    Ok(())
}
