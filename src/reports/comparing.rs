//! What was compared, in words: for the page that shows it, for commands, and for whoever gets a report by mail.

use super::naming;
use super::reconcile::{Check, Other, What};
use super::reconciling::{Cause, Reconciliation};
use super::shelf;
use super::template::Template;
use crate::app::App;
use crate::clock::Day;
use crate::error::Result;
use crate::i18n::Words;
use crate::measures::{self, Period};
use crate::units::Unit;

/// One comparison that does not agree.
pub struct Differs<'a> {
    pub measure: String,
    /// Of whom, and when.
    pub of: String,
    pub here: String,
    pub there: String,
    /// By how much, where that is a number.
    pub by: String,
    /// What it is held against; where that is a report, which.
    pub against: Vec<(String, Option<&'a Other>)>,
    pub why: String,
}

/// What another report is called: whose, which, of what, and when it was finished.
fn named(w: Words, it: &Other, (templates, zone): (&[Template], chrono_tz::Tz)) -> String {
    let template = templates.iter().find(|of| of.code == it.template);
    let title = template.map_or_else(|| it.template.clone(), |it| naming::title(w, it));
    let title =
        Period::from_code(&it.period).map_or_else(|| title.clone(), |it| naming::named(w, &title, &it));
    let on = w.date(Day::Now(it.at).in_zone(zone));
    w.with(
        "report-other",
        &[("title", title.into()), ("unit", it.unit_name.clone().into()), ("on", on.into())],
    )
}

/// A comparison in words. `known`: templates of the network, and its zone.
pub fn differs<'a>(
    w: Words,
    known: (&[Template], chrono_tz::Tz),
    (check, cause): &'a (Check, Cause),
) -> Differs<'a> {
    let one = |key: &str| vec![(w.tr(key), None)];
    let against = match &check.what {
        What::Parts(axis) => {
            vec![(w.of("report-check-parts", w.tr(&format!("report-axis-{}", axis.code()))), None)]
        }
        What::Halves => one("report-check-halves"),
        What::Months => one("report-check-months"),
        What::Units => one("report-check-units"),
        What::Anew => one("report-check-anew"),
        What::Counts => one("report-check-counts"),
        What::Report(other) | What::Below(other) => vec![(named(w, other, known), Some(other))],
        What::Grown(other) => {
            vec![(w.of("report-check-grown", named(w, other, known)), Some(other))]
        }
        What::OverTime(others) => others.iter().map(|it| (named(w, it, known), Some(it))).collect(),
    };
    let by = match (check.measure, check.here.below, check.there.below) {
        (_, None, None) => w.signed(check.here.above - check.there.above),
        // In points: what per cent of a share is, nobody can picture.
        (Some(measure), ..) if measure.unit() == "share" => {
            measures::difference(w, measure, check.here.amount(), check.there.amount()).unwrap_or_default()
        }
        _ => String::new(),
    };
    let minutes = check.measure.is_some_and(|it| it.unit().ends_with("min"));
    let last = check.until.pred_opt().unwrap_or(check.until);
    let member = match check.label.as_str() {
        "" => String::new(),
        _ if check.is_of_plan() => String::new(),
        member => format!("{member} · "),
    };
    Differs {
        measure: match check.measure {
            _ if check.is_of_plan() => check.label.clone(),
            Some(measure) => w.tr(&format!("measure-{}", measure.code())),
            None => w.tr("report-index"),
        },
        of: format!("{member}{}, {}", check.unit_name, w.span(check.from, last)),
        here: check.here.shown(w, check.measure),
        there: check.there.shown(w, check.measure),
        by: if minutes { w.hours(check.here.above - check.there.above) } else { by },
        against,
        why: match cause {
            Cause::Changed(n) => w.n("report-cause-changed", *n),
            Cause::Units => w.tr("report-cause-units"),
            Cause::Recounted(n) => w.n("report-cause-recounted", *n),
            Cause::Plan => w.tr("report-cause-plan"),
            Cause::Parts => w.tr("report-cause-parts"),
        },
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// How much agrees, in a sentence.
pub fn agreement(w: Words, it: &Reconciliation) -> String {
    match (it.agree, it.differ.len()) {
        (0, 0) => w.tr("report-checks-nothing"),
        (0, _) => w.tr("report-checks-no-agree"),
        (n, _) => w.n("report-checks-agree", count(n)),
    }
}

/// How many finished reports it was held against, in a sentence.
pub fn others(w: Words, it: &Reconciliation) -> String {
    w.n("report-checks-others", count(it.others))
}

/// All of it, a line each: what agrees, what it was held against, what waits, and every difference with its cause.
pub async fn lines(app: &App, w: Words, unit: &Unit, it: &Reconciliation) -> Result<Vec<String>> {
    let templates = shelf::templates(app, unit.network.id).await?;
    let known = (templates.as_slice(), unit.network.zone);
    let mut all = vec![agreement(w, it), others(w, it)];
    if it.waiting > 0 {
        all.push(w.n("report-waiting", it.waiting));
    }
    all.extend(it.differ.iter().map(|of| {
        let says = differs(w, known, of);
        let against: Vec<String> = says.against.into_iter().map(|(it, _)| it).collect();
        w.with(
            "report-differs",
            &[
                ("measure", says.measure.into()),
                ("of", says.of.into()),
                ("here", says.here.into()),
                ("there", says.there.into()),
                ("against", against.join("; ").into()),
                ("why", says.why.into()),
            ],
        )
    }));
    Ok(all)
}
