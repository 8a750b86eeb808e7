//! What later corrections would change in a finished report: its figures asked again, and the entries that explain it.

use std::collections::btree_map::Entry as Place;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::counting::{Reader, Totals};
use super::document::{Figure, PLAN, Value};
use super::report::Report;
use super::since::{Fact, How, changed};
use super::store::{self, Since};
use crate::activities::Entry;
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::i18n::{Text18, Words};
use crate::measures::{self, Axis, Length, Period, Tree, Trees};
use crate::plan::{self, NumberOf, Told as OfPlan};
use crate::units::Unit;

/// A figure that would be another one today.
#[derive(Clone, Debug)]
pub struct Gap {
    pub figure: Figure,
    /// As it would be printed today.
    pub shown: String,
}

/// An entry that explains it.
#[derive(Clone, Debug)]
pub struct Told {
    pub id: Uuid,
    pub unit_id: Uuid,
    pub date: NaiveDate,
    pub activity: Text18,
    pub how: How,
    pub facts: Vec<Fact>,
}

#[derive(Debug, Default)]
pub struct Differences {
    pub gaps: Vec<Gap>,
    pub entries: Vec<Told>,
}

impl Differences {
    /// How many entries were added, removed, corrected, moved.
    pub fn counted(&self) -> Vec<(How, i64)> {
        let of = |how: How| {
            i64::try_from(self.entries.iter().filter(|it| it.how == how).count()).unwrap_or(i64::MAX)
        };
        How::ALL.into_iter().map(|how| (how, of(how))).filter(|(_, n)| *n > 0).collect()
    }
}

/// Days as the period they are.
fn period(from: NaiveDate, until: NaiveDate) -> Period {
    let named = [Length::Year, Length::HalfYear, Length::Month].into_iter().find_map(|length| {
        let it = Period::around(length, from, (9, 1));
        ((it.from, it.until) == (from, until)).then_some(it)
    });
    named.unwrap_or_else(|| Period::own(from, until.pred_opt().unwrap_or(until)))
}

/// What these figures are about.
fn periods(figures: &[Figure]) -> Vec<Period> {
    let days: BTreeSet<(NaiveDate, NaiveDate)> = figures.iter().map(|it| (it.from, it.until)).collect();
    days.iter().map(|(from, until)| period(*from, *until)).collect()
}

/// What a finished report's figures would be today, where that is something else, with the entries that explain it.
pub async fn differences(app: &App, w: Words, unit: &Unit, report: &Report) -> Result<Differences> {
    let finished = report.finished.as_ref().or_missing()?;
    let figures = store::figures(&app.db, unit.network.id, report.id).await?;
    let gaps = gaps(app, w, unit, report, &figures).await?;
    let mut entries = Vec::new();
    if !gaps.is_empty() {
        let trees = measures::trees(&app.db, unit.network.id).await?;
        for of in &periods(&figures) {
            let it = (unit.network.id, unit.id);
            entries.extend(between(app, &trees, it, of, (finished.change_seq, None)).await?);
        }
        entries.sort_by_key(|it| (it.date, it.id));
    }
    Ok(Differences { gaps, entries })
}

/// Those of a finished report's figures that would be something else today.
pub async fn gaps(app: &App, w: Words, unit: &Unit, report: &Report, figures: &[Figure]) -> Result<Vec<Gap>> {
    let mut gaps = Vec::new();
    let reader = Reader::open(app, w, unit, &periods(figures)).await?;
    let mut known: BTreeMap<(Uuid, NaiveDate, NaiveDate), Totals> = BTreeMap::new();
    let told = of_plan(app, w, unit, report, figures).await?;
    for figure in figures {
        let Some(measure) = figure.measure() else { continue };
        if figure.axis == PLAN {
            // Where the plan says something else by now, nothing is compared.
            let number = told.as_ref().and_then(|told| told.number(&figure.code));
            let now = number.filter(|it| it.of == NumberOf::Measure(measure));
            let now = now.map(|it| Value { above: it.above, below: it.below });
            if let Some(now) = now.filter(|now| *now != figure.value) {
                gaps.push(Gap { figure: figure.clone(), shown: measures::shown(w, measure, now.amount()) });
            }
            continue;
        }
        let key = (figure.unit_id, figure.from, figure.until);
        if let Place::Vacant(place) = known.entry(key) {
            let period = period(figure.from, figure.until);
            let split = figures.iter().any(|it| !it.is_whole() && (it.unit_id, it.from, it.until) == key);
            let totals = if split {
                reader.totals(app, figure.unit_id, period).await?
            } else {
                Totals::whole(reader.total(figure.unit_id, period))
            };
            place.insert(totals);
        }
        let totals = known.get(&key).or_missing()?;
        let sums = match Axis::from_code(&figure.axis) {
            None => totals.all,
            Some(axis) => totals.member(measure, axis, &figure.code),
        };
        let (above, below) = measure.parts(&sums);
        let now = Value { above, below };
        if now != figure.value {
            gaps.push(Gap { figure: figure.clone(), shown: measures::shown(w, measure, now.amount()) });
        }
    }
    Ok(gaps)
}

/// The plan that a report tells of, as it would be told today.
async fn of_plan(
    app: &App,
    w: Words,
    unit: &Unit,
    report: &Report,
    figures: &[Figure],
) -> Result<Option<OfPlan>> {
    if figures.iter().all(|it| it.axis != PLAN) {
        return Ok(None);
    }
    let last = report.until.pred_opt().unwrap_or(report.until);
    plan::told(app, w, unit, report.from.year(), last).await
}

/// Entries of a unit and period that changed after a change of the network and, where it is said, up to another one, as far as
/// figures count it.
pub async fn between(
    app: &App,
    trees: &Trees,
    (network_id, unit_id): (Uuid, Uuid),
    period: &Period,
    (after, up_to): (i64, Option<i64>),
) -> Result<Vec<Told>> {
    let mut units: Vec<Uuid> =
        trees.stretches(Tree::Then, unit_id, &[], *period).into_iter().map(|it| it.unit_id).collect();
    units.sort_unstable();
    units.dedup();
    let days = (period.from, period.until);
    let all = store::changed_since(&app.db, network_id, &units, days, after).await?;
    // What changed again later is told as it was in between.
    let later = match up_to {
        Some(seq) => store::changed_since(&app.db, network_id, &units, days, seq).await?,
        None => Vec::new(),
    };
    let later: BTreeMap<Uuid, Option<Entry>> = later.into_iter().map(|it| (it.now.id, it.then)).collect();
    let inside = |it: &Entry| {
        period.from <= it.local_date
            && it.local_date < period.until
            && trees.stood_below(it.unit_id, unit_id, it.local_date)
    };
    let entry = |it: Since| {
        let now = match later.get(&it.now.id) {
            None => it.now,
            // None: by then it was not there yet.
            Some(by_then) => by_then.clone()?,
        };
        let (how, facts) = changed(it.then.as_ref(), &now, inside)?;
        let date = it
            .then
            .as_ref()
            .filter(|_| how == How::Moved && !inside(&now))
            .map_or(now.local_date, |it| it.local_date);
        let activity = Text18::from_json(&it.activity);
        Some(Told { id: now.id, unit_id: now.unit_id, date, activity, how, facts })
    };
    Ok(all.into_iter().filter_map(entry).collect())
}
