//! A new password for whoever forgot the old: a link that works once, sent to the person's own address. It is asked for
//! by somebody who manages people where the person's highest role is, and nobody gains rights by it.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::person::{Held, Person};
use super::{mail, password, sign_in, store};
use crate::access::{Act, Me, end_all_sessions, hash_token, put_on_record_in};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Words};
use crate::row;
use crate::units::Unit;

const VALID: Duration = Duration::hours(24);

row! {
    /// A link that can still be used.
    #[derive(Clone, Debug)]
    pub struct Open {
        pub id: Uuid,
        pub person_id: Uuid,
        pub mail: String,
    }
}

/// Whether a link for somebody with these roles may be asked for in this unit: where the highest of them is held.
pub fn belongs_to(unit_id: Uuid, roles: &[Held]) -> bool {
    let highest = roles.iter().map(|role| role.kind).max();
    roles.iter().any(|role| role.unit_id == unit_id && Some(role.kind) == highest)
}

/// Whether `me` may hold the link in hand: only where it opens nothing that `me` could not give.
pub fn may_see(me: &Me, roles: &[Held]) -> bool {
    roles.iter().all(|role| {
        me.grants.iter().any(|grant| {
            grant.network_id == role.network_id
                && grant.path.holds(&role.path)
                && grant.kind >= role.kind
                && Act::ManagePeople.allowed_to(grant.kind)
        })
    })
}

/// More than anybody forgets a password in a day.
const MOST_A_DAY: i64 = 10;

/// Makes a link, the only one that works from now on. [`AppError::Conflict`] where one with this id was made before.
pub async fn link(app: &App, tx: &mut Tx, id: Uuid, person: &Person, by: Option<Uuid>) -> Result<String> {
    let token = app.ids.secret();
    let now: DateTime<Utc> = app.clock.now();
    if store::resets_since(&mut *tx, person.id, now - Duration::days(1)).await? >= MOST_A_DAY {
        return Err(AppError::TooMany);
    }
    store::void_resets(tx, person.id, now).await?;
    let new = store::NewReset {
        id,
        person_id: person.id,
        token_hash: hash_token(&token),
        by,
        made_at: now,
        expires_at: now + VALID,
    };
    store::insert_reset(tx, &new).await?;
    Ok(format!("{}/password-resets/{token}", app.settings.base_url()))
}

/// Makes a link and puts it into the outbox, in the person's language.
pub async fn send(app: &App, tx: &mut Tx, id: Uuid, person: &Person, by: &Me, unit: &Unit) -> Result<String> {
    let link = link(app, tx, id, person, Some(by.id)).await?;
    let what = format!("person {}", person.id);
    put_on_record_in(app, tx, by.id, "send_reset", &what, &unit.network.id, &unit.id).await?;
    let w = Words(Lang::from_code(&person.language).unwrap_or(Lang::En));
    let body = w.with("reset-mail-body", &[("link", link.clone().into())]);
    mail::put(app, tx, &person.mail, &w.tr("reset-mail-subject"), &body).await?;
    Ok(link)
}

pub async fn open(app: &App, token: &str) -> Result<Open> {
    let open = store::open_reset(&app.db, &hash_token(token), app.clock.now()).await?;
    open.ok_or(AppError::Invalid("reset-gone"))
}

/// Sets the new password; whoever was signed in with the old one no longer is.
pub async fn take(app: &App, open: &Open, given: String) -> Result<()> {
    let hash = password::hash(given).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !store::use_reset(&mut tx, open.id, now).await? {
        return Err(AppError::Invalid("reset-gone"));
    }
    store::set_password(&mut tx, open.person_id, &hash).await?;
    store::void_resets(&mut tx, open.person_id, now).await?;
    store::forget_failures(&mut tx, &sign_in::account(&open.mail)).await?;
    end_all_sessions(&mut tx, open.person_id).await?;
    Ok(tx.commit().await?)
}
