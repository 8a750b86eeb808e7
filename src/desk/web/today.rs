//! Today in a unit: what is expected, what is recorded, what is still missing from before.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use chrono::{Days, NaiveDate};

use crate::access::Act;
use crate::activities::{self, Activity, Entry, Occasion, Status, Stored, Waiting};
use crate::app::App;
use crate::calendar;
use crate::desk::steps::{Steps, steps};
use crate::error::Result;
use crate::i18n::Words;
use crate::periods;
use crate::units::{self, Closure, Unit};
use crate::watch;
use crate::web::{Page, Visit, render};

/// How far back missing evenings are still asked for.
const BACK: u64 = 14;
/// At most so many, so that nobody drowns in them.
const MISSING: usize = 6;

struct Line {
    href: String,
    when: String,
    machine: String,
    name: String,
    says: String,
    recorded: bool,
    cancelled: bool,
}

#[derive(Template)]
#[template(path = "desk/web/today.html")]
struct TodayPage {
    page: Page,
    base: String,
    unit: String,
    date: String,
    lead: String,
    lines: Vec<Line>,
    missing: Vec<Line>,
    /// Two versions of one evening, waiting for a person.
    waiting: Vec<Line>,
    /// What of the days before is closed: the sentence, and where more is told.
    closed: Option<(String, String)>,
    units: Vec<(String, String)>,
    may_record: bool,
    /// What to do where nothing is offered yet.
    steps: Option<Steps>,
    /// What of the records is worth a look.
    odd: watch::Told,
    /// What is due next.
    dates: Option<calendar::Soon>,
}

impl TodayPage {
    /// What else is to be done: (id of its heading, its heading, lines).
    fn further(&self) -> [(&'static str, &'static str, &[Line]); 2] {
        [("h-waiting", "today-waiting", &self.waiting), ("h-missing", "today-missing", &self.missing)]
    }
}

fn said(w: Words, entry: &Stored) -> String {
    match entry.entry.counts.visits() {
        _ if entry.entry.status == Status::Cancelled => w.tr("entry-was-cancelled"),
        Some(visits) => format!("{} · {}", w.length(entry.entry.duration_min), w.n("visits", visits)),
        None => w.length(entry.entry.duration_min),
    }
}

fn recorded(w: Words, base: &str, entry: &Stored, activities: &[Activity]) -> Line {
    let name = activities.iter().find(|activity| activity.id == entry.entry.activity_id);
    Line {
        href: format!("{base}/entries/{}", entry.entry.id),
        when: entry.entry.start_min.map_or_else(|| "–".into(), |start| w.clock(start)),
        machine: entry.entry.local_date.to_string(),
        name: name.map_or_else(String::new, |activity| w.text(&activity.name)),
        says: said(w, entry),
        recorded: true,
        cancelled: entry.entry.status == Status::Cancelled,
    }
}

/// What is expected on a day and not recorded yet.
fn expected(
    w: Words,
    base: &str,
    date: NaiveDate,
    activities: &[Activity],
    done: &[&Entry],
    dated: bool,
) -> Vec<Line> {
    let line = |Occasion { activity, usual, .. }: Occasion<'_>| {
        let end = w.clock(usual.start_min + usual.duration_min);
        Line {
            href: format!(
                "{base}/entries/new?activity={}&date={date}&start={}",
                activity.id, usual.start_min
            ),
            when: if dated { w.day(date) } else { w.clock(usual.start_min) },
            machine: date.to_string(),
            name: w.text(&activity.name),
            says: if dated {
                format!("{}, {}–{end}", w.weekday(date), w.clock(usual.start_min))
            } else {
                w.of("today-until", end)
            },
            recorded: false,
            cancelled: false,
        }
    };
    activities::outstanding(date, activities, done).into_iter().map(line).collect()
}

fn undecided(w: Words, base: &str, waiting: &Waiting, activities: &[Activity]) -> Line {
    let name = activities.iter().find(|activity| activity.id == waiting.activity_id);
    Line {
        href: format!("{base}/entries/{}/proposals/{}", waiting.entry_id, waiting.version),
        when: w.day(waiting.local_date),
        machine: waiting.local_date.to_string(),
        name: name.map_or_else(String::new, |activity| w.text(&activity.name)),
        says: w.tr("today-waiting-what"),
        recorded: false,
        cancelled: false,
    }
}

/// Why nothing is expected in a unit that is not open: who goes on with its work.
async fn shut(app: &App, w: Words, unit: &Unit) -> Result<String> {
    let history = units::history(&app.db, unit.network.id, unit.id).await?;
    Ok(match history.closure {
        None => w.tr("today-nothing"),
        Some(Closure { on, successor: None }) => w.with("past-closed", &[("day", on.into())]),
        Some(Closure { on, successor: Some((_, into)) }) => {
            w.with("past-merged", &[("day", on.into()), ("into", w.text(&into).into())])
        }
    })
}

async fn offered(app: &App, unit: &Unit) -> Result<Vec<Activity>> {
    Ok(activities::activities_of_unit(&app.db, unit.network.id, unit.id).await?)
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::Record, &unit.as_place())?;
    let w = visit.w;
    let today = app.clock.today(unit.zone);
    let from = today - Days::new(BACK);
    let base = unit.address();
    let activities = offered(&app, &unit).await?;
    let entries = activities::recorded_on(&app.db, unit.network.id, unit.id, from, today).await?;
    let done: Vec<&Entry> = entries.iter().map(|stored| &stored.entry).collect();

    let open = unit.open_on(today);
    let mut lines = if open { expected(w, &base, today, &activities, &done, false) } else { Vec::new() };
    let expected_today = lines.len();
    let of_today: Vec<&Stored> = entries.iter().filter(|entry| entry.entry.local_date == today).collect();
    lines.extend(of_today.iter().map(|entry| recorded(w, &base, entry, &activities)));
    let back = || (1..=BACK).map(|back| today - Days::new(back)).filter(|day| unit.open_on(*day));
    let asked = [(unit.id, from), (unit.id, today)];
    let calendar = periods::calendar(&app.db, unit.network.id, &asked).await?;
    let closed = back().find_map(|day| calendar.closed(unit.id, day));
    let closed = closed.map(|lock| (lock.said(w, &unit), lock.address(&unit)));
    // What is closed is not asked for any more.
    let missing: Vec<Line> = back()
        .filter(|day| calendar.closed(unit.id, *day).is_none())
        .flat_map(|day| expected(w, &base, day, &activities, &done, true))
        .take(MISSING)
        .collect();

    let waiting = activities::waiting(&app.db, unit.network.id, unit.id).await?;
    let waiting: Vec<Line> = waiting.iter().map(|it| undecided(w, &base, it, &activities)).collect();

    // Whoever works in several units chooses between them here.
    let branch = units::branch(&app.db, &unit, today).await?;
    let units: Vec<(String, String)> = branch
        .iter()
        .filter(|other| other.id != unit.id && other.may_record)
        .map(|other| (format!("{}/today", other.address()), w.text(&other.name)))
        .collect();
    let steps = if activities.is_empty() { steps(&app, w, me, &unit).await? } else { None };
    let lead = match (expected_today, of_today.len()) {
        _ if !open => shut(&app, w, &unit).await?,
        // What is missing is told below, with the way on.
        (0, 0) if steps.is_some() => w.tr("today-begin"),
        (0, 0) => w.tr("today-nothing"),
        (0, n) => w.n("today-all-done", i64::try_from(n).unwrap_or(0)),
        (left, _) => w.n("today-open", i64::try_from(left).unwrap_or(0)),
    };
    let may_record =
        unit.may_record && steps.is_none() && (open || !missing.is_empty() || !waiting.is_empty());
    let page = TodayPage {
        page: Page::new(&visit, w.tr("tab-today"), "today"),
        base,
        unit: w.text(&unit.name),
        date: w.weekday_date(today),
        lead,
        lines,
        missing,
        waiting,
        closed,
        units,
        may_record,
        steps,
        odd: watch::today(&app, w, me, &unit).await?,
        dates: calendar::soon(&app, w, me, &unit).await?,
    };
    Ok(render(&page)?.into_response())
}
