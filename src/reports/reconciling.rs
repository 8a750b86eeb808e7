//! Everything a report is held against before it is finished, asked for, and why something differs.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::counting::Reader;
use super::differences::{between, plan as of_plan};
use super::document::{Composed, Figure};
use super::reconcile::members::members;
use super::reconcile::{self, Check, Other, What};
use super::report::Report;
use super::{period, store};
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::i18n::Words;
use crate::measures::{self, Period, Sums, Tree};
use crate::plan;
use crate::units::Unit;

/// Why two figures differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// So many entries changed between the one and the other.
    Changed(i64),
    /// None did: units were moved, or words were changed.
    Units,
    /// So many counts by hand were added or taken back since the report.
    Recounted(i64),
    /// Nothing was: the plan, or where its numbers come from, is another one.
    Plan,
    /// Of counts that are listed and units: what is not in them.
    Parts,
}

/// What was compared, and what differs.
#[derive(Debug, Default)]
pub struct Reconciliation {
    pub agree: usize,
    pub differ: Vec<(Check, Cause)>,
    /// Finished reports that it was held against.
    pub others: usize,
    /// Proposals that wait for a decision.
    pub waiting: i64,
}

/// Holds a report against itself and those finished before.
pub async fn reconcile(
    app: &App,
    w: Words,
    unit: &Unit,
    report: &Report,
    composed: &Composed,
) -> Result<Reconciliation> {
    let whole = report.period().or_missing()?.so_far(app.clock.today(unit.zone));
    let days = (whole.from, whole.until);
    let figures: &[Figure] = &composed.figures;
    let mut all = reconcile::parts(figures);
    let wholes = reconcile::wholes(figures, unit.id, days);
    let reader = Reader::open(app, w, unit, &[whole]).await?;
    for parts in period::cuts(&report.period().or_missing()?) {
        let within = parts
            .iter()
            .filter(|it| it.from < whole.until)
            .map(|it| Period { until: it.until.min(whole.until), ..*it });
        let sums: Vec<Sums> = within.map(|it| reader.total(unit.id, it)).collect();
        let what = if parts.len() == 2 { What::Halves } else { What::Months };
        all.extend(reconcile::over_time(&wholes, &what, &sums));
    }
    let mut others = others(app, unit.network.id, (report.from, report.until), report.id).await?;
    let whole_ones = reconcile::reports(figures, unit.id, days, &others);
    let beside =
        store::finished_parts(&app.db, (unit.network.id, unit.id), (report.from, report.until), report.id)
            .await?;
    let beside: Vec<Other> = beside.into_iter().map(other).collect();
    all.extend(members(figures, unit.id, &beside, &whole_ones));
    all.extend(whole_ones);
    others.extend(beside);
    let (of_plan, before) = plan(app, w, unit, report, composed).await?;
    all.extend(of_plan);
    others.extend(before);
    let (agree, differ): (Vec<Check>, Vec<Check>) = all.into_iter().partition(Check::agrees);
    let trees = measures::trees(&app.db, unit.network.id).await?;
    let mut told = Vec::new();
    for check in differ {
        let own = report.finished.as_ref().map(|it| it.change_seq);
        let cause = match cause_of_plan(app, w, unit, report, &check).await? {
            Some(cause) => cause,
            None => cause(app, &trees, unit.network.id, &check, own).await?,
        };
        told.push((check, cause));
    }
    let mut units: Vec<Uuid> =
        trees.stretches(Tree::Then, unit.id, &[], whole).iter().map(|it| it.unit_id).collect();
    units.sort_unstable();
    units.dedup();
    let mut reports: Vec<Uuid> = others.iter().map(|it| it.report_id).collect();
    reports.sort_unstable();
    reports.dedup();
    Ok(Reconciliation {
        agree: agree.len(),
        differ: told,
        others: reports.len(),
        waiting: store::waiting(&app.db, unit.network.id, &units, days).await?,
    })
}

async fn others(app: &App, network_id: Uuid, days: (NaiveDate, NaiveDate), but: Uuid) -> Result<Vec<Other>> {
    Ok(store::finished_about(&app.db, network_id, days, but).await?.into_iter().map(other).collect())
}

fn other(it: store::About) -> Other {
    Other {
        report_id: it.report_id,
        unit_id: it.report_unit_id,
        template: it.template,
        period: it.period,
        change_seq: it.change_seq,
        at: it.finished_at,
        unit: it.unit,
        unit_name: it.unit_name,
        from: it.from_on,
        until: it.until_on,
        measure: it.measure,
        axis: it.axis,
        code: it.code,
        value: super::document::Value { above: it.above, below: it.below },
    }
}

/// What a report says of a plan, with what that is made of, counted anew, and with earlier reports about it: (checks, those reports).
async fn plan(
    app: &App,
    w: Words,
    unit: &Unit,
    report: &Report,
    composed: &Composed,
) -> Result<(Vec<Check>, Vec<Other>)> {
    let (document, figures) = (&composed.document, &composed.figures);
    let Some(told) = of_plan::told(app, w, unit, report, figures).await? else {
        return Ok((Vec::new(), Vec::new()));
    };
    let year = NaiveDate::from_ymd_opt(report.from.year(), 1, 1).or_missing()?;
    let next = NaiveDate::from_ymd_opt(report.from.year() + 1, 1, 1).or_missing()?;
    let before = store::finished_of_plan(&app.db, unit.network.id, unit.id, (year, next), report.id).await?;
    let before: Vec<Other> = before.into_iter().map(other).collect();
    let mut all = reconcile::plan::within(document, figures);
    all.extend(reconcile::plan::anew(figures, |figure| of_plan::now(&told, figure)));
    all.extend(reconcile::plan::reports(document, figures, report.until, &before));
    Ok((all, before))
}

/// Why a figure of a plan differs, where that is not for what was recorded.
async fn cause_of_plan(
    app: &App,
    w: Words,
    unit: &Unit,
    report: &Report,
    check: &Check,
) -> Result<Option<Cause>> {
    let last = |until: NaiveDate| until.pred_opt().unwrap_or(until);
    let (after, last) = match &check.what {
        What::Counts => return Ok(Some(Cause::Parts)),
        What::Units if check.is_of_plan() => return Ok(Some(Cause::Parts)),
        What::Report(other) | What::Grown(other) if check.is_of_plan() => (Some(other.at), last(other.until)),
        What::Anew => (report.finished.as_ref().map(|it| it.at), last(report.until)),
        _ => return Ok(None),
    };
    if check.measure.is_some() {
        return Ok(None);
    }
    let Some(after) = after else { return Ok(Some(Cause::Plan)) };
    let mut all = plan::recounted(app, w, unit, (report.from.year(), last), after).await?;
    all.retain(|it| it.key == check.code);
    let n = i64::try_from(all.len()).unwrap_or(i64::MAX);
    Ok(Some(if n == 0 { Cause::Plan } else { Cause::Recounted(n) }))
}

/// `own`: the last change that is in the report's own figures, once it is finished; until then these are of now.
async fn cause(
    app: &App,
    trees: &measures::Trees,
    network_id: Uuid,
    check: &Check,
    own: Option<i64>,
) -> Result<Cause> {
    let of = |from: NaiveDate, until: NaiveDate| Period::own(from, until.pred_opt().unwrap_or(until));
    // (unit, period, after which change, up to which)
    let mut asked = Vec::new();
    let mut beside = |other: &Other| {
        let Some(id) = trees.id(&other.unit) else { return };
        let seqs = match own {
            Some(own) => (own.min(other.change_seq), Some(own.max(other.change_seq))),
            None => (other.change_seq, None),
        };
        asked.push((id, of(other.from, other.until), seqs));
    };
    match &check.what {
        What::Report(other) | What::Below(other) | What::Grown(other) => beside(other),
        What::OverTime(others) => others.iter().for_each(beside),
        // Its parts are counted anew.
        What::Halves | What::Months | What::Anew => {
            asked.extend(own.map(|own| (check.unit_id, of(check.from, check.until), (own, None))));
        }
        What::Parts(_) | What::Units | What::Counts => {}
    }
    let mut n = 0;
    for (id, period, seqs) in asked {
        n += between(app, trees, (network_id, id), &period, seqs).await?.len();
    }
    Ok(if n == 0 { Cause::Units } else { Cause::Changed(i64::try_from(n).unwrap_or(i64::MAX)) })
}
