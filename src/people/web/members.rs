//! Who may act in a unit; inviting somebody, ending a role.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use crate::access::{Act, Me, RoleKind};
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, OrMissing, Result};
use crate::people::{Member, fold_mail, invite as send, looks_like_mail, reset, store};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

struct Line {
    role_id: Uuid,
    name: String,
    mail: String,
    role: String,
    /// Where the role was given, if that is above this unit.
    above: Option<String>,
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
    waiting: Vec<(String, String, String)>,
    roles: Vec<(&'static str, String, String)>,
    mail: String,
    chosen: String,
    problem: Option<String>,
    done: Option<Done>,
}

/// What was just done, and the link to carry over by hand where no mail server does.
struct Done {
    said: String,
    label: &'static str,
    link: Option<String>,
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

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    form: Invite,
    problem: Option<&str>,
) -> Result<MembersPage> {
    let me = visit.me()?;
    let w = visit.w;
    let today = app.clock.today(unit.network.zone);
    let path = units::named_path(&app.db, unit, today).await?;
    let members = store::members(&app.db, unit.network.id, &unit.path, today).await?;
    let give = may_give(me, unit);
    let lines = members.into_iter().map(|member| Line {
        role_id: member.role_id,
        above: path.iter().find(|at| at.id == member.unit_id && at.id != unit.id).map(|at| w.text(&at.name)),
        role: w.tr(&format!("role-{}", member.kind.code())),
        may_end: member.unit_id == unit.id && give.contains(&member.kind),
        may_reset: member.unit_id == unit.id && member.mail != me.mail,
        name: if member.name.is_empty() { member.mail.clone() } else { member.name },
        mail: member.mail,
    });
    let waiting = store::waiting(&app.db, unit.network.id, unit.id, app.clock.now()).await?;
    Ok(MembersPage {
        page: Page::new(visit, w.of("people-of", w.text(&unit.name)), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        members: lines.collect(),
        waiting: waiting
            .into_iter()
            .map(|(mail, kind, until)| {
                (mail, w.tr(&format!("role-{kind}")), w.date(Day::Now(until).in_zone(unit.network.zone)))
            })
            .collect(),
        roles: give
            .into_iter()
            .map(|kind| {
                (
                    kind.code(),
                    w.tr(&format!("role-{}", kind.code())),
                    w.tr(&format!("role-{}-what", kind.code())),
                )
            })
            .collect(),
        mail: form.mail,
        chosen: if form.role.is_empty() { "worker".into() } else { form.role },
        problem: problem.map(|key| w.tr(key)),
        done: None,
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::ManagePeople, &unit.as_place())?;
    Ok(render(&page(&app, &visit, &unit, Invite::default(), None).await?)?.into_response())
}

#[derive(Default, Deserialize)]
pub struct Invite {
    #[serde(default)]
    mail: String,
    #[serde(default)]
    role: String,
}

pub async fn invite(
    State(app): State<App>,
    visit: Visit,
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
        let problem = if kind.is_none() { "role-not-yours" } else { "mail-wrong" };
        let page = page(&app, &visit, &unit, form, Some(problem)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    };
    let mut tx = app.db.begin().await?;
    let invited = send(&app, &mut tx, visit.w, &unit, &fold_mail(&form.mail), kind, Some(me)).await?;
    tx.commit().await?;
    let mut page = page(&app, &visit, &unit, Invite::default(), None).await?;
    // Without a mail server somebody has to carry the link over by hand.
    let link = app.settings.smtp_url.is_none().then_some(invited.link);
    page.done = Some(Done { said: visit.w.tr("invite-done"), label: "invite-link-label", link });
    Ok(render(&page)?.into_response())
}

/// The role of this very unit with this id, and whose it is.
async fn member(app: &App, unit: &Unit, role: Uuid) -> Result<Member> {
    let today = app.clock.today(unit.network.zone);
    let members = store::members(&app.db, unit.network.id, &unit.path, today).await?;
    members.into_iter().find(|member| member.role_id == role && member.unit_id == unit.id).or_missing()
}

pub async fn send_reset(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, role)): Path<(String, String, Uuid)>,
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
    let mut tx = app.db.begin().await?;
    let link = reset::send(&app, &mut tx, &person, me).await?;
    tx.commit().await?;
    let (said, link) = match app.settings.smtp_url {
        Some(_) => ("reset-sent", None),
        None if reset::may_see(me, &held) => ("reset-ready", Some(link)),
        None => ("reset-waits", None),
    };
    let mut page = page(&app, &visit, &unit, Invite::default(), None).await?;
    page.done = Some(Done { said: visit.w.tr(said), label: "reset-link-label", link });
    Ok(render(&page)?.into_response())
}

pub async fn end_role(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, role)): Path<(String, String, Uuid)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::ManagePeople, &unit.as_place())?;
    let today = app.clock.today(unit.network.zone);
    let member = member(&app, &unit, role).await?;
    if !may_give(me, &unit).contains(&member.kind) {
        return Err(AppError::Invalid("role-not-yours"));
    }
    let mut tx = app.db.begin().await?;
    store::end_role(&mut tx, unit.network.id, unit.id, role, today).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/people", unit.address())).into_response())
}
