//! What is known of the past only as sums: shown beside figures and never among them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::scene::Scene;
use super::table::{Cell, Table, TableRow};
use crate::access::Path;
use crate::app::App;
use crate::error::Result;
use crate::exchange::intake::{PastTotal, past_totals, stretch};
use crate::measures::{Amount, Measure, shown};
use crate::units;

/// The sums of a unit and everything below it.
pub struct Past {
    totals: Vec<PastTotal>,
    names: BTreeMap<Uuid, String>,
}

/// Those within a stretch of time that do not overlap: the higher unit before those below it, the longer time before the
/// shorter, so that a year is not counted again with its months.
fn apart(mut totals: Vec<&PastTotal>) -> Vec<&PastTotal> {
    let path = |it: &PastTotal| Path::from_bytes(it.path.clone());
    totals.sort_by_key(|it| (it.path.len(), it.from_on - it.until_on, it.from_on));
    let mut kept: Vec<&PastTotal> = Vec::new();
    for it in totals {
        let covers = |other: &&PastTotal| {
            path(other).holds(&path(it)) && other.from_on < it.until_on && it.from_on < other.until_on
        };
        if !kept.iter().any(covers) {
            kept.push(it);
        }
    }
    kept
}

impl Past {
    pub async fn load(app: &App, scene: &Scene) -> Result<Past> {
        let unit = &scene.unit;
        let on = scene.today;
        let mut totals = past_totals(&app.db, unit.network.id, &unit.path, on, None).await?;
        totals.retain(|it| it.from_on < scene.period.until && scene.period.from < it.until_on);
        let names = if totals.is_empty() {
            BTreeMap::new()
        } else {
            let branch = units::branch(&app.db, unit, on).await?;
            branch.into_iter().map(|it| (it.id, scene.w.text(&it.name))).collect()
        };
        Ok(Past { totals, names })
    }

    /// Visits known only as a sum, of times wholly within this one.
    pub fn visits(&self, from: NaiveDate, until: NaiveDate) -> Option<i64> {
        let within = |it: &&PastTotal| {
            it.measure_code == Measure::Visits.code() && from <= it.from_on && it.until_on <= until
        };
        let kept = apart(self.totals.iter().filter(within).collect());
        (!kept.is_empty()).then(|| kept.iter().map(|it| it.value).sum())
    }

    /// Everything that is known so of the period: a row for each time and unit.
    pub fn table(&self, scene: &Scene) -> Option<Table> {
        let w = scene.w;
        let told = |measure: &Measure| scene.sees_staff_time || !measure.about_staff();
        let there = |measure: &Measure| self.totals.iter().any(|it| it.measure_code == measure.code());
        let measures: Vec<Measure> = Measure::ALL.into_iter().filter(told).filter(there).collect();
        if measures.is_empty() {
            return None;
        }
        let mut rows: BTreeMap<(NaiveDate, NaiveDate, String), BTreeMap<&str, i64>> = BTreeMap::new();
        for it in &self.totals {
            let name = self.names.get(&it.unit_id).cloned().unwrap_or_default();
            let row = rows.entry((it.from_on, it.until_on, name)).or_default();
            row.insert(it.measure_code.as_str(), it.value);
        }
        let alone = self.totals.iter().all(|it| it.unit_id == scene.unit.id);
        let rows = rows.into_iter().map(|((from, until, name), values)| {
            let span = stretch(w, from, until);
            let cell = |measure: &Measure| match values.get(measure.code()) {
                Some(value) => Cell::plain(shown(w, *measure, Amount::Whole(*value))),
                None => Cell::plain("–"),
            };
            TableRow {
                head: Cell::plain(if alone { span } else { format!("{span}, {name}") }),
                cells: measures.iter().map(cell).collect(),
            }
        });
        let heads = measures.iter().map(|measure| w.tr(&format!("measure-{}", measure.code())));
        Some(Table {
            caption: w.tr("import-past"),
            heads: [w.tr("import-column-period")].into_iter().chain(heads).collect(),
            rows: rows.collect(),
            total: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(path: &[u128], from: &str, until: &str, value: i64) -> PastTotal {
        let (first, below) = path.split_first().unwrap();
        let mut at = Path::root(Uuid::from_u128(*first));
        for id in below {
            at = at.below(Uuid::from_u128(*id));
        }
        PastTotal {
            unit_id: Uuid::from_u128(*path.last().unwrap()),
            path: at.ids().iter().flat_map(|id| *id.as_bytes()).collect(),
            from_on: from.parse().unwrap(),
            until_on: until.parse().unwrap(),
            measure_code: "visits".into(),
            value,
            source: "x".into(),
        }
    }

    #[test]
    fn a_year_is_not_counted_again_with_its_months_nor_a_town_with_its_centres() {
        let past = Past {
            totals: vec![
                total(&[1, 2], "2021-01-01", "2022-01-01", 100),
                total(&[1, 2], "2021-05-01", "2021-06-01", 9),
                total(&[1, 2, 3], "2021-01-01", "2022-01-01", 60),
                total(&[1, 4], "2021-01-01", "2022-01-01", 7),
                total(&[1, 4], "2022-02-01", "2022-03-01", 5),
            ],
            names: BTreeMap::new(),
        };
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(past.visits(day("2021-01-01"), day("2022-01-01")), Some(107));
        assert_eq!(past.visits(day("2021-05-01"), day("2021-06-01")), Some(9));
        assert_eq!(past.visits(day("2022-01-01"), day("2023-01-01")), Some(5));
        assert_eq!(past.visits(day("2020-01-01"), day("2021-01-01")), None);
    }
}
