//! `bin/bench reports`: what it takes to make reports of a large network, and the memory while ten are made at once.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss)]

mod support;

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use support::{Client, Server, line, memory_mb};

const ROUNDS: usize = 10;
/// Made at the same time.
const AT_ONCE: usize = 10;

/// Begins a report, and where it is read.
fn begin(http: &mut Client, network: &str, unit: &str, template: &str, period: i32) -> String {
    let id = uuid::Uuid::now_v7();
    let base = format!("/units/{network}/{unit}/reports");
    let form = format!("id={id}&template={template}&period={period}&language=sl");
    assert_eq!(http.act(&base, &form), 303, "{template} of {unit}");
    format!("{base}/{id}")
}

/// Pages of a PDF, as poppler counts them; none where it is not there.
fn pages(server: &Server, unit: &str, template: &str, period: i32) -> Option<String> {
    let out = server.folder().join("counted.pdf");
    let year = period.to_string();
    let mut command = Command::new(support::PROGRAM);
    command.env("LOGBOOK_DATA_DIR", server.folder()).env_remove("LOGBOOK_DATABASE_URL");
    command.args(["report", "--unit", unit, "--template", template, "--period", &year, "--out"]).arg(&out);
    assert!(command.stdout(Stdio::null()).status().unwrap().success());
    let told = Command::new("pdfinfo").arg(&out).stderr(Stdio::null()).output().ok()?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    told.lines().find_map(|line| line.strip_prefix("Pages:")).map(|n| n.trim().to_owned())
}

fn main() {
    let centres = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(50);
    let server = Server::with_answers(centres, 2, 1_700, None);
    let mut http = Client::new(&server);
    let year = chrono::Datelike::year(&chrono::Utc::now().date_naive()) - 1;
    println!("{centres} centres, {} entries, reports of {year}\n", server.count);
    println!("| a report | n | p50 ms | p95 ms | CPU ms each |\n| --- | --- | --- | --- | --- |");
    let network = server.network.clone();
    let unit_of = |address: &str| address.split(['/', '?']).nth(3).unwrap().to_owned();
    let units: Vec<String> = server.overviews.iter().map(|(_, address)| unit_of(address)).collect();
    let mut whole = String::new();
    for ((name, template), unit) in [
        ("a centre's year", "centre-year"),
        ("a municipality's", "municipality-year"),
        ("the network's", "network-year"),
    ]
    .into_iter()
    .zip(&units)
    {
        let report = begin(&mut http, &network, unit, template, year);
        for (what, path) in [
            ("page", String::new()),
            ("PDF", "/file/pdf".into()),
            ("DOCX", "/file/docx".into()),
            ("XLSX", "/file/xlsx".into()),
        ] {
            let address = format!("{report}{path}");
            let one = |_| {
                let begun = Instant::now();
                assert_eq!(Client::new(&server).swallow(&address).0, 200);
                begun.elapsed()
            };
            one(0);
            let before = server.cpu_ms();
            let mut times: Vec<Duration> = (0..ROUNDS).map(one).collect();
            line(&format!("{name}, {what}"), &mut times, Some((server.cpu_ms() - before) / ROUNDS as f64));
        }
        if template == "network-year" {
            whole = format!("{report}/file/pdf");
            let page = http.get(&report).1;
            let counted = pages(&server, unit, template, year).unwrap_or_else(|| "?".to_owned());
            eprintln!(
                "the network's: {counted} pages, {} charts",
                page.matches("<figure class=\"chart\">").count()
            );
        }
    }
    let before = memory_mb(server.pid());
    let begun = Instant::now();
    let most = std::thread::scope(|scope| {
        let running: Vec<_> =
            (0..AT_ONCE).map(|_| scope.spawn(|| Client::new(&server).swallow(&whole).0)).collect();
        let mut most = before;
        while running.iter().any(|it| !it.is_finished()) {
            most = most.max(memory_mb(server.pid()));
            std::thread::sleep(Duration::from_millis(10));
        }
        assert!(running.into_iter().all(|it| it.join().unwrap() == 200));
        most
    });
    println!(
        "\n{AT_ONCE} of the network's at once: {:.1} s in all, memory {before:.0} MB before, {most:.0} MB at most.",
        begun.elapsed().as_secs_f64()
    );
}
