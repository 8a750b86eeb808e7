//! One picture: what it is for, who agreed, and its removal.

use askama::Template;
use axum::Form as Typing;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::beside::alt;
use super::fields::{Form, typed};
use super::new::called;
use super::{OfFile, address, entry_for, of_entry};
use crate::access::{Act, put_on_record};
use crate::activities::Stored;
use crate::app::App;
use crate::clock::Day;
use crate::error::Result;
use crate::files::file::{File, Typed};
use crate::files::{keeping, store};
use crate::form::{Fields, Wrong, told};
use crate::units::Unit;
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "files/web/one.html")]
struct OnePage {
    page: Page,
    activity: String,
    day: String,
    unit: String,
    back: String,
    action: String,
    alt: String,
    width: i64,
    height: i64,
    /// Who brought it when, and who said when that everybody agreed.
    facts: Vec<String>,
    form: Form,
    /// Somebody brought it a second time.
    known: bool,
    may_change: bool,
}

async fn facts(app: &App, visit: &Visit, unit: &Unit, file: &File) -> Result<Vec<String>> {
    let w = visit.w;
    let mut facts = Vec::new();
    let added = Some((file.added_by, file.added_at));
    for (key, done) in [("file-added", added), ("file-consent-by", file.consent)] {
        let Some((person, at)) = done else { continue };
        let who = match person {
            Some(person) => store::called(&app.db, person).await?,
            None => None,
        };
        let who = who.unwrap_or_else(|| w.tr("entry-nobody"));
        let on = w.date(Day::Now(at).in_zone(unit.zone));
        facts.push(w.with(key, &[("who", who.into()), ("on", on.into())]));
    }
    Ok(facts)
}

async fn page(
    app: &App,
    visit: &Visit,
    (unit, stored): (&Unit, &Stored),
    id: Uuid,
    typed: Option<Typed>,
    wrong: &[Wrong],
) -> Result<OnePage> {
    let (w, me, entry) = (visit.w, visit.me()?, stored.entry.id);
    let file = keeping::find(app, unit, entry, id).await?;
    put_on_record(app, me, "see_photos", &format!("entry {entry}"), &unit.network.id, &unit.id).await?;
    let (activity, day) = called(app, visit, unit, stored).await?;
    Ok(OnePage {
        page: Page::new(visit, w.tr("file"), "entries"),
        activity,
        day,
        unit: w.text(&unit.name),
        back: of_entry(unit, entry),
        action: format!("{}/{id}", address(unit, entry)),
        alt: alt(w, &file),
        width: file.width,
        height: file.height,
        facts: facts(app, visit, unit, &file).await?,
        form: Form { typed: typed.unwrap_or_else(|| (&file.used).into()), problems: told(w, wrong) },
        known: false,
        may_change: me.may(Act::Record, &unit.as_place()),
    })
}

/// The page of one that is kept, where something of what was said of it does not hold.
pub async fn refused(
    app: &App,
    visit: &Visit,
    of: (&Unit, &Stored),
    id: Uuid,
    (typed, wrong): (Typed, &[Wrong]),
) -> Result<Response> {
    let page = page(app, visit, of, id, Some(typed), wrong).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    known: u8,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    path: OfFile,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let (network, unit, entry, id) = &path.0;
    let (unit, stored) = entry_for(&app, &visit, Act::ReadNotes, (network, unit, *entry)).await?;
    let mut page = page(&app, &visit, (&unit, &stored), *id, None, &[]).await?;
    page.known = asked.known == 1;
    Ok(render(&page)?.into_response())
}

pub async fn change(
    State(app): State<App>,
    visit: Visit,
    path: OfFile,
    Typing(fields): Typing<Vec<(String, String)>>,
) -> Result<Response> {
    let (network, unit, entry, id) = &path.0;
    let (unit, stored) = entry_for(&app, &visit, Act::Record, (network, unit, *entry)).await?;
    let typed = typed(&Fields(fields));
    let wrong = keeping::change(&app, visit.me()?, &unit, (*entry, *id), &typed).await?;
    if wrong.is_empty() {
        return Ok(Redirect::to(&of_entry(&unit, *entry)).into_response());
    }
    refused(&app, &visit, (&unit, &stored), *id, (typed, &wrong)).await
}

pub async fn remove(State(app): State<App>, visit: Visit, path: OfFile) -> Result<Response> {
    let (network, unit, entry, id) = &path.0;
    let (unit, _) = entry_for(&app, &visit, Act::Record, (network, unit, *entry)).await?;
    keeping::remove(&app, visit.me()?, &unit, (*entry, *id)).await?;
    Ok(Redirect::to(&of_entry(&unit, *entry)).into_response())
}
