//! `logbook plan`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::app::App;
use crate::cli::output::say;
use crate::cli::{Refused, output};
use crate::i18n::{Lang, Words};
use crate::plan::{self, Difference, Hanging, Kind, Part, Plan as Whole};
use crate::units::{self, Unit};

#[derive(Subcommand)]
pub enum Plan {
    /// Put the plan of a file in the place of the one that stands, or say what is wrong with it; all of it or nothing
    ///
    /// TOML, XLSX or CSV; its content decides. What is the same stays untouched, and every earlier version is kept. The same
    /// file brought in twice changes nothing.
    Import(Import),
    /// Write a plan to a file that can be imported again and is the same plan
    Export(Export),
    /// Print a plan to be read
    Show(Show),
}

#[derive(Args)]
struct Which {
    #[arg(long, value_parser = clap::value_parser!(i32).range(1990..=2100))]
    year: i32,
    /// Code of the unit; without it the network's own plan
    #[arg(long)]
    unit: Option<String>,
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
}

#[derive(Args)]
pub struct Import {
    file: PathBuf,
    #[command(flatten)]
    which: Which,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Args)]
pub struct Export {
    #[command(flatten)]
    which: Which,
    /// The file; one that is there is replaced once the new one is whole. Without it TOML is printed
    #[arg(long)]
    out: Option<PathBuf>,
    /// Without it by the ending of --out
    #[arg(long, value_parser = ["toml", "xlsx"])]
    format: Option<String>,
}

#[derive(Args)]
pub struct Show {
    #[command(flatten)]
    which: Which,
    /// Without it the network's first
    #[arg(long, value_parser = ["sl", "en"])]
    language: Option<String>,
}

impl Plan {
    pub fn check(&self) -> Result<(), String> {
        let Plan::Export(asked) = self else { return Ok(()) };
        match (asked.format(), &asked.out) {
            (None, _) => {
                Err("--out: expected a file that ends in .toml or .xlsx, or --format to say which it is"
                    .to_owned())
            }
            (Some("xlsx"), None) => Err("--out is missing: a workbook cannot be printed".to_owned()),
            _ => Ok(()),
        }
    }
}

impl Export {
    fn format(&self) -> Option<&'static str> {
        let ending = self.out.as_deref().map_or(Some("toml"), |path| path.extension()?.to_str());
        let said = self.format.as_deref().or(ending)?.to_lowercase();
        ["toml", "xlsx"].into_iter().find(|it| *it == said)
    }
}

fn failed(error: impl std::fmt::Display) -> Refused {
    error.to_string()
}

async fn unit(app: &App, which: &Which) -> Result<Unit, Refused> {
    match &which.unit {
        Some(code) => units::named(app, which.network.as_deref(), code).await,
        None => units::root_named(app, which.network.as_deref()).await,
    }
}

async fn stands(app: &App, which: &Which) -> Result<(Unit, Whole), Refused> {
    let unit = unit(app, which).await?;
    let found = plan::find(app, &unit, which.year).await.map_err(failed)?;
    let kept = found.ok_or_else(|| format!("{} has no plan of {}", unit.code, which.year))?;
    Ok((unit, kept.plan()))
}

pub async fn plan(app: &App, asked: Plan) -> Result<(), Refused> {
    match asked {
        Plan::Import(asked) => import(app, asked).await,
        Plan::Export(asked) => export(app, &asked).await,
        Plan::Show(asked) => show(app, &asked).await,
    }
}

async fn import(app: &App, asked: Import) -> Result<(), Refused> {
    let unit = unit(app, &asked.which).await?;
    let name = asked.file.display();
    let bytes = std::fs::read(&asked.file).map_err(|error| format!("{name}: {error}"))?;
    let year = Some(asked.which.year);
    let read = plan::read_for(app, Words(Lang::En), &unit, &bytes, year).await.map_err(failed)?;
    let wanted = read.map_err(|wrong| {
        let lines = wrong.iter().map(|(place, says)| match place.as_str() {
            "" => format!("{name}: {says}"),
            place => format!("{name}, {place}: {says}"),
        });
        format!("nothing was brought in\n{}", lines.collect::<Vec<_>>().join("\n"))
    })?;
    let stands = plan::find(app, &unit, asked.which.year).await.map_err(failed)?;
    let w = Words(Lang::En);
    let would = Difference::between(stands.as_ref(), &wanted);
    let parts = plan::preview(app, w, &unit, stands.as_ref(), (&wanted, &would)).await.map_err(failed)?;
    let hanging = plan::hanging(app, &unit, stands.as_ref(), &wanted).await.map_err(failed)?;
    let difference = if asked.dry_run {
        would
    } else {
        match plan::bring_in(app, None, &unit, &wanted, None).await.map_err(failed)? {
            Ok(difference) | Err(difference) => difference,
        }
    };
    say!("{}", told(w, &difference, (&parts, &hanging), asked.dry_run));
    Ok(())
}

/// Each part that it changes, in words, and what was counted of targets that go.
fn told(w: Words, it: &Difference, (parts, hanging): (&[String], &[Hanging]), dry_run: bool) -> String {
    if it.is_nothing() {
        return "The plan is as it is in the file; nothing changes.".to_owned();
    }
    let mut says = vec![if dry_run { "Nothing was written. It would be:" } else { "Written." }.to_owned()];
    if it.new {
        says.push(format!("  a new plan of {} parts", it.added.len()));
    } else {
        says.extend(parts.iter().map(|it| format!("  {it}")));
        if it.head {
            says.push("  changed: name, introduction or steps of adoption".to_owned());
        }
        if it.order {
            says.push("  another order".to_owned());
        }
    }
    for it in hanging {
        let n = if it.counts == 1 { "1 count".to_owned() } else { format!("{} counts", it.counts) };
        let (part, target) = (w.text(&it.part_name), plan::say_target(w, &it.target));
        let codes = format!("{}/{}", it.part, it.target.code);
        says.push(format!("  {n} by hand of “{target}” in “{part}” ({codes}), which goes"));
    }
    says.join("\n")
}

async fn export(app: &App, asked: &Export) -> Result<(), Refused> {
    let (unit, plan) = stands(app, &asked.which).await?;
    let bytes = match asked.format() {
        Some("xlsx") => plan::to_workbook(&plan, &unit.network.languages)?,
        _ => plan::to_toml(&plan).into_bytes(),
    };
    match &asked.out {
        Some(path) => output::write(path, &bytes),
        None => {
            output::print(&bytes);
            Ok(())
        }
    }
}

async fn show(app: &App, asked: &Show) -> Result<(), Refused> {
    let (unit, plan) = stands(app, &asked.which).await?;
    let w = Words(output::lang(asked.language.as_deref(), &unit));
    say!("{}", w.text(&plan.head.name));
    for it in &plan.parts {
        say!("{}", line(w, &plan, it));
    }
    Ok(())
}

/// A part as a line: further in the further down it stands, with its months and numbers.
fn line(w: Words, plan: &Whole, it: &Part) -> String {
    let above = |code: &str| plan.part(code);
    let depth = std::iter::successors(above(&it.within), |it| above(&it.within)).take(10).count();
    let mut says = format!("{}{}", "  ".repeat(depth + 1), w.text(&it.name));
    if it.kind != Kind::Action {
        says = format!("{says} [{}]", w.tr(&format!("plan-kind-{}", it.kind.code())));
    }
    let more: Vec<String> = std::iter::once(plan::say_when(w, &it.says.when, plan.year))
        .chain(it.says.targets.iter().map(|target| plan::say_target(w, target)))
        .filter(|it| !it.is_empty())
        .collect();
    if more.is_empty() { says } else { format!("{says}: {}", more.join("; ")) }
}

#[cfg(test)]
mod tests {
    use super::told;
    use crate::i18n::{Lang, Text18, Words};
    use crate::plan::{Asked, Difference, Hanging, read};

    #[test]
    fn counts_that_would_hang_are_told_in_words() {
        let text = include_str!("../generate/documents/plan-2021.toml");
        let asked = Asked { year: None, lang: "sl", known: None };
        let plan = read(Words(Lang::En), text.as_bytes(), &asked).unwrap_or_else(|wrong| panic!("{wrong:?}"));
        let part = plan.part("eu-you").unwrap();
        let target = part.says.targets[0].clone();
        let it = Hanging {
            part: part.code.clone(),
            part_name: Text18::two("EU in mladi", "EU YOU"),
            target,
            counts: 2,
        };
        let difference = Difference { changed: vec!["eu-you".into()], ..Difference::default() };
        let says = told(Words(Lang::En), &difference, (&[], &[it]), true);
        let line =
            "  2 counts by hand of “2 days of training” in “EU YOU” (eu-you/training-days), which goes";
        assert!(says.lines().any(|it| it == line), "{says}");
    }
}
