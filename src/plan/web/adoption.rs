//! The page on which a plan's adoption is read and recorded (`deciding`): its steps, amendments after it, and what stands in
//! public.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::steps::{StepLine, called, lines, name};
use super::{Desk, Three};
use crate::access::Act;
use crate::app::App;
use crate::bodies::{self, Held, Sitting};
use crate::clock::Day;
use crate::error::Result;
use crate::form::{Fields, Wrong, told};
use crate::i18n::Words;
use crate::plan::adoption::edition::{Edition, Standing};
use crate::plan::adoption::making::{self, Deciding, Took};
use crate::plan::adoption::store;
use crate::plan::beside;
use crate::plan::difference::mark;
use crate::plan::document::Adoption;
use crate::web::{Page, Visit, render};

/// Characters in what was decided, or in a reason.
pub const LONGEST: usize = 2_000;

/// Who records the step that comes next.
struct Next {
    code: &'static str,
    name: String,
    /// Who does, in words.
    who: String,
    may: bool,
    /// (id, name), of bodies of one's own.
    bodies: Vec<(String, String)>,
    /// (id, words)
    meetings: Vec<(String, String)>,
}

/// A step or an amendment that was recorded.
struct Line {
    number: i64,
    called: String,
    words: String,
    body: Option<(String, String)>,
    meeting: Option<String>,
    by: String,
    /// That it was taken back, by whom and why.
    undone: Option<(String, String)>,
    /// The last of them, where whoever looks may take it back.
    may_undo: bool,
    href: String,
}

/// What stands in public.
struct Public {
    id: Uuid,
    edition: String,
    by: String,
    href: String,
}

#[derive(Template)]
#[template(path = "plan/web/adoption.html")]
struct AdoptionPage {
    page: Page,
    base: String,
    plans: String,
    name: String,
    steps: Vec<StepLine>,
    next: Option<Next>,
    lines: Vec<Line>,
    /// Of an adopted plan: what the working version differs in.
    differs: Option<String>,
    compare: String,
    /// Whether an amendment can be made of it, by whoever looks.
    may_amend: bool,
    /// Of an amendment: who may have decided it, and their meetings.
    bodies: Vec<(String, String)>,
    meetings: Vec<(String, String)>,
    /// What may be published: number and words.
    publish: Option<(i64, String)>,
    public: Option<Public>,
    may_publish: bool,
    id: Uuid,
    seen: String,
    today: String,
    longest: usize,
    fields: Fields,
    /// Which form is told about: "step", "amendment", "undo", "publish".
    at: &'static str,
    changed: bool,
    problems: Vec<(String, String)>,
}

impl AdoptionPage {
    fn problem(&self, at: &str, field: &str) -> Option<&str> {
        let known = self.problems.iter().find(|(name, _)| name == field).filter(|_| self.at == at);
        known.map(|(_, says)| says.as_str())
    }

    fn value(&self, at: &str, field: &str) -> &str {
        if self.at == at { self.fields.get(field) } else { "" }
    }

    fn day(&self, at: &str) -> &str {
        if self.at == at { self.fields.get("held_on") } else { &self.today }
    }
}

/// What was sent and could not be taken.
#[derive(Default)]
struct Sent {
    at: &'static str,
    fields: Fields,
    wrong: Vec<Wrong>,
    changed: bool,
}

async fn next(app: &App, visit: &Visit, desk: &Desk, step: Adoption) -> Result<Next> {
    let (w, me, unit) = (visit.w, visit.me()?, &desk.unit);
    let Deciding { kind, bodies: all, may } = making::deciding(app, &app.db, me, unit, Some(step)).await?;
    let names = || all.iter().map(|it| w.text(&it.name)).collect::<Vec<_>>().join(", ");
    let who = match kind {
        None => w.tr("adoption-who-writes"),
        Some(_) if !all.is_empty() => w.of("adoption-who-members", names()),
        Some(kind) => w.of("adoption-who-none", w.tr(&format!("body-kind-{}", kind.code()))),
    };
    let mine: Vec<&Sitting> = all.iter().filter(|it| it.mine).collect();
    Ok(Next {
        code: step.code(),
        name: name(w, step),
        who,
        may,
        bodies: mine.iter().map(|it| (it.id.to_string(), w.text(&it.name))).collect(),
        meetings: meetings(app, w, desk, &mine).await?,
    })
}

fn line(visit: &Visit, desk: &Desk, it: &Edition, undo: Option<i64>) -> Line {
    let (w, zone) = (visit.w, desk.unit.network.zone);
    let by = |key: &str, who: &str, at| {
        let on = w.date(Day::Now(at).in_zone(zone));
        w.with(key, &[("who", who.into()), ("on", on.into())])
    };
    let at = |id: Uuid| format!("{}/bodies/{id}", desk.unit.address());
    Line {
        number: it.number,
        called: called(w, it),
        words: it.words.clone(),
        body: it.body.as_ref().map(|(id, name)| (at(*id), w.text(name))),
        meeting: it
            .body
            .as_ref()
            .zip(it.meeting)
            .map(|((id, _), meeting)| format!("{}/meetings/{meeting}", at(*id))),
        by: by("adoption-recorded", &it.by, it.at),
        undone: it.undone.as_ref().map(|it| (by("adoption-undone", &it.by, it.at), it.why.clone())),
        may_undo: undo == Some(it.number),
        href: format!("{}/editions/{}", desk.base(), it.number),
    }
}

/// Address of a plan in public.
pub fn open_address(unit: &crate::units::Unit, year: i32) -> String {
    format!("/open/{}/{}/plans/{year}", unit.network.code, unit.code)
}

/// In how many parts the working version differs from the edition that holds; none where that is none, or nothing differs.
pub async fn differs(app: &App, desk: &Desk, standing: &Standing) -> Result<Option<(i64, i64)>> {
    let Some(adopted) = standing.adopted() else { return Ok(None) };
    let of = (desk.unit.network.id, desk.kept.held.id, adopted.number);
    let Some(before) = store::plan(&app.db, of, desk.year()).await? else { return Ok(None) };
    let after = desk.kept.plan();
    let beside = beside::plans(&before, &after);
    Ok((!beside.is_nothing()).then(|| (adopted.number, beside.count())))
}

type Choices = Vec<(String, String)>;

/// The last meetings of bodies that were by now; with whose they were, where there are several.
async fn meetings(app: &App, w: Words, desk: &Desk, of: &[&Sitting]) -> Result<Choices> {
    let ids: Vec<Uuid> = of.iter().map(|it| it.id).collect();
    let today = desk.today(app);
    let held = bodies::held(&app.db, desk.unit.network.id, &ids).await?;
    let one = |met: &Held| {
        let whose = of.iter().find(|it| it.id == met.body_id).filter(|_| of.len() > 1);
        let whose = whose.map_or_else(String::new, |it| format!("{}, ", w.text(&it.name)));
        (met.id.to_string(), format!("{whose}{}", w.date(met.held_on)))
    };
    Ok(held.iter().filter(|it| it.held_on <= today).take(20).map(one).collect())
}

/// The bodies that whoever looks may name as having decided an amendment, and their last meetings.
async fn deciders(app: &App, visit: &Visit, desk: &Desk) -> Result<(Choices, Choices)> {
    let (w, unit) = (visit.w, &desk.unit);
    let named = bodies::named_by(&app.db, unit, (visit.me()?.id, desk.today(app))).await?;
    let bodies = named.iter().map(|it| (it.id.to_string(), w.text(&it.name)));
    Ok((bodies.collect(), meetings(app, w, desk, &named.iter().collect::<Vec<_>>()).await?))
}

async fn page(app: &App, visit: &Visit, desk: &Desk, sent: Sent) -> Result<AdoptionPage> {
    let (w, me, unit, base) = (visit.w, visit.me()?, &desk.unit, desk.base());
    let standing = making::standing(&app.db, unit.network.id, &desk.kept).await?;
    let differs = differs(app, desk, &standing).await?;
    let next = match standing.next() {
        Some(step) if step != Adoption::Published => Some(next(app, visit, desk, step).await?),
        _ => None,
    };
    let undo = match standing.may_undo() {
        Some(last) if making::deciding(app, &app.db, me, unit, last.step).await?.may => Some(last.number),
        _ => None,
    };
    let adopted = standing.adopted();
    let public = standing.public();
    let may_publish = me.may(Act::Publish, &unit.as_place());
    let publish = adopted.filter(|it| may_publish && public.is_none_or(|public| public.number != it.number));
    let foreseen = (desk.year(), desk.kept.held.head.what.adoption.as_slice());
    let may_amend = desk.may_write && differs.is_some();
    let (bodies, meetings) =
        if may_amend { deciders(app, visit, desk).await? } else { (Vec::new(), Vec::new()) };
    let public = public.map(|it| {
        let edition = standing.edition(it.number).map_or_else(String::new, |edition| called(w, edition));
        let on = w.date(Day::Now(it.at).in_zone(unit.network.zone));
        let by = w.with("adoption-recorded", &[("who", it.by.clone().into()), ("on", on.into())]);
        Public { id: it.id, edition, by, href: open_address(unit, desk.year()) }
    });
    Ok(AdoptionPage {
        page: Page::new(visit, w.tr("plan-adoption"), "overview"),
        plans: format!("{}/plans", unit.address()),
        name: desk.name(w),
        steps: lines(w, unit.network.zone, foreseen, &standing, None),
        next,
        lines: standing.editions.iter().rev().map(|it| line(visit, desk, it, undo)).collect(),
        compare: adopted
            .map_or_else(String::new, |it| format!("{base}/comparison?from={}&to=now", it.number)),
        differs: differs.map(|(_, n)| w.n("plan-differs", n)),
        may_amend,
        bodies,
        meetings,
        publish: publish.map(|it| (it.number, called(w, it))),
        public,
        may_publish,
        id: app.ids.ordered(),
        seen: mark(Some(&desk.kept)),
        today: app.clock.today(unit.network.zone).to_string(),
        longest: LONGEST,
        problems: told(w, &sent.wrong),
        fields: sent.fields,
        at: sent.at,
        changed: sent.changed,
        base,
    })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(at): Path<Three>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), false).await?;
    Ok(render(&page(&app, &visit, &desk, Sent::default()).await?)?.into_response())
}

/// Back to the page once it was done; where it was not, the page as it is now, with what was typed into the form `at`.
pub async fn again(
    app: &App,
    visit: &Visit,
    desk: &Desk,
    (at, fields): (&'static str, Fields),
    took: Took,
) -> Result<Response> {
    let sent = Sent { at, fields, ..Sent::default() };
    let (status, sent) = match took {
        Took::Done => return Ok(desk.to("/adoption")),
        Took::Changed => (StatusCode::CONFLICT, Sent { changed: true, ..sent }),
        Took::Wrong(wrong) => (StatusCode::UNPROCESSABLE_ENTITY, Sent { wrong: vec![wrong], ..sent }),
        Took::NotYours => {
            let wrong = vec![Wrong::new("step", "adoption-not-yours")];
            (StatusCode::FORBIDDEN, Sent { wrong, ..sent })
        }
    };
    Ok((status, render(&page(app, visit, desk, sent).await?)?).into_response())
}
