//! Asking for figures: where, when, split by what.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::axis::Axis;
use super::measure::{Amount, Measure, Sums};
use super::opening::{Open, union_min};
use super::period::Period;
use super::store::{self, Group, Key, Margin};
use crate::access::Path;
use crate::db::{Db, Result};

/// A place of the tree and a period; optionally one activity.
#[derive(Clone, Debug)]
pub struct Question {
    pub network_id: Uuid,
    pub path: Path,
    pub period: Period,
    pub activity: Option<Uuid>,
}

/// One row of figures, as files show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub measure: Measure,
    pub axis: Option<Axis>,
    pub code: Option<String>,
    pub amount: Amount,
}

/// The class of entries that carry nothing of an axis.
pub const NONE: &str = "none";
/// Of an overlapping axis: entries with at least one term, and those with none.
pub const WITH: &str = "with_any";
pub const WITHOUT: &str = "without";

/// All sums of the question.
pub async fn total(db: &Db, question: &Question) -> Result<Sums> {
    Ok(by_day(db, question).await?.into_values().sum())
}

/// Sums day by day; days without entries are absent.
pub async fn by_day(db: &Db, question: &Question) -> Result<BTreeMap<NaiveDate, Sums>> {
    let (rows, opening) = futures_util::future::try_join(
        store::sums(db, question, Group::Date("e.local_date"), ""),
        opening(db, question),
    )
    .await?;
    let mut days = BTreeMap::new();
    for (key, sums) in rows {
        if let Key::Date(date) = key {
            days.insert(date, sums);
        }
    }
    for ((_, date), minutes) in opening {
        days.entry(date).or_insert_with(Sums::default).opening_min += minutes;
    }
    Ok(days)
}

/// Opening minutes per place and day.
async fn opening(db: &Db, question: &Question) -> Result<HashMap<(Path, NaiveDate), i64>> {
    let rows = store::open(db, question).await?;
    let mut opening = HashMap::new();
    for day in rows.chunk_by(|a, b| a.path == b.path && a.local_date == b.local_date) {
        let intervals: Vec<Open> =
            day.iter().map(|row| Open { start_min: row.start_min, duration_min: row.duration_min }).collect();
        opening.insert((Path::from_bytes(day[0].path.clone()), day[0].local_date), union_min(&intervals));
    }
    Ok(opening)
}

/// Sums by the members of an axis, by code. Members without entries are absent.
pub async fn by(db: &Db, question: &Question, axis: Axis) -> Result<BTreeMap<String, Sums>> {
    match axis {
        Axis::Kind => texts(store::sums(db, question, Group::Text("e.kind"), "").await?),
        Axis::PlaceKind => texts(store::sums(db, question, Group::Text("e.place_kind"), "").await?),
        Axis::Gender => texts(store::heads(db, question, Margin::Gender).await?),
        Axis::AgeBand => texts(store::heads(db, question, Margin::Age).await?),
        Axis::Part => {
            let whole = total(db, question).await?;
            Ok([
                ("creator", Sums { creators: whole.creators, ..Sums::default() }),
                ("participant", Sums { participants: whole.participants, ..Sums::default() }),
                ("audience", Sums { audience: whole.audience, ..Sums::default() }),
            ]
            .map(|(code, sums)| (code.to_owned(), sums))
            .into())
        }
        Axis::Weekday => {
            Ok(days_by(by_day(db, question).await?, |day| day.weekday().number_from_monday().to_string()))
        }
        Axis::Month => Ok(days_by(by_day(db, question).await?, |day| day.format("%Y-%m").to_string())),
        Axis::Unit => by_unit(db, question).await,
        Axis::MainTag => terms(db, question, "e.main_tag_id").await,
        Axis::MainField => terms(db, question, "e.main_field_id").await,
        Axis::Tag => overlapping(db, question, "tag", "e.main_tag_id").await,
        Axis::Field => overlapping(db, question, "field", "e.main_field_id").await,
    }
}

#[allow(clippy::unnecessary_wraps)]
fn texts(rows: Vec<(Key, Sums)>) -> Result<BTreeMap<String, Sums>> {
    Ok(rows
        .into_iter()
        .filter_map(|(key, sums)| if let Key::Text(code) = key { Some((code, sums)) } else { None })
        .collect())
}

fn days_by(days: BTreeMap<NaiveDate, Sums>, code: impl Fn(NaiveDate) -> String) -> BTreeMap<String, Sums> {
    let mut members: BTreeMap<String, Sums> = BTreeMap::new();
    for (day, sums) in days {
        *members.entry(code(day)).or_default() += sums;
    }
    members
}

/// The units one step below, each with everything below it; and the unit itself for entries of its own.
async fn by_unit(db: &Db, question: &Question) -> Result<BTreeMap<String, Sums>> {
    let codes: HashMap<Uuid, String> =
        store::unit_codes(db, question.network_id).await?.into_iter().collect();
    let depth = question.path.depth();
    let member = |path: &Path| {
        let ids = path.ids();
        let id = ids.get(depth).or(ids.last());
        id.and_then(|id| codes.get(id)).cloned().unwrap_or_default()
    };
    let mut members: BTreeMap<String, Sums> = BTreeMap::new();
    for (key, sums) in store::sums(db, question, Group::Bytes("p.path"), "").await? {
        if let Key::Bytes(path) = key {
            *members.entry(member(&Path::from_bytes(path))).or_default() += sums;
        }
    }
    for ((path, _), minutes) in opening(db, question).await? {
        members.entry(member(&path)).or_default().opening_min += minutes;
    }
    Ok(members)
}

async fn terms(db: &Db, question: &Question, column: &'static str) -> Result<BTreeMap<String, Sums>> {
    let codes: HashMap<Uuid, String> =
        store::term_codes(db, question.network_id).await?.into_iter().collect();
    let mut members: BTreeMap<String, Sums> = BTreeMap::new();
    for (key, sums) in store::sums(db, question, Group::Uuid(column), "").await? {
        let Key::Uuid(id) = key else { continue };
        let code = id.and_then(|id| codes.get(&id)).map_or(NONE, String::as_str);
        *members.entry(code.to_owned()).or_default() += sums;
    }
    Ok(members)
}

/// Entries with each term, main or further; beside them those with any and those without, which add up to all.
async fn overlapping(
    db: &Db,
    question: &Question,
    vocabulary: &'static str,
    main: &'static str,
) -> Result<BTreeMap<String, Sums>> {
    let mut members = terms(db, question, main).await?;
    members.remove(NONE);
    let codes: HashMap<Uuid, String> =
        store::term_codes(db, question.network_id).await?.into_iter().collect();
    // Main terms are never repeated among the further ones, so the two can be added.
    let further = store::further_terms(db, question, vocabulary).await?;
    for (key, sums) in further {
        let Key::Uuid(Some(id)) = key else { continue };
        let Some(code) = codes.get(&id) else { continue };
        *members.entry(code.clone()).or_default() += sums;
    }
    for (code, is) in [(WITH, ""), (WITHOUT, "not")] {
        let and = format!(
            "and {is} ({main} is not null or exists (select 1 from entry_term t join term m
               on m.network_id = t.network_id and m.id = t.term_id
             where t.network_id = e.network_id and t.entry_id = e.id and m.vocabulary = '{vocabulary}'))"
        );
        let sums = store::sums(db, question, Group::Nothing, &and).await?;
        members.insert(code.to_owned(), sums.into_iter().map(|(_, sums)| sums).sum());
    }
    Ok(members)
}

/// Every measure of a question as rows: whole, or by an axis with the measures that it can split.
pub async fn figures(db: &Db, question: &Question, axis: Option<Axis>) -> Result<Vec<Figure>> {
    let Some(axis) = axis else {
        let sums = total(db, question).await?;
        return Ok(Measure::ALL
            .into_iter()
            .map(|measure| Figure { measure, axis: None, code: None, amount: measure.of(&sums) })
            .collect());
    };
    let members = by(db, question, axis).await?;
    let mut rows = Vec::new();
    for measure in Measure::ALL.into_iter().filter(|measure| axis.splits(*measure)) {
        for (code, sums) in &members {
            rows.push(Figure {
                measure,
                axis: Some(axis),
                code: Some(code.clone()),
                amount: measure.of(sums),
            });
        }
    }
    Ok(rows)
}

/// What an activity came to in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityMonth {
    pub activity_id: Uuid,
    /// First day of the month.
    pub month: NaiveDate,
    pub held: i64,
    pub duration_min: i64,
    pub created_min: i64,
    pub visits: i64,
}

/// Figures opened down to activity × month.
pub async fn totals_by_activity_month(db: &Db, question: &Question) -> Result<Vec<ActivityMonth>> {
    let mut months: BTreeMap<(NaiveDate, Uuid), ActivityMonth> = BTreeMap::new();
    for day in store::by_activity_and_day(db, question).await? {
        let month = day.local_date.with_day(1).unwrap_or(day.local_date);
        let row = months.entry((month, day.activity_id)).or_insert(ActivityMonth {
            activity_id: day.activity_id,
            month,
            held: 0,
            duration_min: 0,
            created_min: 0,
            visits: 0,
        });
        row.held += day.held;
        row.duration_min += day.duration_min;
        row.created_min += day.created_min;
        row.visits += day.visits;
    }
    Ok(months.into_values().rev().collect())
}
