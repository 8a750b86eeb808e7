//! A year of a unit and its months: how each stands.

use askama::Template;
use chrono::{Datelike, NaiveDate};

use super::at;
use crate::app::App;
use crate::error::Result;
use crate::i18n::{Arg, Words};
use crate::periods::{self, Calendar, State, Whole};
use crate::units::Unit;
use crate::web::Page;

/// A period as a line of the list.
pub struct Line {
    pub href: String,
    pub name: String,
    pub state: String,
    /// How the state is drawn: its picture, and its class.
    pub icon: &'static str,
    pub class: &'static str,
    pub says: String,
    pub is_year: bool,
}

#[derive(Template)]
#[template(path = "desk/periods/year.html")]
pub struct YearPage {
    page: Page,
    base: String,
    unit: String,
    year: i32,
    lines: Vec<Line>,
    /// (year, address)
    earlier: Option<(i32, String)>,
    later: Option<(i32, String)>,
}

/// How a state is called and drawn.
fn drawn(state: State<'_>) -> (&'static str, &'static str, &'static str) {
    match state {
        State::Closed(_) => ("period-state-closed", "lock", "ok"),
        State::Partly => ("period-state-partly", "lock", ""),
        State::Running => ("period-state-running", "", ""),
        State::Reopened(_) => ("period-state-reopened", "undo", "warn"),
        State::Open => ("period-state-open", "", ""),
    }
}

/// As much of a reason as fits a line; the period's own page has all of it.
fn beginning(reason: &str) -> String {
    match reason.char_indices().nth(100) {
        Some((at, _)) => format!("{}…", reason[..at].trim_end()),
        None => reason.to_owned(),
    }
}

fn says(w: Words, unit: &Unit, calendar: &Calendar, period: Whole, state: State<'_>) -> String {
    match state {
        State::Closed(lock) => {
            let done = format!("{} · {}", at(w, unit, lock.closed_at), lock.closed_name);
            let with = |key, it: Arg| format!("{} · {done}", w.with(key, &[("it", it)]));
            if lock.unit_id != unit.id {
                with("period-with-unit", Arg::Name(lock.unit_name.clone()))
            } else if lock.period != period {
                with("period-with-year", lock.period.arg())
            } else {
                done
            }
        }
        State::Partly if period.is_year() => {
            let closed = period
                .months()
                .into_iter()
                .filter(|month| calendar.closed_throughout(unit.id, month.from(), month.until()).is_some());
            w.n("period-months-closed", i64::try_from(closed.count()).unwrap_or(0))
        }
        State::Partly => w.tr("period-days-closed"),
        State::Running => w.with("period-runs", &[("day", period.until().into())]),
        State::Reopened(lock) => lock.reopened.as_ref().map_or_else(String::new, |it| {
            let reason = w.of("period-reason-said", beginning(&it.reason));
            format!("{} · {} · {reason}", at(w, unit, it.at), it.name)
        }),
        State::Open => String::new(),
    }
}

/// `wanted` is the year to show; without one, the one of today.
pub async fn year(
    app: &App,
    page: Page,
    unit: &Unit,
    wanted: Option<i32>,
    today: NaiveDate,
) -> Result<YearPage> {
    let w = page.w;
    // Nothing was done before it opened, and nothing will be closed before it was done.
    let (first, last) = (unit.opened_on.year().min(today.year()), today.year());
    let year = wanted.unwrap_or(last).clamp(first, last);
    let whole = Whole::Year(year);
    let edges = [(unit.id, whole.from()), (unit.id, whole.last())];
    let calendar = periods::calendar(&app.db, unit.network.id, &edges).await?;
    let begun = whole.months().into_iter().rev().filter(|month| month.from() <= today);
    let lines = std::iter::once(whole).chain(begun).filter(|period| period.until() > unit.opened_on);
    let line = |period: Whole| {
        let state = calendar.state(unit.id, period, today);
        let (key, icon, class) = drawn(state);
        Line {
            href: format!("{}/periods/{}", unit.address(), period.code()),
            name: period.name(w),
            state: w.tr(key),
            icon,
            class,
            says: says(w, unit, &calendar, period, state),
            is_year: period.is_year(),
        }
    };
    let base = unit.address();
    let other = |year: i32| (year, format!("{base}/periods?year={year}"));
    Ok(YearPage {
        unit: w.text(&unit.name),
        year,
        lines: lines.map(line).collect(),
        earlier: (year > first).then(|| other(year - 1)),
        later: (year < last).then(|| other(year + 1)),
        base,
        page,
    })
}
