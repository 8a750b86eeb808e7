//! The attacker: somebody who has every file, every row, the log and a backup, and knows who sent which answer when and with
//! which code. He looks for a way back from the answers to those who gave them.
//!
//! Once they are mixed he is left with guessing within a batch: of each batch he hits one, on average, however he orders it.
//! Where answers are written down plainly he finds nearly all, and so he does where somebody kept a copy of the keys.

mod evidence;
mod log;
mod story;

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::answers::keys::Key;
use crate::answers::sealed::open;
use crate::answers::{KEY_FILE, Value};
use crate::args;
use crate::db::Conn;
use evidence::Found;
use story::{EACH, How, Respondent, Story, story};

impl Story {
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
        all.iter().cloned().partition(|key| file.holds(std::slice::from_ref(key)) > 0);
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
            && let Some(Value::Number(n)) = opened.given.values.get("number")
        {
            guess.insert(it.n, *n as usize);
        }
    }
    let hits = story.hits(&guess);
    println!("with the keys: {hits} of {many}");
    assert!(hits * 100 >= many * 95, "{hits}");
}
