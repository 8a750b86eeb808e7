//! Years and months of which only sums are known: no entries stand behind them, and they are never added to any.

mod period;

#[cfg(test)]
pub use period::stretch as stretch_of;
mod store;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

pub use store::{PastTotal, of_import, past_totals};

use super::find::{Found, Table};
use super::heading::{Meaning, key};
use super::lines::{Number, number_of, says_sum, value};
use super::plan::Wish;
use super::problem::{Problem, Problems};
use super::read;
use super::store::Batch;
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::exchange::columns::Column;
use crate::form::tidy;
use crate::i18n::Arg;
use crate::measures::Measure;
use crate::periods;
use crate::table::{Cell, Row};
use crate::units::{self, Unit};
use crate::vocabulary::Part;

/// A sum about to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct New {
    pub unit_id: Uuid,
    pub from_on: NaiveDate,
    pub until_on: NaiveDate,
    pub measure: Measure,
    pub value: i64,
}

/// What a file of sums comes to.
#[derive(Debug, Default)]
pub struct Plan {
    /// Rows that say something.
    pub rows: usize,
    pub new: Vec<New>,
    /// What stands, and what the file says instead.
    pub changed: Vec<(i64, New)>,
    pub same: usize,
    /// Rows of sums at the end, left aside.
    pub aside: Vec<usize>,
    pub problems: Problems,
}

/// The measure a column of sums is of.
fn measure(meaning: &Meaning) -> Option<Measure> {
    use Column as C;
    Some(match meaning {
        Meaning::Held => Measure::ActivitiesHeld,
        Meaning::Length | Meaning::Hours | Meaning::Own(C::DurationMin) => Measure::YouthWorkMin,
        Meaning::Visits => Measure::Visits,
        Meaning::Own(C::Total(Part::Creator)) => Measure::Creators,
        Meaning::Own(C::Total(Part::Participant)) => Measure::Participants,
        Meaning::Own(C::Total(Part::Audience)) => Measure::Audience,
        Meaning::Created | Meaning::CreatedHours | Meaning::Own(C::CreatedMin) => Measure::CreatedMin,
        Meaning::Own(C::FirstVisits) => Measure::FirstVisits,
        Meaning::StaffHours | Meaning::Own(C::StaffMin) => Measure::StaffMin,
        Meaning::PrepHours | Meaning::Own(C::PrepMin) => Measure::PrepMin,
        Meaning::VolunteerHours | Meaning::Own(C::VolunteerMin) => Measure::VolunteerMin,
        _ => return None,
    })
}

/// What a file of sums would come to, against those that stand.
pub async fn planned(
    tx: &mut Tx,
    unit: &Unit,
    today: NaiveDate,
    found: &Found<'_>,
    wish: Wish,
) -> Result<Plan> {
    let branch = units::branch(&mut *tx, unit, today).await?;
    let stands = past_totals(&mut *tx, unit.network.id, &unit.path, today, None).await?;
    let mut plan = Plan::default();
    let mut all: BTreeMap<(Uuid, NaiveDate, NaiveDate, &'static str), (Problem, New)> = BTreeMap::new();
    for table in &found.tables {
        let sheet = table.sheet.filter(|_| found.tables.len() > 1);
        for row in table.rows {
            if let Some(sums) = sums_of(table, sheet, row, unit, &branch, today, &mut plan) {
                plan.rows += 1;
                for sum in sums {
                    let slot = (sum.unit_id, sum.from_on, sum.until_on, sum.measure.code());
                    let here = |key| Problem {
                        sheet: sheet.map(str::to_owned),
                        row: Some(row.number),
                        ..Problem::new(key)
                    };
                    if all.insert(slot, (here("import-sum-closed"), sum)).is_some() {
                        plan.problems.push(here("import-period-twice"));
                    }
                }
            }
        }
    }
    let stands: HashMap<(Uuid, NaiveDate, NaiveDate, String), i64> = stands
        .into_iter()
        .map(|it| ((it.unit_id, it.from_on, it.until_on, it.measure_code), it.value))
        .collect();
    let mut written = Vec::new();
    for ((unit_id, from_on, until_on, code), (closed, sum)) in all {
        match stands.get(&(unit_id, from_on, until_on, code.to_owned())) {
            None => {
                plan.new.push(sum);
                written.push((closed, sum));
            }
            Some(value) if *value == sum.value => plan.same += 1,
            Some(value) => {
                plan.changed.push((*value, sum));
                written.extend(wish.update.then_some((closed, sum)));
            }
        }
    }
    tell_closed(tx, unit, written, &mut plan).await?;
    Ok(plan)
}

/// The first and last day of every month of a stretch: what is closed is months and years of where the unit stood.
pub fn days_of(unit_id: Uuid, from: NaiveDate, until: NaiveDate) -> Vec<(Uuid, NaiveDate)> {
    let months = from.iter_days().take_while(|day| *day < until);
    let edges = months.filter(|day| day.day() == 1 || day.succ_opt().is_none_or(|next| next.day() == 1));
    edges.map(|day| (unit_id, day)).collect()
}

/// Tells sums of times that are closed, once for each row.
async fn tell_closed(tx: &mut Tx, unit: &Unit, written: Vec<(Problem, New)>, plan: &mut Plan) -> Result<()> {
    let days_of = |sum: &New| days_of(sum.unit_id, sum.from_on, sum.until_on);
    let days: Vec<_> = written.iter().flat_map(|(_, sum)| days_of(sum)).collect();
    let calendar = periods::calendar(&mut *tx, unit.network.id, &days).await?;
    let mut told = HashSet::new();
    for (problem, sum) in written {
        if let Some(lock) = calendar.any_closed(&days_of(&sum))
            && told.insert((problem.sheet.clone(), problem.row))
        {
            let problem = problem
                .arg("period", lock.period.arg())
                .arg("unit", Arg::Name(lock.unit_name.clone()))
                .arg("day", lock.closed_on(unit.zone));
            plan.problems.push(problem);
        }
    }
    Ok(())
}

fn sums_of(
    table: &Table<'_>,
    sheet: Option<&str>,
    row: &Row,
    unit: &Unit,
    branch: &[Unit],
    today: NaiveDate,
    plan: &mut Plan,
) -> Option<Vec<New>> {
    let cell = |meaning: &Meaning| {
        table.column(meaning).and_then(|it| row.cells.get(it.at)).filter(|it| !read::is_blank(it))
    };
    if row.cells.iter().all(read::is_blank) {
        return None;
    }
    if says_sum(row) {
        plan.aside.push(row.number);
        return None;
    }
    let mut wrong = |column: Option<&str>, key: &'static str, it: Option<&Cell>| {
        let problem = Problem {
            sheet: sheet.map(str::to_owned),
            row: Some(row.number),
            column: column.map(str::to_owned),
            ..Problem::new(key)
        };
        plan.problems.push(match it {
            Some(cell) => problem.arg("it", tidy(&cell.said())),
            None => problem,
        });
    };
    let stretch = match (cell(&Meaning::Period), cell(&Meaning::Year), cell(&Meaning::Month)) {
        (Some(period), ..) => period::stretch(period),
        // "2023" may stand under "month" where the month says its year: "maj 2023".
        (None, None, Some(month)) => period::stretch(month),
        (None, Some(year), None) => period::stretch(year),
        (None, Some(year), Some(month)) => period::year(year)
            .zip(period::month(month))
            .and_then(|(year, month)| period::of_parts(year, Some(month))),
        (None, None, None) => {
            wrong(None, "import-period-missing", None);
            return None;
        }
    };
    let said = cell(&Meaning::Period).or(cell(&Meaning::Month)).or(cell(&Meaning::Year));
    let Some((from_on, until_on)) = stretch else {
        wrong(None, "import-period-wrong", said);
        return None;
    };
    if until_on > today {
        wrong(None, "import-period-ahead", said);
        return None;
    }
    let unit_id = match cell(&Meaning::Own(Column::Unit)) {
        None => unit.id,
        Some(said) => {
            let like = key(&said.said());
            let fits =
                |it: &&Unit| key(&it.code) == like || it.name.iter().any(|(_, name)| key(name) == like);
            match branch.iter().find(fits) {
                Some(unit) => unit.id,
                None => {
                    wrong(None, "import-sum-unit-unknown", Some(said));
                    return None;
                }
            }
        }
    };
    let mut values: BTreeMap<&'static str, (Measure, i64)> = BTreeMap::new();
    let mut classes = [None::<i64>; 3];
    for column in &table.columns {
        let Some(meaning) = column.meaning.as_ref().filter(|_| column.twice.is_none()) else { continue };
        let Some(said) = row.cells.get(column.at).filter(|it| !read::is_blank(it)) else { continue };
        let Some(number) = number_of(meaning, table.rows, column.at) else { continue };
        // Of a whole year there are more than 24 hours, and still they are hours.
        let number = match (number, meaning) {
            (Number::Length(_), Meaning::Length | Meaning::Created) => Number::Length(read::Counted::Hours),
            (number, _) => number,
        };
        let Some(n) = value(number, said).filter(|n| *n >= 0) else {
            wrong(Some(&column.heading), "import-number-wrong", Some(said));
            continue;
        };
        match meaning {
            Meaning::Own(Column::Gender(part, _)) => *classes[*part as usize].get_or_insert(0) += n,
            _ => {
                if let Some(measure) = measure(meaning) {
                    values.insert(measure.code(), (measure, n));
                }
            }
        }
    }
    // Heads by gender are their part, and parts are the visits, where those are not told themselves.
    let parts = [Measure::Creators, Measure::Participants, Measure::Audience];
    for (part, n) in Part::ALL.iter().zip(classes) {
        let measure = parts[*part as usize];
        if let (Some(n), false) = (n, values.contains_key(measure.code())) {
            values.insert(measure.code(), (measure, n));
        }
    }
    let counted: Vec<i64> = parts.iter().filter_map(|it| values.get(it.code()).map(|(_, n)| *n)).collect();
    if !counted.is_empty() {
        values.entry(Measure::Visits.code()).or_insert((Measure::Visits, counted.iter().sum()));
    }
    if values.is_empty() {
        wrong(None, "import-sums-missing", None);
        return None;
    }
    Some(
        values
            .into_values()
            .map(|(measure, value)| New { unit_id, from_on, until_on, measure, value })
            .collect(),
    )
}

/// Keeps sums of a batch.
pub async fn insert<'a>(
    app: &App,
    tx: &mut Tx,
    network_id: Uuid,
    batch: &Batch,
    all: impl Iterator<Item = &'a New>,
) -> Result<()> {
    let all = all.map(|it| (app.ids.ordered(), *it)).collect();
    Ok(store::insert(tx, network_id, batch.id, &batch.file_name, batch.by_person, batch.at, all).await?)
}
