//! Signing in, slowed after failures: per account, so that nobody is guessed at; per address, so that nobody guesses
//! at everybody.

use chrono::{DateTime, Duration, Utc};
use sha2::{Digest, Sha256};

use super::{fold_mail, password, store};
use crate::access::begin_session;
use crate::app::App;
use crate::error::{AppError, Result};

const FREE_PER_ACCOUNT: i64 = 5;
const FREE_PER_ADDRESS: i64 = 30;
/// A day without failures, and they are forgotten.
const FORGOTTEN: Duration = Duration::hours(24);

/// How long to wait after this many failures: nothing at first, then doubling up to a quarter of an hour.
pub fn wait(failures: i64, free: i64) -> Duration {
    let over = failures - free;
    if over < 0 {
        return Duration::zero();
    }
    Duration::seconds(2_i64.pow(u32::try_from(over.min(10)).unwrap_or(10))).min(Duration::minutes(15))
}

fn key(kind: &str, it: &str) -> Vec<u8> {
    Sha256::digest(format!("{kind}\n{it}").as_bytes()).to_vec()
}

/// The secret of a new session; `None` where mail and password do not fit.
pub async fn sign_in(app: &App, mail: &str, given: String, address: &str) -> Result<Option<String>> {
    let now: DateTime<Utc> = app.clock.now();
    let mail = fold_mail(mail);
    let keys = [(key("account", &mail), FREE_PER_ACCOUNT), (key("address", address), FREE_PER_ADDRESS)];
    for (key, free) in &keys {
        if let Some((failures, last_at)) = store::failures(&app.db, key).await?
            && now - last_at < FORGOTTEN
            && now - last_at < wait(failures, *free)
        {
            return Err(AppError::TooMany);
        }
    }
    let person = store::by_mail(&app.db, &mail).await?.filter(|person| person.disabled_at.is_none());
    let hash = person.as_ref().and_then(|person| person.password_hash.clone());
    if password::fits(given, hash).await?
        && let Some(person) = person
    {
        let mut tx = app.db.begin().await?;
        store::forget_failures(&mut tx, &keys[0].0).await?;
        tx.commit().await?;
        return Ok(Some(begin_session(app, person.id).await?));
    }
    let mut tx = app.db.begin().await?;
    for (key, _) in &keys {
        store::count_failure(&mut tx, key, now, now - FORGOTTEN).await?;
    }
    tx.commit().await?;
    Ok(None)
}
