//! Inviting somebody to a unit; what became of the mail; inviting again and taking it back.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use chrono::NaiveTime;
use serde::Deserialize;
use uuid::Uuid;

use super::handed;
use super::members::{Telling, may_give, refused};
use crate::access::{Act, Me, RoleKind};
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, Result};
use crate::form::Wrong;
use crate::i18n::Words;
use crate::people::invitation::{self, Way};
use crate::people::mail::Stage;
use crate::people::{self, fold_mail, looks_like_mail, store};
use crate::units::{self, Unit};
use crate::web::Visit;

/// An invitation that nobody has taken up yet.
pub struct Waiting {
    pub id: Uuid,
    pub mail: String,
    pub role: String,
    pub until: String,
    /// What became of its mail, and whether that needs somebody.
    pub state: String,
    pub trouble: bool,
    pub by_mail: bool,
    /// Whether the visitor could give this role.
    pub may_give: bool,
    /// Whether they may hold its link in hand.
    pub may_show: bool,
    /// Id of the one that would take its place.
    pub next: Uuid,
}

fn state(w: Words, unit: &Unit, by_mail: bool, it: &store::Waiting) -> (String, bool) {
    if !by_mail || it.mail_id.is_none() {
        return (w.tr("invite-state-hand"), false);
    }
    let why = |trouble: people::mail::Trouble| w.tr(&format!("mail-trouble-{}", trouble.code()));
    match Stage::of(it.mail_sent_at, it.mail_refused.is_some(), it.mail_trouble.as_deref()) {
        Stage::Waiting => (w.tr("invite-state-waiting"), false),
        Stage::Trying(trouble) => (w.of("invite-state-trying", why(trouble)), true),
        Stage::Sent(at) => {
            let minutes = (at.with_timezone(&unit.network.zone).time() - NaiveTime::MIN).num_minutes();
            let on = w.date(Day::Now(at).in_zone(unit.network.zone));
            (w.of("invite-state-sent", format!("{on}, {}", w.clock(minutes))), false)
        }
        Stage::Refused(trouble) => (w.of("invite-state-refused", why(trouble)), true),
    }
}

/// The invitations to a unit that wait, for somebody who may give these roles.
pub async fn waiting(app: &App, visit: &Visit, unit: &Unit, give: &[RoleKind]) -> Result<Vec<Waiting>> {
    let (w, me) = (visit.w, visit.me()?);
    let by_mail = app.settings.smtp_url.is_some();
    let mut lines = Vec::new();
    for it in store::waiting(&app.db, unit.network.id, unit.id, app.clock.now()).await? {
        let (state, trouble) = state(w, unit, by_mail, &it);
        let may_give = give.iter().any(|kind| kind.code() == it.role_kind) && it.mail != me.mail;
        lines.push(Waiting {
            id: it.id,
            role: w.tr(&format!("role-{}", it.role_kind)),
            until: w.date(Day::Now(it.expires_at).in_zone(unit.network.zone)),
            state,
            trouble,
            by_mail,
            may_give,
            may_show: may_give && handed::may(app, me, &it.mail).await?,
            next: app.ids.random(),
            mail: it.mail,
        });
    }
    Ok(lines)
}

#[derive(Default, Deserialize)]
pub struct Invite {
    pub id: Option<Uuid>,
    #[serde(default)]
    pub mail: String,
    #[serde(default)]
    pub role: String,
}

/// The role to give, or everything that is wrong with what was typed. Nobody adds to their own rights: a coordinator
/// would read notes as a worker of their own making.
fn read(me: &Me, unit: &Unit, form: &Invite) -> std::result::Result<RoleKind, Vec<Wrong>> {
    let mail = if !looks_like_mail(&form.mail) {
        Some("mail-wrong")
    } else if fold_mail(&form.mail) == me.mail {
        Some("invite-yourself")
    } else {
        None
    };
    let kind = RoleKind::from_code(&form.role).filter(|kind| may_give(me, unit).contains(kind));
    match (mail, kind) {
        (None, Some(kind)) => Ok(kind),
        (mail, kind) => {
            let mail = mail.map(|key| Wrong::new("mail", key));
            let role = kind.is_none().then(|| Wrong::new("role", "role-not-yours"));
            Err(mail.into_iter().chain(role).collect())
        }
    }
}

pub async fn invite(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    Path((network, unit)): Path<(String, String)>,
    Form(form): Form<Invite>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::ManagePeople, &unit.as_place())?;
    let kind = match read(me, &unit, &form) {
        Ok(kind) => kind,
        Err(wrong) => {
            let telling = Telling { form, wrong, ..Telling::default() };
            return refused(&app, &visit, &unit, StatusCode::UNPROCESSABLE_ENTITY, telling).await;
        }
    };
    let id = form.id.unwrap_or_else(|| app.ids.random());
    let mut tx = app.db.begin().await?;
    let to = people::Invite { id, to: &fold_mail(&form.mail), kind, by: Some(me) };
    match people::invite(&app, &mut tx, visit.w, &unit, to).await {
        Ok(invited) => {
            tx.commit().await?;
            let by_hand = app.settings.smtp_url.is_none() && invited.by_hand;
            Ok(made(&app, &unit, jar, id, by_hand.then_some(invited.link)))
        }
        // Sent twice: it was made the first time.
        Err(AppError::Conflict) => Ok(made(&app, &unit, jar, id, None)),
        Err(AppError::TooMany) => {
            drop(tx);
            let telling =
                Telling { form, wrong: vec![Wrong::new("mail", "invite-too-many")], ..Telling::default() };
            refused(&app, &visit, &unit, StatusCode::TOO_MANY_REQUESTS, telling).await
        }
        Err(other) => Err(other),
    }
}

/// On to the page that tells of an invitation, with the link where it is to be carried over by hand.
fn made(app: &App, unit: &Unit, jar: CookieJar, id: Uuid, link: Option<String>) -> Response {
    let jar = match link {
        Some(link) => jar.add(handed::over(app, &link)),
        None => jar,
    };
    (jar, Redirect::to(&format!("{}/people?invited={id}", unit.address()))).into_response()
}

#[derive(Deserialize)]
pub struct Again {
    id: Option<Uuid>,
    /// `hand` where the link is to be shown; by mail otherwise.
    #[serde(default)]
    way: String,
}

/// Invites once more in the place of an invitation that waits: its link, perhaps on its way into wrong hands, is void.
pub async fn again(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    Path((network, unit, invitation)): Path<(String, String, Uuid)>,
    Form(asked): Form<Again>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::ManagePeople, &unit.as_place())?;
    let id = asked.id.unwrap_or_else(|| app.ids.random());
    let waiting = store::waiting(&app.db, unit.network.id, unit.id, app.clock.now()).await?;
    if waiting.iter().any(|it| it.id == id) {
        return Ok(made(&app, &unit, jar, id, None));
    }
    let telling = |key| Telling { wrong: vec![Wrong::new("waiting", key)], ..Telling::default() };
    let Some(old) = waiting.iter().find(|it| it.id == invitation) else {
        let gone = telling("invite-not-open");
        return refused(&app, &visit, &unit, StatusCode::UNPROCESSABLE_ENTITY, gone).await;
    };
    let kind = RoleKind::from_code(&old.role_kind)
        .filter(|kind| may_give(me, &unit).contains(kind) && old.mail != me.mail)
        .ok_or(AppError::Invalid("role-not-yours"))?;
    let way = if asked.way == "hand" { Way::Hand } else { Way::Mail };
    match invitation::renew(&app, visit.w, me, &unit, (old, kind), (id, way)).await {
        Ok(invited) => {
            let shown = invited.by_hand && (way == Way::Hand || app.settings.smtp_url.is_none());
            Ok(made(&app, &unit, jar, id, shown.then_some(invited.link)))
        }
        Err(AppError::Conflict) => Ok(made(&app, &unit, jar, id, None)),
        Err(AppError::Invalid(key)) => {
            refused(&app, &visit, &unit, StatusCode::UNPROCESSABLE_ENTITY, telling(key)).await
        }
        Err(AppError::TooMany) => {
            let telling = telling("invite-too-many");
            refused(&app, &visit, &unit, StatusCode::TOO_MANY_REQUESTS, telling).await
        }
        Err(other) => Err(other),
    }
}

pub async fn withdraw(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, id)): Path<(String, String, Uuid)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::ManagePeople, &unit.as_place())?;
    let waiting = store::waiting(&app.db, unit.network.id, unit.id, app.clock.now()).await?;
    if let Some(invited) = waiting.iter().find(|it| it.id == id) {
        if !may_give(me, &unit).iter().any(|kind| kind.code() == invited.role_kind) {
            return Err(AppError::Invalid("role-not-yours"));
        }
        invitation::withdraw(&app, me, &unit, id).await?;
    }
    Ok(Redirect::to(&format!("{}/people", unit.address())).into_response())
}
