//! Questionnaires, answers, and an evaluation in which they are given.

use std::collections::BTreeMap;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;

use crate::answers::given::is_asked;
use crate::answers::{Asked, Checking, Code, Given, Sending, Taking, read, take};
use crate::app::App;
use crate::args;
use crate::db::{Conn, Tx};
use crate::error::Result;
use crate::i18n::Text18;
use crate::questionnaires::{Choice, Condition, Content, Item, LONGEST_ANSWER, Scale};
use crate::testing::TestApp;

pub fn item(code: &str, scale: Scale) -> Item {
    Item {
        code: code.into(),
        area: None,
        text: Text18::two("Vprašanje", "Question"),
        easy: Text18::default(),
        scale,
        reversed: false,
        sensitive: None,
        off: false,
        only_if: None,
    }
}

pub fn choices(codes: &[&str]) -> Vec<Choice> {
    codes.iter().map(|code| Choice { code: (*code).into(), text: Text18::two("Izbira", "Choice") }).collect()
}

pub fn only_if(mut it: Item, item: &str, any_of: &[&str]) -> Item {
    it.only_if =
        Some(Condition { item: item.into(), any_of: any_of.iter().map(|code| (*code).into()).collect() });
    it
}

/// One of every kind of question.
pub fn content() -> Content {
    let mut off = item("born", Scale::YesNo);
    off.off = true;
    Content {
        languages: vec!["sl".into(), "en".into()],
        areas: Vec::new(),
        items: vec![
            item("safe", Scale::Agree5),
            only_if(item("why", Scale::Open), "safe", &["1", "2"]),
            item("fair", Scale::Agree4),
            item("again", Scale::YesNo),
            only_if(item("when", Scale::One(choices(&["soon", "later"]))), "again", &["yes"]),
            only_if(item("how", Scale::Agree5), "when", &["later"]),
            item("what", Scale::Many(choices(&["music", "sport", "talk"]))),
            item("number", Scale::Number { least: 0, most: 10_000 }),
            item("best", Scale::Open),
            item("gender", Scale::Gender),
            item("age", Scale::Age),
            off,
        ],
    }
}

/// Any questionnaire.
pub fn any_content(rng: &mut StdRng) -> Content {
    let languages = vec!["sl".to_owned(), "en".to_owned(), "hsb".to_owned()];
    let code = |rng: &mut StdRng, n: usize| {
        let long = "q".repeat(rng.random_range(1..=29));
        format!("{long}{n}")
    };
    let mut items: Vec<Item> = Vec::new();
    for n in 0..rng.random_range(1..=25) {
        let codes: Vec<String> = (0..rng.random_range(2..=20)).map(|n| code(rng, n)).collect();
        let named = choices(&codes.iter().map(String::as_str).collect::<Vec<_>>());
        let scale = match rng.random_range(0..7) {
            0 => Scale::Agree4,
            1 => Scale::Agree5,
            2 => Scale::YesNo,
            3 => Scale::One(named),
            4 => Scale::Many(named),
            5 => Scale::Number { least: 0, most: 10_000 },
            _ => Scale::Open,
        };
        let mut new = item(&code(rng, n), scale);
        new.off = rng.random_ratio(1, 10);
        if n > 0 && rng.random_ratio(1, 3) {
            let before = &items[rng.random_range(0..n)];
            let mut any_of = before.scale.codes();
            any_of.retain(|_| rng.random_ratio(2, 3));
            new.only_if = Some(Condition { item: before.code.clone(), any_of });
        }
        items.push(new);
    }
    for (code, scale) in [("gender", Scale::Gender), ("age", Scale::Age)] {
        if rng.random_ratio(2, 3) {
            items.push(item(code, scale));
        }
    }
    Content { languages, areas: Vec::new(), items }
}

/// Words that somebody may type: up to the longest, of letters that take one byte to four.
fn any_text(rng: &mut StdRng) -> String {
    let signs = ["a", "č", "語", "👩", "\n", "\r\n", " ", "\u{202e}"];
    let most = if rng.random_ratio(1, 3) { LONGEST_ANSWER } else { 20 };
    let sign = signs[rng.random_range(0..signs.len())];
    let same = rng.random_ratio(1, 2);
    let mut text = String::from("x");
    loop {
        let next = if same { sign } else { signs[rng.random_range(0..signs.len())] };
        let meant = format!("{text}{next}").replace("\r\n", "\n");
        if meant.encode_utf16().count() > most {
            return text;
        }
        text.push_str(next);
    }
}

/// An answer that somebody may send, as the fields of a form: anything between nothing and everything.
pub fn any_fields(content: &Content, rng: &mut StdRng) -> Vec<(String, String)> {
    let often = rng.random_range(0..=10);
    let mut fields: Vec<(String, String)> = Vec::new();
    for item in &content.items {
        let so_far = read(content, "sl", &fields).expect("what was answered so far");
        if !is_asked(content, item, &so_far.values) || rng.random_range(0..10) >= often {
            continue;
        }
        let mut codes = item.scale.codes();
        let said = match &item.scale {
            Scale::Open => vec![any_text(rng)],
            _ if rng.random_ratio(1, 8) => vec!["dont_know".to_owned()],
            Scale::Number { least, most } => vec![rng.random_range(*least..=*most).to_string()],
            Scale::Many(_) => {
                codes.retain(|_| rng.random_ratio(2, 3));
                codes
            }
            _ => vec![codes.swap_remove(rng.random_range(0..codes.len()))],
        };
        fields.extend(said.into_iter().map(|said| (item.code.clone(), said)));
    }
    fields
}

pub fn rng(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}

/// Answers that can be told apart by their number.
pub fn numbered(content: &Content, n: usize, rng: &mut StdRng) -> Given {
    let mut given = read(content, "sl", &any_fields(content, rng)).expect("an answer");
    given.values.insert("number".into(), crate::answers::Value::Number(i64::try_from(n).expect("few")));
    given
}

/// An evaluation with its units.
pub struct Scene {
    pub app: TestApp,
    pub content: Content,
    pub version_id: Uuid,
    pub units: Vec<Asked>,
}

pub fn always(_: &mut Tx, _: Asked) -> Checking<'_> {
    Box::pin(async { Ok(true) })
}

pub fn never(_: &mut Tx, _: Asked) -> Checking<'_> {
    Box::pin(async { Ok(false) })
}

impl Scene {
    pub async fn new() -> Scene {
        Scene::with(1).await
    }

    /// One in which nothing is as in another: ids, keys and whatever follows from them.
    pub async fn with(tag: u128) -> Scene {
        let app = TestApp::new().await;
        for _ in 0..tag {
            app.ids.fill::<4>();
        }
        let (evaluation_id, version_id) = (Uuid::from_u128(tag), app.ids.ordered());
        let mut units = Vec::new();
        for code in ["mc-reka", "mc-most", "mc-sava", "taborniki", "zavod-sava"] {
            let unit_id = app.unit(code).await.id;
            units.push(Asked { network_id: app.network_id, evaluation_id, unit_id });
        }
        Scene { app, content: content(), version_id, units }
    }

    pub fn evaluation(&self) -> Uuid {
        self.units[0].evaluation_id
    }

    pub fn sending(&self, unit: usize, key: Uuid, given: Given) -> Sending<'_> {
        Sending {
            asked: self.units[unit],
            version_id: self.version_id,
            content: &self.content,
            key,
            code: None,
            given,
            is_open: always,
        }
    }

    /// Sends an answer with this number, and with a code.
    pub async fn send(&self, unit: usize, n: usize, code: Option<&Code>) -> Result<Taking> {
        let given = numbered(&self.content, n, &mut rng(n as u64));
        let sending = Sending { code: code.cloned(), ..self.sending(unit, key(n), given) };
        take(&self.app, sending).await
    }
}

/// The key of the page that sends the answer with this number.
pub fn key(n: usize) -> Uuid {
    Uuid::from_u128(0xfeed_0000 + n as u128)
}

/// How many rows of a table there are.
pub async fn count(app: &App, table: &str) -> i64 {
    let sql = crate::db::built(format!("select count(*) from {table}"));
    let (n,): (i64,) = Conn::from(&app.db).one(sql, args![]).await.expect("a count");
    n
}

/// How often each number stands in a response.
pub async fn numbers(app: &App) -> BTreeMap<i64, usize> {
    let bodies: Vec<(String,)> =
        Conn::from(&app.db).all("select body from response", args![]).await.expect("responses");
    let mut numbers = BTreeMap::new();
    for (body,) in bodies {
        let body: serde_json::Value = serde_json::from_str(&body).expect("a body");
        *numbers.entry(body["number"].as_i64().expect("a number")).or_default() += 1;
    }
    numbers
}
