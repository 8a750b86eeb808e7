//! The attacker: somebody who has every file, every row, the log and a backup, and knows who sent which answer when and with
//! which code. He looks for a way back from the answers to those who gave them.
//!
//! Once they are mixed he is left with guessing within a batch: of each batch he hits one, on average, however he orders it.
//! Where answers are written down plainly he finds nearly all, and so he does where somebody kept a copy of the keys.

mod evidence;
mod log;

use std::collections::{BTreeMap, BTreeSet};

use rand::seq::SliceRandom;
use uuid::Uuid;

use super::scene::{Scene, key, numbered, rng};
use crate::answers::keys::{Key, keys_in};
use crate::answers::sealed::open;
use crate::answers::store::{self, Open, Response};
use crate::answers::taking::{mix_what_waits, put};
use crate::answers::{Code, Given, KEY_FILE, Sending, Taking, body, complete, make_codes, mix_all};
use crate::app::App;
use crate::args;
use crate::backup::backup;
use crate::db::Conn;
use evidence::{Before, Begun, Found};

/// How many answer in each unit: at closing one unit has none left to mix, one a single answer.
const EACH: [usize; 5] = [43, 37, 41, 39, 40];

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
    log: log::Log,
    begun: Begun,
    /// What is there only until closing, as it stood just before.
    before: Before,
}

#[derive(Clone, Copy, PartialEq)]
enum How {
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
fn word(n: usize) -> String {
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

async fn story(how: How) -> Story {
    let scene = Scene::with(how.first() as u128).await;
    let log = log::Log::listen();
    let begun = Begun::now(&scene.app).await;
    let mut order: Vec<(usize, Code)> = Vec::new();
    for (unit, each) in EACH.iter().enumerate() {
        let mut tx = scene.app.db.begin().await.unwrap();
        let codes = make_codes(&scene.app, &mut tx, &scene.units[unit], *each).await.unwrap();
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
        assert!(store::submit(&mut tx, &asked, evidence::key_hash(&self.scene, n)).await.unwrap());
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

    /// Which respondent's answer he says a response is, by number of each: how often he is right.
    fn hits(&self, guess: &BTreeMap<usize, usize>) -> usize {
        guess.iter().filter(|(of, n)| of == n).count()
    }

    /// Everybody's batch, as he can tell it from when who answered.
    fn batches(&self) -> BTreeMap<(usize, usize), Vec<&Respondent>> {
        let mut batches: BTreeMap<(usize, usize), Vec<&Respondent>> = BTreeMap::new();
        for it in &self.sent {
            batches.entry((it.unit, it.batch)).or_default().push(it);
        }
        batches
    }

    /// Lays respondents and responses of each batch beside each other, each in an order of his choice.
    fn side_by_side(
        &self,
        respondents: &BTreeMap<usize, Place>,
        responses: &BTreeMap<usize, Place>,
    ) -> BTreeMap<usize, usize> {
        let mut guess = BTreeMap::new();
        for batch in self.batches().into_values() {
            let ordered = |by: &BTreeMap<usize, Place>| {
                let mut numbers: Vec<usize> = batch.iter().map(|it| it.n).collect();
                numbers.retain(|n| by.contains_key(n));
                // What his order does not decide is in no order that means anything.
                numbers.sort_by_key(|n| (by[n].clone(), n * 7919 % 1009));
                numbers
            };
            guess.extend(ordered(respondents).into_iter().zip(ordered(responses)));
        }
        guess
    }
}

/// Something that things are ordered by.
pub type Place = Vec<u8>;

/// What came of each way of ordering respondents and responses: (name, how many he hits).
async fn ways(story: &Story) -> Vec<(String, usize)> {
    let found = Found::of(story).await;
    let mut came = Vec::new();
    for (name, respondents) in &found.respondents {
        for (as_name, responses) in &found.responses {
            let guess = story.side_by_side(respondents, responses);
            came.push((format!("{name} beside {as_name}"), story.hits(&guess)));
        }
    }
    came
}

fn best(came: &[(String, usize)]) -> (&str, usize) {
    let best = came.iter().max_by_key(|(_, hits)| hits).unwrap();
    (&best.0, best.1)
}

#[tokio::test]
async fn where_answers_are_mixed_he_is_left_with_guessing() {
    let story = story(How::Mixed).await;
    let many: usize = EACH.iter().sum();
    assert_eq!(super::scene::count(&story.scene.app, "response").await, many as i64);
    let batches = story.batches();
    let stored: BTreeSet<Uuid> = {
        let ids: Vec<(Uuid,)> = Conn::from(&story.scene.app.db)
            .all("select distinct batch_id from response", args![])
            .await
            .unwrap();
        ids.into_iter().map(|(id,)| id).collect()
    };
    assert_eq!(stored.len(), batches.len(), "he knows the batches as they are");
    // In whatever order he lays n beside n, he hits one on average, and the variance is one too (but of one alone).
    let expected = batches.len() as f64;
    let chance = batches.values().filter(|batch| batch.len() > 1).count() as f64;
    let most = expected + 3.0 * chance.sqrt();
    let came = ways(&story).await;
    for (name, hits) in &came {
        assert!((*hits as f64) <= most, "{name}: {hits} hits, more than {most:.0} by guessing");
    }
    let (name, hits) = best(&came);
    println!("mixed: {} ways, at best {hits} of {many} ({name}); guessing hits {expected}", came.len());
    let mean = came.iter().map(|(_, hits)| *hits as f64).sum::<f64>() / came.len() as f64;
    assert!(mean > expected / 2.0, "he does guess: {mean:.1}");

    // The keys: none is left anywhere, and nothing else opens what waited.
    assert!(story.keys.len() == batches.len() && story.sent.iter().all(|it| it.sealed.len() > 40));
    let lengths: BTreeSet<usize> = story.sent.iter().map(|it| it.sealed.len()).collect();
    assert_eq!(lengths.len(), 1, "of one length, whatever is inside");
    let blobs = story.begun.blobs(&story.scene.app).await;
    let file = story.before.blobs.iter().find(|blob| blob.name == KEY_FILE).unwrap();
    let all: Vec<Vec<u8>> = story.keys.iter().map(|key| key.bytes().to_vec()).collect();
    let (current, gone): (Vec<_>, Vec<_>) =
        all.iter().cloned().partition(|key| file.holds(&[key.clone()]) > 0);
    assert_eq!((current.len(), gone.len()), (4, batches.len() - 4), "four units had answers that waited");
    let waited: Vec<Vec<u8>> = story.sent.iter().map(|it| it.sealed[..24].to_vec()).collect();
    let mut heads = 0;
    for (blobs, gone) in [(&story.before.blobs, gone), (&blobs, all)] {
        for blob in blobs {
            assert_eq!(blob.holds(&gone), 0, "keys in {}", blob.name);
            heads += blob.holds(&waited);
        }
    }
    assert!(heads > 100, "what waited is still found, and it is noise: {heads}");
    let file = blobs.iter().find(|blob| blob.name == KEY_FILE).unwrap();
    for window in file.bytes.windows(32).step_by(8) {
        let key = Key::from(<[u8; 32]>::try_from(window).unwrap());
        let of = &story.sent[0];
        assert!(open(&key, &story.scene.units[of.unit], &of.sealed).is_none());
    }
    story.log.tells_nothing_of(&story);
}

#[tokio::test]
async fn where_answers_are_written_plainly_he_finds_nearly_all() {
    let story = story(How::Plain).await;
    let many: usize = EACH.iter().sum();
    let came = ways(&story).await;
    let (name, hits) = best(&came);
    println!("plainly: at best {hits} of {many} ({name})");
    assert!(hits * 100 >= many * 95, "{name}: {hits}");
}

#[tokio::test]
async fn where_somebody_kept_the_keys_he_finds_nearly_all() {
    let story = story(How::Kept).await;
    let many: usize = EACH.iter().sum();
    let mut guess = BTreeMap::new();
    for it in &story.sent {
        let asked = story.scene.units[it.unit];
        if let Some(opened) = story.keys.iter().find_map(|key| open(key, &asked, &it.sealed))
            && let Some(crate::answers::Value::Number(n)) = opened.given.values.get("number")
        {
            guess.insert(it.n, *n as usize);
        }
    }
    let hits = story.hits(&guess);
    println!("with the keys: {hits} of {many}");
    assert!(hits * 100 >= many * 95, "{hits}");
}
