//! Codes printed on paper, each for one answer. Only their hashes are stored.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Asked, store};
use crate::db::{Conn, Tx};
use crate::error::Result;

/// Digits and letters without those that are read for another.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Sixty bits: nobody comes by one by trying.
const LONG: usize = 12;
/// Signs that stand together.
const TOGETHER: usize = 4;

/// A code, as it is printed: `7KQM-2X9D-PA4T`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// The code of a unit that has this place among those that follow from a drawn number.
    fn of_seed(asked: &Asked, seed: Uuid, place: usize) -> Code {
        let hash = Sha256::new()
            .chain_update(b"codes")
            .chain_update(asked.bytes())
            .chain_update(seed)
            .chain_update(place.to_string())
            .finalize();
        Code::of(hash.iter().take(LONG).map(|byte| SIGNS[usize::from(byte % 32)]))
    }

    fn of(signs: impl IntoIterator<Item = u8>) -> Code {
        let mut text = String::new();
        for (n, sign) in signs.into_iter().enumerate() {
            if n > 0 && n % TOGETHER == 0 {
                text.push('-');
            }
            text.push(char::from(sign));
        }
        Code(text)
    }

    /// What somebody typed, however they wrote it; none where it cannot be one.
    pub fn typed(text: &str) -> Option<Code> {
        let sign = |c: char| {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            };
            u8::try_from(c).ok().filter(|sign| SIGNS.contains(sign))
        };
        let meant = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.' | '_'));
        let signs: Vec<u8> = meant.take(LONG + 1).map(sign).collect::<Option<_>>()?;
        (signs.len() == LONG).then(|| Code::of(signs))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is stored of it in an evaluation.
    pub(super) fn hash(&self, evaluation_id: Uuid) -> Vec<u8> {
        Sha256::new().chain_update(evaluation_id).chain_update(&self.0).finalize().to_vec()
    }
}

/// Makes codes for a unit, to be printed: they stand nowhere else. They follow from a number that the page drew and that is
/// not kept, so the same form sent again makes the same ones and adds none.
pub async fn make_codes(tx: &mut Tx, asked: &Asked, seed: Uuid, n: usize) -> Result<Vec<Code>> {
    let codes: Vec<Code> = (0..n).map(|place| Code::of_seed(asked, seed, place)).collect();
    let mut hashes: Vec<Vec<u8>> = codes.iter().map(|code| code.hash(asked.evaluation_id)).collect();
    let there = store::codes(&mut *tx, asked).await?;
    hashes.retain(|hash| !there.contains(hash));
    // Not in the order in which they are printed and handed out.
    hashes.sort_unstable();
    store::insert_codes(tx, asked, hashes).await?;
    Ok(codes)
}

/// How many codes a unit has, spent or not.
pub async fn count_codes<'c>(conn: impl Into<Conn<'c>>, asked: &Asked) -> Result<usize> {
    Ok(store::codes(conn, asked).await?.len())
}
