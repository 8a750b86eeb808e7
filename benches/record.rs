//! `bin/bench record`: what recording and looking cost, over real HTTP on loopback, beside the bare engine's own insert.
//! Prints a table for `docs/performance.md`. Everything is bounded in count; nothing here is a test.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss)]

mod support;

use std::time::{Duration, Instant};

use support::{Client, Server, bare, line, memory_mb, most_memory_mb};

/// Entries saved in each round; rounds with and without us take turns, so that a noisy machine is noisy for both.
const ROUND: usize = 100;
const ROUNDS: usize = 5;

fn main() {
    let begun = Instant::now();
    let server = Server::start(27, 2, None);
    println!(
        "| start, to the first healthy answer | 1 | {:.0} | – | – |",
        server.started.as_secs_f64() * 1e3
    );
    let rest = memory_mb(server.pid());

    println!("\n| what | n | p50 ms | p95 ms | CPU ms each |\n| --- | --- | --- | --- | --- |");
    for (name, path) in server.overviews.clone() {
        let mut http = Client::new(&server);
        let first = Instant::now();
        http.get(&path);
        let first = first.elapsed();
        let before = server.cpu_ms();
        let mut times: Vec<Duration> = (0..200)
            .map(|_| {
                let begun = Instant::now();
                assert_eq!(http.get(&path).0, 200);
                begun.elapsed()
            })
            .collect();
        let cpu = (server.cpu_ms() - before) / 200.0;
        line(
            &format!("overview of {name} (the first: {:.0} ms)", first.as_secs_f64() * 1e3),
            &mut times,
            Some(cpu),
        );
    }

    // The first evenings bring the server's memory and files to where they stay.
    server.save(1, ROUND, 0);
    let (row, entry) = (bare::one_row(), bare::entry(server.folder()));
    for clients in [1, 16] {
        let (mut ours, mut rows, mut entries, mut cpu) = (Vec::new(), Vec::new(), Vec::new(), 0.0);
        for round in 0..ROUNDS {
            rows.extend(row.insert(clients, ROUND));
            entries.extend(entry.insert(clients, ROUND));
            let (times, each) = server.save(clients, ROUND, (clients * 10 + round) * 1000);
            ours.extend(times);
            cpu += each / ROUNDS as f64;
        }
        line(&format!("bare durable insert of one row, {clients} at once"), &mut rows, None);
        line(&format!("bare durable insert of an entry's rows, {clients} at once"), &mut entries, None);
        line(&format!("an entry saved, {clients} at once"), &mut ours, Some(cpu));
    }

    let mut http = Client::new(&server);
    let (_, network) = server.overviews[2].clone();
    let mut after_save: Vec<Duration> = (0..50)
        .map(|n| {
            let body = server.entry(250_000 + n);
            assert_eq!(http.post(&server.entries, &body).0, 303);
            let begun = Instant::now();
            assert_eq!(http.get(&network).0, 200);
            begun.elapsed()
        })
        .collect();
    line("overview of the network just after a save", &mut after_save, None);

    println!("\n| what | kB |\n| --- | --- |");
    for (what, bytes) in server.loads("/sign-in") {
        println!("| sign-in, the first page: {what} | {:.1} |", bytes as f64 / 1000.0);
    }
    let (centre, network) = (server.overviews[0].1.clone(), server.overviews[2].1.clone());
    let today = server.entries.replace("/entries", "/today");
    let pages = [
        ("today", server.loads_at_work(&today)),
        ("the form of an evening", server.loads_at_work(&server.form())),
        ("my last entries", server.loads_at_work(&server.entries)),
        ("the overview of a centre", server.loads_at_work(&centre)),
        ("the overview of the network", server.loads_above(&network)),
    ];
    for (name, parts) in pages {
        let (page, all) = (parts.first().unwrap().1, parts.last().unwrap().1);
        println!(
            "| {name}: the page; with all it needs | {:.1}; {:.1} |",
            page as f64 / 1000.0,
            all as f64 / 1000.0
        );
    }
    println!("\n| memory of the server | MB |\n| --- | --- |");
    println!("| after the start | {rest:.0} |");
    println!(
        "| at most, while sixteen saved at once and everything else | {:.0} |",
        most_memory_mb(server.pid())
    );
    println!("| after all of this | {:.0} |", memory_mb(server.pid()));
    println!(
        "\n{} entries at the start; the whole took {:.0} s.",
        server.count,
        begun.elapsed().as_secs_f64()
    );
}
