//! An invitation is a link that works once: it makes the account, or adds a role to one there is.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::mail::Stage;
use super::{Held, NewPerson, Person, fold_mail, password, reset, sign_in, store};
use crate::access::{Act, Me, RoleKind, hash_token, put_on_record_in};
use crate::app::App;
use crate::clock::{Day, zone};
use crate::db::{Conn, Tx};
use crate::error::{AppError, Result};
use crate::i18n::Words;
use crate::units::{self, Unit};

/// Long enough for somebody on holiday.
const VALID: Duration = Duration::days(21);

pub struct Invited {
    /// The link; only here and in the mail, never in the database.
    pub link: String,
    pub expires_at: DateTime<Utc>,
    /// Whether whoever invites may hold the link in hand, to pass it on.
    pub by_hand: bool,
}

/// How the link gets to whom it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Mail,
    Hand,
}

/// Whom to invite to what.
pub struct Invite<'a> {
    /// Made by the page: the same sent twice invites once.
    pub id: Uuid,
    pub to: &'a str,
    pub kind: RoleKind,
    pub by: Option<&'a Me>,
}

/// More than anybody invites in a day.
const MOST_A_DAY: i64 = 200;

/// Invites to a role on a unit: keeps the invitation and puts a mail into the outbox. [`AppError::Conflict`] where this
/// very invitation was made before.
pub async fn invite(app: &App, tx: &mut Tx, w: Words, unit: &Unit, invite: Invite<'_>) -> Result<Invited> {
    make(app, tx, w, unit, invite, Way::Mail).await
}

/// Puts a new invitation in the place of one that waits, whose link opens nothing any more and is no longer mailed.
/// [`AppError::Conflict`] where this very one was made before.
pub async fn renew(
    app: &App,
    w: Words,
    me: &Me,
    unit: &Unit,
    (old, kind): (&store::Waiting, RoleKind),
    (id, way): (Uuid, Way),
) -> Result<Invited> {
    let mut tx = app.db.begin().await?;
    if way == Way::Hand && !may_hand_over(app, &mut tx, Some(me), &old.mail).await? {
        return Err(AppError::Invalid("invite-hand-closed"));
    }
    let invite = Invite { id, to: &old.mail, kind, by: Some(me) };
    let invited = make(app, &mut tx, w, unit, invite, way).await?;
    if !end(app, &mut tx, me, unit, old.id).await? {
        return Err(AppError::Invalid("invite-not-open"));
    }
    tx.commit().await?;
    Ok(invited)
}

/// Whether somebody may hold the link to an invitation for this address in hand. Of a closed account it would open what
/// only its mailbox should, unless they could give all that the account ever had.
pub async fn may_hand_over<'c>(
    app: &App,
    conn: impl Into<Conn<'c>>,
    by: Option<&Me>,
    to: &str,
) -> Result<bool> {
    let Some(me) = by else { return Ok(true) };
    let mut conn: Conn<'_> = conn.into();
    let closed = store::by_mail(conn.again(), to).await?.filter(|person| person.disabled_at.is_some());
    let Some(person) = closed else { return Ok(true) };
    let held = store::held_when_closed(conn, person.id, app.clock.day()).await?;
    Ok(reset::may_see(me, &held))
}

async fn make(
    app: &App,
    tx: &mut Tx,
    w: Words,
    unit: &Unit,
    invite: Invite<'_>,
    way: Way,
) -> Result<Invited> {
    let Invite { id, to, kind, by } = invite;
    let token = app.ids.secret();
    let now = app.clock.now();
    let expires_at = now + VALID;
    if let Some(me) = by
        && store::invited_since(&mut *tx, unit.network.id, me.id, now - Duration::days(1)).await?
            >= MOST_A_DAY
    {
        return Err(AppError::TooMany);
    }
    let new = store::NewInvitation {
        id,
        mail: fold_mail(to),
        kind,
        unit_id: unit.id,
        token_hash: hash_token(&token),
        by: by.map(|me| me.id),
        made_at: now,
        expires_at,
        mail_id: (way == Way::Mail).then(|| app.ids.ordered()),
    };
    store::insert_invitation(tx, unit.network.id, &new).await?;
    if let Some(me) = by {
        let what = format!("{} {}", new.kind.code(), new.id);
        put_on_record_in(app, tx, me.id, "invite", &what, &unit.network.id, &unit.id).await?;
    }
    let link = format!("{}/invitations/{token}", app.settings.base_url());
    if let Some(mail_id) = new.mail_id {
        let args = [
            ("unit", w.text(&unit.name).into()),
            ("role", w.tr(&format!("role-{}", kind.code())).into()),
            ("link", link.clone().into()),
            ("until", w.date(Day::Now(expires_at).in_zone(unit.network.zone)).into()),
        ];
        let subject = w.with("invitation-mail-subject", &args);
        let body = w.with("invitation-mail-body", &args);
        store::insert_mail(tx, mail_id, &new.mail, &subject, &body, now).await?;
    }
    let by_hand = may_hand_over(app, tx, by, &new.mail).await?;
    Ok(Invited { link, expires_at, by_hand })
}

/// An invitation that can still be taken up.
#[derive(Clone, Debug)]
pub struct Open {
    pub network_id: Uuid,
    pub id: Uuid,
    pub mail: String,
    pub kind: RoleKind,
    pub unit_id: Uuid,
    pub invited_by: Option<Uuid>,
}

/// The invitation with this secret. It holds while whoever gave it could give it still: a role that has ended leaves
/// nothing behind.
pub async fn open(app: &App, token: &str) -> Result<Open> {
    let gone = || AppError::Invalid("invitation-gone");
    let now = app.clock.now();
    let open = store::open_invitation(&app.db, &hash_token(token), now).await?.ok_or_else(gone)?;
    if let Some(by) = open.invited_by {
        let unit =
            units::by_id(&app.db, open.network_id, open.unit_id, Day::Now(now)).await?.ok_or_else(gone)?;
        let held = store::held_by(&app.db, by, Day::Now(now)).await?;
        let gives = |role: &Held| {
            role.network_id == open.network_id
                && role.path.holds(&unit.path)
                && role.kind >= open.kind
                && Act::ManagePeople.allowed_to(role.kind)
        };
        if !held.iter().any(gives) {
            return Err(gone());
        }
    }
    Ok(open)
}

/// Takes up an invitation with a new account, or with a closed one that it opens again; the person's id.
pub async fn accept_new(app: &App, open: &Open, name: &str, given: String, language: &str) -> Result<Uuid> {
    let hash = password::hash(given).await?;
    let mut tx = app.db.begin().await?;
    let id = match store::by_mail(&mut tx, &open.mail).await? {
        Some(person) if person.disabled_at.is_some() => {
            reopen(app, &mut tx, open, &person, (name, &hash, language)).await?;
            person.id
        }
        // An account that was made without a password, from the command line.
        Some(person) if person.password_hash.is_none() => {
            store::complete(&mut tx, person.id, name, &hash, language).await?;
            person.id
        }
        // Whoever has an account signs in with it: a link alone must not open it.
        Some(_) => return Err(AppError::Conflict),
        None => {
            let new = NewPerson {
                id: app.ids.ordered(),
                mail: open.mail.clone(),
                name: name.to_owned(),
                language: language.to_owned(),
                password_hash: Some(hash),
            };
            store::insert_person(&mut tx, &new, app.clock.now()).await?;
            new.id
        }
    };
    take(app, &mut tx, open, id).await?;
    tx.commit().await?;
    Ok(id)
}

/// Opens a closed account again, with a new password and nothing but what the invitation gives: its roles ended with
/// it, for whoever invites could perhaps not give them, and nobody asked those who could.
async fn reopen(
    app: &App,
    tx: &mut Tx,
    open: &Open,
    person: &Person,
    (name, hash, language): (&str, &str, &str),
) -> Result<()> {
    let Some(closed_at) = person.disabled_at else { return Err(AppError::Conflict) };
    if !store::reopen(tx, person.id, name, hash, language).await? {
        return Err(AppError::Conflict);
    }
    store::end_roles_of(tx, person.id, Day::Now(closed_at)).await?;
    store::void_resets(tx, person.id, app.clock.now()).await?;
    store::forget_failures(tx, &sign_in::account(&person.mail)).await?;
    let what = format!("person {}", person.id);
    put_on_record_in(app, tx, person.id, "reopen_account", &what, &open.network_id, &open.unit_id).await
}

/// Takes up an invitation with the account somebody is signed in with.
pub async fn accept_as(app: &App, open: &Open, me: &Me) -> Result<()> {
    if me.mail != open.mail {
        return Err(AppError::Invalid("invitation-other-mail"));
    }
    let mut tx = app.db.begin().await?;
    take(app, &mut tx, open, me.id).await?;
    Ok(tx.commit().await?)
}

async fn take(app: &App, tx: &mut Tx, open: &Open, person_id: Uuid) -> Result<()> {
    let now = app.clock.now();
    if !store::use_invitation(tx, open.network_id, open.id, now).await? {
        return Err(AppError::Invalid("invitation-gone"));
    }
    let unit = units::by_id(&mut *tx, open.network_id, open.unit_id, Day::Now(now)).await?;
    let unit = unit.ok_or(AppError::Invalid("invitation-gone"))?;
    let role = store::NewRole {
        id: app.ids.ordered(),
        person_id,
        unit_id: open.unit_id,
        kind: open.kind,
        from_on: Day::Now(now).in_zone(unit.network.zone),
        granted_by: open.invited_by,
    };
    store::insert_role(tx, open.network_id, &role).await?;
    let what = format!("{} {}", open.kind.code(), open.id);
    put_on_record_in(app, tx, person_id, "take_role", &what, &open.network_id, &open.unit_id).await
}

/// Takes back an invitation that nobody has taken up; false where there is none.
pub async fn withdraw(app: &App, me: &Me, unit: &Unit, id: Uuid) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    let done = end(app, &mut tx, me, unit, id).await?;
    tx.commit().await?;
    Ok(done)
}

async fn end(app: &App, tx: &mut Tx, me: &Me, unit: &Unit, id: Uuid) -> Result<bool> {
    let (network_id, now) = (unit.network.id, app.clock.now());
    let done = store::withdraw_invitation(tx, network_id, unit.id, id, Some(me.id), now).await?;
    if done {
        let what = id.to_string();
        put_on_record_in(app, tx, me.id, "withdraw_invitation", &what, &network_id, &unit.id).await?;
    }
    Ok(done)
}

/// Takes back, from the command line, what waits for an address: all of it, or one role on a unit; how many there were.
pub async fn withdraw_all(
    app: &App,
    tx: &mut Tx,
    mail: &str,
    only: Option<(&Unit, RoleKind)>,
) -> Result<usize> {
    let now = app.clock.now();
    let meant = |it: &store::Anywhere| {
        it.mail == mail
            && only.is_none_or(|(unit, kind)| it.unit_id == unit.id && it.role_kind == kind.code())
    };
    let mut ended = 0;
    for it in store::all_waiting(&mut *tx, now).await?.into_iter().filter(meant) {
        if store::withdraw_invitation(tx, it.network_id, it.unit_id, it.id, None, now).await? {
            ended += 1;
        }
    }
    Ok(ended)
}

impl store::Anywhere {
    /// The day on which it can still be taken up, by its network's calendar.
    pub fn last_day(&self) -> chrono::NaiveDate {
        Day::Now(self.expires_at).in_zone(zone(&self.zone))
    }

    /// How far the mail that carries its link has come, for commands.
    pub fn mail_state(&self, by_mail: bool) -> &'static str {
        if !by_mail || self.mail_id.is_none() {
            return "link to be handed over";
        }
        match Stage::of(self.mail_sent_at, self.mail_refused.is_some(), self.mail_trouble.as_deref()) {
            Stage::Waiting => "mail waits",
            Stage::Trying(_) => "mail not taken yet",
            Stage::Sent(_) => "mail sent",
            Stage::Refused(_) => "mail refused",
        }
    }
}
