//! How the file of keys is laid out: a heading, then slots of one size, none of which lies across two sectors of a disk.

use std::fmt;
use std::hint::black_box;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::answers::Asked;

pub const MAGIC: &[u8; 16] = b"logbook answers1";
/// Where the number of changes stands in the heading.
pub const COUNTER: u64 = 16;
pub const SLOT: usize = 128;
pub const HEADER: u64 = SLOT as u64;

/// Where the sum begins. It is over everything before it but the state, which is a byte of its own: retiring a key can never
/// damage it, however the disk tears what it writes.
const SAID: usize = 112;
const ASKED: usize = 8;
const VERSION: usize = ASKED + 48;
const KEY: usize = VERSION + 16;

/// 256 random bits. Never told: not by `Debug` either.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    pub fn bytes(&self) -> [u8; 32] {
        self.0
    }
}

impl From<[u8; 32]> for Key {
    fn from(bytes: [u8; 32]) -> Key {
        Key(bytes)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        // As well as it can be done: memory is not what we promise.
        self.0.fill(0);
        black_box(&self.0);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// What is taken next is sealed with it.
    Active,
    /// Answers may still be sealed with it; no more will be.
    Retired,
}

impl State {
    /// The first byte of a slot.
    pub fn byte(self) -> u8 {
        match self {
            State::Active => 1,
            State::Retired => 2,
        }
    }
}

#[derive(Clone, Debug)]
pub struct Slot {
    pub state: State,
    pub asked: Asked,
    pub version_id: Uuid,
    pub key: Key,
}

fn sum(said: &[u8]) -> [u8; SLOT - SAID] {
    let mut sum = [0; SLOT - SAID];
    sum.copy_from_slice(&Sha256::digest(&said[1..])[..SLOT - SAID]);
    sum
}

impl Slot {
    pub fn bytes(&self) -> [u8; SLOT] {
        let mut bytes = [0; SLOT];
        bytes[0] = self.state.byte();
        bytes[ASKED..VERSION].copy_from_slice(&self.asked.bytes());
        bytes[VERSION..KEY].copy_from_slice(self.version_id.as_bytes());
        bytes[KEY..KEY + 32].copy_from_slice(&self.key.0);
        let sum = sum(&bytes[..SAID]);
        bytes[SAID..].copy_from_slice(&sum);
        bytes
    }

    /// None where no whole slot stands.
    pub fn read(bytes: &[u8]) -> Option<Slot> {
        let (said, its_sum) = bytes.split_at_checked(SAID)?;
        if sum(said) != its_sum {
            return None;
        }
        let state = if said[0] == State::Active.byte() { State::Active } else { State::Retired };
        let key: [u8; 32] = said[KEY..KEY + 32].try_into().ok()?;
        let asked = Asked::from_bytes(&said[ASKED..VERSION])?;
        let version_id = Uuid::from_slice(&said[VERSION..KEY]).ok()?;
        Some(Slot { state, asked, version_id, key: Key(key) })
    }
}
