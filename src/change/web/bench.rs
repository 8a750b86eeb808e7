//! The seven steps at a glance: what is done, what comes next, which aims there are, what young people were told.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::Bench;
use super::lines::{self, AimLine, StepLine, Telling};
use crate::access::Act;
use crate::app::App;
use crate::change::aim::Aim;
use crate::change::areas::areas;
use crate::change::step::{STEPS, Standing, Step, open_tasks};
use crate::change::store;
use crate::error::Result;
use crate::evaluation::{self, Evaluation};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

/// Things to do that are shown together.
const TASKS: usize = 6;

struct TaskLine {
    href: String,
    what: String,
    says: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "change/web/bench.html")]
struct BenchPage {
    page: Page,
    unit_href: String,
    unit: String,
    evaluation: String,
    /// (address, name) of the others.
    others: Vec<(String, String)>,
    says: String,
    next: Option<StepLine>,
    tasks: Vec<TaskLine>,
    more: Option<String>,
    steps: Vec<StepLine>,
    aims: Vec<AimLine>,
    /// Set before, for this year.
    aims_before: Vec<AimLine>,
    aims_href: String,
    telling: Telling,
    telling_href: String,
    may_write: bool,
}

/// Where there is no evaluation yet.
#[derive(Template)]
#[template(path = "change/web/none.html")]
struct NonePage {
    page: Page,
    unit_href: String,
    unit: String,
}

/// Evaluations that ask about a unit, the latest first; where none does, all of the network.
async fn about(app: &App, unit: &Unit) -> Result<Vec<Evaluation>> {
    let own = evaluation::of_unit(&app.db, unit.network.id, unit.id).await?;
    if own.is_empty() { Ok(evaluation::of_network(&app.db, unit.network.id).await?) } else { Ok(own) }
}

pub async fn latest(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::SeeChange, &unit.as_place())?;
    let all = about(&app, &unit).await?;
    // What is over can be worked with: the last year, else the last occasion; else what is under way.
    let year = all.iter().find(|it| it.is_over() && it.yearly);
    let over = year.or_else(|| all.iter().find(|it| it.is_over()));
    let begun = over.or_else(|| all.iter().find(|it| it.opened_at.is_some()));
    if let Some(it) = begun.or_else(|| all.first()) {
        return Ok(Redirect::to(&format!("{}/change/{}", unit.address(), it.code)).into_response());
    }
    let w = visit.w;
    Ok(render(&NonePage {
        page: Page::new(&visit, w.tr("change"), "voice"),
        unit_href: unit.address(),
        unit: w.text(&unit.name),
    })?
    .into_response())
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<(String, String, String)>,
) -> Result<Response> {
    let bench = Bench::find(&app, &visit, (&network, &unit, &code), Act::SeeChange).await?;
    let (w, base, unit) = (visit.w, bench.base(), &bench.unit);
    let today = app.clock.today(unit.network.zone);
    let mut kept = store::steps(&app.db, bench.at()).await?;
    let mut all: Vec<(i64, Step)> = Vec::new();
    for n in 1..=STEPS {
        let of = kept.extract_if(.., |(step, _)| *step == n).next();
        all.push((n, of.map_or_else(Step::default, |(_, step)| step.what)));
    }
    let is_done = |step: &Step| step.standing(today) == Standing::Done;
    let done = i64::try_from(all.iter().filter(|(_, step)| is_done(step)).count()).unwrap_or(STEPS);
    let next = all.iter().find(|(_, step)| !is_done(step)).map(|(n, _)| *n);
    let line = |(n, it): &(i64, Step)| lines::step(w, &base, *n, it, today, Some(*n) == next);
    let open = open_tasks(&all);
    let more = i64::try_from(open.len().saturating_sub(TASKS)).unwrap_or(i64::MAX);
    let task = |(n, task): &(i64, &crate::change::step::Task)| {
        let mut says = vec![w.tr(&format!("change-step-{n}"))];
        says.extend((!task.who.is_empty()).then(|| task.who.clone()));
        says.extend(task.due_on.map(|on| w.of("change-by", w.date(on))));
        TaskLine {
            href: format!("{base}/steps/{n}#h-tasks"),
            what: task.what.clone(),
            says: says.join(" · "),
            late: task.due_on.is_some_and(|on| on < today),
        }
    };
    let areas = areas(&app, &bench.it, unit.id).await?;
    let (aims, before) =
        (store::drafts::<Aim>(&app.db, bench.at()).await?, store::aims_for(&app.db, bench.at()).await?);
    let others = about(&app, unit).await?;
    let other = |it: &Evaluation| (format!("{}/change/{}", unit.address(), it.code), w.text(&it.name));
    Ok(render(&BenchPage {
        page: Page::new(&visit, w.tr("change"), "voice"),
        unit_href: unit.address(),
        unit: w.text(&unit.name),
        evaluation: w.text(&bench.it.name),
        others: others.iter().filter(|it| it.id != bench.it.id).map(other).collect(),
        says: w.n("change-steps-done", done),
        next: all.iter().find(|(n, _)| Some(*n) == next).map(line),
        tasks: open.iter().take(TASKS).map(task).collect(),
        more: (more > 0).then(|| w.n("change-more-tasks", more)),
        steps: all.iter().map(line).collect(),
        aims: lines::aims(&app, &visit, &bench, &aims, &areas).await?,
        aims_before: lines::aims(&app, &visit, &bench, &before, &areas).await?,
        aims_href: format!("{base}/steps/4"),
        telling: lines::telling(&app, &visit, &bench, &areas).await?,
        telling_href: format!("{base}/steps/6"),
        may_write: visit.me()?.may(Act::WorkOnChange, &unit.as_place()),
    })?
    .into_response())
}
