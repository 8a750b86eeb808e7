//! `bin/bench results`: what it costs to look at results, protection included, in a network of many centres, and to work them
//! out of all answers when an evaluation closes.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss)]

mod support;

use std::time::{Duration, Instant};

use support::{Client, Server, line, memory_mb};

const ROUNDS: usize = 200;

fn main() {
    let asked: Vec<u32> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let (centres, answers) = match asked.as_slice() {
        [centres, answers] => (u16::try_from(*centres).unwrap(), *answers),
        _ => (500, 170_000),
    };
    let made = Instant::now();
    let server = Server::with_answers(centres, 1, answers, None);
    let stored = server.count_in("response");
    eprintln!("{stored} answers in two evaluations after {:.0} s", made.elapsed().as_secs_f64());
    println!(
        "{centres} centres, {stored} answers in two evaluations, {} rows of results\n",
        server.count_in("result_table")
    );
    let mut http = Client::new(&server);
    let year = chrono::Datelike::year(&chrono::Utc::now().date_naive());
    let year = (year - 1..=year)
        .rev()
        .find(|year| http.get(&format!("/units/{0}/{0}/results/{year}", server.network)).0 == 200)
        .unwrap();
    println!("| results of {year} | n | p50 ms | p95 ms | CPU ms each |\n| --- | --- | --- | --- | --- |");
    for (name, address) in &server.overviews {
        let base = address.split('?').next().unwrap();
        for (what, path) in [("page", ""), ("file", "/file?format=csv")] {
            let address = format!("{base}/results/{year}{path}");
            assert_eq!(http.get(&address).0, 200);
            let before = server.cpu_ms();
            let one = |_| {
                let begun = Instant::now();
                assert_eq!(http.get(&address).0, 200);
                begun.elapsed()
            };
            let mut times: Vec<Duration> = (0..ROUNDS).map(one).collect();
            let cpu = (server.cpu_ms() - before) / ROUNDS as f64;
            line(&format!("{name}, {what}"), &mut times, Some(cpu));
        }
    }
    println!("\nMemory: {:.0} MB.", memory_mb(server.pid()));
    server.forget_results();
    let (begun, before) = (Instant::now(), server.cpu_ms());
    assert_eq!(http.get(&format!("/units/{0}/{0}/results/{year}", server.network)).0, 200);
    println!(
        "Working both evaluations out of their answers anew: {:.1} s, {:.1} s of CPU; memory after it {:.0} MB.",
        begun.elapsed().as_secs_f64(),
        (server.cpu_ms() - before) / 1e3,
        memory_mb(server.pid())
    );
}
