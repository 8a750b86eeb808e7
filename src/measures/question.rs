//! Asking for figures: where, when, split by what.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use uuid::Uuid;

use super::axis::Axis;
use super::books::{Books, Known, Placed};
use super::measure::{Amount, Measure, Sums};
use super::period::Period;
use super::{memory, store};
use crate::access::Path;
use crate::db::{Db, Result};
use crate::vocabulary::Vocabulary;

/// A unit with everything below it, and a period.
#[derive(Clone, Debug)]
pub struct Question {
    pub network_id: Uuid,
    /// Where the unit stands; which unit it is says the last step.
    pub path: Path,
    pub period: Period,
}

/// One row of figures, as files show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub measure: Measure,
    pub axis: Option<Axis>,
    pub code: Option<String>,
    pub amount: Amount,
}

/// What an activity came to in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityMonth {
    pub activity_id: Uuid,
    /// Code of the unit one step below the one asked for that it took place in, or of that one itself.
    pub below: String,
    /// First day of the month.
    pub month: NaiveDate,
    pub sums: Sums,
}

/// The class of entries that carry nothing of an axis.
pub const NONE: &str = "none";
/// Of an overlapping axis: entries with at least one term, and those with none.
pub const WITH: &str = "with_any";
pub const WITHOUT: &str = "without";

/// Opens a network's figures as they are now: what is asked of them is all of one moment.
pub async fn open(db: &Db, network_id: Uuid) -> Result<Books> {
    let (ledger, placed, listed) = futures_util::future::try_join3(
        memory::ledger(db, network_id),
        store::placements(db, network_id),
        store::terms(db, network_id),
    )
    .await?;
    let known = |row: &store::PlacedRow| Known {
        code: row.code.clone(),
        kind: row.kind.clone(),
        opened_on: row.opened_on,
        closed_on: row.closed_on,
    };
    let units = placed.iter().map(|row| (row.unit_id, known(row))).collect();
    let places = placed.into_iter().enumerate().map(|(at, row)| Placed {
        at,
        unit_id: row.unit_id,
        ids: Path::from_bytes(row.path).ids(),
        from: row.from_on,
        until: row.until_on,
    });
    let listed: HashMap<Uuid, (String, String)> =
        listed.into_iter().map(|(id, list, code)| (id, (list, code))).collect();
    let terms = ledger.terms.iter().map(|id| {
        let (list, code) = listed.get(id)?;
        Some((Vocabulary::from_code(list)?, code.clone()))
    });
    let terms = terms.collect();
    Ok(Books { ledger, places: places.collect(), units, terms })
}

/// All sums of the question.
pub async fn total(db: &Db, question: &Question) -> Result<Sums> {
    Ok(open(db, question.network_id).await?.total(question))
}

/// Sums day by day; days without entries are absent.
pub async fn by_day(db: &Db, question: &Question) -> Result<BTreeMap<NaiveDate, Sums>> {
    Ok(open(db, question.network_id).await?.by_day(question))
}

/// Sums by the members of an axis, by code. Members without entries are absent.
pub async fn by(db: &Db, question: &Question, axis: Axis) -> Result<BTreeMap<String, Sums>> {
    Ok(open(db, question.network_id).await?.by(question, axis))
}

/// Every measure of a question as rows: whole, or by an axis with the measures that it can split.
pub async fn figures(db: &Db, question: &Question, axis: Option<Axis>) -> Result<Vec<Figure>> {
    let books = open(db, question.network_id).await?;
    let Some(axis) = axis else {
        let sums = books.total(question);
        return Ok(Measure::ALL
            .into_iter()
            .map(|measure| Figure { measure, axis: None, code: None, amount: measure.of(&sums) })
            .collect());
    };
    let members = books.by(question, axis);
    let mut rows = Vec::new();
    for measure in Measure::ALL.into_iter().filter(|measure| axis.splits(*measure)) {
        for (code, sums) in &members {
            let amount = measure.of(sums);
            rows.push(Figure { measure, axis: Some(axis), code: Some(code.clone()), amount });
        }
    }
    Ok(rows)
}
