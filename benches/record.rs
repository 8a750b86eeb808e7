//! `bin/bench record`: what recording and looking cost, over real HTTP on loopback, beside the bare engine's own insert.
//! Prints a table for `docs/performance.md`. Everything is bounded in count; nothing here is a test.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss)]

mod support;

use std::time::{Duration, Instant};

use support::{Client, Server, bare, line, memory_mb};

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

    for clients in [1, 16] {
        let (mut ours, mut theirs, mut cpu) = (Vec::new(), Vec::new(), 0.0);
        for round in 0..ROUNDS {
            theirs.extend(bare(clients, ROUND));
            let (times, each) = server.save(clients, ROUND, (clients * 10 + round) * 1000);
            ours.extend(times);
            cpu += each / ROUNDS as f64;
        }
        line(&format!("bare durable insert, {clients} at once"), &mut theirs, None);
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
        println!("| {what} | {:.1} |", bytes as f64 / 1000.0);
    }
    println!("\n| memory of the server | MB |\n| --- | --- |");
    println!("| after the start | {rest:.0} |");
    println!("| after all of this | {:.0} |", memory_mb(server.pid()));
    println!(
        "\n{} entries at the start; the whole took {:.0} s.",
        server.count,
        begun.elapsed().as_secs_f64()
    );
}
