//! `bin/bench pictures`: a picture as it is asked for over HTTP, figures and drawing included: the very first one of a process,
//! and then each template and shape again and again.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss)]

mod support;

use std::time::{Duration, Instant};

use support::{Client, Server, line, memory_mb};

const ROUNDS: usize = 40;

fn main() {
    let server = Server::start(27, 2, None);
    let mut http = Client::new(&server);
    let base = format!("/units/{0}/{0}/pictures", server.network);
    let year = chrono::Datelike::year(&chrono::Utc::now().date_naive()) - 1;
    let address = |template: &str, file: &str| {
        let period = if template == "month" { format!("{year}-10") } else { year.to_string() };
        format!("{base}/{template}/{file}?period={period}")
    };
    let mut one = |address: &str| {
        let begun = Instant::now();
        assert_eq!(http.get(address).0, 200, "{address}");
        begun.elapsed()
    };
    println!(
        "| a picture (aim 300 ms) | n | p50 ms | p95 ms | CPU ms each |\n| --- | --- | --- | --- | --- |"
    );
    let mut first = vec![one(&address("year", "square.png"))];
    line("year, square PNG, the first of a process", &mut first, None);
    for (template, file) in [
        ("month", "square.png"),
        ("year", "square.png"),
        ("map", "square.png"),
        ("year", "story.png"),
        ("year", "a4.png"),
        ("map", "a4.png"),
        ("year", "square.svg"),
    ] {
        let address = address(template, file);
        let before = server.cpu_ms();
        let mut times: Vec<Duration> = (0..ROUNDS).map(|_| one(&address)).collect();
        let cpu = (server.cpu_ms() - before) / ROUNDS as f64;
        line(&format!("{template}, {}", file.replace('.', " ")), &mut times, Some(cpu));
    }
    println!("\nMemory: {:.0} MB.", memory_mb(server.pid()));
}
