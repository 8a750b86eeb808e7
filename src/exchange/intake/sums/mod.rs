//! Years and months of which only sums are known: no entries stand behind them, and they are never added to any.

mod period;

#[cfg(test)]
pub use period::stretch as stretch_of;
mod store;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

pub use store::{PastTotal, of_import, past_totals};

use super::find::{Found, Headed, Table};
use super::heading::{Meaning, key};
use super::lines::{Number, ROUNDED, Totals, number_of, says_sum};
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
    /// Rows of sums under these, compared with what they come to.
    pub totals: Vec<Totals>,
    pub problems: Problems,
}

/// A column that counts something, on its way through the rows.
struct Counts<'t> {
    column: &'t Headed,
    meaning: &'t Meaning,
    number: Number,
    /// Of all rows, and of those since the last row of sums.
    sum: i64,
    since: i64,
}

impl Counts<'_> {
    fn value(&self, row: &Row) -> Option<i64> {
        let cell = row.cells.get(self.column.at)?;
        match self.number {
            Number::Length(counted) => read::long_length(cell, counted),
            Number::Plain => read::number(cell),
        }
    }
}

fn counts<'t>(table: &'t Table<'_>) -> Vec<Counts<'t>> {
    let one = |column: &'t Headed| {
        let meaning = column.meaning.as_ref().filter(|_| column.twice.is_none())?;
        let number = match (meaning, number_of(meaning, table.rows, column.at)?) {
            // Of a whole year there are more than 24 hours, and still they are hours.
            (Meaning::Length | Meaning::Created, _) => Number::Length(read::Counted::Hours),
            (_, number) => number,
        };
        Some(Counts { column, meaning, number, sum: 0, since: 0 })
    };
    table.columns.iter().filter_map(one).collect()
}

/// What a row of sums says otherwise than the rows above it.
fn compared(row: &Row, counts: &mut [Counts<'_>], sheet: Option<&str>) -> Totals {
    let mut differ = Vec::new();
    for it in counts {
        if let Some(said) = it.value(row) {
            let lengths = matches!(it.number, Number::Length(_));
            // Hours are often rounded before they are written down.
            let near = |n: i64| (n - said).abs() <= if lengths { ROUNDED } else { 0 };
            if !near(it.sum) && !near(it.since) {
                differ.push((it.column.heading.clone(), said, it.sum, lengths));
            }
        }
        it.since = 0;
    }
    Totals { sheet: sheet.map(str::to_owned), row: row.number, differ }
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
        let mut counts = counts(table);
        for row in table.rows {
            if says_sum(row) {
                plan.totals.push(compared(row, &mut counts, sheet));
                continue;
            }
            if let Some(sums) = sums_of((table, &counts), sheet, row, unit, &branch, today, &mut plan) {
                plan.rows += 1;
                for it in &mut counts {
                    let n = it.value(row).unwrap_or(0);
                    it.sum += n;
                    it.since += n;
                }
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
    (table, counts): (&Table<'_>, &[Counts<'_>]),
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
    for it in counts {
        let Some(said) = row.cells.get(it.column.at).filter(|it| !read::is_blank(it)) else { continue };
        let Some(n) = it.value(row).filter(|n| *n >= 0) else {
            let key = match it.number {
                Number::Length(_) => "import-length-wrong",
                Number::Plain => "import-number-wrong",
            };
            wrong(Some(&it.column.heading), key, Some(said));
            continue;
        };
        let meaning = it.meaning;
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
