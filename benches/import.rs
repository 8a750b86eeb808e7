//! `bin/bench import`: 20,000 rows of a centre's past, dry run included; then again, changed, and undone. Whole runs of the
//! program, so its start is in them. Prints a table for `docs/performance.md`.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss)]

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use chrono::{Days, NaiveDate};

/// Runs the program and returns what it printed, how long it took, and its processor seconds.
fn run(folder: &Path, args: &[&str]) -> (String, f64, f64) {
    let (before, begun) = (cpu_of_children(), Instant::now());
    let mut command = Command::new(env!("CARGO_BIN_EXE_logbook"));
    command.env("LOGBOOK_DATA_DIR", folder).args(args);
    match std::env::var("LOGBOOK_BENCH_DATABASE_URL") {
        Ok(url) => command.env("LOGBOOK_DATABASE_URL", url),
        Err(_) => command.env_remove("LOGBOOK_DATABASE_URL"),
    };
    let output = command.output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    let out = String::from_utf8(output.stdout).unwrap();
    (out, begun.elapsed().as_secs_f64(), cpu_of_children() - before)
}

/// Processor seconds of everything we ran and waited for.
fn cpu_of_children() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<f64> = stat
        .rsplit(')')
        .next()
        .unwrap()
        .split_whitespace()
        .skip(13)
        .take(2)
        .map(|it| it.parse().unwrap())
        .collect();
    fields.iter().sum::<f64>() / 100.0
}

/// Ten activities on every day for some five and a half years.
fn file(rows: usize, boys: usize) -> String {
    let first = NaiveDate::from_ymd_opt(2015, 1, 1).unwrap();
    let mut text = "Datum;Dejavnost;Od;Do;Fantje;Dekleta;Ustvarjalci;Ustvarjeno (%);Opomba\n".to_owned();
    for row in 0..rows {
        let day = first + Days::new((row / 10) as u64);
        let (boys, girls) = (row % 23 + boys, row % 19);
        text.push_str(&format!(
            "{};Dejavnost {};{}.00;20.30;{boys};{girls};{};25 %;zapisek o večeru številka {row}\n",
            day.format("%-d. %-m. %Y"),
            row % 10,
            15 + row % 4,
            row % 5
        ));
    }
    text
}

fn main() {
    let rows = 20_000;
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (made, ..) = run(folder, &["generate", "--centres", "4", "--years", "1", "--seed", "7"]);
    let made: serde_json::Value = serde_json::from_str(&made).unwrap();
    let network = made["network"].as_str().unwrap();
    let (tree, ..) = run(folder, &["unit", "export", "--network", network]);
    let centre = tree.lines().find(|line| line.contains(",centre,")).unwrap();
    let unit = centre.split(',').next().unwrap();
    let write = |name: &str, boys: usize| {
        let path = folder.join(name);
        std::fs::write(&path, file(rows, boys)).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (past, changed) = (write("past.csv", 0), write("changed.csv", 1));
    let import = |file: &str, more: &[&str]| {
        let args = ["import", "entries", file, "--unit", unit, "--network", network, "--create-activities"];
        run(folder, &[&args[..], more].concat())
    };
    println!("| {rows} rows | s | CPU s |\n| --- | --- | --- |");
    let line =
        |what: &str, (_, wall, cpu): &(String, f64, f64)| println!("| {what} | {wall:.2} | {cpu:.2} |");
    let dry = import(&past, &["--dry-run"]);
    line("dry run", &dry);
    let taken = import(&past, &[]);
    line("taken in", &taken);
    assert!(taken.0.starts_with("20000 entries added"), "{}", taken.0);
    println!("| **both together (aim ≤ 3)** | {:.2} | {:.2} |", dry.1 + taken.1, dry.2 + taken.2);
    line("the same again: nothing new", &import(&past, &[]));
    let updated = import(&changed, &["--update"]);
    line("every row changed, taken with --update", &updated);
    let id = updated.0.trim().rsplit(' ').next().unwrap().to_owned();
    line("undone", &run(folder, &["import", "undo", &id, "--network", network]));
}
