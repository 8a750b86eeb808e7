//! What the units of a network that stand in public came to: totals, and of closed years what may be told of their parts.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use uuid::Uuid;

use super::page::Chosen;
use super::telling::{Class, Place, order, told};
use crate::access::Path;
use crate::app::App;
use crate::error::Result;
use crate::measures::{self, Ask, Axis, Books, Length, Period, Question, Sums, Tree, Trees};
use crate::periods::{self, Calendar};
use crate::units::Unit;

/// By what closed years are split, one at a time and never crossed.
pub const AXES: [Axis; 7] =
    [Axis::Kind, Axis::MainField, Axis::Part, Axis::Gender, Axis::AgeBand, Axis::Month, Axis::Weekday];
/// How many years that are over are told.
const YEARS: i32 = 5;

/// A unit that stands in public, or is about to.
#[derive(Clone, Debug)]
pub struct Telling {
    /// Of its publication: of two that began at once, one comes first.
    pub id: Uuid,
    pub unit_id: Uuid,
    pub since: DateTime<Utc>,
    pub chosen: Chosen,
}

/// How a year of a unit stands, as far as it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// All of it is closed, of the unit and everything below it.
    Closed,
    /// Somewhere it is not: nothing of it is told.
    Open,
    /// Closed; but the unit, or one above it, moved meanwhile. Then its figures are no part of one unit above, and are not split.
    Moved,
}

/// A year that is over.
#[derive(Clone, Debug)]
pub struct Year {
    pub year: i32,
    pub state: State,
    pub sums: Sums,
    /// What is chosen to be told: none where there would be too few in it.
    pub splits: Vec<(Axis, Option<Vec<Class>>)>,
}

/// All of a network that is told, of one moment. By unit, the latest year first.
#[derive(Debug)]
pub struct Figures {
    pub at: DateTime<Utc>,
    /// Of which publications, in the order of their ids.
    pub of: Vec<Uuid>,
    pub years: HashMap<Uuid, Vec<Year>>,
}

pub fn year(year: i32) -> Period {
    Period::around(Length::Year, NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default(), (9, 1))
}

fn question(network_id: Uuid, unit_id: Uuid, period: Period) -> Question {
    Question::new(network_id, Path::root(unit_id), period)
}

/// This year as far as it has been, and what a unit came to in it.
pub async fn live(app: &App, unit: &Unit) -> Result<(Period, Sums)> {
    let today = app.clock.today(unit.network.zone);
    let period = measures::so_far(&app.db, unit, year(today.year()), today).await?;
    let asked = question(unit.network.id, unit.id, period);
    Ok((period, measures::total(&app.db, &asked).await?))
}

/// Where a unit stood throughout a year; none where that changed, or where it stood nowhere.
fn line(trees: &Trees, unit: Uuid, period: Period) -> Option<Vec<Uuid>> {
    let places = trees.places(Tree::Then);
    let mut of_year = places.iter().filter(|place| {
        place.unit_id == unit
            && place.from < period.until
            && place.until.is_none_or(|until| until > period.from)
    });
    let first = of_year.next()?;
    of_year.all(|place| place.ids == first.ids).then(|| first.ids.clone())
}

/// Every month of a year is closed for everything that stood at or below a unit in it.
fn is_closed(trees: &Trees, calendar: &Calendar, unit: Uuid, period: Period) -> bool {
    if calendar.closed_throughout(unit, period.from, period.until).is_some() {
        return true;
    }
    let stretches = trees.stretches(Tree::Then, unit, &[], period);
    let firsts: Vec<NaiveDate> =
        (0..12).filter_map(|n| period.from.checked_add_months(Months::new(n))).collect();
    // Closings are whole months of places, and a stretch is of one place.
    let mut months = stretches.iter().flat_map(|it| {
        let touched = firsts.iter().filter(|first| **first < it.until && **first + Months::new(1) > it.from);
        touched.map(|first| (it.unit_id, (*first).max(it.from)))
    });
    !stretches.is_empty() && months.all(|(unit, day)| calendar.closed(unit, day).is_some())
}

/// The classes of every split, as whoever sees figures only is told them: so that one-to-one work follows from nothing.
async fn classes(app: &App, books: &Books, asked: &Question) -> Result<Vec<BTreeMap<String, Sums>>> {
    let unsplit = books.unsplit(&app.db, asked).await?;
    let mut all: Vec<_> = books.told_by_each(asked, &unsplit, AXES).into();
    all[0] = books.told_kinds(asked, false);
    Ok(all)
}

/// Figures of all of these, each beside the others.
pub async fn figures(app: &App, root: &Unit, telling: &[Telling]) -> Result<Figures> {
    let (network_id, now) = (root.network.id, app.clock.now());
    let this = app.clock.today(root.network.zone).year();
    let years: Vec<Period> = (1..=YEARS).map(|back| year(this - back)).collect();
    let mut telling: Vec<&Telling> = telling.iter().collect();
    // What was told first stays: see `telling.rs`.
    telling.sort_by_key(|it| (it.since, it.id));
    let trees = measures::trees(&app.db, network_id).await?;
    let asks: Vec<Ask> = years.iter().map(|period| Ask::whole(*period)).collect();
    let books = measures::open_in(&app.db, &trees, &asks).await?;
    let calendar = calendar(app, &trees, &telling, &years).await?;
    let mut found: HashMap<Uuid, Vec<Year>> = HashMap::new();
    for period in years {
        let mut of_year: Vec<(&Telling, Option<Vec<Uuid>>, Year)> = Vec::new();
        for it in &telling {
            let sums = books.total(&question(network_id, it.unit_id, period));
            if sums.is_nothing() {
                continue;
            }
            let line = line(&trees, it.unit_id, period);
            let state = match is_closed(&trees, &calendar, it.unit_id, period) {
                false => State::Open,
                true if line.is_none() => State::Moved,
                true => State::Closed,
            };
            of_year.push((it, line, Year { year: period.from.year(), state, sums, splits: Vec::new() }));
        }
        let splits = of_year.iter().any(|(.., year)| year.state == State::Closed);
        if splits {
            split(app, &books, root, period, &mut of_year).await?;
        }
        for (it, _, year) in of_year {
            found.entry(it.unit_id).or_default().push(year);
        }
    }
    let mut of: Vec<Uuid> = telling.iter().map(|it| it.id).collect();
    of.sort_unstable();
    Ok(Figures { at: now, of, years: found })
}

async fn calendar(app: &App, trees: &Arc<Trees>, telling: &[&Telling], years: &[Period]) -> Result<Calendar> {
    let mut days: Vec<(Uuid, NaiveDate)> = Vec::new();
    for period in years {
        for it in telling {
            days.extend([(it.unit_id, period.from), (it.unit_id, period.last())]);
            let stretches = trees.stretches(Tree::Then, it.unit_id, &[], *period);
            days.extend(stretches.iter().map(|it| (it.unit_id, it.from)));
        }
    }
    Ok(periods::calendar(&app.db, trees.network_id, &days).await?)
}

async fn split(
    app: &App,
    books: &Books,
    root: &Unit,
    period: Period,
    of_year: &mut [(&Telling, Option<Vec<Uuid>>, Year)],
) -> Result<()> {
    let network_id = root.network.id;
    let whole = classes(app, books, &question(network_id, root.id, period)).await?;
    let mut by_unit: HashMap<Uuid, Vec<BTreeMap<String, Sums>>> = HashMap::new();
    for (it, ..) in of_year.iter().filter(|(.., year)| year.state == State::Closed) {
        let asked = question(network_id, it.unit_id, period);
        by_unit.insert(it.unit_id, classes(app, books, &asked).await?);
    }
    for (n, axis) in AXES.into_iter().enumerate() {
        let (mut at, mut places) = (Vec::new(), Vec::new());
        for (index, (it, line, _)) in of_year.iter().enumerate() {
            let (Some(line), Some(classes)) = (line, by_unit.get(&it.unit_id)) else { continue };
            if it.chosen.splits_by(axis) {
                at.push(index);
                places.push(Place { line: line.clone(), classes: classes[n].clone() });
            }
        }
        for (index, classes) in at.into_iter().zip(told(&order(&whole[n]), &places)) {
            of_year[index].2.splits.push((axis, classes));
        }
    }
    Ok(())
}
