//! One step: notes, days, people, what is to do, and what belongs to it alone; all of it one form, saved at once.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::lines::{self, AimLine, Telling};
use super::reading::{PARTS, labelled};
use super::{Bench, base_version, script};
use crate::access::{Act, RoleKind};
use crate::app::App;
use crate::change::areas::areas;
use crate::change::making::{self, Before, Both, Kept};
use crate::change::step::{AIMS, MEETING, Meeting, Part, STEPS, Step, TELLING};
use crate::change::store;
use crate::change::typed::{self, Fields, MOST_TASKS};
use crate::error::{AppError, Result};
use crate::form::{Wrong, told};
use crate::people;
use crate::web::{Filled, Page, Visit, render};

/// Empty rows for what is to do.
const MORE_TASKS: usize = 2;

struct Row {
    at: usize,
    id: String,
    what: String,
    who: String,
    due: String,
    done: bool,
}

/// What a colleague saved meanwhile: whose and when, and part by part what stands now.
struct Clash {
    says: String,
    parts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "change/web/step.html")]
struct StepPage {
    page: Page,
    base: String,
    unit_href: String,
    unit: String,
    n: i64,
    name: String,
    what: String,
    may_write: bool,
    version: i64,
    /// Who saved it last, and when.
    saved_by: Option<String>,
    saved: bool,
    fields: Fields,
    /// (name, whether ticked) of colleagues.
    people: Vec<(String, bool)>,
    others: String,
    rows: Vec<Row>,
    /// Whether its words were removed, for their years were over.
    forgotten: bool,
    /// What there is to read for whoever may not write: (label, text).
    read: Vec<(String, String)>,
    meets: bool,
    aims: Option<Vec<AimLine>>,
    telling: Option<Telling>,
    before: Option<(String, String)>,
    after: Option<(String, String)>,
    clash: Option<Clash>,
    problems: Vec<(String, String)>,
}

impl StepPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }

    fn value(&self, field: &str) -> &str {
        self.fields.get(field)
    }
}

/// What the form of a step holds.
fn fields_of(step: &Step) -> Fields {
    let mut fields = Vec::new();
    let mut add = |name: String, value: String| fields.push((name, value));
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let number = |n: Option<i64>| n.map_or_else(String::new, |n| n.to_string());
    add("notes".into(), step.notes.clone());
    add("planned_on".into(), day(step.planned_on));
    add("done_on".into(), day(step.done_on));
    step.whom.iter().for_each(|name| add("whom".into(), name.clone()));
    for (at, task) in step.tasks.iter().enumerate() {
        add(format!("task_{at}_id"), task.id.to_string());
        add(format!("task_{at}_what"), task.what.clone());
        add(format!("task_{at}_who"), task.who.clone());
        add(format!("task_{at}_due"), day(task.due_on));
        if task.done {
            add(format!("task_{at}_done"), "yes".into());
        }
    }
    let Meeting { held_on, place, municipality, young, centre, decided } = &step.meeting;
    add("held_on".into(), day(*held_on));
    add("place".into(), place.clone());
    add("municipality".into(), number(*municipality));
    add("young".into(), number(*young));
    add("centre".into(), number(*centre));
    add("decided".into(), decided.join("\n"));
    Fields(fields)
}

/// What a colleague is called.
fn called(member: &people::Member) -> String {
    if member.name.is_empty() { member.mail.clone() } else { member.name.clone() }
}

/// What was sent, if anything: the fields, what is wrong with them, and what stands otherwise by now.
#[derive(Default)]
struct Sent<'a> {
    fields: Option<Fields>,
    version: Option<i64>,
    wrong: &'a [Wrong],
    both: Option<&'a Both>,
}

async fn page(app: &App, visit: &Visit, bench: &Bench, n: i64, sent: Sent<'_>) -> Result<StepPage> {
    let (w, unit, base) = (visit.w, &bench.unit, bench.base());
    let mut all = store::steps(&app.db, bench.at()).await?;
    let now = all.extract_if(.., |(step, _)| *step == n).next().map(|(_, step)| step);
    let standing = now.as_ref().map_or_else(Step::default, |it| it.what.clone());
    let fields = sent.fields.unwrap_or_else(|| fields_of(&standing));
    let members = people::holders(app, unit).await?;
    let mut names: Vec<String> =
        members.iter().filter(|it| it.kind != RoleKind::Viewer).map(called).collect();
    names.dedup();
    let ticked: Vec<&str> = fields.all("whom").collect();
    let mut others: Vec<String> =
        ticked.iter().filter(|it| !names.iter().any(|name| name == *it)).map(|it| (*it).to_owned()).collect();
    others.extend(Some(fields.get("whom_others").to_owned()).filter(|it| !it.is_empty()));
    let people = names.iter().map(|name| (name.clone(), ticked.contains(&name.as_str()))).collect();
    let mut rows: Vec<Row> = Vec::new();
    let mut blank = 0;
    for at in 0..MOST_TASKS {
        let get = |name: &str| fields.get(&format!("task_{at}_{name}")).to_owned();
        let (id, what) = (get("id"), get("what"));
        blank += usize::from(what.is_empty());
        if id.is_empty() && blank > MORE_TASKS {
            break;
        }
        let id = if id.is_empty() { app.ids.ordered().to_string() } else { id };
        rows.push(Row { at, id, what, who: get("who"), due: get("due"), done: get("done") == "yes" });
    }
    let areas = if n == AIMS || n == TELLING { areas(app, &bench.it, unit.id).await? } else { Vec::new() };
    let aims = match n {
        AIMS => {
            let all = store::drafts(&app.db, bench.at()).await?;
            Some(lines::aims(app, visit, bench, &all, &areas).await?)
        }
        _ => None,
    };
    let telling = match n {
        TELLING => Some(lines::telling(app, visit, bench, &areas).await?),
        _ => None,
    };
    let beside = |n: i64| {
        (1..=STEPS).contains(&n).then(|| (format!("{base}/steps/{n}"), w.tr(&format!("change-step-{n}"))))
    };
    let parts: Vec<Part> = PARTS.into_iter().filter(|part| *part != Part::Meeting || n == MEETING).collect();
    let mut read = labelled(w, &parts, &standing);
    read.retain(|(_, text)| !text.is_empty());
    Ok(StepPage {
        page: Page::new(visit, w.tr(&format!("change-step-{n}")), "voice"),
        unit_href: unit.address(),
        unit: w.text(&unit.name),
        n,
        name: w.tr(&format!("change-step-{n}")),
        what: w.tr(&format!("change-step-{n}-what")),
        may_write: visit.me()?.may(Act::WorkOnChange, &unit.as_place()),
        version: sent.version.unwrap_or_else(|| now.as_ref().map_or(0, |it| it.version)),
        saved_by: now.as_ref().map(|it| lines::by(w, unit, it, "change-saved-by")),
        saved: false,
        forgotten: now.as_ref().is_some_and(|it| it.dropped),
        others: others.join(", "),
        people,
        rows,
        read,
        meets: n == MEETING,
        aims,
        telling,
        before: beside(n - 1),
        after: beside(n + 1),
        clash: sent.both.map(|both| Clash {
            says: lines::by(w, unit, &both.theirs, "change-meanwhile"),
            parts: labelled(w, &both.parts, &both.theirs.what),
        }),
        problems: told(w, sent.wrong),
        base,
        fields,
    })
}

/// Which step.
fn number(typed: &str) -> Result<i64> {
    typed.parse().ok().filter(|n| (1..=STEPS).contains(n)).ok_or(AppError::NotFound)
}

type Four = (String, String, String, String);

#[derive(Deserialize)]
pub struct Shown {
    #[serde(default)]
    saved: u8,
    /// That what was to be published was changed meanwhile.
    #[serde(default)]
    changed: u8,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code, n)): Path<Four>,
    Query(shown): Query<Shown>,
) -> Result<Response> {
    let bench = Bench::find(&app, &visit, (&network, &unit, &code), Act::SeeChange).await?;
    let mut page = page(&app, &visit, &bench, number(&n)?, Sent::default()).await?;
    page.saved = shown.saved == 1;
    if let Some(telling) = &mut page.telling {
        telling.changed = shown.changed == 1;
    }
    Ok(render(&page)?.into_response())
}

pub async fn save(headers: HeaderMap, Filled { app, visit, at, fields }: Filled<Four>) -> Result<Response> {
    let bench = Bench::find(&app, &visit, (&at.0, &at.1, &at.2), Act::WorkOnChange).await?;
    let (n, by_script) = (number(&at.3)?, script::asks(&headers));
    let base = base_version(fields.get("version"))?;
    let of_form = |fields: &Fields| {
        let (mut step, wrong) = typed::step(fields);
        if n != MEETING {
            step.meeting = Meeting::default();
        }
        (step, wrong)
    };
    let (mine, wrong) = of_form(&fields);
    if by_script && !wrong.is_empty() {
        return Ok(script::wrong(visit.w, &wrong));
    }
    if !wrong.is_empty() {
        let sent = Sent { fields: Some(fields), version: Some(base), wrong: &wrong, both: None };
        let page = page(&app, &visit, &bench, n, sent).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    }
    let before = fields.was().map_or(Before::Version(base), |was| Before::Seen(of_form(&was).0));
    match making::save_step(&app, visit.me()?, bench.at(), n, before, (&mine, by_script)).await? {
        Kept::Done(done) if by_script => Ok(script::saved(&app, visit.w, &bench, done)),
        Kept::Done(_) => Ok(match fields.get("then") {
            "aim" => bench.to(format_args!("/aims/{}", app.ids.ordered())),
            "said" => bench.to(format_args!("/said/{}", app.ids.ordered())),
            "task" => bench.to(format_args!("/steps/{n}?saved=1#h-tasks")),
            _ => bench.to(format_args!("/steps/{n}?saved=1")),
        }),
        Kept::Meanwhile(both) if by_script => {
            Ok(script::meanwhile(visit.w, &bench, &both.theirs, "change-save"))
        }
        Kept::Meanwhile(both) => {
            let (merged, version) = (fields_of(&both.merged), both.theirs.version);
            let sent = Sent { fields: Some(merged), version: Some(version), wrong: &[], both: Some(&both) };
            let page = page(&app, &visit, &bench, n, sent).await?;
            Ok((StatusCode::CONFLICT, render(&page)?).into_response())
        }
    }
}
