//! `bin/bench history`: what looking and recording cost as histories grow, on both engines. Servers over a short and a long
//! history take turns in one run, so that a noisy machine is noisy for both. Prints tables for `docs/performance.md`.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss)]

mod support;

use std::time::{Duration, Instant};

use support::{Client, Server, bare, line, memory_mb, percentile};

/// Rounds in which each server answers once.
const ROUNDS: usize = 200;
/// Entries saved over each history, in turns with as many bare inserts.
const SAVED: usize = 50;
const TURNS: usize = 4;

/// `500x9`: centres, and full years before the running one.
fn sizes() -> Vec<(u16, u16)> {
    let asked: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let asked = if asked.is_empty() { ["27x2", "140x9", "500x9"].map(str::to_owned).into() } else { asked };
    let size = |text: &String| {
        let (centres, years) = text.split_once('x')?;
        Some((centres.parse().ok()?, years.parse().ok()?))
    };
    asked.iter().map(|text| size(text).expect("sizes are CENTRESxYEARS")).collect()
}

fn overviews(servers: &[Server]) {
    println!("\n| overview, a year | entries | n | p50 ms | p95 ms | CPU ms each | p95 to the first row's |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    for at in 0..3 {
        let mut clients: Vec<Client> = servers.iter().map(Client::new).collect();
        let first: Vec<Duration> = servers
            .iter()
            .zip(&mut clients)
            .map(|(server, http)| {
                let begun = Instant::now();
                assert_eq!(http.get(&server.overviews[at].1).0, 200);
                begun.elapsed()
            })
            .collect();
        let before: Vec<f64> = servers.iter().map(Server::cpu_ms).collect();
        let mut times = vec![Vec::new(); servers.len()];
        for _ in 0..ROUNDS {
            for ((server, http), times) in servers.iter().zip(&mut clients).zip(&mut times) {
                let begun = Instant::now();
                assert_eq!(http.get(&server.overviews[at].1).0, 200);
                times.push(begun.elapsed());
            }
        }
        let least = percentile(&mut times[0], 95);
        for (n, server) in servers.iter().enumerate() {
            let cpu = (server.cpu_ms() - before[n]) / ROUNDS as f64;
            let (p50, p95) = (percentile(&mut times[n], 50), percentile(&mut times[n], 95));
            let (name, first) = (&server.overviews[at].0, first[n].as_secs_f64() * 1e3);
            println!(
                "| {name} (the first: {first:.0} ms) | {} | {ROUNDS} | {p50:.1} | {p95:.1} | {cpu:.1} | {:.2} × |",
                server.count,
                p95 / least
            );
        }
    }
}

fn saving(servers: &[Server]) {
    println!("\n| saving | n | p50 ms | p95 ms | CPU ms each |\n| --- | --- | --- | --- | --- |");
    let mut theirs = Vec::new();
    let mut ours: Vec<(Vec<Duration>, f64)> = servers.iter().map(|_| (Vec::new(), 0.0)).collect();
    for turn in 0..TURNS {
        theirs.extend(bare::one_row().insert(1, SAVED));
        for (server, (times, cpu)) in servers.iter().zip(&mut ours) {
            let (new, each) = server.save(1, SAVED, turn * 1000);
            times.extend(new);
            *cpu += each / TURNS as f64;
        }
    }
    line("bare durable insert (SQLite)", &mut theirs, None);
    for (server, (times, cpu)) in servers.iter().zip(&mut ours) {
        line(&format!("an entry saved over {}", server.count), times, Some(*cpu));
    }
}

fn main() {
    let begun = Instant::now();
    let postgres = std::env::var("LOGBOOK_BENCH_DATABASE_URL").ok();
    for engine in ["SQLite", "PostgreSQL"] {
        let mut servers = Vec::new();
        for (centres, years) in sizes() {
            let made = Instant::now();
            let database = match (engine, &postgres) {
                ("SQLite", _) => None,
                (_, Some(url)) => Some(support::database(url, &format!("history_{centres}_{years}"))),
                _ => continue,
            };
            let server = Server::start(centres, years, database.as_deref());
            let night = server.settle();
            eprintln!("{engine}: notes whose years are over went after {:.0} s", night.as_secs_f64());
            eprintln!("{engine}: {} entries after {:.0} s", server.count, made.elapsed().as_secs_f64());
            servers.push(server);
        }
        if servers.is_empty() {
            println!("\n{engine}: LOGBOOK_BENCH_DATABASE_URL names no server; not measured.");
            continue;
        }
        println!(
            "\n## {engine}\n\n| history | start ms | memory at rest MB | database MB |\n| --- | --- | --- | --- |"
        );
        for server in &servers {
            let start = server.started.as_secs_f64() * 1e3;
            let size = server.database_mb().map_or_else(|| "–".to_owned(), |mb| format!("{mb:.0}"));
            println!("| {} | {start:.0} | {:.0} | {size} |", server.count, memory_mb(server.pid()));
        }
        overviews(&servers);
        saving(&servers);
        println!("\n| memory after all of this | MB |\n| --- | --- |");
        for server in &servers {
            println!("| {} | {:.0} |", server.count, memory_mb(server.pid()));
        }
    }
    println!("\nThe whole took {:.0} s.", begun.elapsed().as_secs_f64());
}
