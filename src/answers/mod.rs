//! What young people answer. An answer is taken once, however often it is sent, and waits sealed until ten of its unit can
//! be mixed; from then on nothing connects it with a code, a moment or another answer. `docs/architecture.md` tells how,
//! and what that does not protect from.

mod codes;
mod given;
mod kept;
mod keys;
mod mixing;
mod pace;
mod reading;
mod sealed;
mod store;
mod taking;

use uuid::Uuid;

pub use codes::{Code, count_codes, make_codes};
pub use given::{Age, Given, Value, asked, body, complete, is_asked, read_body};
pub use kept::KEPT;
pub use keys::FILE as KEY_FILE;
pub use mixing::{Mixed, drop_unreadable, invent, mix_all, settle};
pub use reading::read;
pub use store::{
    Batch, Counted, Written, batches, counted, remove_written, rewrite, set_aside, units_that_wait,
    units_with_answers, written,
};
pub use taking::{Checking, Sending, Taking, take, was_taken};

/// A unit that is asked in an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Asked {
    pub network_id: Uuid,
    pub evaluation_id: Uuid,
    pub unit_id: Uuid,
}

impl Asked {
    /// As bytes, always of one length.
    fn bytes(&self) -> [u8; 48] {
        let mut bytes = [0; 48];
        for (to, id) in bytes.chunks_exact_mut(16).zip([self.network_id, self.evaluation_id, self.unit_id]) {
            to.copy_from_slice(id.as_bytes());
        }
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Asked> {
        let id = |at: usize| Uuid::from_slice(bytes.get(at..at + 16)?).ok();
        Some(Asked { network_id: id(0)?, evaluation_id: id(16)?, unit_id: id(32)? })
    }
}

#[cfg(test)]
mod tests;
