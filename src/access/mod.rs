//! Who is asking, and what they may: a role on a unit, which holds for everything below it. One rule for every page.
//!
//! Shared by all features. Roles are given in `people`; here they are only read. Sessions are kept here.

mod path;
mod record;
mod rule;
mod store;

use chrono::{DateTime, Duration, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

pub use path::Path;
pub use record::{Recorded, Sought, acts, recorded};
pub use rule::{Act, RoleKind};

use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Text18};

/// How long somebody stays signed in without being asked again.
const SESSION: Duration = Duration::days(30);

/// Where something is, as far as permission goes.
#[derive(Clone, Debug)]
pub struct Place {
    pub network_id: Uuid,
    pub path: Path,
    /// What the unit is called and where to find it, for the sentence that explains a denial.
    pub name: Text18,
    pub network: String,
    pub unit: String,
}

/// Why something is not allowed: which roles would do, and where.
#[derive(Clone, Debug)]
pub struct Denied {
    pub act: Act,
    pub place: Place,
}

/// A role somebody holds today.
#[derive(Clone, Debug)]
pub struct Grant {
    pub kind: RoleKind,
    pub network_id: Uuid,
    pub network: String,
    pub unit_id: Uuid,
    pub unit: String,
    pub unit_name: Text18,
    pub path: Path,
}

/// The person who is signed in.
#[derive(Clone, Debug)]
pub struct Me {
    pub id: Uuid,
    pub mail: String,
    pub name: String,
    pub lang: Lang,
    pub grants: Vec<Grant>,
    pub session: Vec<u8>,
}

impl Me {
    /// Whether one of the roles held at or above `place` allows `act`.
    pub fn may(&self, act: Act, place: &Place) -> bool {
        self.grants.iter().any(|grant| {
            grant.network_id == place.network_id
                && act.allowed_to(grant.kind)
                && grant.path.holds(&place.path)
        })
    }

    /// [`Me::may`], as an error that says which role would be needed.
    pub fn allow(&self, act: Act, place: &Place) -> Result<()> {
        if self.may(act, place) {
            Ok(())
        } else {
            Err(AppError::Forbidden(Box::new(Denied { act, place: place.clone() })))
        }
    }

    /// Whether any role is held in a network.
    pub fn is_in(&self, network_id: Uuid) -> bool {
        self.grants.iter().any(|grant| grant.network_id == network_id)
    }

    /// The highest role held at or above `place`.
    pub fn highest(&self, place: &Place) -> Option<RoleKind> {
        let held =
            self.grants.iter().filter(|g| g.network_id == place.network_id && g.path.holds(&place.path));
        held.map(|grant| grant.kind).max()
    }

    /// The unit a person's day begins at: where they record, else the highest place they may look at.
    pub fn home(&self) -> Option<&Grant> {
        let records = self.grants.iter().find(|grant| Act::Record.allowed_to(grant.kind));
        records.or_else(|| self.grants.iter().min_by_key(|grant| grant.path.depth()))
    }
}

pub fn hash_token(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// Begins a session and returns the secret for its cookie. Only its hash is kept.
pub async fn begin_session(app: &App, person_id: Uuid) -> Result<String> {
    let token = app.ids.secret();
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    store::insert_session(&mut tx, &hash_token(&token), person_id, now, now + SESSION).await?;
    store::delete_expired(&mut tx, now).await?;
    tx.commit().await?;
    Ok(token)
}

/// Who holds this cookie, with the roles they have today.
pub async fn me(app: &App, token: &str) -> Result<Option<Me>> {
    let now: DateTime<Utc> = app.clock.now();
    let today = store::seen_on(now);
    let hash = hash_token(token);
    let Some((me, seen_on)) = store::me(&app.db, &hash, now).await? else { return Ok(None) };
    if seen_on != today {
        let mut tx = app.db.begin().await?;
        store::prolong(&mut tx, &hash, today, now + SESSION).await?;
        tx.commit().await?;
    }
    Ok(Some(me))
}

pub async fn end_session(app: &App, session: &[u8]) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::delete_session(&mut tx, session).await?;
    Ok(tx.commit().await?)
}

/// Signs a person out on every device.
pub async fn end_all_sessions(tx: &mut Tx, person_id: Uuid) -> Result<()> {
    Ok(store::delete_sessions_of(tx, person_id).await?)
}

/// Everything that is put on record, as the record's page and its files call it.
pub const ACTS: [&str; 43] = [
    "change_calendar",
    "change_kinds",
    "change_questionnaires",
    "change_reflections",
    "change_words",
    "close_period",
    "close_unit",
    "discard_report",
    "dismiss_finding",
    "end_role",
    "evaluate",
    "finish_report",
    "give_role",
    "import",
    "invite",
    "leave",
    "mend_unit",
    "move_unit",
    "pass_invitation",
    "publish_page",
    "publish_plan",
    "publish_said",
    "read_note",
    "read_reflections",
    "rename_unit",
    "reopen_account",
    "reopen_period",
    "reopen_unit",
    "review_words",
    "search_notes",
    "see_photos",
    "send_reset",
    "set_retention",
    "support_visit",
    "take_back_page",
    "take_back_plan",
    "take_back_said",
    "take_entries",
    "take_role",
    "took_entries",
    "unmove_unit",
    "unname_unit",
    "withdraw_invitation",
];

/// Puts on record that somebody did something that others may want to know of, such as reading a note.
pub async fn put_on_record(
    app: &App,
    me: &Me,
    act: &str,
    object: &str,
    network_id: &Uuid,
    unit_id: &Uuid,
) -> Result<()> {
    let mut tx = app.db.begin().await?;
    put_on_record_in(app, &mut tx, me.id, act, object, network_id, unit_id).await?;
    Ok(tx.commit().await?)
}

/// [`put_on_record`], together with what was done.
pub async fn put_on_record_in(
    app: &App,
    tx: &mut Tx,
    person_id: Uuid,
    act: &str,
    object: &str,
    network_id: &Uuid,
    unit_id: &Uuid,
) -> Result<()> {
    debug_assert!(ACTS.contains(&act), "{act} has no name on the record's page");
    let (id, now) = (app.ids.ordered(), app.clock.now());
    Ok(store::insert_audit(tx, id, now, person_id, act, object, *network_id, *unit_id).await?)
}

#[cfg(test)]
mod tests;
