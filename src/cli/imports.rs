//! `logbook import`.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use uuid::Uuid;

use crate::app::App;
use crate::cli::Refused;
use crate::cli::output::say;
use crate::clock::Day;
use crate::exchange::intake::{
    self, Ask, Content, File, LIMITS, Looked, Meaning, SumPlan, Taken, Undone, Wish, beside, compared,
    difference, key, label, left_out, meaning, stretch, sum, taken_for, tally,
};
use crate::i18n::{Lang, Words};
use crate::table::{self, Sheet, Unreadable};
use crate::units::{self, Unit};

#[derive(Subcommand)]
pub enum Import {
    /// Bring in past records from a CSV or XLSX file: all of them, or none
    ///
    /// Headings are understood in Slovene or English, in any order; whatever is not can be named with --map. A row of sums
    /// at the end is compared and left aside. Rows with a month or a year instead of a day come in as sums. The same file
    /// twice adds nothing.
    Entries(Entries),
    /// Take back everything that an import wrote
    Undo(Undo),
}

#[derive(Args)]
pub struct Entries {
    /// The file; its content decides whether it is read as CSV or as XLSX
    file: PathBuf,
    /// Code of the unit; a column may name units below it
    #[arg(long)]
    unit: String,
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
    /// What a heading means, such as 'Fantje=boys' or 'Remarks=ignore'; may be given several times
    #[arg(long, value_name = "HEADING=MEANING", value_parser = mapped)]
    map: Vec<(String, Meaning)>,
    /// Only this sheet of a workbook
    #[arg(long)]
    sheet: Option<String>,
    /// Make activities that are not there, and offer those that began later from the first day they are needed
    #[arg(long)]
    create_activities: bool,
    /// Where an entry says something else, take what the file says
    #[arg(long)]
    update: bool,
    /// Say what was understood and would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Args)]
pub struct Undo {
    /// The id that the import printed
    id: Uuid,
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
    /// Also take back entries that somebody changed since
    #[arg(long)]
    changed_too: bool,
}

fn mapped(text: &str) -> Result<(String, Meaning), String> {
    let (heading, said) = text.rsplit_once('=').ok_or("expected HEADING=MEANING, such as 'Fantje=boys'")?;
    let meaning = meaning(said.trim()).ok_or_else(|| {
        let codes: Vec<String> = Meaning::all(&[]).iter().map(Meaning::code).collect();
        format!("{said} is no column; expected ignore or one of {}", codes.join(", "))
    })?;
    Ok((key(heading), meaning))
}

pub async fn import(app: &App, import: Import) -> Result<(), Refused> {
    match import {
        Import::Entries(entries) => bring_in(app, entries).await,
        Import::Undo(undo) => take_back(app, undo).await,
    }
}

fn content(path: &Path) -> Result<Vec<u8>, Refused> {
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    if std::fs::metadata(path).map_err(told)?.len() > LIMITS.bytes as u64 {
        let says = Unreadable::TooLarge.says(Words(Lang::En), &LIMITS);
        return Err(format!("{}: {says}", path.display()));
    }
    std::fs::read(path).map_err(told)
}

async fn bring_in(app: &App, asked: Entries) -> Result<(), Refused> {
    let w = Words(Lang::En);
    let path = asked.file.display().to_string();
    let unit = units::named(app, asked.network.as_deref(), &asked.unit).await?;
    let bytes = content(&asked.file)?;
    let sheets = table::read(&bytes, &LIMITS).map_err(|why| format!("{path}: {}", why.says(w, &LIMITS)))?;
    let name = asked.file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let file = File { name: &name, bytes: &bytes, sheets: &sheets };
    let wish = Wish { create_activities: asked.create_activities, update: asked.update };
    let by_hand: BTreeMap<String, Meaning> = asked.map.into_iter().collect();
    let ask = Ask { sheet: asked.sheet, by_hand, wish };
    let no_table = || format!("{path}: {}", w.tr("import-no-table"));
    there(&path, &ask, &sheets)?;
    if asked.dry_run || !ask.by_hand.is_empty() {
        let looked = intake::look(app, None, &unit, &file, &ask).await.map_err(|error| error.to_string())?;
        let looked = looked.ok_or_else(no_table)?;
        headed(&path, &ask, &looked)?;
        if asked.dry_run {
            report(w, &unit, &looked, wish);
            return refused(w, &path, &looked);
        }
    }
    match intake::take(app, None, &unit, app.ids.ordered(), &file, &ask)
        .await
        .map_err(|error| error.to_string())?
    {
        Taken::Done(batch, looked) => {
            let sums = if batch.holds == "sums" { "sums" } else { "entries" };
            looked.and_then(|it| left_out(w, &it.found)).into_iter().for_each(|note| say!("{note}"));
            say!("{} {sums} added, {} changed; import {}", batch.added, batch.changed, batch.id);
            Ok(())
        }
        Taken::Nothing(looked) => {
            report(w, &unit, &looked, wish);
            say!("{}", w.tr("import-nothing-new"));
            Ok(())
        }
        Taken::Refused(looked) => refused(w, &path, &looked),
        Taken::NoTable => Err(no_table()),
    }
}

/// Refuses a sheet that is not in the file.
fn there(path: &str, ask: &Ask, sheets: &[Sheet]) -> Result<(), Refused> {
    let Some(wanted) = &ask.sheet else { return Ok(()) };
    let names: Vec<&str> = sheets.iter().filter_map(|sheet| sheet.name.as_deref()).collect();
    match names[..] {
        [] => Err(format!("{path}: --sheet: the file has no sheets, it is one table")),
        _ if names.contains(&wanted.as_str()) => Ok(()),
        _ => Err(format!("{path}: --sheet: there is no sheet “{wanted}”; there are {}", names.join(", "))),
    }
}

/// Refuses a meaning for a column that is not in the file.
fn headed(path: &str, ask: &Ask, looked: &Looked<'_>) -> Result<(), Refused> {
    let headings: Vec<&str> =
        looked.found.tables.iter().flat_map(|it| &it.columns).map(|it| it.heading.as_str()).collect();
    let known: HashSet<String> = headings.iter().map(|it| key(it)).collect();
    match ask.by_hand.keys().find(|it| !known.contains(*it)) {
        None => Ok(()),
        Some(it) => {
            Err(format!("{path}: --map: no column is headed “{it}”; there are {}", headings.join(", ")))
        }
    }
}

fn refused(w: Words, path: &str, looked: &Looked<'_>) -> Result<(), Refused> {
    let (kept, n) = (looked.told(), looked.problems());
    if n == 0 {
        return Ok(());
    }
    let told = kept.iter().map(|problem| {
        let place = problem.place(w);
        if place.is_empty() {
            format!("\n  {}", problem.says(w))
        } else {
            format!("\n  {place}: {}", problem.says(w))
        }
    });
    let more = if n > kept.len() { format!("\n  … and {} more", n - kept.len()) } else { String::new() };
    Err(format!("{path}: nothing was written:{}{more}", told.collect::<String>()))
}

/// What was understood and would come of it.
fn report(w: Words, unit: &Unit, looked: &Looked<'_>, wish: Wish) {
    say!("For {} ({})", w.text(&unit.name), unit.code);
    if let Some(at) = looked.before {
        say!("{}", w.of("import-same-file", w.date(Day::Now(at).in_zone(unit.zone))));
    }
    for table in &looked.found.tables {
        let sheet = table.sheet.map_or_else(String::new, |sheet| format!("sheet {sheet}, "));
        say!("Table: {sheet}heading in row {}", table.heading);
        for column in &table.columns {
            let seen = if column.samples.is_empty() {
                String::new()
            } else {
                format!("  ({})", column.samples.join(" | "))
            };
            say!("  {} → {}{seen}", column.heading, taken_for(w, column));
        }
    }
    left_out(w, &looked.found).into_iter().for_each(|note| say!("{note}"));
    if !looked.found.left_out.is_empty() {
        say!("Sheets left out: {}", looked.found.left_out.join(", "));
    }
    match &looked.content {
        Content::Entries(it) => {
            let (lines, plan) = &**it;
            beside(w, lines).into_iter().for_each(|note| say!("{note}"));
            for activity in &plan.made {
                let kind = w.tr(&format!("kind-{}", activity.kind.code()));
                say!("New activity: {} ({kind}), from {}", w.text(&activity.name), w.date(activity.from_on));
            }
            for (at, from) in &plan.earlier {
                say!("Offered earlier: {}, from {}", w.text(&plan.activities[*at].name), w.date(*from));
            }
            say!(
                "Rows: {}; new: {}, standing already: {} (by hand: {}), saying something else: {}, deleted since: {}",
                lines.lines.len(),
                plan.new.len(),
                plan.same,
                plan.by_hand,
                plan.revised.len(),
                plan.gone.len()
            );
            for it in plan.revised.iter().take(20) {
                let said: Vec<String> = it.differ.iter().map(|it| difference(w, it)).collect();
                let verb = if wish.update { "changes" } else { "stays, take it with --update" };
                say!("  row {}: {} ({verb})", lines.lines[it.line].row, said.join("; "));
            }
            for (year, sums) in &plan.years {
                say!("  {year}: {}", tally(w, sums));
            }
            say!("Together: {}", tally(w, &plan.total()));
        }
        Content::Sums(plan) => report_sums(w, plan),
    }
}

fn report_sums(w: Words, plan: &SumPlan) {
    say!(
        "Sums of {} periods; new: {}, standing already: {}, saying something else: {}",
        plan.rows,
        plan.new.len(),
        plan.same,
        plan.changed.len()
    );
    compared(w, &plan.totals).into_iter().for_each(|note| say!("{note}"));
    let all = plan.new.iter().map(|it| (None, it)).chain(plan.changed.iter().map(|(is, it)| (Some(*is), it)));
    for (is, it) in all {
        let is = is.map_or_else(String::new, |is| format!(" (is {})", sum(w, it.measure, is)));
        let span = stretch(w, it.from_on, it.until_on);
        say!(
            "  {span}: {} {}{is}",
            w.tr(&format!("measure-{}", it.measure.code())),
            sum(w, it.measure, it.value)
        );
    }
}

async fn take_back(app: &App, asked: Undo) -> Result<(), Refused> {
    let w = Words(Lang::En);
    let network_id = units::root_named(app, asked.network.as_deref()).await?.network.id;
    let failed = |error: crate::error::AppError| error.to_string();
    let batch = intake::batch(&app.db, network_id, asked.id).await.map_err(|error| error.to_string())?;
    let batch = batch.ok_or_else(|| format!("{}: there is no such import", asked.id))?;
    let day = app.clock.day();
    let unit =
        units::by_id(&app.db, network_id, batch.unit_id, day).await.map_err(|error| error.to_string())?;
    let unit = unit.ok_or_else(|| format!("{}: its unit is no longer there", asked.id))?;
    let undone = intake::undo(app, None, &unit, asked.id, asked.changed_too).await;
    match undone.map_err(failed)? {
        Undone::Done(n) => {
            say!("{n} taken back");
            Ok(())
        }
        Undone::Closed(lock) => {
            let closed = [("period", lock.period.arg()), ("unit", w.text(&lock.unit_name).into())];
            Err(w.with("import-undo-closed", &closed))
        }
        Undone::Touched(all) => {
            let days: Vec<String> = all.iter().take(20).map(|it| w.date(it.entry.local_date)).collect();
            let what = label(w, &Meaning::Own(crate::exchange::columns::Column::Date));
            Err(format!(
                "{} entries were changed since ({what}: {}); take them back too with --changed-too",
                all.len(),
                days.join(", ")
            ))
        }
    }
}
