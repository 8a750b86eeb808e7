//! A month far from a unit's own past: entries that are missing or stand twice, or something worth telling.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::finding::{Amount, Finding, What};

/// What a month came to, one-to-one work left out. Months with nothing in them are absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Month {
    pub visits: i64,
    pub minutes: i64,
}

impl Month {
    fn of(&self, amount: Amount) -> i64 {
        match amount {
            Amount::Visits => self.visits,
            Amount::Minutes => self.minutes,
        }
    }
}

/// A month is compared with the last so many before it,
const COMPARED: usize = 12;
/// and with fewer than this not at all.
const LEAST: usize = 6;
/// Scaled deviations from the median beyond which a value stands out (Iglewicz and Hoaglin, 1993).
const BEYOND: f64 = 3.5;
/// The median absolute deviation of normal values, as a standard deviation.
const SCALE: f64 = 1.4826;
/// Where months hardly differ, three tenths of the usual are still nothing.
const SHARE: f64 = 0.3;

/// And so much it has to be in all.
fn floor(amount: Amount) -> f64 {
    match amount {
        Amount::Visits => 30.0,
        Amount::Minutes => 600.0,
    }
}

/// Whether a month was much the same a year before: then it is the season, and no jump.
#[allow(clippy::cast_precision_loss)]
fn is_season(had: i64, ago: i64, amount: Amount) -> bool {
    (had - ago).abs() as f64 <= (SHARE * ago as f64).max(floor(amount))
}

/// Summer is like no other month, and there are too few summers to compare.
fn is_summer(month: NaiveDate) -> bool {
    matches!(month.month(), 7 | 8)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    match (values.len() / 2, values.len() % 2) {
        (0, 0) => 0.0,
        (at, 1) => values[at],
        (at, _) => f64::midpoint(values[at - 1], values[at]),
    }
}

/// Of a value and those before it: the usual, and how far beyond it the value stands; none where that is nothing special.
#[allow(clippy::cast_precision_loss)]
fn jump(had: i64, before: &[i64], amount: Amount) -> Option<(f64, f64)> {
    if before.len() < LEAST {
        return None;
    }
    let values: Vec<f64> = before.iter().map(|n| *n as f64).collect();
    let usual = median(values.clone());
    let apart = median(values.iter().map(|value| (value - usual).abs()).collect());
    let limit = (BEYOND * SCALE * apart).max(SHARE * usual).max(floor(amount));
    let by = had as f64 - usual;
    (by.abs() > limit).then_some((usual, by))
}

/// Of the months of `months` from `from` on that are whole before `until`. A new level is told once: not again where the
/// month before jumped the same way.
#[allow(clippy::cast_possible_truncation)]
pub fn jumps(
    unit_id: Uuid,
    months: &BTreeMap<NaiveDate, Month>,
    (from, until): (NaiveDate, NaiveDate),
) -> Vec<Finding> {
    let like: Vec<(NaiveDate, Month)> =
        months.iter().filter(|(month, _)| !is_summer(**month)).map(|(month, it)| (*month, *it)).collect();
    let mut found = Vec::new();
    for amount in Amount::ALL {
        let values: Vec<i64> = like.iter().map(|(_, it)| it.of(amount)).collect();
        let at = |at: usize| jump(values[at], &values[at.saturating_sub(COMPARED)..at], amount);
        for (n, (month, _)) in like.iter().enumerate() {
            let end = month.checked_add_months(chrono::Months::new(1)).unwrap_or(NaiveDate::MAX);
            let Some((usual, by)) = at(n).filter(|_| *month >= from && end <= until) else { continue };
            let ago = month.checked_sub_months(chrono::Months::new(12)).and_then(|ago| months.get(&ago));
            if ago.is_some_and(|ago| is_season(values[n], ago.of(amount), amount)) {
                continue;
            }
            let again = n > 0 && at(n - 1).is_some_and(|(_, before)| before.signum() == by.signum());
            if again {
                continue;
            }
            let compared = i64::try_from(n.min(COMPARED)).unwrap_or(0);
            let usual = usual.round() as i64;
            let what = What::Jumped { amount, month: *month, had: values[n], usual, compared };
            let last = end.pred_opt().unwrap_or(*month);
            let key = format!("{}:{month}", amount.code());
            let mut finding = Finding::new(unit_id, what, key, (*month, last), std::iter::empty());
            finding.known_on = end;
            found.push(finding);
        }
    }
    found
}
