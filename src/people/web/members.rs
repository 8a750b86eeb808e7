//! Who may act in a unit, and who is invited to.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

use super::handed;
use super::inviting::{self, Invite, Waiting};
use crate::access::{Act, Me, RoleKind, hash_token};
use crate::app::App;
use crate::error::Result;
use crate::form::{Wrong, told};
use crate::i18n::Words;
use crate::people::{Member, reset, store};
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
    problems: Vec<(String, String)>,
    done: Option<Done>,
}

impl MembersPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

/// What was just done, and the link to carry over by hand where no mail does.
pub struct Done {
    said: String,
    /// What to do with the link.
    how: &'static str,
    label: &'static str,
    links: Vec<String>,
}

impl Done {
    fn new(said: String, label: &'static str, links: Vec<String>) -> Done {
        Done { said, how: "invite-link", label, links }
    }
}

/// Roles that `me` may give on this unit: up to one's own, and coordinators only for a whole network.
pub fn may_give(me: &Me, unit: &Unit) -> Vec<RoleKind> {
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
pub struct Telling {
    pub form: Invite,
    pub wrong: Vec<Wrong>,
    pub done: Option<Done>,
}

/// The page again, with what is wrong with what was sent.
pub async fn refused(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    status: StatusCode,
    telling: Telling,
) -> Result<Response> {
    Ok((status, render(&page(app, visit, unit, telling).await?)?).into_response())
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
    let waiting = inviting::waiting(app, visit, unit, &give).await?;
    let roles = give.iter().map(|kind| {
        let code = kind.code();
        (code, w.tr(&format!("role-{code}")), w.tr(&format!("role-{code}-what")))
    });
    Ok(MembersPage {
        page: Page::new(visit, w.of("people-of", w.text(&unit.name)), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        members: lines.collect(),
        waiting,
        id: app.ids.random(),
        roles: roles.collect(),
        mail: telling.form.mail,
        chosen: if telling.form.role.is_empty() { "worker".into() } else { telling.form.role },
        problems: told(w, &telling.wrong),
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
    Ok(Some(Done::new(it.says(w), "invite-link-label", links)))
}

/// What became of an invitation that was just made, and its link where it waits in this very browser.
async fn invited(app: &App, unit: &Unit, visit: &Visit, jar: &CookieJar, id: Uuid) -> Result<Option<Done>> {
    let w = visit.w;
    let waiting = store::waiting(&app.db, unit.network.id, unit.id, app.clock.now()).await?;
    let Some(it) = waiting.into_iter().find(|it| it.id == id) else { return Ok(None) };
    let by_mail = app.settings.smtp_url.is_some() && it.mail_id.is_some();
    let link = handed::here(jar, &it.token_hash)
        .map(|secret| format!("{}/invitations/{secret}", app.settings.base_url()));
    let said = match &link {
        _ if by_mail => w.of("invite-on-its-way", &it.mail),
        // Nobody here may hold the link to more than they could give.
        None if !handed::may(app, visit.me()?, &it.mail).await? => w.tr("invite-waits"),
        _ => w.tr("invite-done"),
    };
    let how = if app.settings.smtp_url.is_some() { "invite-link-hand" } else { "invite-link" };
    let links = link.filter(|_| !by_mail).into_iter().collect();
    Ok(Some(Done { said, how, label: "invite-link-label", links }))
}

/// What to tell of it, and the link where it waits in this very browser.
async fn done(app: &App, unit: &Unit, visit: &Visit, jar: &CookieJar, asked: &Asked) -> Result<Option<Done>> {
    let w = visit.w;
    let base = app.settings.base_url();
    if let Some(id) = asked.invited {
        return invited(app, unit, visit, jar, id).await;
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
    Ok(Some(Done::new(w.tr(said), "reset-link-label", links)))
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
