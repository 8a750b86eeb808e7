//! Bringing a picture.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::fields::{Form, typed};
use super::{OfEntry, address, entry_for, of_entry, one};
use crate::access::Act;
use crate::activities::{self, Stored};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::files::file::{MOST, Typed};
use crate::files::keeping::{self, Put};
use crate::files::reading::MOST_BYTES;
use crate::form::{Wrong, told};
use crate::units::Unit;
use crate::web::{Page, Visit, render, upload};

#[derive(Template)]
#[template(path = "files/web/new.html")]
struct NewPage {
    page: Page,
    activity: String,
    day: String,
    unit: String,
    /// The entry's pictures, on its page.
    back: String,
    action: String,
    id: Uuid,
    form: Form,
}

/// What an entry is called on pages about its pictures: its activity, and its day.
pub async fn called(app: &App, visit: &Visit, unit: &Unit, stored: &Stored) -> Result<(String, String)> {
    let activity =
        activities::activity(&app.db, unit.network.id, stored.entry.activity_id).await?.or_missing()?;
    Ok((visit.w.text(&activity.name), visit.w.weekday_date(stored.entry.local_date)))
}

async fn page(
    app: &App,
    visit: &Visit,
    (unit, stored): (&Unit, &Stored),
    id: Uuid,
    (typed, wrong): (Typed, &[Wrong]),
) -> Result<NewPage> {
    if !keeping::takes(stored) {
        return Err(AppError::Invalid("file-not-here"));
    }
    let (activity, day) = called(app, visit, unit, stored).await?;
    Ok(NewPage {
        page: Page::new(visit, visit.w.tr("file-add"), "entries"),
        activity,
        day,
        unit: visit.w.text(&unit.name),
        back: of_entry(unit, stored.entry.id),
        action: address(unit, stored.entry.id),
        id,
        form: Form { typed, problems: told(visit.w, wrong) },
    })
}

pub async fn show(State(app): State<App>, visit: Visit, path: OfEntry) -> Result<Response> {
    let (network, unit, entry) = &path.0;
    let (unit, stored) = entry_for(&app, &visit, Act::Record, (network, unit, *entry)).await?;
    let blank = Typed { proof: true, ..Typed::default() };
    let page = page(&app, &visit, (&unit, &stored), app.ids.ordered(), (blank, &[])).await?;
    Ok(render(&page)?.into_response())
}

pub async fn add(State(app): State<App>, visit: Visit, path: OfEntry, request: Request) -> Result<Response> {
    let (network, unit, entry) = &path.0;
    let (unit, stored) = entry_for(&app, &visit, Act::Record, (network, unit, *entry)).await?;
    let (me, entry) = (visit.me()?, *entry);
    let sent = upload(request, MOST_BYTES).await?;
    let typed = typed(&sent.fields);
    let id = sent.fields.get("id").parse().unwrap_or_else(|_| app.ids.ordered());
    let wrong = match keeping::read(sent.bytes).await? {
        Err(why) => Wrong::new("file", why.key()),
        Ok(photo) => match keeping::put(&app, me, &unit, (entry, id), &typed, &photo).await? {
            Put::Kept(_, wrong) if wrong.is_empty() => {
                return Ok(Redirect::to(&of_entry(&unit, entry)).into_response());
            }
            Put::Kept(id, wrong) => {
                return one::refused(&app, &visit, (&unit, &stored), id, (typed, &wrong)).await;
            }
            Put::Known(id) => {
                let there = format!("{}/{id}?known=1", address(&unit, entry));
                return Ok(Redirect::to(&there).into_response());
            }
            Put::Removed => return Ok(Redirect::to(&of_entry(&unit, entry)).into_response()),
            Put::Full => Wrong::new("file", "file-full").arg("n", i64::try_from(MOST).unwrap_or(i64::MAX)),
        },
    };
    let page = page(&app, &visit, (&unit, &stored), id, (typed, &[wrong])).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}
