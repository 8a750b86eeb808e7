//! What happens: two hundred answer, while he looks on.

use std::collections::BTreeMap;

use rand::seq::SliceRandom;
use uuid::Uuid;

use super::evidence::{Before, Begun, key_hash};
use super::log::Log;
use crate::answers::keys::{Key, keys_in};
use crate::answers::store::{self, Open, Response};
use crate::answers::taking::{mix_what_waits, put};
use crate::answers::tests::scene::{Scene, key, numbered, rng};
use crate::answers::{Code, Given, KEY_FILE, Sending, Taking, body, complete, make_codes, mix_all};
use crate::app::App;
use crate::args;
use crate::backup::backup;
use crate::db::Conn;

/// How many answer in each unit: at closing one unit has none left to mix, one a single answer.
pub const EACH: [usize; 5] = [43, 37, 41, 39, 40];

/// What he knows of one who answered.
pub struct Respondent {
    pub n: usize,
    pub unit: usize,
    pub code: Code,
    /// As it waited in the inbox.
    pub sealed: Vec<u8>,
    /// How many times its unit had been mixed before.
    pub batch: usize,
}

pub struct Story {
    pub scene: Scene,
    /// In the order in which they answered.
    pub sent: Vec<Respondent>,
    /// Every key that there ever was.
    pub keys: Vec<Key>,
    pub log: Log,
    pub begun: Begun,
    /// What is there only until closing, as it stood just before.
    pub before: Before,
}

#[derive(Clone, Copy, PartialEq)]
pub enum How {
    Mixed,
    /// The same, and somebody kept the keys.
    Kept,
    /// As a plain table would have it: code and response in one transaction.
    Plain,
}

impl How {
    /// The first number of an answer. All have four digits, and each story its own: they share a server, and its log.
    fn first(self) -> usize {
        match self {
            How::Mixed => 1000,
            How::Kept => 2000,
            How::Plain => 3000,
        }
    }
}

/// A word that stands in the answer with this number and nowhere else.
pub fn word(n: usize) -> String {
    format!("{n}-beseda-")
}

fn given(scene: &Scene, n: usize) -> Given {
    let mut given = numbered(&scene.content, n, &mut rng(n as u64));
    given.texts.insert("best".into(), word(n).repeat(1 + n % 20));
    given
}

async fn waiting(app: &App) -> BTreeMap<Uuid, Vec<u8>> {
    let rows: Vec<(Uuid, Vec<u8>)> =
        Conn::from(&app.db).all("select id, sealed from inbox", args![]).await.unwrap();
    rows.into_iter().collect()
}

pub async fn story(how: How) -> Story {
    let scene = Scene::with(how.first() as u128).await;
    let log = Log::listen();
    let begun = Begun::now(&scene.app).await;
    let mut order: Vec<(usize, Code)> = Vec::new();
    for (unit, each) in EACH.iter().enumerate() {
        let mut tx = scene.app.db.begin().await.unwrap();
        let codes = make_codes(&mut tx, &scene.units[unit], scene.app.ids.random(), *each).await.unwrap();
        tx.commit().await.unwrap();
        order.extend(codes.into_iter().map(|code| (unit, code)));
    }
    order.shuffle(&mut rng(200));
    // Nothing of an answer follows from when it came.
    let mut numbers: Vec<usize> = (how.first()..how.first() + order.len()).collect();
    numbers.shuffle(&mut rng(201));
    let before = Before::default();
    let mut story = Story { scene, sent: Vec::new(), keys: Vec::new(), log, begun, before };
    for (at, ((unit, code), n)) in order.into_iter().zip(numbers).enumerate() {
        story.scene.app.wait(chrono::Duration::seconds(30));
        match how {
            How::Mixed | How::Kept => story.answers(unit, n, code).await,
            How::Plain => story.answers_plainly(unit, n, code).await,
        }
        if at == 100 {
            backup(&story.scene.app, &story.scene.app.settings.data_dir().join("backup")).await.unwrap();
            if how != How::Plain {
                story.nothing_that_waits_can_be_read().await;
            }
        }
    }
    story.before = Before::closing(&story.scene.app, &story.begun).await;
    mix_all(&story.scene.app, story.scene.app.network_id, story.scene.evaluation()).await.unwrap();
    story
}

impl Story {
    /// Somebody answers; he is shown what waits at the moment when it waits, which is more than he could find.
    async fn answers(&mut self, unit: usize, n: usize, code: Code) {
        let app = &self.scene.app;
        let asked = self.scene.units[unit];
        let before = waiting(app).await;
        let sending =
            Sending { code: Some(code.clone()), ..self.scene.sending(unit, key(n), given(&self.scene, n)) };
        assert_eq!(put(app, sending).await.unwrap(), Taking::Taken);
        let mut now = waiting(app).await;
        now.retain(|id, _| !before.contains_key(id));
        let sealed = now.into_values().next().unwrap();
        let keys = keys_in(&std::fs::read(app.settings.data_dir().join(KEY_FILE)).unwrap());
        for key in keys {
            if !self.keys.contains(&key) {
                self.keys.push(key);
            }
        }
        let batch = self.sent.iter().filter(|it| it.unit == unit).count() / 10;
        mix_what_waits(app, asked).await;
        self.sent.push(Respondent { n, unit, code, sealed, batch });
    }

    /// The same as somebody would do it who has not thought of this.
    async fn answers_plainly(&mut self, unit: usize, n: usize, code: Code) {
        let app = &self.scene.app;
        let asked = self.scene.units[unit];
        let given = given(&self.scene, n);
        let mut tx = app.db.begin().await.unwrap();
        assert!(store::submit(&mut tx, &asked, key_hash(&self.scene, n)).await.unwrap());
        assert!(store::spend(&mut tx, &asked, code.hash(asked.evaluation_id)).await.unwrap());
        let version_id = self.scene.version_id;
        let response = Response {
            id: app.ids.random(),
            version_id,
            language: given.language.clone(),
            gender: given.gender.map(|it| it.code()),
            age_class: given.age.map(|it| it.code()),
            batch_id: app.ids.random(),
            complete: complete(&self.scene.content, &given.values),
            body: body(&given.values),
        };
        store::insert_responses(&mut tx, &asked, vec![response]).await.unwrap();
        let open = |(item, text)| Open { id: app.ids.random(), version_id, item, text };
        let texts = given.texts.into_iter().map(open).collect();
        store::insert_open(&mut tx, &asked, texts).await.unwrap();
        tx.commit().await.unwrap();
        // All of a unit are one batch to him: he has to find each among some forty.
        self.sent.push(Respondent { n, unit, code, sealed: Vec::new(), batch: 0 });
    }

    /// In the middle: not a word of what waits stands anywhere but under its key, which stands in one file alone.
    async fn nothing_that_waits_can_be_read(&self) {
        let app = &self.scene.app;
        let wait: Vec<&Respondent> = {
            let now = waiting(app).await;
            self.sent.iter().filter(|it| now.values().any(|sealed| *sealed == it.sealed)).collect()
        };
        assert!(wait.len() > 10, "{} wait", wait.len());
        let words: Vec<Vec<u8>> = wait.iter().map(|it| word(it.n).into_bytes()).collect();
        let keys: Vec<Vec<u8>> = self.keys.iter().map(|key| key.bytes().to_vec()).collect();
        let heads: Vec<Vec<u8>> = wait.iter().map(|it| it.sealed[..24].to_vec()).collect();
        for blob in self.begun.blobs(app).await {
            let name = &blob.name;
            assert_eq!(blob.holds(&words), 0, "answers that wait stand in {name}");
            assert_eq!(
                blob.holds(&keys) > 0,
                name == KEY_FILE,
                "keys stand in one file alone, and not in {name}"
            );
            if name == "backup" {
                assert_eq!(blob.holds(&heads), wait.len(), "what waits is in the backup, sealed");
            }
        }
    }
}
