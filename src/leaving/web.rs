//! The page on which a colleague's roles are handed over.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use serde::Deserialize;
use uuid::Uuid;

use crate::access::{Act, RoleKind};
use crate::activities;
use crate::app::App;
use crate::bodies;
use crate::error::Result;
use crate::form::{Wrong, told};
use crate::i18n::{Text18, Words};
use crate::people::{self, Leaving};
use crate::units::{self, Unit};
use crate::web::{Page, Routes, Visit, render};

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/people/{person}/leaving", show)
        .post("/units/{network}/{unit}/people/{person}/leaving", leave)
}

#[derive(Template)]
#[template(path = "leaving/leaving.html")]
struct LeavingPage {
    page: Page,
    base: String,
    unit: String,
    person_id: Uuid,
    name: String,
    /// Themselves.
    own: bool,
    /// Roles are above what this visitor may give: who could is said instead of the form.
    above: bool,
    arranged: Vec<String>,
    /// (role, unit, until when if that is known)
    roles: Vec<(String, String, Option<String>)>,
    entries: i64,
    notes: i64,
    proposals: i64,
    /// (mail, role and unit)
    invitations: Vec<(String, String)>,
    elsewhere: Vec<String>,
    /// Bodies that they sit in: (address, name).
    bodies: Vec<(String, String)>,
    other_networks: bool,
    colleagues: Vec<(Uuid, String)>,
    id: Uuid,
    last_on: String,
    to: String,
    person: String,
    typed_mail: String,
    keep: bool,
    problems: Vec<(String, String)>,
}

impl LeavingPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

#[derive(Default, Deserialize)]
pub struct Sent {
    id: Option<Uuid>,
    #[serde(default)]
    last_on: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    person: String,
    #[serde(default)]
    mail: String,
    #[serde(default)]
    invitations: String,
}

fn role_in(w: Words, kind: RoleKind, unit: &Text18) -> String {
    format!("{} · {}", w.tr(&format!("role-{}", kind.code())), w.text(unit))
}

/// Colleagues may share a name.
fn called(name: String, mail: String) -> String {
    if name.is_empty() { mail } else { format!("{name} · {mail}") }
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    person_id: Uuid,
    sent: Sent,
    wrong: &[Wrong],
) -> Result<LeavingPage> {
    let (w, me) = (visit.w, visit.me()?);
    let network_id = unit.network.id;
    let today = app.clock.today(unit.network.zone);
    let it = people::standing(app, &app.db, me, unit, person_id).await?;
    let written = activities::written_by(&app.db, network_id, &unit.path, today, person_id).await?;
    let seats = bodies::seats_of(&app.db, unit, person_id, today).await?;
    let departures = people::departures_of(&app.db, network_id, unit.id, person_id).await?;
    let name = if it.person.name.is_empty() { it.person.mail.clone() } else { it.person.name.clone() };
    let roles = it.here.iter().map(|role| {
        let last = role.until_on.and_then(|until| until.pred_opt());
        let until = last.map(|last| w.of("role-until", w.date(last)));
        (w.tr(&format!("role-{}", role.kind.code())), w.text(&role.unit_name), until)
    });
    Ok(LeavingPage {
        page: Page::new(visit, w.of("leaving-of", &name), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        person_id,
        own: person_id == me.id,
        above: it.above,
        arranged: departures.iter().filter(|it| it.last_on >= today).map(|it| it.says(w)).collect(),
        roles: roles.collect(),
        entries: written.entries,
        notes: written.notes,
        proposals: written.proposals,
        invitations: it
            .invitations
            .iter()
            .map(|made| (made.mail.clone(), role_in(w, made.kind, &made.unit_name)))
            .collect(),
        elsewhere: it.elsewhere.iter().map(|role| role_in(w, role.kind, &role.unit_name)).collect(),
        other_networks: it.other_networks,
        bodies: seats.into_iter().map(|(href, name)| (href, w.text(&name))).collect(),
        to: match sent.to.as_str() {
            "" if it.colleagues.is_empty() => "mail".into(),
            "" => "person".into(),
            _ => sent.to,
        },
        colleagues: it.colleagues.into_iter().map(|(id, name, mail)| (id, called(name, mail))).collect(),
        id: sent.id.unwrap_or_else(|| app.ids.random()),
        last_on: if sent.last_on.is_empty() && wrong.is_empty() { today.to_string() } else { sent.last_on },
        person: sent.person,
        typed_mail: sent.mail,
        keep: sent.invitations != "withdraw",
        name,
        problems: told(w, wrong),
    })
}

type At = Path<(String, String, Uuid)>;

async fn show(State(app): State<App>, visit: Visit, Path((network, unit, person)): At) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::ManagePeople, &unit.as_place())?;
    let page = page(&app, &visit, &unit, person, Sent::default(), &[]).await?;
    Ok(render(&page)?.into_response())
}

async fn leave(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    Path((network, unit, person)): At,
    Form(sent): Form<Sent>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::ManagePeople, &unit.as_place())?;
    let id = sent.id.unwrap_or_else(|| app.ids.random());
    let typed = Leaving {
        last_on: sent.last_on.clone(),
        to: sent.to.clone(),
        person: sent.person.clone(),
        mail: sent.mail.clone(),
        invitations: sent.invitations.clone(),
    };
    match people::leave(&app, me, visit.w, &unit, (id, person), &typed).await? {
        Ok(links) => {
            // Whoever ended their own roles can see no people any more.
            let today = app.clock.today(unit.network.zone);
            let gone = person == me.id && units::file::date(&typed.last_on).is_some_and(|last| last < today);
            let next = if gone { "/".to_owned() } else { format!("{}/people?left={id}", unit.address()) };
            let next = Redirect::to(&next);
            let by_hand = app.settings.smtp_url.is_none() && !links.is_empty();
            let jar = if by_hand { jar.add(people::links_by_hand(&app, &links)) } else { jar };
            Ok((jar, next).into_response())
        }
        Err(wrong) => {
            let page = page(&app, &visit, &unit, person, sent, &wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
