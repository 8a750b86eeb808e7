//! Keeping totals: in the same transaction as the entries they are made of.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::fact::Fact;
use super::sheet::Sheet;
use super::store::{self, Span};
use crate::db::{Result, Tx};

/// What an entry added to its unit before, and what it adds now.
#[derive(Clone, Debug)]
pub struct Change {
    pub unit_id: Uuid,
    pub gone: Option<Fact>,
    pub come: Option<Fact>,
}

pub fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The sheets of one unit, by day and by month.
#[derive(Clone, Debug, Default)]
pub struct Sheets {
    pub days: BTreeMap<NaiveDate, Sheet>,
    pub months: BTreeMap<NaiveDate, Sheet>,
}

impl Sheets {
    /// Takes entries of one day in (1) or out (-1).
    fn count<'a>(&mut self, day: NaiveDate, facts: impl Iterator<Item = (&'a Fact, i64)>) {
        let of_day = self.days.entry(day).or_default();
        let of_month = self.months.entry(month_of(day)).or_default();
        for (fact, sign) in facts {
            of_day.count(fact, sign);
            of_month.count(fact, sign);
        }
        let weekday = day.weekday().number_from_monday();
        let opened = of_day.reopen(weekday);
        of_month.open_longer(weekday, opened);
    }
}

/// Everything that entries of one unit come to: a count from nothing.
pub fn whole<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Sheets {
    let mut days: BTreeMap<NaiveDate, Vec<&Fact>> = BTreeMap::new();
    for fact in facts {
        days.entry(fact.date).or_default().push(fact);
    }
    let mut sheets = Sheets::default();
    for (day, facts) in days {
        sheets.count(day, facts.into_iter().map(|fact| (fact, 1)));
    }
    sheets
}

/// What came (1) and went (-1) on each day.
type ByDay<'a> = BTreeMap<NaiveDate, Vec<(&'a Fact, i64)>>;

/// Brings the totals of a network up to changes of its entries. The caller holds the network's row of changes, so that no
/// two transactions read the same sheet.
pub async fn keep(tx: &mut Tx, network_id: Uuid, change_seq: i64, changes: &[Change]) -> Result<()> {
    let mut units: BTreeMap<Uuid, ByDay> = BTreeMap::new();
    for change in changes.iter().filter(|change| change.gone != change.come) {
        for (fact, sign) in change.gone.iter().map(|it| (it, -1)).chain(change.come.iter().map(|it| (it, 1)))
        {
            units.entry(change.unit_id).or_default().entry(fact.date).or_default().push((fact, sign));
        }
    }
    let mut put = Vec::new();
    for (unit, by_day) in units {
        let months: BTreeSet<NaiveDate> = by_day.keys().copied().map(month_of).collect();
        let days = by_day.keys().map(|day| (Span::Day, *day));
        let asked: Vec<_> = days.chain(months.into_iter().map(|month| (Span::Month, month))).collect();
        let mut sheets = Sheets::default();
        for (span, from, sheet) in store::of_unit(tx, network_id, unit, &asked).await? {
            match span {
                Span::Day => sheets.days.insert(from, sheet),
                Span::Month => sheets.months.insert(from, sheet),
            };
        }
        for (day, facts) in by_day {
            sheets.count(day, facts.into_iter());
        }
        put.extend(sheets.days.into_iter().map(|(day, sheet)| (Span::Day, day, unit, sheet)));
        put.extend(sheets.months.into_iter().map(|(month, sheet)| (Span::Month, month, unit, sheet)));
    }
    store::put(tx, network_id, change_seq, &put).await
}
