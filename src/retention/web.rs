//! The page of retention: the rule, what another one would mean, and that it is kept to. And what is told of it to everybody.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Duration, Timelike, Utc};
use serde::Deserialize;
use uuid::Uuid;

use super::rule::{YEARS, cutoff, removed_on};
use super::{nightly, store};
use crate::access::{Act, put_on_record_in};
use crate::activities;
use crate::app::App;
use crate::change;
use crate::clock::Day;
use crate::db::DbError;
use crate::error::{AppError, Result};
use crate::files;
use crate::i18n::Words;
use crate::jobs;
use crate::reflections;
use crate::units::{self, Unit};
use crate::watch;
use crate::web::{Page, Routes, Visit, render};

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/retention", show)
        .post("/units/{network}/{unit}/retention", set)
}

/// So many nights are shown.
const SHOWN: i64 = 31;
/// A night without a run is a day and some hours.
const LATE: Duration = Duration::hours(36);

/// What another rule would mean.
struct Meaning {
    years: i64,
    heading: String,
    says: Vec<String>,
    removes: bool,
}

struct Line {
    ran_on: String,
    before: String,
    removed: String,
    besides: Vec<String>,
    finished: Option<String>,
}

#[derive(Template)]
#[template(path = "retention/retention.html")]
struct RetentionPage {
    page: Page,
    base: String,
    network: String,
    rule: String,
    example: String,
    set: String,
    choices: Vec<(i64, String)>,
    chosen: i64,
    meaning: Option<Meaning>,
    problem: Option<String>,
    saved: bool,
    late: Option<String>,
    runs: Vec<Line>,
    id: Uuid,
}

/// 3 polna leta po letu vnosa
fn length(w: Words, years: i64) -> String {
    w.n("retention-years", years)
}

/// The time of day, with the date where that is another than the run's.
fn at(w: Words, unit: &Unit, run: &store::Run, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&unit.network.zone);
    let clock = w.clock(i64::from(local.hour() * 60 + local.minute()));
    let day = Day::Now(at).in_zone(unit.network.zone);
    if day == run.ran_on { clock } else { format!("{}, {clock}", w.date(day)) }
}

async fn meaning(app: &App, w: Words, unit: &Unit, (now, then): (i64, i64)) -> Result<Meaning> {
    let today = app.clock.today(unit.network.zone);
    let before = cutoff(today, then);
    let n = activities::count_noted(&app.db, unit.network.id, before).await?;
    let mut says = vec![w.of("retention-means-from", w.date(before))];
    says.push(if n > 0 { w.n("retention-means-removes", n) } else { w.tr("retention-means-nothing") });
    let pictures = files::count_before(&app.db, unit.network.id, before).await?;
    if pictures > 0 {
        says.push(w.n("retention-means-pictures", pictures));
    }
    let answers = reflections::count_texts_before(&app.db, unit.network.id, before).await?;
    if answers > 0 {
        says.push(w.n("retention-means-answers", answers));
    }
    let words = watch::count_words_before(&app.db, unit.network.id, before).await?;
    if words > 0 {
        says.push(w.n("retention-means-watch", words));
    }
    let steps = change::count_words_before(&app.db, unit.network.id, before).await?;
    if steps > 0 {
        says.push(w.n("retention-means-change", steps));
    }
    if then > now {
        says.push(w.tr("retention-means-longer"));
    }
    Ok(Meaning {
        years: then,
        heading: w.of("retention-means", length(w, then)),
        says,
        removes: [n, pictures, answers, words, steps].iter().any(|n| *n > 0) && then < now,
    })
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    asked: &Asked,
    problem: Option<&'static str>,
) -> Result<RetentionPage> {
    let (w, network_id, now) = (visit.w, unit.network.id, app.clock.now());
    let today = app.clock.today(unit.network.zone);
    let rule = store::rule(&app.db, network_id).await?;
    let years = rule.as_ref().map_or(super::DEFAULT_YEARS, |rule| rule.note_years);
    let then = asked.years().filter(|then| *then != years);
    let runs = store::runs(&app.db, network_id, SHOWN).await?;
    let finished = runs.iter().filter_map(|run| run.finished_at).max();
    let late = if finished.is_some_and(|at| now - at <= LATE) { None } else { late(app, w, unit).await? };
    let line = |run: &store::Run| Line {
        ran_on: w.date(run.ran_on),
        before: w.of("retention-run-before", w.date(run.cutoff_on)),
        removed: w.int(run.notes_removed),
        besides: [
            ("pictures", run.pictures_removed),
            ("answers", run.answers_removed),
            ("watch", run.watch_removed),
            ("change", run.change_removed),
        ]
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(of, n)| w.n(&format!("retention-run-{of}"), n))
        .collect(),
        finished: run.finished_at.map(|done| at(w, unit, run, done)),
    };
    Ok(RetentionPage {
        page: Page::new(visit, w.tr("retention"), "structure"),
        base: unit.address(),
        network: w.text(&unit.name),
        rule: w.of("retention-rule", length(w, years)),
        example: w.with(
            "retention-example",
            &[
                ("year", chrono::Datelike::year(&today).to_string().into()),
                ("day", removed_on(today, years).into()),
            ],
        ),
        set: rule.map_or_else(
            || w.tr("retention-default"),
            |rule| {
                let day = Day::Now(rule.set_at).in_zone(unit.network.zone);
                w.with("retention-set", &[("who", rule.set_by.into()), ("day", day.into())])
            },
        ),
        choices: YEARS.map(|n| (n, length(w, n))).collect(),
        chosen: then.unwrap_or(years),
        meaning: match then {
            Some(then) => Some(meaning(app, w, unit, (years, then)).await?),
            None => None,
        },
        problem: problem.map(|key| w.tr(key)),
        saved: asked.saved.is_some(),
        late,
        runs: runs.iter().map(line).collect(),
        id: app.ids.random(),
    })
}

/// What is wrong where no run came to its end for long.
async fn late(app: &App, w: Words, unit: &Unit) -> Result<Option<String>> {
    if !nightly::failing(app, unit).await?.is_empty() {
        return Ok(Some(w.tr("retention-failing")));
    }
    let last = jobs::of_kind(&app.db, unit.network.id, nightly::JOB.code, 1).await?;
    // In a network of today nothing was due yet.
    let was_due = last.first().is_some_and(|job| job.run_at <= app.clock.now() - LATE);
    Ok(was_due.then(|| w.tr("retention-late")))
}

#[derive(Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    years: String,
    saved: Option<String>,
    id: Option<Uuid>,
}

impl Asked {
    fn years(&self) -> Option<i64> {
        self.years.trim().parse().ok().filter(|years| YEARS.contains(years))
    }
}

type At = Path<(String, String)>;

async fn unit_for(app: &App, visit: &Visit, (network, unit): &(String, String)) -> Result<Unit> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(Act::SetRetention, &unit.as_place())?;
    Ok(unit)
}

async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(at): At,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &at).await?;
    Ok(render(&page(&app, &visit, &unit, &asked, None).await?)?.into_response())
}

async fn set(
    State(app): State<App>,
    visit: Visit,
    Path(at): At,
    Form(asked): Form<Asked>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, &at).await?;
    let (me, network_id) = (visit.me()?, unit.network.id);
    let Some(years) = asked.years() else {
        let page = page(&app, &visit, &unit, &Asked::default(), Some("retention-choose")).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    };
    let mut tx = app.db.begin().await?;
    let before = store::years(&mut tx, network_id).await?;
    if years != before {
        let id = asked.id.unwrap_or_else(|| app.ids.random());
        match store::insert_rule(&mut tx, network_id, id, years, me.id, app.clock.now()).await {
            Ok(()) => {
                let what = format!("{before} to {years} years");
                put_on_record_in(&app, &mut tx, me.id, "set_retention", &what, &network_id, &unit.id).await?;
                tx.commit().await?;
            }
            // Sent twice: it was set the first time.
            Err(DbError::Taken) => drop(tx),
            Err(other) => return Err(AppError::from(other)),
        }
    }
    Ok(Redirect::to(&format!("{}/retention?saved=true", unit.address())).into_response())
}

/// For whoever asks what is stored: how long the notes of these networks are kept, and when that was last seen to.
pub async fn kept_told(app: &App, w: Words, roots: &[Unit]) -> Result<Vec<String>> {
    let mut told = Vec::new();
    for root in roots {
        let years = store::years(&app.db, root.network.id).await?;
        let mut args = vec![("network", w.text(&root.name).into()), ("length", length(w, years).into())];
        told.push(match store::last_finished(&app.db, root.network.id).await? {
            None => w.with("retention-told", &args),
            Some(run) => {
                args.push(("day", run.ran_on.into()));
                w.with("retention-told-ran", &args)
            }
        });
    }
    Ok(told)
}
