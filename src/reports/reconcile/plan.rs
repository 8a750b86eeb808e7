//! Whether what a report says of a plan agrees with what it is made of, and with earlier reports about the same plan. Pure.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Check, Other, What, check};
use crate::reports::document::{Block, Document, Figure, HAND, PLAN, Value};

/// What adds up to the figure of each mark: counts that are listed, units.
#[derive(Default)]
struct Sums<'a> {
    /// None: they are listed, and add up to nothing.
    counts: BTreeMap<&'a str, Option<i64>>,
    units: BTreeMap<&'a str, i64>,
}

fn sums(document: &Document) -> Sums<'_> {
    let mut sums = Sums::default();
    for block in document.chapters.iter().flat_map(|it| &it.blocks) {
        match block {
            Block::Plan(table) => {
                for cell in table.rows.iter().flatten().filter(|it| !it.mark.is_empty()) {
                    let sum = sums.counts.entry(&cell.mark).or_insert(Some(0));
                    *sum = sum.zip(cell.counted).map(|(sum, n)| sum + n);
                }
            }
            Block::Came(it) => {
                for goal in it.rows.iter().flat_map(|it| &it.goals) {
                    for n in goal.units.iter().filter_map(|it| it.counted) {
                        *sums.units.entry(&goal.mark).or_default() += n;
                    }
                }
            }
            _ => {}
        }
    }
    sums
}

fn of_plan(figures: &[Figure]) -> impl Iterator<Item = &Figure> {
    figures.iter().filter(|it| it.axis == PLAN)
}

/// Totals by hand with the counts that are listed, and sums over units with the whole.
pub fn within(document: &Document, figures: &[Figure]) -> Vec<Check> {
    let sums = sums(document);
    let whole = |n: &i64| Value { above: *n, below: None };
    let mut all = Vec::new();
    for figure in of_plan(figures) {
        let mark = figure.mark.as_str();
        let listed = sums.counts.get(mark).and_then(Option::as_ref);
        all.extend(listed.map(|n| check(What::Counts, figure, whole(n))));
        all.extend(sums.units.get(mark).map(|n| check(What::Units, figure, whole(n))));
    }
    all
}

/// Figures with what they come to counted anew; `now` says nothing of what the plan words otherwise by now.
pub fn anew(figures: &[Figure], now: impl Fn(&Figure) -> Option<Value>) -> Vec<Check> {
    of_plan(figures).filter_map(|figure| Some(check(What::Anew, figure, now(figure)?))).collect()
}

/// With earlier reports about the same year: as of the same day the same stands there, and of what only grows there was never more
/// before. `last`: the first day that is not told of any more.
pub fn reports(document: &Document, figures: &[Figure], last: NaiveDate, others: &[Other]) -> Vec<Check> {
    let sums = sums(document);
    let mut all = Vec::new();
    for figure in of_plan(figures) {
        let grows = match figure.measure() {
            Some(measure) => measure.additive(),
            None if figure.measure != HAND => false,
            // Where everything was taken back nothing is listed.
            None => sums.counts.get(figure.mark.as_str()).map_or(figure.value.above == 0, Option::is_some),
        };
        for other in others.iter().filter(|it| it.code == figure.code && it.measure == figure.measure) {
            if other.until == last {
                all.push(check(What::Report(other.clone()), figure, other.value));
            } else if grows && other.until < last {
                all.push(check(What::Grown(other.clone()), figure, other.value));
            }
        }
    }
    all
}
