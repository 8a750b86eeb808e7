//! Adding members to a body, changing what they are, and giving those of a committee the network's figures to read.

use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;

use super::one::{Sent, refused};
use super::{Desk, Four, Three, base_version};
use crate::access::Act;
use crate::app::App;
use crate::bodies::making::Kept;
use crate::bodies::members::{self, New};
use crate::bodies::typed;
use crate::error::{AppError, Result};
use crate::form::{Fields, Wrong};
use crate::people::{self, fold_mail};
use crate::web::{Filled, Visit};

/// Whoever was chosen from the list, or is known by the mail address that was typed.
async fn meant(app: &App, desk: &Desk, fields: &Fields) -> Result<std::result::Result<Uuid, Wrong>> {
    let (person, mail) = (fields.get("person"), fold_mail(fields.get("mail")));
    let today = app.clock.today(desk.unit.network.zone);
    let all = people::in_network(&app.db, desk.unit.network.id, today).await?;
    let found = match mail.as_str() {
        "" if person.is_empty() => return Ok(Err(Wrong::new("mail", "body-member-missing"))),
        "" => all.iter().find(|it| it.id.to_string() == person).ok_or("person"),
        mail => all.iter().find(|it| it.mail == mail).ok_or("mail"),
    };
    Ok(found.map(|it| it.id).map_err(|field| Wrong::new(field, "body-member-unknown")))
}

pub async fn add(Filled { app, visit, at, fields }: Filled<Three>) -> Result<Response> {
    let unit = crate::units::find(&app, &at.0, &at.1).await?;
    visit.me()?.allow(Act::ManageBodies, &unit.as_place())?;
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, at.2)).await?;
    let id: Uuid = fields.get("id").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let mut wrong = Vec::new();
    let person = meant(&app, &desk, &fields).await?.map_err(|it| wrong.push(it)).ok();
    let what = typed::membership(&fields, app.clock.today(desk.unit.network.zone));
    let what = what.map_err(|all| wrong.extend(all)).ok();
    if let (Some(person_id), Some(what)) = (person, what) {
        let new = New { id, person_id, what };
        match members::add(&app, visit.me()?, &desk.unit, desk.body.id, &new).await? {
            Kept::Done | Kept::Meanwhile(_) => return Ok(desk.to("#h-members")),
            Kept::Wrong(it) if fields.get("mail").trim().is_empty() => wrong.push(it),
            Kept::Wrong(it) => wrong.push(Wrong { field: "mail".into(), ..it }),
        }
    }
    refused(&app, &visit, &desk, Sent { at: "add".into(), fields, wrong }).await
}

pub async fn change(Filled { app, visit, at, fields }: Filled<Four>) -> Result<Response> {
    let unit = crate::units::find(&app, &at.0, &at.1).await?;
    visit.me()?.allow(Act::ManageBodies, &unit.as_place())?;
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, at.2)).await?;
    let base = base_version(fields.get("version"))?;
    let wrong = match typed::membership(&fields, app.clock.today(desk.unit.network.zone)) {
        Err(wrong) => wrong,
        Ok(what) => {
            let of = (desk.body.id, at.3, base);
            match members::change(&app, visit.me()?, &desk.unit, of, &what).await? {
                Kept::Done | Kept::Meanwhile(_) => return Ok(desk.to(&format!("#m-{}", at.3))),
                Kept::Wrong(it) => vec![it],
            }
        }
    };
    refused(&app, &visit, &desk, Sent { at: at.3.to_string(), fields, wrong }).await
}

#[derive(Deserialize)]
pub struct Giving {
    #[serde(default)]
    id: Option<Uuid>,
}

pub async fn give(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<Four>,
    Form(sent): Form<Giving>,
) -> Result<Response> {
    let id = sent.id.unwrap_or_else(|| app.ids.ordered());
    figures(&app, &visit, &at, Some(id)).await
}

pub async fn take(State(app): State<App>, visit: Visit, Path(at): Path<Four>) -> Result<Response> {
    figures(&app, &visit, &at, None).await
}

async fn figures(app: &App, visit: &Visit, at: &Four, reads: Option<Uuid>) -> Result<Response> {
    let unit = crate::units::find(app, &at.0, &at.1).await?;
    visit.me()?.allow(Act::ManagePeople, &unit.as_place())?;
    let desk = Desk::find(app, visit, (&at.0, &at.1, at.2)).await?;
    members::figures(app, visit.me()?, &desk.unit, (desk.body.id, at.3), reads).await?;
    Ok(desk.to(&format!("#m-{}", at.3)))
}
