//! Asking for figures: where, when, split by what.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use uuid::Uuid;

use super::axis::Axis;
use super::books::{Books, of_codes};
use super::measure::{Amount, Measure};
use super::members::{Terms, members};
use super::period::Period;
use super::shelf::{self, Ask};
use super::store;
use super::trees::{Known, Placed, Tree, Trees};
use crate::access::Path;
use crate::db::{Db, Result};
use crate::totals::{Sheet, Sums, month_of};
use crate::units::{Kept, OfUnits, Unit};
use crate::vocabulary::Vocabulary;

/// A unit with everything below it, and a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub network_id: Uuid,
    /// Where the unit stands; which unit it is says the last step.
    pub path: Path,
    pub period: Period,
    pub tree: Tree,
    /// Only of days on which these, each directly below the one before, stood directly above the unit.
    pub within: Vec<Uuid>,
}

impl Question {
    /// Of all days of a period, as the tree was then.
    pub fn new(network_id: Uuid, path: Path, period: Period) -> Question {
        Question { network_id, path, period, tree: Tree::Then, within: Vec::new() }
    }
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
    /// First day of the month.
    pub month: NaiveDate,
    pub sums: Sums,
}

/// The class of entries that carry nothing of an axis.
pub const NONE: &str = "none";
/// Of an overlapping axis: entries with at least one term, and those with none.
pub const WITH: &str = "with_any";
pub const WITHOUT: &str = "without";

static TREES: LazyLock<Kept<Trees>> = LazyLock::new(Kept::default);

/// A network's units and all their places, as they are now.
pub async fn trees(db: &Db, network_id: Uuid) -> Result<Arc<Trees>> {
    TREES.get(db, network_id).await
}

impl OfUnits for Trees {
    async fn read(db: &Db, network_id: Uuid) -> Result<Trees> {
        let placed = store::placements(db, network_id).await?;
        let known = |row: &store::PlacedRow| Known {
            code: row.code.clone(),
            kind: row.kind.clone(),
            opened_on: row.opened_on,
            closed_on: row.closed_on,
            successor: row.successor_id,
        };
        let units = placed.iter().map(|row| (row.unit_id, known(row))).collect();
        let places = placed.into_iter().map(|row| Placed {
            unit_id: row.unit_id,
            ids: Path::from_bytes(row.path).ids(),
            from: row.from_on,
            until: row.until_on,
        });
        Ok(Trees::new(network_id, places.collect(), units))
    }
}

/// Opens a network's figures as they are now, for these periods: what is asked of them is all of one moment.
pub async fn open(db: &Db, network_id: Uuid, asks: &[Ask]) -> Result<Books> {
    open_in(db, &trees(db, network_id).await?, asks).await
}

/// [`open`], where the trees are at hand already.
pub async fn open_in(db: &Db, trees: &Arc<Trees>, asks: &[Ask]) -> Result<Books> {
    let months = shelf::loaded(db, trees.network_id, asks, trees.edges());
    let (listed, talking) = (store::terms(db, trees.network_id), store::talking(db, trees.network_id));
    let (listed, talking, months) = futures_util::future::try_join3(listed, talking, months).await?;
    Ok(Books::new(months, trees.clone(), terms(listed), talking))
}

pub fn terms(listed: Vec<(Uuid, String, String)>) -> Terms {
    let known = |(id, list, code): (Uuid, String, String)| Some((id, (Vocabulary::from_code(&list)?, code)));
    listed.into_iter().filter_map(known).collect()
}

/// All sums of the question.
pub async fn total(db: &Db, question: &Question) -> Result<Sums> {
    Ok(open(db, question.network_id, &[Ask::whole(question.period)]).await?.total(question))
}

/// Sums by the members of an axis, by code. Members without entries are absent.
pub async fn by(db: &Db, question: &Question, axis: Axis) -> Result<BTreeMap<String, Sums>> {
    Ok(open(db, question.network_id, &[Ask::whole(question.period)]).await?.by(question, axis))
}

/// A unit's own entries opened down to activity and month; of some members of an axis where wanted. Opening hours belong
/// to units and are not in here.
pub async fn by_activity_month(
    db: &Db,
    trees: &Trees,
    question: &Question,
    wanted: Option<(Axis, &[&str])>,
) -> Result<Vec<ActivityMonth>> {
    let Some(unit_id) = question.path.ids().last().copied() else { return Ok(Vec::new()) };
    if let Some((Axis::Unit, codes)) = wanted
        && !codes.contains(&trees.code(unit_id).as_str())
    {
        return Ok(Vec::new());
    }
    let listed = terms(store::terms(db, question.network_id).await?);
    let mut sheets: BTreeMap<(NaiveDate, Uuid), Sheet> = BTreeMap::new();
    for days in trees.own_days(question.tree, unit_id, &question.within, question.period) {
        for (activity_id, fact) in store::facts(db, question.network_id, unit_id, days, &listed).await? {
            sheets.entry((month_of(fact.date), activity_id)).or_default().count(&fact, 1);
        }
    }
    let sums = |month: NaiveDate, sheet: &Sheet| match wanted {
        None => sheet.total(),
        // The unit's own is all there is here.
        Some((Axis::Unit, _)) => sheet.total(),
        Some((Axis::Month, codes)) => {
            of_codes([(month.format("%Y-%m").to_string(), sheet.total())].into(), codes)
        }
        Some((axis, codes)) => of_codes(members(sheet, axis, &listed), codes),
    };
    let rows = sheets.iter().rev().map(|((month, activity_id), sheet)| ActivityMonth {
        activity_id: *activity_id,
        month: *month,
        sums: sums(*month, sheet),
    });
    Ok(rows.filter(|row| !row.sums.is_nothing()).collect())
}

/// Every measure of a question as rows: whole, or by an axis with the measures that it can split.
pub async fn figures(db: &Db, question: &Question, axis: Option<Axis>) -> Result<Vec<Figure>> {
    let books = open(db, question.network_id, &[Ask::whole(question.period)]).await?;
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

/// The part of a period that is over. Today is in it once something of today is recorded: until then the evening is yet to
/// come, and would be compared with evenings that were.
pub async fn so_far(db: &Db, unit: &Unit, period: Period, today: NaiveDate) -> Result<Period> {
    let runs = period.from < today && today < period.until;
    if runs && !store::recorded_on(db, unit.network.id, &unit.path, today).await? {
        return Ok(period.so_far(today.pred_opt().unwrap_or(today)));
    }
    Ok(period.so_far(today))
}
