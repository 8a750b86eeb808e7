//! An answer that waits, sealed: unreadable without its key, and of a size that tells nothing of what is in it.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Asked;
use super::given::Given;
use super::keys::Key;
use crate::questionnaires::{Content, Item, LONGEST_ANSWER, Scale};

/// How what is inside is written. Answers wait across an upgrade of the program: another writing is another number, and
/// whoever changes one goes on reading those before it.
const FORMAT: u8 = 1;
const NONCE: usize = 24;
/// The most that a length, a count or a kind takes, a short one.
const SHORT: usize = 2;
/// The most that a whole number takes.
const NUMBER: usize = 10;
/// A unit of text, counted as browsers do, takes at most three bytes: what takes four counts as two.
const BYTES: usize = 3;

/// What is inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    pub version_id: Uuid,
    pub complete: bool,
    pub given: Given,
}

fn text(longest: usize) -> usize {
    SHORT + longest
}

/// The room that an answer to one question takes at most.
fn most(item: &Item) -> usize {
    let value = match &item.scale {
        Scale::Agree4 | Scale::Agree5 | Scale::YesNo => 1,
        Scale::One(choices) => text(choices.iter().map(|it| it.code.len()).max().unwrap_or(0)),
        Scale::Many(choices) => SHORT + choices.iter().map(|it| text(it.code.len())).sum::<usize>(),
        Scale::Number { .. } => NUMBER,
        Scale::Open => text(LONGEST_ANSWER * BYTES),
        // In places of their own.
        Scale::Gender | Scale::Age => return 0,
    };
    text(item.code.len()) + SHORT + value
}

/// The room that every answer to a questionnaire takes: what the longest one needs.
pub fn room(content: &Content) -> usize {
    let version = text(16);
    let language = text(content.languages.iter().map(String::len).max().unwrap_or(0));
    let (complete, gender, age, counts) = (1, 1 + SHORT, 1 + SHORT, 2 * SHORT);
    let answers: usize = content.asked().map(most).sum();
    1 + version + complete + language + gender + age + counts + answers
}

fn about(asked: &Asked) -> Vec<u8> {
    [&b"logbook answer "[..], &[FORMAT], &asked.bytes()].concat()
}

/// None where it does not fit, which only an answer to another questionnaire can.
pub fn seal(
    key: &Key,
    nonce: [u8; NONCE],
    asked: &Asked,
    content: &Content,
    waiting: &Waiting,
) -> Option<Vec<u8>> {
    let room = room(content);
    let mut inside = Vec::with_capacity(room);
    inside.push(FORMAT);
    let mut inside = postcard::to_extend(waiting, inside).ok()?;
    if inside.len() > room {
        return None;
    }
    inside.resize(room, 0);
    let aad = about(asked);
    let payload = Payload { msg: &inside, aad: &aad };
    let sealed = XChaCha20Poly1305::new(&key.bytes().into()).encrypt(&XNonce::from(nonce), payload).ok()?;
    Some([&nonce[..], &sealed].concat())
}

/// None where it was sealed with another key, for another unit or evaluation, or was changed since.
pub fn open(key: &Key, asked: &Asked, sealed: &[u8]) -> Option<Waiting> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
    let aad = about(asked);
    let payload = Payload { msg: sealed, aad: &aad };
    let inside = XChaCha20Poly1305::new(&key.bytes().into()).decrypt(&XNonce::from(*nonce), payload).ok()?;
    let (&FORMAT, inside) = inside.split_first()? else { return None };
    postcard::take_from_bytes(inside).ok().map(|(waiting, _)| waiting)
}
