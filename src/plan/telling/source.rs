//! Where the number of a target comes from, in words.

use crate::i18n::{Arg, Words};
use crate::plan::document::{By, Evidence, Joined, Rule};
use crate::plan::reckoning::meetings::Sat;
use crate::plan::reckoning::{Found, Lost, Measured, Reckoned};

/// Where its number comes from: "activities held in the project EU YOU (1 January – 30 June 2021)".
pub fn source(w: Words, it: &Reckoned) -> String {
    match (&it.found, &it.target.evidence) {
        (Found::Measure(it), _) => measured(w, it),
        (Found::Result(name), _) => w.of("plan-source-result", w.text(name)),
        (Found::Lost(Lost::Area(name)), _) if it.counts.iter().all(|it| it.taken_at.is_some()) => {
            w.of("plan-source-result", w.text(name))
        }
        (Found::Meetings(sat), _) => met(w, sat, it),
        (Found::Lost(_) | Found::Hand, Some(Evidence::Hand { what, whom, counted })) => {
            let what = w.tr(&format!("plan-counted-{}", what.code()));
            let whom = w.text(whom);
            let what = if whom.is_empty() { what } else { format!("{what} ({whom})") };
            times(w, joins(w, *counted, it.target.rule, w.of("plan-source-hand", what)), it)
        }
        (Found::Lost(_) | Found::Hand, _) => times(w, w.tr("plan-source-hand-alone"), it),
    }
}

/// With how counts, or meetings, come to one number.
fn joins(w: Words, counted: Joined, rule: Rule, source: String) -> String {
    let key = match (counted, rule) {
        (Joined::Sum, _) => return source,
        (Joined::Latest, _) => "plan-joins-latest",
        (Joined::Each, Rule::AtMost) => "plan-joins-each-most",
        (Joined::Each, _) => "plan-joins-each",
        (Joined::Monthly, Rule::AtMost) => "plan-joins-monthly-most",
        (Joined::Monthly, _) => "plan-joins-monthly",
    };
    format!("{source}; {}", w.tr(key))
}

/// "meetings, council of the network, 1 January – 30 June 2021"
fn met(w: Words, sat: &Sat, it: &Reckoned) -> String {
    let names: Vec<String> = sat.bodies.iter().map(|(_, name)| w.text(name)).collect();
    let source = w.of(&format!("plan-source-met-{}", sat.of.code()), names.join(", "));
    let when = sat.period.map_or_else(|| w.tr("plan-not-yet"), |(from, last)| w.span(from, last));
    joins(w, it.target.joined(), it.target.rule, format!("{source}, {when}"))
}

/// With how often it was counted, and when last.
fn times(w: Words, source: String, it: &Reckoned) -> String {
    let stands = || it.counts.iter().filter(|it| it.taken_at.is_none());
    let Some(last) = stands().map(|it| it.day).max() else { return source };
    let n = i64::try_from(stands().count()).unwrap_or(i64::MAX);
    let args = [("it", source.into()), ("n", Arg::Int(n)), ("on", w.date(last).into())];
    w.with("plan-source-times", &args)
}

fn measured(w: Words, it: &Measured) -> String {
    let mut what = inside(&w.tr(&format!("measure-{}", it.measure.code())));
    // A clause that it ends with is closed before the sentence goes on.
    if what.contains(',') && (it.of.is_some() || !it.within.is_empty()) {
        what.push(',');
    }
    let mut all = vec![what];
    if let Some((by, code)) = &it.of {
        let name = match by {
            By::Kind => inside(&w.tr(&format!("kind-{code}"))),
            _ => it.of_name.as_ref().map_or_else(|| code.clone(), |name| w.text(name)),
        };
        all.push(w.of(&format!("plan-of-{}", by.code()), name));
    }
    if !it.within.is_empty() {
        let names: Vec<String> = it.within_names.iter().map(|name| w.text(name)).collect();
        let n = i64::try_from(names.len()).unwrap_or(i64::MAX);
        all.push(w.with("plan-in-units", &[("n", Arg::Int(n)), ("it", listed(w, &names).into())]));
    }
    let period = match &it.period {
        Some(period) => w.span(period.from, period.last()),
        None => w.tr("plan-not-yet"),
    };
    format!("{} ({period})", all.join(" "))
}

/// As words stand inside a sentence, and not at its beginning.
fn inside(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// "A, B and C"
fn listed(w: Words, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => {
            w.with("plan-all-and", &[("all", before.join(", ").into()), ("it", last.clone().into())])
        }
    }
}
