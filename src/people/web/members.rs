//! Who may act in a unit; inviting somebody, ending a role.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

use super::handed;
use crate::access::{Act, Me, RoleKind, hash_token};
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, OrMissing, Result};
use crate::i18n::Words;
use crate::people::{self, Member, fold_mail, invitation, looks_like_mail, reset, roles, store};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

struct Line {
    role_id: Uuid,
    person_id: Uuid,
    name: String,
    mail: String,
    role: String,
    /// Where the role was given, if that is above this unit.
    above: Option<String>,
    /// Since when or until when, where that is not simply now.
    when: Option<String>,
    may_end: bool,
    /// Whether a role of this very unit, and somebody else's: one's own password is changed in one's account.
    may_reset: bool,
}

#[derive(Template)]
#[template(path = "people/web/members.html")]
struct MembersPage {
    page: Page,
    base: String,
    unit: String,
    members: Vec<Line>,
    waiting: Vec<Waiting>,
    /// Id of the next invitation.
    id: Uuid,
    roles: Vec<(&'static str, String, String)>,
    mail: String,
    chosen: String,
    problem: Option<String>,
    done: Option<Done>,
}

/// An invitation that nobody has taken up yet.
struct Waiting {
    id: Uuid,
    mail: String,
    role: String,
    until: String,
    may_withdraw: bool,
}

/// What was just done, and the link to carry over by hand where no mail server does.
struct Done {
    said: String,
    label: &'static str,
    links: Vec<String>,
}

/// Roles that `me` may give on this unit: up to one's own, and coordinators only for a whole network.
fn may_give(me: &Me, unit: &Unit) -> Vec<RoleKind> {
    let highest = me.highest(&unit.as_place());
    let whole = unit.parent_id.is_none();
    RoleKind::ALL
        .into_iter()
        .filter(|kind| highest.is_some_and(|own| *kind <= own) && (*kind != RoleKind::Coordinator || whole))
        .collect()
}

/// From a day to come, or until one.
fn when(w: Words, member: &Member, today: NaiveDate) -> Option<String> {
    let last = member.until.and_then(|until| until.pred_opt());
    match (member.since > today, last) {
        (true, Some(last)) => Some(w.span(member.since, last)),
        (true, None) => Some(w.of("role-from", w.date(member.since))),
        (false, Some(last)) => Some(w.of("role-until", w.date(last))),
        (false, None) => None,
    }
}

/// What the page is to tell beside who is who.
#[derive(Default)]
struct Telling {
    form: Invite,
    problem: Option<&'static str>,
    done: Option<Done>,
}

async fn page(app: &App, visit: &Visit, unit: &Unit, telling: Telling) -> Result<MembersPage> {
    let me = visit.me()?;
    let w = visit.w;
    let today = app.clock.today(unit.network.zone);
    let path = units::named_path(&app.db, unit, today).await?;
    let members = store::members(&app.db, unit.network.id, &unit.path, today).await?;
    let give = may_give(me, unit);
    let lines = members.into_iter().map(|member| Line {
        role_id: member.role_id,
        person_id: member.person_id,
        when: when(w, &member, today),
        above: path.iter().find(|at| at.id == member.unit_id && at.id != unit.id).map(|at| w.text(&at.name)),
        role: w.tr(&format!("role-{}", member.kind.code())),
        may_end: member.unit_id == unit.id && give.contains(&member.kind),
        may_reset: member.unit_id == unit.id && member.mail != me.mail,
        name: if member.name.is_empty() { member.mail.clone() } else { member.name },
        mail: member.mail,
    });
    let waiting = store::waiting(&app.db, unit.network.id, unit.id, app.clock.now()).await?;
    let waiting = waiting.into_iter().map(|it| Waiting {
        id: it.id,
        mail: it.mail,
        role: w.tr(&format!("role-{}", it.role_kind)),
        until: w.date(Day::Now(it.expires_at).in_zone(unit.network.zone)),
        may_withdraw: give.iter().any(|kind| kind.code() == it.role_kind),
    });
    let roles = give.iter().map(|kind| {
        let code = kind.code();
        (code, w.tr(&format!("role-{code}")), w.tr(&format!("role-{code}-what")))
    });
    Ok(MembersPage {
        page: Page::new(visit, w.of("people-of", w.text(&unit.name)), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        members: lines.collect(),
        waiting: waiting.collect(),
        id: app.ids.random(),
        roles: roles.collect(),
        mail: telling.form.mail,
        chosen: if telling.form.role.is_empty() { "worker".into() } else { telling.form.role },
        problem: telling.problem.map(|key| w.tr(key)),
        done: telling.done,
    })
}

/// What was done before the page was asked for.
#[derive(Deserialize)]
pub struct Asked {
    invited: Option<Uuid>,
    reset: Option<Uuid>,
    left: Option<Uuid>,
}

/// How a colleague leaves, and the links to invitations made for it, where they wait in this very browser.
async fn left(app: &App, unit: &Unit, visit: &Visit, jar: &CookieJar, id: Uuid) -> Result<Option<Done>> {
    let (w, me) = (visit.w, visit.me()?);
    let Some(it) = store::departure(&app.db, unit.network.id, id).await?.filter(|it| it.unit_id == unit.id)
    else {
        return Ok(None);
    };
    let mut links = Vec::new();
    for secret in handed::all_here(jar) {
        let open = store::open_invitation(&app.db, &hash_token(&secret), app.clock.now()).await?;
        if open.is_some_and(|open| open.network_id == unit.network.id && open.invited_by == Some(me.id)) {
            links.push(format!("{}/invitations/{secret}", app.settings.base_url()));
        }
    }
    Ok(Some(Done { said: it.says(w), label: "invite-link-label", links }))
}

/// What to tell of it, and the link where it waits in this very browser.
async fn done(app: &App, unit: &Unit, visit: &Visit, jar: &CookieJar, asked: &Asked) -> Result<Option<Done>> {
    let w = visit.w;
    let base = app.settings.base_url();
    if let Some(id) = asked.invited {
        let waiting = store::waiting(&app.db, unit.network.id, unit.id, app.clock.now()).await?;
        let invited = waiting.iter().find(|it| it.id == id);
        let secret = invited.and_then(|it| handed::here(jar, &it.token_hash));
        let link = secret.map(|secret| format!("{base}/invitations/{secret}"));
        let links = link.into_iter().collect();
        return Ok(invited.map(|_| Done { said: w.tr("invite-done"), label: "invite-link-label", links }));
    }
    if let Some(id) = asked.left {
        return left(app, unit, visit, jar, id).await;
    }
    let Some(id) = asked.reset else { return Ok(None) };
    let Some((person_id, hash)) = store::reset_made(&app.db, id).await? else { return Ok(None) };
    let held = store::held_by(&app.db, person_id, app.clock.day()).await?;
    let me = visit.me()?;
    let secret = handed::here(jar, &hash).filter(|_| reset::may_see(me, &held));
    let said = match (&app.settings.smtp_url, &secret) {
        (Some(_), _) => "reset-sent",
        (None, Some(_)) => "reset-ready",
        (None, None) => "reset-waits",
    };
    let links = secret.map(|secret| format!("{base}/password-resets/{secret}")).into_iter().collect();
    Ok(Some(Done { said: w.tr(said), label: "reset-link-label", links }))
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::ManagePeople, &unit.as_place())?;
    let done = done(&app, &unit, &visit, &jar, &asked).await?;
    Ok(render(&page(&app, &visit, &unit, Telling { done, ..Telling::default() }).await?)?.into_response())
}

#[derive(Default, Deserialize)]
pub struct Invite {
    id: Option<Uuid>,
    #[serde(default)]
    mail: String,
    #[serde(default)]
    role: String,
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
    // Nobody adds to their own rights: a coordinator would read notes as a worker of their own making.
    let kind = RoleKind::from_code(&form.role)
        .filter(|kind| may_give(me, &unit).contains(kind) && fold_mail(&form.mail) != me.mail);
    let (Some(kind), true) = (kind, looks_like_mail(&form.mail)) else {
        let problem = Some(if kind.is_none() { "role-not-yours" } else { "mail-wrong" });
        let page = page(&app, &visit, &unit, Telling { form, problem, done: None }).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    };
    let id = form.id.unwrap_or_else(|| app.ids.random());
    let next = Redirect::to(&format!("{}/people?invited={id}", unit.address()));
    let mut tx = app.db.begin().await?;
    let to = people::Invite { id, to: &fold_mail(&form.mail), kind, by: Some(me) };
    let link = match people::invite(&app, &mut tx, visit.w, &unit, to).await {
        Ok(invited) => invited.link,
        // Sent twice: it was made the first time.
        Err(AppError::Conflict) => return Ok(next.into_response()),
        Err(other) => return Err(other),
    };
    tx.commit().await?;
    let jar = if app.settings.smtp_url.is_none() { jar.add(handed::over(&app, &link)) } else { jar };
    Ok((jar, next).into_response())
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

/// The role of this very unit with this id, and whose it is.
async fn member(app: &App, unit: &Unit, role: Uuid) -> Result<Member> {
    let today = app.clock.today(unit.network.zone);
    let members = store::members(&app.db, unit.network.id, &unit.path, today).await?;
    members.into_iter().find(|member| member.role_id == role && member.unit_id == unit.id).or_missing()
}

#[derive(Deserialize)]
pub struct Once {
    id: Option<Uuid>,
}

pub async fn send_reset(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    Path((network, unit, role)): Path<(String, String, Uuid)>,
    Form(once): Form<Once>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::ManagePeople, &unit.as_place())?;
    let member = member(&app, &unit, role).await?;
    let person = store::by_mail(&app.db, &member.mail).await?.or_missing()?;
    let held = store::held_by(&app.db, person.id, app.clock.day()).await?;
    if !reset::belongs_to(unit.id, &held) {
        return Err(AppError::Invalid("reset-elsewhere"));
    }
    let id = once.id.unwrap_or_else(|| app.ids.random());
    let next = Redirect::to(&format!("{}/people?reset={id}", unit.address()));
    let mut tx = app.db.begin().await?;
    let link = match reset::send(&app, &mut tx, id, &person, me, &unit).await {
        Ok(link) => link,
        Err(AppError::Conflict) => return Ok(next.into_response()),
        Err(other) => return Err(other),
    };
    tx.commit().await?;
    let by_hand = app.settings.smtp_url.is_none() && reset::may_see(me, &held);
    let jar = if by_hand { jar.add(handed::over(&app, &link)) } else { jar };
    Ok((jar, next).into_response())
}

pub async fn end_role(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, role)): Path<(String, String, Uuid)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::ManagePeople, &unit.as_place())?;
    let member = member(&app, &unit, role).await?;
    if !may_give(me, &unit).contains(&member.kind) {
        return Err(AppError::Invalid("role-not-yours"));
    }
    roles::end(&app, me, &unit, &member).await?;
    Ok(Redirect::to(&format!("{}/people", unit.address())).into_response())
}
