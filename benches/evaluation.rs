//! `bin/bench evaluation`: what an answer of a young person costs, over real HTTP on loopback: the page, the answer made
//! durable, and the thanks, mixing included, beside the bare engine's own durable insert in the same run. Some connections are
//! cut in the middle and the answer is sent again; at the end there are as many answers as were meant.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss)]

mod support;

use std::time::{Duration, Instant};

use support::{Client, Server, bare, line, percentile};
use uuid::Uuid;

/// (respondents at once, answers in a round)
const LOADS: [(usize, usize); 4] = [(1, 200), (8, 400), (32, 640), (200, 800)];
/// Rounds with and without us take turns, so that a noisy machine is noisy for both.
const ROUNDS: usize = 4;
/// Of so many answers one is sent over a connection that is cut, and then again.
const CUT: usize = 10;

/// Every statement answered, and who answers.
fn answer(n: usize) -> String {
    let mut fields = format!("key={}&lang=sl&often=weekly&gender=girl&age=second", Uuid::new_v4());
    for area in ["safe", "fair", "part", "resp", "own", "learn", "fell", "self"] {
        for at in 1..=3 {
            fields.push_str(&format!("&{area}_{at}={}", 3 + (n + at) % 3));
        }
    }
    fields + "&best=Ljudje+in+glasba."
}

/// An open evaluation, and the addresses of its units.
fn opened(server: &Server) -> Vec<String> {
    let mut http = Client::new(server);
    let root = format!("/units/{0}/{0}", server.network);
    let hidden = |body: &str| body.split("name=\"id\" value=\"").nth(1).unwrap()[..36].to_owned();
    let list = format!("{root}/questionnaires");
    let id = hidden(&http.get(&list).1);
    assert_eq!(http.act(&list, &format!("id={id}&shipped=open")), 303);
    assert_eq!(http.act(&format!("{list}/odprti-prostor/versions/1/completion"), ""), 303);
    let all = format!("{root}/evaluations");
    let page = http.get(&all).1;
    let version = page.split("<option value=\"").find(|it| it.as_bytes().get(8) == Some(&b'-')).unwrap();
    let today = chrono::Utc::now().date_naive();
    let form = format!(
        "id={}&name_sl=Evalvacija&purpose_sl=Zakaj&consent_sl=Da&contact=mi&opens_on={today}&last_on={}&asks_open={}",
        hidden(&page),
        today + chrono::Days::new(10),
        &version[..36]
    );
    assert_eq!(http.act(&all, &form), 303);
    assert_eq!(http.act(&format!("{all}/evalvacija/opening"), ""), 303);
    let page = http.get(&format!("{all}/evalvacija")).1;
    let addresses = page.split("href=\"/a/").skip(1);
    addresses.map(|rest| format!("/a/{}", rest.split('"').next().unwrap())).collect()
}

/// `n` answers with `clients` at once, each with its page before and its thanks after; the times, and the server's CPU
/// milliseconds for one.
fn answered(
    server: &Server,
    addresses: &[String],
    clients: usize,
    n: usize,
) -> (Vec<Duration>, f64, Duration) {
    let before = server.cpu_ms();
    let each = n / clients;
    let one = |client: usize| {
        let mut http = Client::new(server);
        let answer = |at: usize| {
            // Spread over the units, as in a real October.
            let n = client * each + at;
            let address = &addresses[n * 7 % addresses.len()];
            let body = answer(n);
            let begun = Instant::now();
            assert_eq!(http.get(address).0, 200);
            if n.is_multiple_of(CUT) {
                Client::new(server).cut(address, &body);
            }
            let (status, page) = http.post(address, &body);
            assert_eq!(status, 303, "an answer was not taken: {page}");
            assert_eq!(http.get(&format!("{address}/thanks?lang=sl")).0, 200);
            begun.elapsed()
        };
        (0..each).map(answer).collect::<Vec<_>>()
    };
    let begun = Instant::now();
    let times: Vec<Duration> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..clients).map(|client| scope.spawn(move || one(client))).collect();
        running.into_iter().flat_map(|client| client.join().unwrap()).collect()
    });
    let n = times.len() as f64;
    (times, (server.cpu_ms() - before) / n, begun.elapsed())
}

fn main() {
    let begun = Instant::now();
    let server = Server::start(140, 0, None);
    let addresses = opened(&server);
    let mut meant = 0;
    println!("{} addresses\n", addresses.len());
    println!("| what | n | p50 ms | p95 ms | CPU ms each |\n| --- | --- | --- | --- | --- |");
    for (clients, round) in LOADS {
        let (mut ours, mut theirs, mut cpu, mut lasted) = (Vec::new(), Vec::new(), 0.0, Duration::ZERO);
        for _ in 0..ROUNDS {
            theirs.extend(bare::one_row().insert(clients.min(32), round));
            let (times, each, took) = answered(&server, &addresses, clients, round);
            ours.extend(times);
            cpu += each / ROUNDS as f64;
            lasted += took;
        }
        meant += ours.len();
        line(&format!("bare durable insert, {} at once", clients.min(32)), &mut theirs, None);
        let rate = ours.len() as f64 / lasted.as_secs_f64();
        let ratio = percentile(&mut ours, 50) / percentile(&mut theirs, 50);
        line(&format!("page, answer and thanks, {clients} at once"), &mut ours, Some(cpu));
        println!("| … answers a second: {rate:.0}; p50 to the bare insert's: {ratio:.1} × | | | | |");
    }
    println!("\n| what a respondent loads | kB |\n| --- | --- |");
    for (what, bytes) in server.loads(&addresses[0]) {
        println!("| {what} | {:.1} |", bytes as f64 / 1000.0);
    }
    let mut http = Client::new(&server);
    let root = format!("/units/{0}/{0}/evaluations/evalvacija/closure", server.network);
    let closing = Instant::now();
    assert_eq!(http.act(&root, ""), 303);
    let closing = closing.elapsed();
    let stored = server.count_in("response");
    println!("\n{meant} answers were sent, one in {CUT} of them twice; {stored} are stored.");
    assert_eq!(stored, meant, "lost after it was told as taken, or counted twice");
    println!(
        "Closing took {:.0} ms; the whole took {:.0} s.",
        closing.as_secs_f64() * 1e3,
        begun.elapsed().as_secs_f64()
    );
}
