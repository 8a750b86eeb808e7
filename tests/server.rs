//! The program while it serves: it answers, is backed up, stops.

#![allow(clippy::disallowed_methods)] // a running program is waited for by the real clock
#![cfg(unix)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::commands::{INIT, done, logbook, refused, with_network};

struct Server {
    child: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// Starts on a free port; another program may take it between our look and the start, so more than one try.
    fn start(folder: &Path) -> Server {
        for _ in 0..5 {
            let free = TcpListener::bind("127.0.0.1:0").expect("a port");
            let address = free.local_addr().expect("an address").to_string();
            drop(free);
            let mut command = logbook(folder);
            command.arg("serve").env("LOGBOOK_LISTEN", &address).env("LOGBOOK_LOG", "trace");
            let log = std::fs::File::create(folder.join("log")).expect("a file");
            let child = command.stderr(log).stdout(Stdio::null()).spawn().expect("the program");
            let mut server = Server { child, address };
            if server.answers() {
                return server;
            }
        }
        panic!("the server does not start");
    }

    fn answers(&mut self) -> bool {
        let until = Instant::now() + Duration::from_secs(20);
        while Instant::now() < until && self.child.try_wait().expect("a child").is_none() {
            if self.ask("GET /health", "").is_some_and(|answer| answer.ends_with("ok")) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        false
    }

    fn ask(&self, what: &str, body: &str) -> Option<String> {
        let mut stream = TcpStream::connect(&self.address).ok()?;
        let kind = "content-type: application/x-www-form-urlencoded";
        let length = body.len();
        let request =
            format!("{what} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{kind}\r\ncontent-length: {length}");
        stream.write_all(format!("{request}\r\n\r\n{body}").as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        Some(answer)
    }

    fn stop(mut self) -> (Option<i32>, Duration) {
        let begun = Instant::now();
        let told = Command::new("kill").arg("-TERM").arg(self.child.id().to_string()).status().expect("kill");
        assert!(told.success());
        let status = self.child.wait().expect("a child");
        (status.code(), begun.elapsed())
    }
}

#[test]
fn the_server_answers_and_stops_within_seconds_when_told_to() {
    let folder = with_network();
    let server = Server::start(folder.path());
    let page = server.ask("GET /sign-in", "").expect("an answer");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("content-security-policy"), "{page}");
    let wrong = server
        .ask("POST /sign-in", "mail=ana-posebna%40example.org&password=guessed-at-it")
        .expect("an answer");
    assert!(wrong.starts_with("HTTP/1.1 422"), "{wrong}");
    server.ask("GET /invitations/4secret4", "").expect("an answer");
    // A request that never ends must not keep the program running.
    let mut open = TcpStream::connect(&server.address).expect("a connection");
    open.write_all(b"POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\nmail").expect("written");
    let mut idle = TcpStream::connect(&server.address).expect("a connection");
    idle.write_all(b"GET /health HTTP/1.1\r\nhost: x\r\n\r\n").expect("written");
    let mut line = String::new();
    BufReader::new(&idle).read_line(&mut line).expect("an answer");
    assert!(line.starts_with("HTTP/1.1 200"), "{line}");
    let (code, took) = server.stop();
    assert_eq!(code, Some(0));
    assert!(took < Duration::from_secs(9), "{took:?}");

    let log = std::fs::read_to_string(folder.path().join("log")).expect("a log");
    assert!(log.contains("serving"), "{log}");
    for word in ["posebna", "guessed-at-it", "4secret4", "ana@example"] {
        assert!(!log.contains(word), "the log of the most talkative level names {word}");
    }
    let outbox = folder.path().join("outbox");
    assert_eq!(
        std::fs::read_dir(outbox).expect("an outbox").count(),
        1,
        "the invitation of `init` can be read"
    );
}

#[test]
fn an_idle_server_stops_at_once() {
    let folder = with_network();
    let server = Server::start(folder.path());
    let (code, took) = server.stop();
    assert_eq!(code, Some(0));
    assert!(took < Duration::from_secs(3), "{took:?}");
}

#[test]
fn a_backup_taken_while_serving_is_the_site_elsewhere() {
    let folder = with_network();
    let _server = Server::start(folder.path());
    let file = folder.path().join("backup");
    let file = file.to_str().expect("words");
    let said = done(folder.path(), &["backup", file]);
    assert!(said.contains("read back and the same"), "{said}");
    assert!(refused(folder.path(), &["backup", file]).contains("overwrites nothing"));
    assert!(refused(folder.path(), &["restore", file]).contains("into an empty one"));

    let elsewhere = tempfile::tempdir().expect("a folder");
    done(elsewhere.path(), &["restore", file]);
    assert!(refused(elsewhere.path(), &INIT).contains("a network with this code exists"));
    let log = elsewhere.path().join("log");
    assert!(refused(elsewhere.path(), &["restore", log.to_str().expect("words")]).contains("cannot be read"));
}

#[test]
fn an_account_is_made_given_back_and_closed() {
    let folder = with_network();
    let server = Server::start(folder.path());
    let path =
        |link: &str| link.trim().strip_prefix("http://127.0.0.1:8080").expect("our address").to_owned();
    let link = path(&done(
        folder.path(),
        &["user", "add", "Ivo@example.org", "--role", "mentor", "--unit", "mreza"],
    ));
    let taken = server.ask(&format!("POST {link}"), "name=Ivo&password=something+longer").expect("an answer");
    assert!(taken.starts_with("HTTP/1.1 303") && taken.contains("logbook_session="), "{taken}");
    let list = done(folder.path(), &["user", "list"]);
    assert!(list.starts_with("ivo@example.org\tIvo\tmentor\tmreza/mreza\tactive\n"), "{list}");

    let link = path(&done(folder.path(), &["user", "reset", "ivo@example.org"]));
    assert!(server.ask(&format!("GET {link}"), "").expect("an answer").starts_with("HTTP/1.1 200"));
    assert!(server.ask(&format!("POST {link}"), "password=another+one").expect("an answer").contains("303"));
    let enter = |password: &str| {
        let answer = server.ask("POST /sign-in", &format!("mail=ivo%40example.org&password={password}"));
        answer.expect("an answer").split_whitespace().nth(1).map(str::to_owned).expect("a status")
    };
    assert_eq!(enter("something+longer"), "422");
    assert_eq!(enter("another+one"), "303");

    done(folder.path(), &["user", "disable", "ivo@example.org"]);
    assert_eq!(enter("another+one"), "422");
    assert!(refused(folder.path(), &["user", "reset", "ivo@example.org"]).contains("no open account"));
    assert!(done(folder.path(), &["user", "list"]).contains("\tdisabled\n"));
}
