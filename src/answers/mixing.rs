//! Mixing: what waits of a unit becomes responses, all at once, in an order drawn anew, and the key that could open it is
//! destroyed. Then nothing is left that tells which response was whose.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::given::{Given, body, complete};
use super::keys::{Kept, Keys};
use super::sealed::{Waiting, open};
use super::store::{Open, Response};
use super::{Asked, keys, pace, store};
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::questionnaires::Content;
use crate::units;

/// So many answers of a unit to the same questionnaire are mixed at once, at the least; fewer only when the evaluation closes.
pub const AT_LEAST: usize = 10;

/// What mixing came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mixed {
    pub answers: usize,
    /// What can never be read, for its key is gone.
    pub unreadable: usize,
}

impl Mixed {
    fn and(self, other: Mixed) -> Mixed {
        Mixed { answers: self.answers + other.answers, unreadable: self.unreadable + other.unreadable }
    }
}

/// When it is mixed, which decides what happens to few and to what cannot be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    /// Ten are enough; what cannot be read stays.
    Open,
    /// The same, and keys that open nothing go also where fewer wait.
    Started,
    /// All there are; what cannot be read goes.
    Closing,
    /// None; what cannot be read goes.
    Restored,
}

/// Mixes what waits of a unit, if it is enough.
pub async fn mix(app: &App, asked: Asked) -> Result<Mixed> {
    at(app, asked, When::Open).await
}

/// Mixes everything that waits of an evaluation which takes no more answers, and forgets its codes and which answers were
/// sent. May be done again.
pub async fn mix_all(app: &App, network_id: Uuid, evaluation_id: Uuid) -> Result<Mixed> {
    let mut all = Mixed::default();
    let here = |asked: &Asked| asked.network_id == network_id && asked.evaluation_id == evaluation_id;
    for asked in waiting_or_keyed(app, Some((network_id, evaluation_id))).await?.into_iter().filter(here) {
        all = all.and(at(app, asked, When::Closing).await?);
    }
    let mut tx = app.db.begin().await?;
    store::forget(&mut tx, network_id, evaluation_id).await?;
    tx.commit().await?;
    // Codes and keys that were sent stand longest in the log beside the file.
    app.db.forget_removed().await?;
    if all.unreadable > 0 {
        tracing::warn!(
            n = all.unreadable,
            "answers that could never be read were removed: their keys are gone"
        );
    }
    Ok(all)
}

/// Puts right what a process left that ended in the middle: mixes what is enough, and destroys keys that open nothing. What
/// can never be read is counted.
pub async fn settle(app: &App) -> Result<Mixed> {
    let networks = units::networks(&app.db, app.clock.day()).await?;
    let networks: BTreeSet<Uuid> = networks.into_iter().map(|root| root.network.id).collect();
    let mut all = Mixed::default();
    for asked in waiting_or_keyed(app, None).await? {
        // Keys of a network that is not here belong to another database over the same folder.
        if networks.contains(&asked.network_id) {
            all = all.and(at(app, asked, When::Started).await?);
        }
    }
    if all.unreadable > 0 {
        tracing::warn!(
            n = all.unreadable,
            "answers wait that can never be read, for their keys are gone; they are removed when the evaluation closes"
        );
    }
    Ok(all)
}

/// Removes answers that wait and can never be read, as after a restore without the keys of then; how many those were.
pub async fn drop_unreadable(app: &App) -> Result<usize> {
    let mut all = Mixed::default();
    for asked in store::units_waiting(&app.db, None).await? {
        all = all.and(at(app, asked, When::Restored).await?);
    }
    Ok(all.unreadable)
}

async fn waiting_or_keyed(app: &App, evaluation: Option<(Uuid, Uuid)>) -> Result<BTreeSet<Asked>> {
    let keyed = keys::beside(&keys::of(app)?, Keys::units).await?;
    let waiting = store::units_waiting(&app.db, evaluation).await?;
    Ok(keyed.into_iter().chain(waiting).collect())
}

async fn at(app: &App, asked: Asked, when: When) -> Result<Mixed> {
    let keys = keys::of(app)?;
    let mut tx = app.db.begin().await?;
    // From here on nobody takes an answer of this unit, and nobody else mixes it.
    tx.alone(store::line(&asked)).await?;
    let rows = store::waiting(&mut tx, &asked).await?;
    if when == When::Open && rows.len() < AT_LEAST {
        // Somebody else was here first.
        return Ok(Mixed::default());
    }
    let kept = keys::beside(&keys, move |keys| keys.kept(&asked)).await?;
    let read = Read::of(&asked, rows, &kept);
    let batches = read.batches(when);
    let gone = read.useless(&kept, &batches, when);
    // From here on nobody seals with these. If what follows fails, they open what they sealed, and that is mixed next time
    // as it is: together with a later answer it would tell that one, by what a failed try has left in the files.
    let retiring = gone.clone();
    keys::beside(&keys, move |keys| keys.retire(&retiring)).await?;
    if matches!(when, When::Closing | When::Restored) {
        store::remove_waiting(&mut tx, &asked, &read.unreadable).await?;
    }
    for batch in &batches {
        let batch_id = move_over(app, &mut tx, &asked, batch).await?;
        for quick in pace::mixed(app, asked, batch_id, batch.len()) {
            store::insert_quick(&mut tx, &asked, quick).await?;
        }
    }
    tx.commit().await?;
    // Only now: until it is on the disk that nothing waits, what waits needs its key.
    keys::beside(&keys, move |keys| keys.destroy(&gone)).await?;
    Ok(Mixed { answers: batches.iter().map(Vec::len).sum(), unreadable: read.unreadable.len() })
}

/// An answer that waits, under which of the keys, and what is in it.
struct Sealed {
    id: Uuid,
    by: usize,
    waiting: Waiting,
}

/// What waits of a unit, read as far as there are keys.
struct Read {
    readable: Vec<Sealed>,
    unreadable: Vec<Uuid>,
}

impl Read {
    fn of(asked: &Asked, rows: Vec<(Uuid, Vec<u8>)>, kept: &[Kept]) -> Read {
        let mut read = Read { readable: Vec::new(), unreadable: Vec::new() };
        for (id, sealed) in rows {
            let mut opened = kept.iter().enumerate().map(|(by, it)| (by, open(&it.key, asked, &sealed)));
            match opened.find_map(|(by, waiting)| Some(Sealed { id, by, waiting: waiting? })) {
                Some(one) => read.readable.push(one),
                None => read.unreadable.push(id),
            }
        }
        read
    }

    /// What is mixed with what: answers under one key, and so to one version of a questionnaire. Among answers to others one
    /// would stand out.
    fn batches(&self, when: When) -> Vec<Vec<&Sealed>> {
        let mut by: BTreeMap<(Uuid, usize), Vec<&Sealed>> = BTreeMap::new();
        for one in &self.readable {
            // No more come: all of them together are more to be among.
            let key = if when == When::Closing { 0 } else { one.by };
            by.entry((one.waiting.version_id, key)).or_default().push(one);
        }
        let enough = |batch: &Vec<&Sealed>| match when {
            When::Open | When::Started => batch.len() >= AT_LEAST,
            When::Closing => true,
            When::Restored => false,
        };
        by.into_values().filter(enough).collect()
    }

    /// Keys that open nothing once these batches are mixed. One that opened nothing at all stays while there is something
    /// that could not be read: perhaps another version of the program can.
    fn useless(&self, kept: &[Kept], batches: &[Vec<&Sealed>], when: When) -> Vec<Kept> {
        let mixed: BTreeSet<Uuid> = batches.iter().flatten().map(|one| one.id).collect();
        let is_mixed = |one: &&Sealed| mixed.contains(&one.id);
        let (used, needed): (Vec<&Sealed>, Vec<&Sealed>) = self.readable.iter().partition(is_mixed);
        let opened = |these: &[&Sealed], by: usize| these.iter().any(|one| one.by == by);
        let hopeless = self.unreadable.is_empty() || when == When::Closing;
        let is_useless = |by: usize| !opened(&needed, by) && (hopeless || opened(&used, by));
        kept.iter().enumerate().filter(|(by, _)| is_useless(*by)).map(|(_, it)| it.clone()).collect()
    }
}

/// Writes a batch as responses, and takes it out of the inbox.
async fn move_over(app: &App, tx: &mut Tx, asked: &Asked, batch: &[&Sealed]) -> Result<Uuid> {
    let answers: Vec<Answer> = batch.iter().map(|one| one.waiting.as_answer()).collect();
    let batch_id = write(app, tx, asked, &answers).await?;
    let ids: Vec<Uuid> = batch.iter().map(|one| one.id).collect();
    store::remove_waiting(tx, asked, &ids).await?;
    Ok(batch_id)
}

/// An answer that is written as a response.
struct Answer<'a> {
    version_id: Uuid,
    complete: bool,
    given: &'a Given,
}

impl Waiting {
    fn as_answer(&self) -> Answer<'_> {
        Answer { version_id: self.version_id, complete: self.complete, given: &self.given }
    }
}

/// Writes a batch of responses; its id.
async fn write(app: &App, tx: &mut Tx, asked: &Asked, batch: &[Answer<'_>]) -> Result<Uuid> {
    // Ids are drawn, and rows stand in their order: that is the shuffling. From a source of its own, which is gone after
    // this: nobody who sees the program's memory later can work out who got which.
    let ids = app.ids.apart();
    let batch_id = ids.random();
    let (mut responses, mut texts) = (Vec::new(), Vec::new());
    for Answer { version_id, complete, given } in batch {
        responses.push(Response {
            id: ids.random(),
            version_id: *version_id,
            language: given.language.clone(),
            gender: given.gender.map(|gender| gender.code()),
            age_class: given.age.map(|age| age.code()),
            batch_id,
            complete: *complete,
            body: body(&given.values),
        });
        for (item, text) in &given.texts {
            let (item, text) = (item.clone(), text.clone());
            texts.push(Open { id: ids.random(), version_id: *version_id, item, text });
        }
    }
    responses.sort_unstable_by_key(|it| it.id);
    texts.sort_unstable_by_key(|it| it.id);
    store::insert_responses(tx, asked, responses).await?;
    store::insert_open(tx, asked, texts).await?;
    Ok(batch_id)
}

/// Writes answers of people who do not exist, as if they had been mixed: for networks that are made to be looked at and
/// measured with.
pub async fn invent(
    app: &App,
    tx: &mut Tx,
    asked: &Asked,
    (version_id, content): (Uuid, &Content),
    all: &[Given],
) -> Result<()> {
    for batch in all.chunks(AT_LEAST) {
        let complete = |given: &Given| complete(content, &given.values);
        let answers: Vec<Answer> =
            batch.iter().map(|given| Answer { version_id, complete: complete(given), given }).collect();
        write(app, tx, asked, &answers).await?;
    }
    Ok(())
}
