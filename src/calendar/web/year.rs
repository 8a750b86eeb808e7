//! The year of a branch, month by month.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::letters::{Letter, letters};
use super::lines::{Line, Looking};
use crate::access::Act;
use crate::app::App;
use crate::calendar::listing::Dates;
use crate::calendar::names::Names;
use crate::error::Result;
use crate::units;
use crate::web::{Page, Visit, render};

/// Years that have a page.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2199;

pub(super) struct Month {
    name: String,
    now: bool,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "calendar/web/year.html")]
struct YearPage {
    page: Page,
    base: String,
    unit_href: String,
    unit: String,
    year: i32,
    years: Vec<i32>,
    /// Whether anything was done just now.
    saved: bool,
    months: Vec<Month>,
    empty: bool,
    /// Under which id a new date would stand.
    new: Option<String>,
    letters: Vec<Letter>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    year: String,
    saved: String,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>> {
    let branch = units::find(&app, &network, &unit).await?;
    let (w, me) = (visit.w, visit.me()?);
    me.allow(Act::SeeCalendar, &branch.as_place())?;
    let manages = branch.parent_id.is_none() && me.may(Act::ManageCalendar, &branch.as_place());
    let network_id = branch.network.id;
    let today = app.clock.today(branch.network.zone);
    let year = wanted.year.parse().ok().filter(|year| YEARS.contains(year)).unwrap_or(today.year());
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(today);
    let days = (day(1, 1), day(12, 31));
    let dates = Dates::read(&app, &branch, days).await?;
    let names = Names::read(&app, network_id).await?;
    let kinds = units::kinds(&app.db, network_id).await?;
    let units = &dates.read.there.units;
    let looking = Looking { w, me, branch: &branch, names: &names, kinds: &kinds, units, manages };
    let items = dates.of(&branch, days, today, manages);
    // What began in the year before stands at the beginning of this one.
    let month_of = |on: NaiveDate| if on.year() < year { 1 } else { on.month() };
    let month = |number: u32| Month {
        name: w.tr(&format!("month-{number}")),
        now: today.year() == year && today.month() == number,
        lines: items.iter().filter(|it| month_of(it.on()) == number).map(|it| looking.line(it)).collect(),
    };
    render(&YearPage {
        page: Page::new(&visit, w.of("calendar-of", year), "overview"),
        base: branch.address(),
        unit_href: branch.address(),
        unit: w.text(&branch.name),
        year,
        years: (year - 1..=year + 1).filter(|year| YEARS.contains(year)).collect(),
        saved: !wanted.saved.is_empty(),
        months: (1..=12).map(month).collect(),
        empty: items.is_empty(),
        new: manages.then(|| app.ids.ordered().to_string()),
        letters: if manages {
            letters(&app, w, &branch, (&dates.read.rules, units), &names).await?
        } else {
            Vec::new()
        },
    })
}
