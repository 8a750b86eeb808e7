//! An invitation is a link that works once: it makes the account, or adds a role to one there is.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::{Held, NewPerson, fold_mail, mail, password, store};
use crate::access::{Act, Me, RoleKind, hash_token};
use crate::app::App;
use crate::clock::Day;
use crate::db::Tx;
use crate::error::{AppError, Result};
use crate::i18n::Words;
use crate::units::{self, Unit};

/// Long enough for somebody on holiday.
const VALID: Duration = Duration::days(21);

pub struct Invited {
    /// The link; only here and in the mail, never in the database.
    pub link: String,
    pub expires_at: DateTime<Utc>,
}

/// Invites `mail` to a role on a unit: keeps the invitation and puts a mail into the outbox.
pub async fn invite(
    app: &App,
    tx: &mut Tx,
    w: Words,
    unit: &Unit,
    to: &str,
    kind: RoleKind,
    by: Option<&Me>,
) -> Result<Invited> {
    let token = app.ids.secret();
    let now = app.clock.now();
    let expires_at = now + VALID;
    let new = store::NewInvitation {
        id: app.ids.random(),
        mail: fold_mail(to),
        kind,
        unit_id: unit.id,
        token_hash: hash_token(&token),
        by: by.map(|me| me.id),
        made_at: now,
        expires_at,
    };
    store::insert_invitation(tx, unit.network.id, &new).await?;
    let link = format!("{}/invitations/{token}", app.settings.base_url());
    let args = [
        ("unit", w.text(&unit.name).into()),
        ("role", w.tr(&format!("role-{}", kind.code())).into()),
        ("link", link.clone().into()),
        ("until", w.date(Day::Now(expires_at).in_zone(unit.network.zone)).into()),
    ];
    let subject = w.with("invitation-mail-subject", &args);
    mail::put(app, tx, &new.mail, &subject, &w.with("invitation-mail-body", &args)).await?;
    Ok(Invited { link, expires_at })
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

/// Takes up an invitation with a new account; the person's id.
pub async fn accept_new(app: &App, open: &Open, name: &str, given: String, language: &str) -> Result<Uuid> {
    let hash = password::hash(given).await?;
    let mut tx = app.db.begin().await?;
    let id = match store::by_mail(&mut tx, &open.mail).await? {
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
    Ok(store::insert_role(tx, open.network_id, &role).await?)
}
