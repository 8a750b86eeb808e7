//! A server with generated data, a plain HTTP client, and the bare engine to compare with.
#![allow(dead_code)] // each benchmark uses its part

pub mod bare;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use uuid::Uuid;

pub struct Server {
    child: Child,
    port: u16,
    cookie: String,
    activity: String,
    /// Address to save entries at.
    pub entries: String,
    /// (name, address) of a centre, a municipality and the network.
    pub overviews: Vec<(String, String)>,
    pub started: Duration,
    pub count: i64,
    /// Code of the network.
    pub network: String,
    folder: tempfile::TempDir,
}

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_logbook");

/// The program on a database of its own: SQLite in the folder, or the one that a URL names.
fn program(folder: &Path, database: Option<&str>) -> Command {
    let mut command = Command::new(PROGRAM);
    command.env("LOGBOOK_DATA_DIR", folder).env_remove("LOGBOOK_DATABASE_URL");
    if let Some(url) = database {
        command.env("LOGBOOK_DATABASE_URL", url);
    }
    command
}

fn run(folder: &Path, database: Option<&str>, args: &[&str]) -> Value {
    let out = program(folder, database).args(args).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

impl Server {
    /// So many centres, full years and the running one; 27 and 2 make more than 50,000 entries.
    pub fn start(centres: u16, years: u16, database: Option<&str>) -> Server {
        Server::with_answers(centres, years, 0, database)
    }

    /// The same, where each October so many young people answered.
    pub fn with_answers(centres: u16, years: u16, answers: u32, database: Option<&str>) -> Server {
        let folder = tempfile::tempdir().unwrap();
        let (centres, years, answers) = (centres.to_string(), years.to_string(), answers.to_string());
        let generate =
            ["generate", "--centres", &centres, "--years", &years, "--seed", "1", "--answers", &answers];
        let made = run(folder.path(), database, &generate);
        let network = made["network"].as_str().unwrap().to_owned();
        let all = ["figures", "--unit", &network, "--from", "2000-01-01", "--to", "2100-01-01"];
        let count = run(folder.path(), database, &all)[0]["value"].as_i64().unwrap();
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let begun = Instant::now();
        let child = program(folder.path(), database)
            .arg("serve")
            .env("LOGBOOK_LISTEN", format!("127.0.0.1:{port}"))
            .env("LOGBOOK_LOG", "error")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut server = Server {
            child,
            port,
            cookie: String::new(),
            activity: String::new(),
            entries: String::new(),
            overviews: Vec::new(),
            started: Duration::ZERO,
            count,
            network: network.clone(),
            folder,
        };
        while begun.elapsed() < Duration::from_secs(60) && TcpStream::connect(("127.0.0.1", port)).is_err() {
            std::thread::sleep(Duration::from_millis(2));
        }
        assert_eq!(Client::new(&server).get("/health").0, 200);
        server.started = begun.elapsed();

        let accounts = made["accounts"].as_array().unwrap();
        let of = |role: &str| accounts.iter().find(|account| account["role"] == role).unwrap();
        let mentor = of("mentor");
        let centre = mentor["unit"].as_str().unwrap();
        let units = made["units"].as_array().unwrap();
        let mut town = units.iter().find(|unit| unit["code"] == centre).unwrap();
        while town["kind"] != "municipality" {
            town = units.iter().find(|unit| unit["code"] == town["parent"]).unwrap();
        }
        server.sign_in(mentor);
        server.entries = format!("/units/{network}/{centre}/entries");
        let choose = Client::new(&server).get(&format!("{}/choose", server.entries)).1;
        let activity = choose.split("name=\"activity\" value=\"").nth(1).unwrap();
        server.activity = activity.split('"').next().unwrap().to_owned();
        // The coordinator may look at everything; the mentor goes on recording.
        let recorder = server.cookie.clone();
        server.sign_in(of("coordinator"));
        server.cookie = format!("{recorder}\n{}", server.cookie);
        server.overviews = [
            ("a centre", centre),
            ("a municipality", town["code"].as_str().unwrap()),
            ("the network", &network),
        ]
        .map(|(name, code)| (name.to_owned(), format!("/units/{network}/{code}?period=year")))
        .into();
        server
    }

    fn sign_in(&mut self, account: &Value) {
        self.cookie.clear();
        let encode = |text: &str| -> String { text.bytes().map(|byte| format!("%{byte:02X}")).collect() };
        let (mail, password) = (account["mail"].as_str().unwrap(), account["password"].as_str().unwrap());
        let body = format!("mail={}&password={}", encode(mail), encode(password));
        let (status, head) = Client::new(self).post_for_head("/sign-in", &body);
        assert_eq!(status, 303, "{head}");
        let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        self.cookie = cookie.split(';').next().unwrap().to_owned();
    }

    /// The form of the n-th new evening: a day and a minute of its own, so that none is another's twin.
    pub fn entry(&self, n: usize) -> String {
        let day = chrono::Utc::now().date_naive() - chrono::Days::new((n % 500) as u64 + 1);
        let start = n / 500;
        let clock = |minutes: usize| format!("{:02}%3A{:02}", minutes / 60, minutes % 60);
        format!(
            "id={}&activity={}&date={day}&start={}&end={}&participant_total=17&participant_girl=8&participant_boy=7\
             &participant_age_13-14=5&participant_age_15-18=9&creator_total=2&creator_girl=1&created=half&confirmed=1\
             &note=Turnir+v+namiznem+tenisu+so+vodili+sami.",
            Uuid::now_v7(),
            self.activity,
            clock(start),
            clock(start + 1)
        )
    }

    /// Saves `n` entries with `clients` at once; the times, and the server's CPU milliseconds for one.
    pub fn save(&self, clients: usize, n: usize, from: usize) -> (Vec<Duration>, f64) {
        let before = self.cpu_ms();
        let each = n / clients.min(n);
        let one = |client: usize| {
            let mut http = Client::new(self);
            let save = |n: usize| {
                let body = self.entry(from + client * each + n);
                let begun = Instant::now();
                let (status, _) = http.post(&self.entries, &body);
                assert_eq!(status, 303, "an entry was not saved");
                begun.elapsed()
            };
            (0..each).map(save).collect::<Vec<_>>()
        };
        let times: Vec<Duration> = std::thread::scope(|scope| {
            let running: Vec<_> = (0..clients).map(|client| scope.spawn(move || one(client))).collect();
            running.into_iter().flat_map(|client| client.join().unwrap()).collect()
        });
        let saved = times.len() as f64;
        (times, (self.cpu_ms() - before) / saved)
    }

    /// Waits until the server does nothing of its own: over an old history the first night removes what is too old. How long
    /// that took.
    pub fn settle(&self) -> Duration {
        let begun = Instant::now();
        let mut before = self.cpu_ms();
        while begun.elapsed() < Duration::from_secs(600) {
            std::thread::sleep(Duration::from_millis(500));
            let now = self.cpu_ms();
            if now - before < 20.0 {
                break;
            }
            before = now;
        }
        begun.elapsed()
    }

    /// Address of the form of a new entry.
    pub fn form(&self) -> String {
        format!("{}/new?activity={}", self.entries, self.activity)
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What the data folder takes, where the database lies in it.
    pub fn database_mb(&self) -> Option<f64> {
        let files = std::fs::read_dir(self.folder.path()).unwrap().flatten();
        let files = files.filter(|file| file.file_name().to_string_lossy().contains(".sqlite"));
        let bytes: u64 = files.map(|file| file.metadata().unwrap().len()).sum();
        (bytes > 0).then(|| bytes as f64 / 1e6)
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Processor time of the server so far.
    pub fn cpu_ms(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid())).unwrap();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
        // Ticks are hundredths of a second on every Linux we know.
        (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) * 10.0
    }

    fn connection(&self) -> rusqlite::Connection {
        let file = std::fs::read_dir(self.folder.path()).unwrap().flatten().map(|file| file.path());
        let file = file.into_iter().find(|path| path.extension().is_some_and(|it| it == "sqlite")).unwrap();
        rusqlite::Connection::open(file).unwrap()
    }

    /// Takes away what results were worked out, as if the evaluations had closed just now.
    pub fn forget_results(&self) {
        let tables = ["result_table", "result_withheld", "result_edition", "result_frozen"];
        let sql: String = tables.iter().map(|table| format!("delete from {table};")).collect();
        self.connection().execute_batch(&sql).unwrap();
    }

    /// Rows of a table, where the database lies in the data folder.
    pub fn count_in(&self, table: &str) -> usize {
        let sql = format!("select count(*) from {table}");
        self.connection().query_row(&sql, [], |row| row.get::<_, i64>(0)).unwrap().try_into().unwrap()
    }

    /// What a page costs over the wire for a stranger who comes to it first, and all it needs.
    pub fn loads(&self, path: &str) -> Vec<(String, usize)> {
        let mut http = Client::new(self);
        http.cookie.clear();
        Server::loaded(http, path)
    }

    /// The same for a worker who is signed in.
    pub fn loads_at_work(&self, path: &str) -> Vec<(String, usize)> {
        let mut http = Client::new(self);
        http.cookie.clone_from(&http.recorder);
        Server::loaded(http, path)
    }

    /// The same for the coordinator.
    pub fn loads_above(&self, path: &str) -> Vec<(String, usize)> {
        Server::loaded(Client::new(self), path)
    }

    fn loaded(mut http: Client, path: &str) -> Vec<(String, usize)> {
        let (status, _, page) = http.ask("GET", path, None, true);
        assert_eq!(status, 200, "{path}");
        let (_, plain) = http.get(path);
        let mut parts = vec![("the page".to_owned(), page)];
        let mut seen = Vec::new();
        for address in plain
            .split("\"/assets/")
            .skip(1)
            .map(|rest| format!("/assets/{}", rest.split('"').next().unwrap()))
        {
            if !seen.contains(&address) {
                let (_, _, bytes) = http.ask("GET", &address, None, true);
                parts.push((address.rsplit('/').next().unwrap().to_owned(), bytes));
                seen.push(address);
            }
        }
        let all = parts.iter().map(|(_, bytes)| bytes).sum();
        parts.push(("in all".to_owned(), all));
        parts
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One connection, kept open.
pub struct Client {
    stream: TcpStream,
    cookie: String,
    recorder: String,
}

impl Client {
    pub fn new(server: &Server) -> Client {
        let stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        stream.set_nodelay(true).unwrap();
        let (recorder, looker) = server.cookie.split_once('\n').unwrap_or((&server.cookie, &server.cookie));
        Client { stream, cookie: looker.to_owned(), recorder: recorder.to_owned() }
    }

    /// Status, head and body, and the bytes the whole took on the wire.
    fn ask(
        &mut self,
        method: &str,
        path: &str,
        body: Option<&str>,
        gzip: bool,
    ) -> (u16, (String, String), usize) {
        let cookie =
            if method == "POST" || path.contains("/entries") { &self.recorder } else { &self.cookie };
        let encoding = if gzip { "accept-encoding: gzip\r\n" } else { "" };
        let content = body.map_or_else(String::new, |body| {
            format!("content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n", body.len())
        });
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\ncookie: {cookie}\r\n{encoding}{content}\r\n{}",
            body.unwrap_or("")
        );
        self.stream.write_all(request.as_bytes()).unwrap();
        let mut all = Vec::new();
        let mut buffer = [0; 65_536];
        let head_end = loop {
            let read = self.stream.read(&mut buffer).unwrap();
            assert!(read > 0, "the server hung up");
            all.extend_from_slice(&buffer[..read]);
            if let Some(at) = all.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
        };
        let head = String::from_utf8_lossy(&all[..head_end]).to_lowercase();
        let length: Option<usize> = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
            .and_then(|n| n.trim().parse().ok());
        loop {
            let done = match length {
                Some(length) => all.len() >= head_end + length,
                None => !head.contains("chunked") || all.ends_with(b"0\r\n\r\n"),
            };
            if done {
                break;
            }
            let read = self.stream.read(&mut buffer).unwrap();
            assert!(read > 0, "the server hung up");
            all.extend_from_slice(&buffer[..read]);
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, (head, String::from_utf8_lossy(&all[head_end..]).into_owned()), all.len())
    }

    pub fn get(&mut self, path: &str) -> (u16, String) {
        let (status, (_, body), _) = self.ask("GET", path, None, false);
        (status, body)
    }

    /// Status and length of an answer of any length, read in parts and thrown away; as the coordinator.
    pub fn swallow(mut self, path: &str) -> (u16, usize) {
        let cookie = &self.cookie;
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: localhost\r\ncookie: {cookie}\r\nconnection: close\r\n\r\n"
        );
        self.stream.write_all(request.as_bytes()).unwrap();
        let mut buffer = vec![0; 65_536];
        let first = self.stream.read(&mut buffer).unwrap();
        let status = String::from_utf8_lossy(&buffer[..first]).split(' ').nth(1).unwrap().parse().unwrap();
        let mut bytes = first;
        loop {
            match self.stream.read(&mut buffer).unwrap() {
                0 => return (status, bytes),
                n => bytes += n,
            }
        }
    }

    pub fn post(&mut self, path: &str, body: &str) -> (u16, String) {
        let (status, (_, text), _) = self.ask("POST", path, Some(body), false);
        (status, text)
    }

    /// A form that the coordinator sends; the status.
    pub fn act(&mut self, path: &str, body: &str) -> u16 {
        std::mem::swap(&mut self.cookie, &mut self.recorder);
        let (status, ..) = self.ask("POST", path, Some(body), false);
        std::mem::swap(&mut self.cookie, &mut self.recorder);
        status
    }

    /// Sends a form and hangs up before anything is said of it.
    pub fn cut(mut self, path: &str, body: &str) {
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\n\
             content-length: {}\r\n\r\n{body}",
            body.len()
        );
        self.stream.write_all(request.as_bytes()).unwrap();
    }

    fn post_for_head(&mut self, path: &str, body: &str) -> (u16, String) {
        let (status, (head, _), _) = self.ask("POST", path, Some(body), false);
        (status, head)
    }
}

/// A new database on the server that a URL leads to.
pub fn database(url: &str, name: &str) -> String {
    let made = Command::new("psql").args([url, "-qc", &format!("create database {name}")]).status().unwrap();
    assert!(made.success(), "psql made no database");
    let (server, _) = url.rsplit_once('/').unwrap();
    format!("{server}/{name}")
}

pub fn percentile(times: &mut [Duration], percent: usize) -> f64 {
    times.sort_unstable();
    let at = (times.len() * percent / 100).min(times.len().saturating_sub(1));
    times[at].as_secs_f64() * 1e3
}

/// A row of a table of times.
pub fn line(what: &str, times: &mut [Duration], cpu: Option<f64>) {
    let cpu = cpu.map_or_else(|| "–".to_owned(), |ms| format!("{ms:.2}"));
    let (n, p50, p95) = (times.len(), percentile(times, 50), percentile(times, 95));
    println!("| {what} | {n} | {p50:.2} | {p95:.2} | {cpu} |");
}

/// Resident memory of a process.
pub fn memory_mb(pid: u32) -> f64 {
    status_mb(pid, "VmRSS:")
}

/// The most it ever was since the start.
pub fn most_memory_mb(pid: u32) -> f64 {
    status_mb(pid, "VmHWM:")
}

fn status_mb(pid: u32, what: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(what)).unwrap();
    line.trim().trim_end_matches(" kB").trim().parse::<f64>().unwrap() / 1000.0
}
