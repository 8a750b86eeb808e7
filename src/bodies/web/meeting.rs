//! A meeting: when and where it was, how many were there, what was said and decided.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::{Desk, Four, base_version};
use crate::app::App;
use crate::bodies::body::Meeting;
use crate::bodies::making::Kept;
use crate::bodies::store::{self, Stored};
use crate::bodies::{meetings, typed};
use crate::clock::Day;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Fields, Wrong, told};
use crate::i18n::Words;
use crate::web::{Filled, Page, Visit, render};

#[derive(Template)]
#[template(path = "bodies/web/meeting.html")]
struct MeetingPage {
    page: Page,
    list: String,
    base: String,
    body: String,
    title: String,
    it: Meeting,
    present: String,
    saved: String,
    /// (address, words) of other versions; of an earlier one that is shown: which.
    versions: Vec<(String, String)>,
    earlier: Option<String>,
    action: String,
    may_write: bool,
}

#[derive(Template)]
#[template(path = "bodies/web/writing.html")]
struct WritingPage {
    page: Page,
    list: String,
    base: String,
    body: String,
    title: String,
    action: String,
    version: i64,
    fields: Fields,
    longest: usize,
    /// What a colleague saved meanwhile.
    clash: Option<(String, Meeting)>,
    problems: Vec<(String, String)>,
}

impl WritingPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }

    fn value(&self, field: &str) -> &str {
        self.fields.get(field)
    }
}

fn by(w: Words, desk: &Desk, it: &Stored<Meeting>, key: &str) -> String {
    let on = w.date(Day::Now(it.at).in_zone(desk.unit.network.zone));
    w.with(key, &[("who", it.by.clone().into()), ("on", on.into())])
}

fn list(desk: &Desk) -> String {
    format!("{}/bodies", desk.unit.address())
}

#[derive(Default, Deserialize)]
pub struct Wanted {
    version: Option<i64>,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<Four>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, at.2)).await?;
    let (w, base) = (visit.w, desk.base());
    let all = store::meeting(&app.db, desk.unit.network.id, desk.body.id, at.3).await?;
    let now = all.first().filter(|it| !it.dropped).or_missing()?;
    let shown = match wanted.version {
        Some(version) => all.iter().find(|it| it.version == version).or_missing()?,
        None => now,
    };
    let action = format!("{base}/meetings/{}", now.id);
    let version = |it: &Stored<Meeting>| {
        (format!("{action}?version={}", it.version), by(w, &desk, it, "plan-version-by"))
    };
    let writes = meetings::may_write(&app, visit.me()?, &desk.unit, desk.body.id).await?;
    let title = w.of("meeting-of", w.date(shown.what.held_on));
    let page = MeetingPage {
        page: Page::new(&visit, title.clone(), "structure"),
        list: list(&desk),
        body: w.text(&desk.body.what.name),
        title,
        it: shown.what.clone(),
        present: shown.what.present.map_or_else(String::new, |n| w.n("meeting-n-present", n)),
        saved: by(w, &desk, now, "plan-saved-by"),
        versions: all.iter().filter(|it| it.version != shown.version).map(version).collect(),
        earlier: (shown.version != now.version).then(|| by(w, &desk, shown, "plan-earlier-by")),
        may_write: writes && !desk.body.dropped && shown.version == now.version,
        action,
        base,
    };
    Ok(render(&page)?.into_response())
}

fn fields_of(it: &Meeting) -> Fields {
    let present = it.present.map_or_else(String::new, |n| n.to_string());
    let all = [
        ("held_on", it.held_on.to_string()),
        ("place", it.place.clone()),
        ("present", present),
        ("minutes", it.minutes.clone()),
        ("decisions", it.decisions.join("\n")),
    ];
    Fields(all.map(|(name, value)| (name.to_owned(), value)).into())
}

fn writing(
    visit: &Visit,
    desk: &Desk,
    (id, new, version): (Uuid, bool, i64),
    fields: Fields,
    (wrong, theirs): (&[Wrong], Option<Stored<Meeting>>),
) -> WritingPage {
    let (w, base) = (visit.w, desk.base());
    let title = w.tr(if new { "meeting-new" } else { "meeting-change" });
    WritingPage {
        page: Page::new(visit, title.clone(), "structure"),
        list: list(desk),
        body: w.text(&desk.body.what.name),
        title,
        action: format!("{base}/meetings/{id}"),
        version,
        fields,
        longest: typed::MINUTES,
        clash: theirs.map(|it| (by(w, desk, &it, "change-meanwhile"), it.what)),
        problems: told(w, wrong),
        base,
    }
}

/// Whoever writes a body's meetings, and the meeting as it stands.
async fn desk(app: &App, visit: &Visit, at: &Four) -> Result<(Desk, Option<Stored<Meeting>>)> {
    let desk = Desk::find(app, visit, (&at.0, &at.1, at.2)).await?;
    let me = visit.me()?;
    if !meetings::may_write(app, me, &desk.unit, desk.body.id).await? {
        me.allow(crate::access::Act::ManageBodies, &desk.unit.as_place())?;
    }
    let all = store::meeting(&app.db, desk.unit.network.id, desk.body.id, at.3).await?;
    let now = all.into_iter().next();
    if desk.body.dropped || now.as_ref().is_some_and(|it| it.dropped) {
        return Err(AppError::NotFound);
    }
    Ok((desk, now))
}

pub async fn form(State(app): State<App>, visit: Visit, Path(at): Path<Four>) -> Result<Response> {
    let (desk, now) = desk(&app, &visit, &at).await?;
    let version = now.as_ref().map_or(0, |it| it.version);
    let fields = now.as_ref().map(|it| fields_of(&it.what)).unwrap_or_default();
    let page = writing(&visit, &desk, (at.3, now.is_none(), version), fields, (&[], None));
    Ok(render(&page)?.into_response())
}

pub async fn save(Filled { app, visit, at, fields }: Filled<Four>) -> Result<Response> {
    let (desk, now) = desk(&app, &visit, &at).await?;
    let base = base_version(fields.get("version"))?;
    let wrong = match typed::meeting(&fields) {
        Err(wrong) => wrong,
        Ok(it) => {
            let of = (desk.body.id, at.3, base);
            match meetings::save(&app, visit.me()?, &desk.unit, of, &it).await? {
                Kept::Done => return Ok(desk.to(&format!("/meetings/{}", at.3))),
                Kept::Meanwhile(theirs) => {
                    let version = theirs.version;
                    let page = writing(&visit, &desk, (at.3, false, version), fields, (&[], Some(*theirs)));
                    return Ok((StatusCode::CONFLICT, render(&page)?).into_response());
                }
                Kept::Wrong(it) => vec![it],
            }
        }
    };
    let page = writing(&visit, &desk, (at.3, now.is_none(), base), fields, (&wrong, None));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

pub async fn remove(State(app): State<App>, visit: Visit, Path(at): Path<Four>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, at.2)).await?;
    meetings::remove(&app, visit.me()?, &desk.unit, (desk.body.id, at.3)).await?;
    Ok(desk.to("#h-meetings"))
}
