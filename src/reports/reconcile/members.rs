//! Parts of figures beside the same parts in other finished reports: of the same time, and months wherever two reports tell them.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Check, Other, What, check};
use crate::measures::{Axis, Period};
use crate::reports::document::Figure;

/// The days that a part is of; none where a month is told that is not whole.
fn days(axis: &str, code: &str, (from, until): (NaiveDate, NaiveDate)) -> Option<(NaiveDate, NaiveDate)> {
    if axis != Axis::Month.code() {
        return Some((from, until));
    }
    let month = Period::from_code(code)?;
    (from <= month.from && month.until <= until).then_some((month.from, month.until))
}

/// `others`: parts of the unit's figures in other reports. What differs as a whole already (`wholes`) is not told again by its parts.
pub fn members(figures: &[Figure], unit_id: Uuid, others: &[Other], wholes: &[Check]) -> Vec<Check> {
    let told: BTreeSet<(Uuid, &str)> = wholes
        .iter()
        .filter(|it| !it.agrees())
        .filter_map(|it| match &it.what {
            What::Report(other) => Some((other.report_id, other.measure.as_str())),
            _ => None,
        })
        .collect();
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for figure in figures.iter().filter(|it| it.unit_id == unit_id && it.measure().is_some()) {
        let Some(own) = days(&figure.axis, &figure.code, (figure.from, figure.until)) else { continue };
        let same = |it: &&Other| {
            (&it.measure, &it.axis, &it.code) == (&figure.measure, &figure.axis, &figure.code)
                && days(&it.axis, &it.code, (it.from, it.until)) == Some(own)
        };
        for other in others.iter().filter(same) {
            let (report, measure) = (other.report_id, figure.measure.as_str());
            let is_new = seen.insert((report, measure, figure.axis.as_str(), figure.code.as_str(), own));
            if is_new && !told.contains(&(report, measure)) {
                let beside = Other { from: own.0, until: own.1, ..other.clone() };
                let of = check(What::Report(beside), figure, other.value);
                all.push(Check { label: figure.label.clone(), from: own.0, until: own.1, ..of });
            }
        }
    }
    all
}
