//! `bin/bench export`: what taking entries along costs, beside two plain loops over the same libraries: one writes rows of
//! the same size from memory, one asks the database for every entry and writes what it says as it comes. Whole runs of the program, so reading the database is in its time and all its memory is seen.
//! Prints tables for `docs/performance.md`.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss)]

mod support;

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rusqlite::types::ValueRef;
use rust_xlsxwriter::Workbook;
use uuid::Uuid;

use support::{Client, Server, memory_mb};

/// Rounds in which we and the plain loop take turns; the quickest of each counts, for the machine may be shared.
const ROUNDS: usize = 3;
/// Rows kept in memory for the plain loop, again and again.
const SAMPLE: usize = 2_000;
/// Rows of one sheet.
const SHEET: usize = 1_000_000;

/// `140x9`: centres, and full years before the running one.
fn size() -> (u16, u16) {
    let asked = std::env::args().skip(1).find(|arg| !arg.starts_with("--"));
    let asked = asked.unwrap_or_else(|| "140x9".to_owned());
    let size =
        asked.split_once('x').and_then(|(centres, years)| Some((centres.parse().ok()?, years.parse().ok()?)));
    size.expect("the size is CENTRESxYEARS")
}

/// What a run of the program took.
struct Run {
    time: Duration,
    cpu: f64,
    most_mb: f64,
}

fn field(pid: u32, name: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    line.trim().trim_end_matches(" kB").trim().parse().ok()
}

/// Processor seconds so far.
fn cpu(pid: u32) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    Some((fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?) / 100.0)
}

fn export(server: &Server, out: &Path, args: &[&str]) -> Run {
    let begun = Instant::now();
    let mut command = Command::new(support::PROGRAM);
    command.env("LOGBOOK_DATA_DIR", server.folder()).env_remove("LOGBOOK_DATABASE_URL");
    command.args(["export", "entries", "--unit", &server.network, "--out"]).arg(out).args(args);
    let mut child = command.stdout(Stdio::null()).spawn().unwrap();
    let (mut used, mut most_mb) = (0.0, 0.0f64);
    let ended = loop {
        if let Some(ended) = child.try_wait().unwrap() {
            break ended;
        }
        used = cpu(child.id()).unwrap_or(used);
        most_mb = most_mb.max(field(child.id(), "VmHWM").unwrap_or(0.0) / 1000.0);
        std::thread::sleep(Duration::from_millis(20));
    };
    assert!(ended.success());
    Run { time: begun.elapsed(), cpu: used, most_mb }
}

/// The first rows of a file that was written, to be written again.
fn sample(csv: &Path) -> (Vec<csv::StringRecord>, usize) {
    let mut reader = csv::Reader::from_path(csv).unwrap();
    let heading = reader.headers().unwrap().clone();
    let mut rows = vec![heading];
    let mut count = 0;
    for row in reader.records() {
        let row = row.unwrap();
        if count < SAMPLE {
            rows.push(row);
        }
        count += 1;
    }
    (rows, count)
}

fn plain_csv(rows: &[csv::StringRecord], count: usize, out: &Path) {
    let mut out = csv::Writer::from_writer(BufWriter::new(File::create(out).unwrap()));
    out.write_record(&rows[0]).unwrap();
    for row in rows[1..].iter().cycle().take(count) {
        out.write_record(row).unwrap();
    }
    out.flush().unwrap();
}

/// Numbers as numbers, all else as text, as ours.
fn plain_xlsx(rows: &[csv::StringRecord], count: usize, out: &Path) {
    let cells: Vec<Vec<Result<f64, String>>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| cell.parse().map_err(|_| cell.to_owned())).collect())
        .collect();
    let mut book = Workbook::new();
    for first in (0..count).step_by(SHEET) {
        let sheet = book.add_worksheet_with_constant_memory().unwrap();
        let here = cells[1..].iter().cycle().take(SHEET.min(count - first));
        for (at, row) in (0u32..).zip(std::iter::once(&cells[0]).chain(here)) {
            for (column, cell) in (0u16..).zip(row) {
                match cell {
                    Ok(n) => sheet.write_number(at, column, *n).unwrap(),
                    Err(text) if text.is_empty() => continue,
                    Err(text) => sheet.write_string(at, column, text).unwrap(),
                };
            }
        }
    }
    book.save_to_writer(BufWriter::new(File::create(out).unwrap())).unwrap();
}

/// Every entry with its margins and terms in one statement, as the engine says it: no names, no columns of margins, no
/// versions, nothing looked at.
const ALL: &str = "select e.*,
    (select string_agg(x.part || ':' || x.gender || ':' || x.n, '|') from entry_gender x
      where x.network_id = e.network_id and x.entry_id = e.id),
    (select string_agg(x.part || ':' || x.age_band || ':' || x.n, '|') from entry_age x
      where x.network_id = e.network_id and x.entry_id = e.id),
    (select string_agg(hex(x.term_id), '|') from entry_term x
      where x.network_id = e.network_id and x.entry_id = e.id)
  from entry e where not e.deleted order by e.network_id, e.unit_id, e.local_date";

fn reading_csv(database: &Path, out: &Path) {
    let mut out = csv::Writer::from_writer(BufWriter::new(File::create(out).unwrap()));
    let database = rusqlite::Connection::open(database).unwrap();
    let mut all = database.prepare(ALL).unwrap();
    let columns = all.column_count();
    let mut rows = all.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        for column in 0..columns {
            match row.get_ref(column).unwrap() {
                ValueRef::Null => out.write_field("").unwrap(),
                ValueRef::Integer(n) => out.write_field(n.to_string()).unwrap(),
                ValueRef::Real(n) => out.write_field(n.to_string()).unwrap(),
                ValueRef::Text(bytes) => out.write_field(bytes).unwrap(),
                ValueRef::Blob(bytes) => match Uuid::from_slice(bytes) {
                    Ok(id) => out.write_field(id.to_string()).unwrap(),
                    Err(_) => out.write_field(bytes).unwrap(),
                },
            }
        }
        out.write_record(None::<&[u8]>).unwrap();
    }
    out.flush().unwrap();
}

/// Time on the clock, and processor seconds, of work that this very process does.
fn timed(work: impl FnOnce()) -> (Duration, f64) {
    let me = std::process::id();
    let (begun, before) = (Instant::now(), cpu(me).unwrap());
    work();
    (begun.elapsed(), cpu(me).unwrap() - before)
}

fn main() {
    let begun = Instant::now();
    let (centres, years) = size();
    let server = Server::start(centres, years, None);
    eprintln!("{} entries after {:.0} s", server.count, begun.elapsed().as_secs_f64());
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let year = format!("--from={}-01-01", chrono::Utc::now().date_naive().format("%Y"));

    println!(
        "| all entries of the network | rows | MB | s | CPU s | plain loop, s | CPU s | to its time | to its CPU | most memory MB | of a year alone, MB |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    export(&server, &file("wide.csv"), &[]);
    let (wide, count) = sample(&file("wide.csv"));
    for format in ["csv", "xlsx"] {
        let (ours, theirs) = (file(&format!("ours.{format}")), file(&format!("plain.{format}")));
        let alone = export(&server, &ours, &[&year]);
        let mut runs: Vec<(Run, (Duration, f64))> = (0..ROUNDS)
            .map(|_| {
                let plain = timed(|| match format {
                    "csv" => plain_csv(&wide, count, &theirs),
                    _ => plain_xlsx(&wide, count, &theirs),
                });
                (export(&server, &ours, &[]), plain)
            })
            .collect();
        let (plain, plain_cpu) = runs.iter().map(|(_, plain)| *plain).min_by_key(|(time, _)| *time).unwrap();
        let plain = plain.as_secs_f64();
        runs.sort_by_key(|(run, _)| run.time);
        let (run, _) = &runs[0];
        let size = std::fs::metadata(&ours).unwrap().len() as f64 / 1e6;
        let (time, cpu) = (run.time.as_secs_f64(), run.cpu);
        println!(
            "| wide {format} | {count} | {size:.0} | {time:.1} | {cpu:.1} | {plain:.1} | {plain_cpu:.1} | {:.2} × | {:.2} × | {:.0} | {:.0} |",
            time / plain,
            cpu / plain_cpu,
            run.most_mb,
            alone.most_mb
        );
    }
    let reading = (0..ROUNDS)
        .map(|_| timed(|| reading_csv(&server.folder().join("logbook.sqlite"), &file("reading.csv"))))
        .min_by_key(|(time, _)| *time)
        .unwrap();
    println!(
        "| a plain loop that reads and writes, csv | {count} | {:.0} | {:.1} | {:.1} | – | – | – | – | – | – |",
        std::fs::metadata(file("reading.csv")).unwrap().len() as f64 / 1e6,
        reading.0.as_secs_f64(),
        reading.1
    );
    let long = export(&server, &file("long.csv"), &["--shape=long"]);
    println!(
        "| long csv | – | – | {:.1} | {:.1} | – | – | – | – | {:.0} | – |",
        long.time.as_secs_f64(),
        long.cpu,
        long.most_mb
    );

    println!("\n| memory of the server | MB |\n| --- | --- |\n| at rest | {:.0} |", memory_mb(server.pid()));
    for format in ["csv", "xlsx"] {
        let path = format!("/units/{0}/{0}/entries/file?format={format}", server.network);
        let (status, bytes) = Client::new(&server).swallow(&path);
        assert_eq!(status, 200);
        println!(
            "| after giving out {format} over HTTP, {:.0} MB | {:.0} |",
            bytes as f64 / 1e6,
            memory_mb(server.pid())
        );
    }
    println!("\nThe whole took {:.0} s.", begun.elapsed().as_secs_f64());
}
