//! What the attacker finds: rows with everything an engine tells of them, and files, byte by byte.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Place;
use super::story::{Story, word};
use crate::answers::tests::scene::{Scene, key};
use crate::app::App;
use crate::args;
use crate::db::{Conn, Row, Value, built};
use crate::testing::TestApp;

/// The hash that is kept of a page's key.
pub fn key_hash(scene: &Scene, n: usize) -> Vec<u8> {
    Sha256::new().chain_update(scene.evaluation()).chain_update(key(n)).finalize().to_vec()
}

async fn all<T: Row>(app: &App, sql: &str, args: Vec<Value>) -> Vec<T> {
    Conn::from(&app.db).all(built(sql.to_owned()), args).await.unwrap()
}

fn is_file(app: &App) -> bool {
    app.db.engine() == "SQLite"
}

/// Something in bytes: a file, or files that belong together.
pub struct Blob {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Blob {
    /// How many of these it holds.
    pub fn holds(&self, what: &[Vec<u8>]) -> usize {
        let words = what.iter().enumerate().map(|(n, it)| (*it.first_chunk::<8>().unwrap(), n)).collect();
        places(&self.bytes, &words, |at, n| self.bytes[at..].starts_with(&what[n])).len()
    }
}

/// Where each of some words of eight bytes stands first: number of the word → place.
pub fn places(
    bytes: &[u8],
    words: &HashMap<[u8; 8], usize>,
    is: impl Fn(usize, usize) -> bool,
) -> BTreeMap<usize, usize> {
    // A glance at two bytes passes over nearly everything.
    let mut begins = vec![false; 1 << 16];
    for word in words.keys() {
        begins[usize::from(word[0]) << 8 | usize::from(word[1])] = true;
    }
    let mut found = BTreeMap::new();
    let mut before = 0usize;
    for (at, byte) in bytes.iter().enumerate() {
        let here = (before << 8 | usize::from(*byte)) & 0xffff;
        before = here;
        if !begins[here] || at == 0 {
            continue;
        }
        let at = at - 1;
        let Some((word, _)) = bytes[at..].split_first_chunk::<8>() else { break };
        if let Some(n) = words.get(word)
            && !found.contains_key(n)
            && is(at, *n)
        {
            found.insert(*n, at);
        }
    }
    found
}

/// From when on he looks at the log of a server, which others write into too.
pub struct Begun(Option<String>);

impl Begun {
    pub async fn now(app: &App) -> Begun {
        if is_file(app) {
            return Begun(None);
        }
        // What was written there before is none of this story.
        all::<(String,)>(app, "select cast(pg_switch_wal() as text)", args![]).await;
        Begun(Some(log_file(app).await))
    }

    /// Everything in bytes that he can get at.
    pub async fn blobs(&self, app: &TestApp) -> Vec<Blob> {
        let mut blobs = Vec::new();
        for entry in fs::read_dir(app.settings.data_dir()).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                blobs.push(Blob { name, bytes: fs::read(&path).unwrap() });
            }
        }
        if let Some(begun) = &self.0 {
            // Brings to the disk what the server only keeps in mind.
            all::<(i64,)>(app, "checkpoint", args![]).await;
            blobs.extend(servers(app, begun).await);
        }
        blobs
    }
}

async fn log_file(app: &App) -> String {
    all::<(String,)>(app, "select pg_walfile_name(pg_current_wal_lsn())", args![]).await[0].0.clone()
}

/// The files of a server's tables, free space and rows that died included, and its log; none where they lie out of reach.
async fn servers(app: &App, begun: &str) -> Vec<Blob> {
    let folder: Vec<(String,)> = all(app, "select current_setting('data_directory')", args![]).await;
    let folder = Path::new(&folder[0].0);
    let mut blobs = Vec::new();
    let tables: Vec<(String, String)> = all(
        app,
        "select cast(relname as text), pg_relation_filepath(oid) from pg_class where relkind in ('r', 'i', 't') and
            (relname in ('submission', 'answer_code', 'inbox', 'response', 'open_answer')
             or relname like '%_pkey' or relname like 'pg_toast_%' or relname like 'pg_stat%')
            and pg_relation_filepath(oid) is not null",
        args![],
    )
    .await;
    for (name, path) in tables {
        if let Ok(bytes) = fs::read(folder.join(path)) {
            blobs.push(Blob { name, bytes });
        }
    }
    let ended = log_file(app).await;
    let Ok(names) = fs::read_dir(folder.join("pg_wal")) else { return blobs };
    let mut names: Vec<String> =
        names.map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.len() == ended.len() && name.as_str() >= begun && *name <= ended);
    names.sort();
    // Others write into it too, and a server forgets what is old: only where all of it is there, and not too much.
    if names.first().is_some_and(|name| name == begun) && names.len() <= 12 {
        let mut bytes = Vec::new();
        for name in names {
            bytes.extend(fs::read(folder.join("pg_wal").join(name)).unwrap_or_default());
        }
        blobs.push(Blob { name: "log".into(), bytes });
    }
    blobs
}

#[derive(Default)]
pub struct Before {
    /// What engines tell of rows beside what stands in them: by hash of code or key, the transaction and the place.
    rows: HashMap<Vec<u8>, (Place, Place)>,
    pub blobs: Vec<Blob>,
}

fn number(text: &str) -> Place {
    // "(7,12)", or a number: as they would be ordered.
    let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    parts.flat_map(|part| part.parse::<u64>().unwrap().to_be_bytes()).collect()
}

impl Before {
    pub async fn closing(app: &TestApp, begun: &Begun) -> Before {
        let mut rows = HashMap::new();
        let blobs = begun.blobs(app).await;
        if is_file(app) {
            return Before { rows, blobs };
        }
        for table in ["answer_code", "submission"] {
            let hash = if table == "submission" { "key_hash" } else { "hash" };
            let sql = format!("select {hash}, cast(xmin as text), cast(ctid as text) from {table}");
            for (hash, xmin, ctid) in all::<(Vec<u8>, String, String)>(app, &sql, args![]).await {
                rows.insert(hash, (number(&xmin), number(&ctid)));
            }
        }
        Before { rows, blobs }
    }
}

/// Orders of respondents, and of responses, each with its name.
pub struct Found {
    pub respondents: Vec<(String, BTreeMap<usize, Place>)>,
    pub responses: Vec<(String, BTreeMap<usize, Place>)>,
}

fn at(place: usize) -> Place {
    place.to_be_bytes().to_vec()
}

impl Found {
    pub async fn of(story: &Story) -> Found {
        let mut found = Found { respondents: Vec::new(), responses: Vec::new() };
        found.respondents(story);
        found.responses(&story.scene.app).await;
        found.in_bytes(story).await;
        found.respondents.retain(|(_, by)| !by.is_empty());
        found.responses.retain(|(_, by)| !by.is_empty());
        found
    }

    fn respondents(&mut self, story: &Story) {
        let mut of = |name: &str, place: &dyn Fn(usize) -> Option<Place>| {
            let by = story.sent.iter().enumerate().filter_map(|(at, it)| Some((it.n, place(at)?))).collect();
            self.respondents.push((name.into(), by));
        };
        let it = |at: usize| &story.sent[at];
        let code = |n: usize| story.before.rows.get(&it(n).code.hash(story.scene.evaluation()));
        let sent = |n: usize| story.before.rows.get(&key_hash(&story.scene, it(n).n));
        of("time", &|n| Some(at(n)));
        of("length of what waited", &|n| Some(at(it(n).sealed.len())));
        of("transaction of the code", &|n| code(n).map(|(xmin, _)| xmin.clone()));
        of("place of the code", &|n| code(n).map(|(_, ctid)| ctid.clone()));
        of("transaction of the key", &|n| sent(n).map(|(xmin, _)| xmin.clone()));
        of("place of the key", &|n| sent(n).map(|(_, ctid)| ctid.clone()));
        of("what waited", &|n| Some(it(n).sealed.clone()));
    }

    async fn responses(&mut self, app: &App) {
        let number_of = |body: &str| -> usize {
            let body: serde_json::Value = serde_json::from_str(body).unwrap();
            body["number"].as_u64().unwrap() as usize
        };
        let rows: Vec<(Uuid, String)> = all(app, "select id, body from response", args![]).await;
        let mut as_read = BTreeMap::new();
        let mut by_id = BTreeMap::new();
        let mut by_length = BTreeMap::new();
        for (n, (id, body)) in rows.iter().enumerate() {
            let number = number_of(body);
            as_read.insert(number, at(n));
            by_id.insert(number, id.as_bytes().to_vec());
            by_length.insert(number, at(body.len()));
        }
        self.responses.push(("rows as they are read".into(), as_read));
        self.responses.push(("id".into(), by_id));
        self.responses.push(("length".into(), by_length));
        // A text is as good to him as an answer.
        let number_in = |text: &str| text.split('-').next().and_then(|n| n.parse::<usize>().ok());
        let texts = "from open_answer where item = 'best'";
        let rows: Vec<(Uuid, String)> = all(app, &format!("select id, text {texts}"), args![]).await;
        let numbered = rows.iter().enumerate().filter_map(|(n, row)| Some((n, row.0, number_in(&row.1)?)));
        let (as_read, by_id) =
            numbered.map(|(n, id, number)| ((number, at(n)), (number, id.as_bytes().to_vec()))).unzip();
        self.responses.push(("texts as they are read".into(), as_read));
        self.responses.push(("id of the text".into(), by_id));
        if is_file(app) {
            return;
        }
        let rows: Vec<(String, String, String)> =
            all(app, &format!("select text, cast(xmin as text), cast(ctid as text) {texts}"), args![]).await;
        let place = |(text, xmin, ctid): &(String, String, String)| {
            Some((number_in(text)?, [number(xmin), number(ctid)].concat()))
        };
        self.responses
            .push(("transaction and place of the text".into(), rows.iter().filter_map(place).collect()));
        let rows: Vec<(String, String, String)> =
            all(app, "select body, cast(xmin as text), cast(ctid as text) from response", args![]).await;
        let place = |(body, xmin, ctid): &(String, String, String)| {
            (number_of(body), [number(xmin), number(ctid)].concat())
        };
        self.responses.push(("transaction and place".into(), rows.iter().map(place).collect()));
    }

    /// Where in files respondents and responses come first.
    async fn in_bytes(&mut self, story: &Story) {
        let after = story.begun.blobs(&story.scene.app).await;
        for blob in story.before.blobs.iter().chain(&after) {
            let mut words: HashMap<[u8; 8], usize> = HashMap::new();
            let many = story.sent.len();
            let first = |bytes: &[u8]| *bytes.first_chunk::<8>().unwrap();
            for (n, it) in story.sent.iter().enumerate() {
                words.insert(first(&key_hash(&story.scene, it.n)), n);
                words.insert(first(&it.code.hash(story.scene.evaluation())), many + n);
                // `"number":1234` in a body.
                words.insert(first(format!("er\":{}", it.n).as_bytes()), 2 * many + n);
                words.insert(first(word(it.n).as_bytes()), 4 * many + n);
                if !it.sealed.is_empty() {
                    words.insert(first(&it.sealed), 3 * many + n);
                }
            }
            let found = places(&blob.bytes, &words, |_, _| true);
            let of = |kind: usize| -> BTreeMap<usize, Place> {
                let here =
                    (0..many).filter_map(|n| Some((story.sent[n].n, at(*found.get(&(kind * many + n))?))));
                let by: BTreeMap<usize, Place> = here.collect();
                // An order of a few is none.
                if by.len() * 100 < many * 80 { BTreeMap::new() } else { by }
            };
            self.respondents.push((format!("key in {}", blob.name), of(0)));
            self.respondents.push((format!("code in {}", blob.name), of(1)));
            self.respondents.push((format!("what waited in {}", blob.name), of(3)));
            self.responses.push((format!("body in {}", blob.name), of(2)));
            self.responses.push((format!("text in {}", blob.name), of(4)));
        }
    }
}
