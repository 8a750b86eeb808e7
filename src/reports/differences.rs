//! What later corrections would change in a finished report: its figures asked again, and the entries that explain it.

pub mod plan;

use std::collections::btree_map::Entry as Place;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::compose::Said;
use super::counting::{Reader, Totals};
use super::document::{Figure, INDEX, PLAN, Value};
use super::reading;
use super::report::Report;
use super::since::{Fact, How, changed};
use super::store::{self, Since};
use crate::activities::Entry;
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::i18n::{Text18, Words};
use crate::measures::{self, Axis, Length, Period, Tree, Trees};
use crate::plan::Recounted;
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
    /// When it was changed last, and by whom; none where a file brought it.
    pub at: DateTime<Utc>,
    pub by: Option<String>,
}

#[derive(Debug, Default)]
pub struct Differences {
    pub gaps: Vec<Gap>,
    pub entries: Vec<Told>,
    /// What was counted by hand, or taken back.
    pub counts: Vec<Recounted>,
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
    if gaps.iter().any(|it| it.figure.measure().is_some()) {
        let trees = measures::trees(&app.db, unit.network.id).await?;
        for of in &periods(&figures) {
            let it = (unit.network.id, unit.id);
            entries.extend(between(app, &trees, it, of, (finished.change_seq, None)).await?);
        }
        entries.sort_by_key(|it| (it.date, it.id));
    }
    let counts = self::plan::recounted(app, w, unit, (report, finished), &gaps).await?;
    Ok(Differences { gaps, entries, counts })
}

/// Those of a finished report's figures that would be something else today.
pub async fn gaps(app: &App, w: Words, unit: &Unit, report: &Report, figures: &[Figure]) -> Result<Vec<Gap>> {
    let mut gaps = Vec::new();
    let reader = Reader::open(app, w, unit, &periods(figures)).await?;
    let mut known: BTreeMap<(Uuid, NaiveDate, NaiveDate), Totals> = BTreeMap::new();
    let told = self::plan::told(app, w, unit, report, figures).await?;
    let said = match report.period().filter(|_| figures.iter().any(|it| it.measure == INDEX)) {
        Some(period) => reading::said(app, w, unit, &period).await?,
        None => None,
    };
    for figure in figures {
        if figure.axis == PLAN {
            gaps.extend(told.as_ref().and_then(|told| self::plan::gap(w, told, figure)));
            continue;
        }
        if figure.measure == INDEX {
            gaps.extend(of_results(w, said.as_ref(), figure));
            continue;
        }
        let Some(measure) = figure.measure() else { continue };
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

/// What young people said of an area, where it is told otherwise today, or no more.
fn of_results(w: Words, said: Option<&Said>, figure: &Figure) -> Option<Gap> {
    let area = said.and_then(|said| said.areas.iter().find(|(code, _)| *code == figure.code));
    let now = area.and_then(|(_, area)| area.points).map(|(points, ..)| Value::points(points));
    let now = now.unwrap_or(Value { above: 0, below: Some(0) });
    (now != figure.value).then(|| Gap { figure: figure.clone(), shown: now.shown(w, None) })
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
        trees.stretches(Tree::Then, unit_id, &[], *period).iter().map(|it| it.unit_id).collect();
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
        Some(Told { id: now.id, unit_id: now.unit_id, date, activity, how, facts, at: it.at, by: it.by })
    };
    Ok(all.into_iter().filter_map(entry).collect())
}
