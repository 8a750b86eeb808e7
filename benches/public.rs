//! `bin/bench public`: how many pages for everybody a second one server answers from memory, beside a file of its own, the style of
//! all pages: same connections, same clients, loopback alone, in turns.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss)]

mod support;

use std::time::{Duration, Instant};

use support::{Client, Server, memory_mb};

const CLIENTS: usize = 4;
const ROUNDS: usize = 5;
const EACH: Duration = Duration::from_secs(2);

/// Answers a second of so many clients at once.
fn rate(server: &Server, path: &str) -> f64 {
    let begun = Instant::now();
    let one = || {
        let mut http = Client::new(server);
        let mut answers = 0_u64;
        while begun.elapsed() < EACH {
            assert_eq!(http.get(path).0, 200, "{path}");
            answers += 1;
        }
        answers
    };
    let answers: u64 = std::thread::scope(|scope| {
        let running: Vec<_> = (0..CLIENTS).map(|_| scope.spawn(one)).collect();
        running.into_iter().map(|client| client.join().unwrap()).sum()
    });
    answers as f64 / begun.elapsed().as_secs_f64()
}

/// The value of a hidden field.
fn field(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

fn main() {
    let server = Server::start(27, 2, None);
    let mut http = Client::new(&server);
    let network = &server.network;
    let base = format!("/units/{network}/{network}");
    let year = chrono::Datelike::year(&chrono::Utc::now().date_naive()) - 1;
    let id = uuid::Uuid::now_v7();
    assert_eq!(http.act(&format!("{base}/periods/{year}/closures"), &format!("id={id}")), 303);
    let blocks = "block=live&block=activities&block=people&block=time&block=voices&block=said";
    assert_eq!(http.act(&format!("{base}/public"), &format!("version=0&{blocks}")), 303);
    let preview = http.get(&format!("{base}/public/preview")).1;
    let sent = format!("id={}&seen={}", field(&preview, "id"), field(&preview, "seen"));
    assert_eq!(http.act(&format!("{base}/public/publication"), &sent), 303);
    let page = format!("/open/{network}/{network}");
    let begun = Instant::now();
    let body = http.get(&page).1;
    let first = begun.elapsed();
    assert!(body.contains(&year.to_string()), "a closed year is told");
    let style = body
        .split("\"/assets/")
        .map(|rest| rest.split('"').next().unwrap())
        .find(|it| it.ends_with("logbook.css"));
    let style = format!("/assets/{}", style.unwrap());
    let (page_kb, style_kb) = (body.len() / 1000, http.get(&style).1.len() / 1000);

    println!(
        "| round | the page, {page_kb} kB, a second | the file, {style_kb} kB, a second | the page beside it |"
    );
    println!("| --- | --- | --- | --- |");
    let mut shares = Vec::new();
    for round in 1..=ROUNDS {
        let (of_page, of_file) = (rate(&server, &page), rate(&server, &style));
        shares.push(of_page / of_file);
        println!("| {round} | {of_page:.0} | {of_file:.0} | {:.2} |", of_page / of_file);
    }
    shares.sort_by(f64::total_cmp);
    println!("\nAim: half of the file's rate. Median: {:.2}.", shares[ROUNDS / 2]);
    println!(
        "Made for the first time: {:.0} ms. Memory: {:.0} MB.",
        first.as_secs_f64() * 1e3,
        memory_mb(server.pid())
    );
}
