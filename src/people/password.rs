//! Passwords: Argon2id, off the threads that answer requests.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

use tokio::sync::Semaphore;

use crate::error::{AppError, Result};

/// Short enough to remember, long enough with the slowing-down of sign-in.
pub const SHORTEST: usize = 10;
/// Longer ones only cost time.
pub const LONGEST: usize = 200;

/// A hash of nobody's password: checked for unknown accounts, so that they take as long as known ones.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5$7NDxAWD8Vg4rgu7tcBBc3jDPBbkQzDQw8CzQH8yH1t4";

/// Each hash takes 19 MB while it lasts: many at once would take all memory, and be no sooner done.
static TURN: Semaphore = Semaphore::const_new(4);

async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let internal = |error: &dyn std::fmt::Display| AppError::Internal(error.to_string());
    let _turn = TURN.acquire().await.map_err(|error| internal(&error))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| internal(&error))
}

pub async fn hash(password: String) -> Result<String> {
    let hash =
        in_turn(move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()));
    hash.await?.map_err(|error| AppError::Internal(error.to_string()))
}

/// Whether the password fits; without a hash to fit, no, after as long a time.
pub async fn fits(password: String, hash: Option<String>) -> Result<bool> {
    in_turn(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
        let fits = PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        fits && known
    })
    .await
}
