//! What members say of a plan: beside each part, and all of it together; answers, and taking back.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::{Desk, Three};
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, Result};
use crate::form::{Fields, Wrong, lines, told};
use crate::i18n::Words;
use crate::plan::comments::making::{self, LONGEST, Said};
use crate::plan::comments::store::{self, Comment};
use crate::plan::document::Part;
use crate::plan::store::Stored;
use crate::web::{Filled, Page, Visit, render};

/// A comment as pages show it.
pub struct Line {
    pub id: Uuid,
    /// (address, name) of the part, where it is not said by the page.
    pub part: Option<(String, String)>,
    pub words: String,
    pub by: String,
    /// What became of the wording since, in words; the address of what was read then.
    pub since: Option<(String, Option<String>)>,
    pub class: &'static str,
    pub icon: &'static str,
    pub state: String,
    pub answer: String,
    pub answer_by: String,
    pub taken_up: bool,
    /// Where it is answered, by whoever may.
    pub answering: Option<String>,
    pub version: i64,
    /// Where it is taken back, by whoever said it.
    pub removal: Option<String>,
}

/// What a form for a new comment needs.
pub struct Asking {
    pub action: String,
    pub id: Uuid,
    pub code: String,
    /// What it is about.
    pub about: String,
    pub version: i64,
    pub longest: usize,
}

impl Asking {
    /// About a part, or about the plan as a whole.
    pub(super) fn new(app: &App, w: Words, desk: &Desk, part: Option<&Stored<Part>>) -> Asking {
        Asking {
            action: format!("{}/comments", desk.base()),
            id: app.ids.ordered(),
            code: part.map_or_else(String::new, |it| it.what.code.clone()),
            about: part.map_or_else(|| w.tr("comment-plan"), |it| w.text(&it.what.name)),
            version: part.map_or(desk.kept.held.head.version, |it| it.version),
            longest: LONGEST,
        }
    }
}

fn line(visit: &Visit, desk: &Desk, it: &Comment) -> Result<Line> {
    let (w, me, base) = (visit.w, visit.me()?, desk.base());
    let by = |key: &str, who: &str, at| {
        let on = w.date(Day::Now(at).in_zone(desk.unit.network.zone));
        w.with(key, &[("who", who.into()), ("on", on.into())])
    };
    let part = desk.kept.part(&it.code);
    let gone = desk.kept.taken_out(&it.code);
    let known = part.or(gone).map(|part| (format!("{base}/parts/{}", it.code), w.text(&part.what.name)));
    let now = if it.code.is_empty() { Some(desk.kept.held.head.version) } else { part.map(|it| it.version) };
    let since = match now {
        None => Some((w.tr("comment-part-gone"), None)),
        Some(now) if now != it.version => {
            let read = format!("{base}/parts/{}?version={}", it.code, it.version);
            Some((w.tr("comment-changed"), (!it.code.is_empty()).then_some(read)))
        }
        Some(_) => None,
    };
    let (class, icon, state) = match it {
        Comment { taken_back_at: Some(_), .. } => ("", "undo", "comment-taken-back"),
        Comment { taken_up: true, .. } => ("ok", "check", "comment-taken-up"),
        _ if it.is_open() => ("warn", "help", "comment-open"),
        _ => ("", "voice", "comment-answered"),
    };
    let taken_back = it.taken_back_at.is_some();
    let at = format!("{base}/comments/{}", it.id);
    Ok(Line {
        id: it.id,
        part: known,
        words: it.words.clone(),
        by: by("comment-by", &it.by_name, it.said_at),
        since: since.filter(|_| !taken_back),
        class,
        icon,
        state: w.tr(state),
        answer: it.answer.clone(),
        answer_by: it.answered_at.map_or_else(String::new, |at| by("comment-by", &it.answer_name, at)),
        taken_up: it.taken_up,
        answering: (desk.may_write && !taken_back).then(|| format!("{at}/answer")),
        version: it.answer_version,
        removal: (it.said_by == me.id && !taken_back).then(|| format!("{at}/removal")),
    })
}

/// The comments on a plan that are shown: not those that were taken back before anybody answered; open ones first.
async fn all(app: &App, desk: &Desk) -> Result<Vec<Comment>> {
    let mut all = store::all(&app.db, (desk.unit.network.id, desk.kept.held.id)).await?;
    all.retain(|it| it.taken_back_at.is_none() || it.answer_version > 0);
    all.sort_by_key(|it| !it.is_open());
    Ok(all)
}

/// Those on one part.
pub(super) async fn of_part(app: &App, visit: &Visit, desk: &Desk, code: &str) -> Result<Vec<Line>> {
    let all = all(app, desk).await?;
    let own = all.iter().filter(|it| it.code == code);
    own.map(|it| line(visit, desk, it).map(|it| Line { part: None, ..it })).collect()
}

/// How many wait for an answer, and how many there are.
pub(super) async fn counted(app: &App, desk: &Desk) -> Result<(i64, i64)> {
    let all = all(app, desk).await?;
    let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    Ok((n(all.iter().filter(|it| it.is_open()).count()), n(all.len())))
}

#[derive(Template)]
#[template(path = "plan/web/comments.html")]
struct CommentsPage {
    page: Page,
    base: String,
    plans: String,
    name: String,
    lines: Vec<Line>,
    counts: String,
    asking: Asking,
    /// What was typed, and of which comment it is the answer.
    fields: Fields,
    at: String,
    /// Where a colleague answered meanwhile.
    clash: Option<String>,
    problems: Vec<(String, String)>,
}

impl CommentsPage {
    /// What an answer's field says.
    fn answer<'a>(&'a self, it: &'a Line) -> &'a str {
        if self.at == it.id.to_string() { self.fields.get("answer") } else { &it.answer }
    }

    fn is_open(&self, it: &Line) -> bool {
        self.at == it.id.to_string()
    }

    fn typed(&self) -> &str {
        if self.at.is_empty() { self.fields.get("words") } else { "" }
    }
}

#[derive(Default)]
struct Sent {
    fields: Fields,
    at: String,
    clash: Option<String>,
    wrong: Vec<Wrong>,
}

async fn page(app: &App, visit: &Visit, desk: &Desk, sent: Sent) -> Result<CommentsPage> {
    let w = visit.w;
    let lines: Vec<Line> =
        all(app, desk).await?.iter().map(|it| line(visit, desk, it)).collect::<Result<_>>()?;
    let (open, _) = counted(app, desk).await?;
    Ok(CommentsPage {
        page: Page::new(visit, w.tr("comments"), "overview"),
        base: desk.base(),
        plans: format!("{}/plans", desk.unit.address()),
        name: desk.name(w),
        counts: w.n("comments-open", open),
        lines,
        asking: Asking::new(app, w, desk, None),
        fields: sent.fields,
        at: sent.at,
        clash: sent.clash,
        problems: told(w, &sent.wrong),
    })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(at): Path<Three>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), false).await?;
    Ok(render(&page(&app, &visit, &desk, Sent::default()).await?)?.into_response())
}

pub async fn say(Filled { app, visit, at, fields }: Filled<Three>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), false).await?;
    let id: Uuid = fields.get("id").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let (code, version) = (fields.get("part"), fields.get("version").parse().unwrap_or(0));
    let words = lines(fields.get("words"));
    let of = (id, code, version, words.as_str());
    match making::say(&app, visit.me()?, &desk.unit, desk.year(), of).await? {
        Said::Wrong(wrong) => {
            let sent = Sent { wrong: vec![wrong], fields, ..Sent::default() };
            let mut page = page(&app, &visit, &desk, sent).await?;
            // What was about a part that is there stays about it.
            if let Some(part) = desk.kept.part(page.fields.get("part")) {
                page.asking = Asking::new(&app, visit.w, &desk, Some(part));
            }
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
        _ if code.is_empty() => Ok(desk.to(&format!("/comments#c-{id}"))),
        _ => Ok(desk.to(&format!("/parts/{code}#c-{id}"))),
    }
}

pub async fn answer(
    Filled { app, visit, at, fields }: Filled<(String, String, String, Uuid)>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), true).await?;
    let base: i64 = fields.get("version").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let words = lines(fields.get("answer"));
    let says = (words.as_str(), fields.has("taken_up"));
    let sent = match making::answer(&app, visit.me()?, &desk.unit, desk.year(), (at.3, base), says).await? {
        Said::Done => return Ok(desk.to(&format!("/comments#c-{}", at.3))),
        Said::Wrong(wrong) => {
            let wrong = Wrong { field: format!("answer-{}", at.3), ..wrong };
            Sent { at: at.3.to_string(), fields, wrong: vec![wrong], clash: None }
        }
        Said::Meanwhile(now) => {
            let clash = Some(visit.w.of("comment-meanwhile", &now.answer_name));
            Sent { at: at.3.to_string(), fields, clash, wrong: Vec::new() }
        }
    };
    let status = if sent.clash.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, render(&page(&app, &visit, &desk, sent).await?)?).into_response())
}

pub async fn take_back(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<(String, String, String, Uuid)>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), false).await?;
    making::take_back(&app, visit.me()?, &desk.unit, desk.year(), at.3).await?;
    Ok(desk.to("/comments"))
}
