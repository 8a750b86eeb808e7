//! What a finished report says of a plan, and what the plan would say today.

use chrono::{Datelike, NaiveDate};

use super::Gap;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::plan::{self, Number, NumberOf, Recounted, Told};
use crate::reports::document::{Figure, HAND, INDEX, MEETINGS, PLAN, Value};
use crate::reports::report::{Finished, Report};
use crate::units::Unit;

fn last(report: &Report) -> NaiveDate {
    report.until.pred_opt().unwrap_or(report.until)
}

/// The plan that a report tells of, as it would be told today.
pub async fn told(
    app: &App,
    w: Words,
    unit: &Unit,
    report: &Report,
    figures: &[Figure],
) -> Result<Option<Told>> {
    if figures.iter().all(|it| it.axis != PLAN) {
        return Ok(None);
    }
    plan::told(app, w, unit, report.from.year(), last(report)).await
}

/// Whether both come from the same.
fn same(of: NumberOf, figure: &Figure) -> bool {
    match of {
        NumberOf::Measure(measure) => figure.measure() == Some(measure),
        NumberOf::Result => figure.measure == INDEX,
        NumberOf::Meetings => figure.measure == MEETINGS,
        NumberOf::Hand => figure.measure == HAND,
    }
}

/// What a figure of a plan would be today; none where the plan says something else by now, and nothing is compared.
pub fn now(told: &Told, figure: &Figure) -> Option<Value> {
    let target = told.target(&figure.code)?;
    let value = |it: &Number| Value { above: it.above, below: it.below };
    match &target.number {
        Some(number) => same(number.of, figure).then(|| value(number)),
        // Results that were told are told no more.
        None if figure.measure == INDEX => Some(Value { above: 0, below: Some(0) }),
        None => None,
    }
}

/// The difference, where there is one.
pub fn gap(w: Words, told: &Told, figure: &Figure) -> Option<Gap> {
    let now = now(told, figure).filter(|now| *now != figure.value)?;
    Some(Gap { figure: figure.clone(), shown: now.shown(w, figure.measure()) })
}

/// Counts that were added or taken back since, of targets whose figures differ.
pub async fn recounted(
    app: &App,
    w: Words,
    unit: &Unit,
    (report, finished): (&Report, &Finished),
    gaps: &[Gap],
) -> Result<Vec<Recounted>> {
    let of: Vec<&str> =
        gaps.iter().map(|it| &it.figure).filter(|it| it.measure == HAND).map(|it| it.code.as_str()).collect();
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let days = (report.from.year(), last(report));
    let mut all = plan::recounted(app, w, unit, days, finished.at).await?;
    all.retain(|it| of.contains(&it.key.as_str()));
    Ok(all)
}
