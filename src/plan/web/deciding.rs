//! What is done on the page of a plan's adoption: taking a step, amending, taking the last of that back; publishing, and taking
//! that away.

use std::str::FromStr;

use axum::response::Response;
use uuid::Uuid;

use super::adoption::{LONGEST, again};
use super::{Desk, Three};
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::form::{Fields, Wrong, lines};
use crate::plan::adoption::making::{self, Taking, Took};
use crate::plan::adoption::publishing;
use crate::plan::document::Adoption;
use crate::units;
use crate::web::{Filled, Visit};

/// What was typed of a step or an amendment.
fn typed(fields: &Fields) -> std::result::Result<Taking, Wrong> {
    let id = |field: &str| fields.get(field).parse::<Uuid>().ok();
    let words = lines(fields.get("words"));
    if words.chars().count() > LONGEST {
        let most = i64::try_from(LONGEST).unwrap_or(i64::MAX);
        return Err(Wrong::new("words", "comment-long").arg("n", most));
    }
    let held_on = units::file::date(fields.get("held_on")).ok_or(Wrong::new("held_on", "body-day-wrong"))?;
    Ok(Taking {
        id: id("id").ok_or(Wrong::new("step", "error-garbled"))?,
        held_on,
        words,
        body: id("body"),
        meeting: id("meeting"),
        seen: fields.get("seen").to_owned(),
    })
}

/// What the page itself put into a field: an id, a number.
fn put<T: FromStr>(fields: &Fields, field: &str) -> Result<T> {
    fields.get(field).parse().map_err(|_| AppError::Invalid("error-garbled"))
}

pub async fn take(Filled { app, visit, at, fields }: Filled<Three>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), false).await?;
    let step = Adoption::from_code(fields.get("step")).ok_or(AppError::Invalid("error-garbled"))?;
    let took = match typed(&fields) {
        Err(wrong) => Took::Wrong(wrong),
        Ok(taking) => making::take(&app, visit.me()?, &desk.unit, desk.year(), (step, &taking)).await?,
    };
    again(&app, &visit, &desk, ("step", fields), took).await
}

pub async fn amend(Filled { app, visit, at, fields }: Filled<Three>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), true).await?;
    let took = match typed(&fields) {
        Err(wrong) => Took::Wrong(wrong),
        Ok(taking) => making::amend(&app, visit.me()?, &desk.unit, desk.year(), &taking).await?,
    };
    again(&app, &visit, &desk, ("amendment", fields), took).await
}

pub async fn undo(Filled { app, visit, at, fields }: Filled<Three>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), false).await?;
    let why: String = lines(fields.get("why")).chars().take(LONGEST).collect();
    let of = (put(&fields, "number")?, why.as_str());
    let took = making::undo(&app, visit.me()?, &desk.unit, desk.year(), of).await?;
    again(&app, &visit, &desk, ("undo", fields), took).await
}

/// The plan, for whoever puts something before everybody.
async fn public_desk(app: &App, visit: &Visit, at: &Three) -> Result<Desk> {
    let unit = units::find(app, &at.0, &at.1).await?;
    visit.me()?.allow(Act::Publish, &unit.as_place())?;
    Desk::find(app, visit, (&at.0, &at.1, &at.2), false).await
}

pub async fn publish(Filled { app, visit, at, fields }: Filled<Three>) -> Result<Response> {
    let desk = public_desk(&app, &visit, &at).await?;
    let of = (put(&fields, "id")?, put(&fields, "number")?);
    let took = publishing::publish(&app, visit.me()?, &desk.unit, desk.year(), of).await?;
    again(&app, &visit, &desk, ("publish", fields), took).await
}

pub async fn take_back(Filled { app, visit, at, fields }: Filled<Three>) -> Result<Response> {
    let desk = public_desk(&app, &visit, &at).await?;
    publishing::take_back(&app, visit.me()?, &desk.unit, desk.year(), put(&fields, "id")?).await?;
    Ok(desk.to("/adoption"))
}
