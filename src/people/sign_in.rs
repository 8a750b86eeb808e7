//! Signing in, slowed after failures: per account, so that nobody is guessed at; per address, so that nobody guesses
//! at everybody.

use std::net::IpAddr;

use chrono::Duration;
use sha2::{Digest, Sha256};

use super::{Person, fold_mail, password, store};
use crate::access::begin_session;
use crate::app::App;
use crate::error::{AppError, Result};

const FREE_PER_ACCOUNT: i64 = 5;
const FREE_PER_ADDRESS: i64 = 30;
/// One failure is forgotten each quarter of an hour: a whole school behind one address mistypes now and then.
const FADES: Duration = Duration::minutes(15);
/// By then the most that counts has faded.
const FORGOTTEN: Duration = Duration::hours(24);
/// Beyond this, more failures make no difference.
const MOST: i64 = 60;

/// One at a time decides whether a try is let through, or a thousand tries at once would all be let through.
const DECIDE: i64 = 0x51_61;

/// How long to wait after this many failures: nothing at first, then doubling up to a quarter of an hour.
pub fn wait(failures: i64, free: i64) -> Duration {
    let over = failures.saturating_sub(free);
    if over < 0 {
        return Duration::zero();
    }
    Duration::seconds(2_i64.pow(u32::try_from(over.min(10)).unwrap_or(10))).min(Duration::minutes(15))
}

/// How many failures still count, this long after the last.
pub fn faded(failures: i64, since: Duration) -> i64 {
    let faded = since.num_seconds().max(0) / FADES.num_seconds();
    failures.min(MOST).saturating_sub(faded).max(0)
}

fn key(kind: &str, it: &str) -> Vec<u8> {
    Sha256::digest(format!("{kind}\n{it}").as_bytes()).to_vec()
}

/// Addresses that one household or one attacker has are one: of IPv6 the first half.
pub fn household(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => format!("{:x?}", &v6.segments()[..4]),
    }
}

/// The secret of a new session; `None` where mail and password do not fit.
pub async fn sign_in(app: &App, mail: &str, given: String, from: Option<IpAddr>) -> Result<Option<String>> {
    match prove(app, mail, given, from).await? {
        Some(person) => Ok(Some(begin_session(app, person.id).await?)),
        None => Ok(None),
    }
}

/// The person with this mail and password, if they fit; an error where there were too many tries.
pub async fn prove(app: &App, mail: &str, given: String, from: Option<IpAddr>) -> Result<Option<Person>> {
    let mail = fold_mail(mail);
    let mut keys = vec![(account(&mail), FREE_PER_ACCOUNT)];
    keys.extend(from.map(|from| (key("address", &household(from)), FREE_PER_ADDRESS)));
    // Counted as a failure beforehand, and taken back if it is none: tries at the same moment count each other.
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    tx.alone(DECIDE).await?;
    store::forget_failures_before(&mut tx, now - FORGOTTEN).await?;
    for (key, free) in &keys {
        let (failures, last_at) = store::failures(&mut tx, key).await?.unwrap_or((0, now));
        let failures = faded(failures, now - last_at);
        if now - last_at < wait(failures, *free) {
            return Err(AppError::TooMany);
        }
        store::set_failures(&mut tx, key, failures + 1, now).await?;
    }
    tx.commit().await?;
    let person = store::by_mail(&app.db, &mail).await?.filter(|person| person.disabled_at.is_none());
    let hash = person.as_ref().and_then(|person| person.password_hash.clone());
    if !password::fits(given, hash).await? {
        return Ok(None);
    }
    let mut tx = app.db.begin().await?;
    tx.alone(DECIDE).await?;
    store::forget_failures(&mut tx, &keys[0].0).await?;
    for (key, _) in &keys[1..] {
        store::take_back_failure(&mut tx, key).await?;
    }
    tx.commit().await?;
    Ok(person)
}

/// What failures at an account are counted under.
pub fn account(mail: &str) -> Vec<u8> {
    key("account", mail)
}
