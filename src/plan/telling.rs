//! A number that is to be reached, what came of it, and where that comes from, in words.

mod source;

use chrono::Datelike;
use chrono_tz::Tz;

use super::adoption::edition::Edition;
use super::adoption::holding::{Since, Wording};
use super::document::{Kind, Part, Rule, Target};
use super::reckoning::{Found, Lost, Reckoned};
use super::standing::{Came, State};
use super::store::counts::Judgement;
use super::when;
use crate::bodies;
use crate::clock::Day;
use crate::i18n::{Arg, Words};

pub use source::source;

/// "at least 40 events (4 in each of 10 units)"
pub fn target(w: Words, it: &Target) -> String {
    let number = match it.up_to {
        Some(up_to) => format!("{}–{}", w.int(it.number), w.int(up_to)),
        None => w.int(it.number),
    };
    let what = format!("{number} {}", w.text(&it.unit));
    let what = match it.rule {
        Rule::Exactly => what,
        rule => w.of(&format!("plan-rule-{}", rule.code()), what),
    };
    match (it.each, it.units) {
        (Some(each), Some(units)) => {
            let args = [("it", what.into()), ("each", Arg::Int(each)), ("units", Arg::Int(units))];
            w.with("plan-target-each-of", &args)
        }
        (Some(each), None) => w.with("plan-target-each", &[("it", what.into()), ("each", Arg::Int(each))]),
        _ => what,
    }
}

/// What it came to: "14", "37.5".
pub fn came(w: Words, it: Option<Came>) -> String {
    match it {
        None => "–".to_owned(),
        Some(Came { above, below: 1 }) => w.int(above),
        Some(it) => w.decimal(it.number(), 1),
    }
}

/// "14 of 40"
pub fn far(w: Words, it: &Reckoned) -> String {
    let of = match it.target.up_to {
        Some(up_to) => format!("{}–{}", w.int(it.target.number), w.int(up_to)),
        None => w.int(it.target.number),
    };
    let key = if it.target.rule == Rule::AtMost { "plan-far-at-most" } else { "plan-far" };
    w.with(key, &[("came", came(w, it.came).into()), ("of", of.into())])
}

/// "9 of 10 units have theirs", "in 5 of 12 months"; nothing where it is by neither.
pub fn shares(w: Words, it: &Reckoned) -> Vec<String> {
    let share = |key: &str, of: Option<(i64, i64)>| {
        of.map(|(have, all)| w.with(key, &[("n", Arg::Int(have)), ("all", Arg::Int(all))]))
    };
    let both = [share("plan-units-have", it.standing.units), share("plan-months-have", it.standing.months)];
    both.into_iter().flatten().collect()
}

/// How a target that is told differs from the working version of the plan; nothing where it does not.
pub fn wording(w: Words, it: &Reckoned) -> Option<String> {
    let key = |not_yet: &'static str, adopted: &'static str, since: Since| match since {
        Since::NotYet => not_yet,
        Since::Adopted => adopted,
    };
    match &it.wording {
        Wording::Same => None,
        Wording::Changed(to, since) => {
            let (now, told) = (target(w, to), target(w, &it.target));
            Some(match now == told {
                true => w.tr(key("plan-told-source", "plan-told-source-later", *since)),
                false => w.of(key("plan-told-changed", "plan-told-changed-later", *since), now),
            })
        }
        Wording::New(since) => Some(w.tr(key("plan-told-new", "plan-told-new-later", *since))),
        Wording::Gone(since) => Some(w.tr(key("plan-told-gone", "plan-told-gone-later", *since))),
    }
}

/// Which version of a plan is told: "as adopted on 5 March 2021, edition 2".
pub fn edition(w: Words, it: Option<&Edition>) -> String {
    let Some(it) = it else { return w.tr("plan-edition-draft") };
    let key = if it.step.is_some() { "plan-edition-adopted" } else { "plan-edition-amended" };
    w.with(key, &[("on", w.date(it.held_on).into()), ("n", Arg::Int(it.number))])
}

/// The same, and of one that was amended why.
pub fn edition_why(w: Words, it: Option<&Edition>) -> String {
    let says = edition(w, it);
    match it.filter(|it| it.step.is_none() && !it.words.is_empty()) {
        Some(it) => format!("{says}: {}", it.words),
        None => says,
    }
}

/// As of which day a judgement holds, and who wrote it when.
pub fn judged_by(w: Words, zone: Tz, it: &Judgement) -> String {
    let written = w.date(Day::Now(it.made_at).in_zone(zone));
    let args = [("day", w.date(it.day).into()), ("who", it.by_name.clone().into()), ("on", written.into())];
    w.with("plan-judged-by", &args)
}

/// What whoever reads the number has to know of it.
pub fn notes(w: Words, it: &Reckoned) -> Vec<String> {
    let mut all = Vec::new();
    match &it.found {
        Found::Lost(lost) => {
            let (key, it) = match lost {
                Lost::Measure(it) => ("measure", it.clone()),
                Lost::Project(it) => ("project", it.clone()),
                Lost::Tag(it) => ("tag", it.clone()),
                Lost::Field(it) => ("field", it.clone()),
                Lost::Unit(it) => ("unit", it.clone()),
                Lost::Area(it) => ("area", w.text(it)),
                Lost::Body(kind, name) => ("body", body(w, *kind, name)),
            };
            all.push(w.of(&format!("plan-lost-{key}"), it));
        }
        Found::Meetings(sat) => {
            let unsaid = i64::try_from(sat.unsaid()).unwrap_or(i64::MAX);
            if unsaid > 0 {
                all.push(w.with("plan-met-unsaid", &[("n", Arg::Int(unsaid))]));
            }
            all.extend(counted_beside(w, it));
        }
        Found::Measure(of) => {
            if of.own.with_talks {
                all.push(w.tr("plan-with-talks"));
            }
            if !of.own.unsplit.is_nothing() {
                all.push(w.tr("plan-unsplit"));
                // A month that is not over is one of those.
                if of.period.is_some_and(|it| it.last().succ_opt().is_some_and(|next| next.day() != 1)) {
                    all.push(w.tr("plan-unsplit-now"));
                }
            }
            all.extend(counted_beside(w, it));
        }
        Found::Result(_) | Found::Hand => {}
    }
    if it.standing.more {
        all.push(w.tr("plan-more-than-planned"));
    }
    all.extend(unknown_units(w, it));
    all
}

/// That counts by hand are there and are in no number, for it fills itself.
fn counted_beside(w: Words, it: &Reckoned) -> Option<String> {
    it.counts.iter().any(|it| it.taken_at.is_none()).then(|| w.tr("plan-counts-beside"))
}

/// What a body is called that is looked for: "Working group: on training".
fn body(w: Words, kind: bodies::Kind, name: &str) -> String {
    let kind = w.tr(&format!("body-kind-{}", kind.code()));
    if name.is_empty() { kind } else { format!("{kind}: {name}") }
}

/// "9 of 10 units are known by name", where fewer are than the target asks for.
fn unknown_units(w: Words, it: &Reckoned) -> Option<String> {
    let wanted = it.target.units.filter(|_| it.target.each.is_some())?;
    let known = i64::try_from(it.units.len()).unwrap_or(i64::MAX);
    let args = [("n", Arg::Int(known)), ("units", Arg::Int(wanted))];
    (known < wanted).then(|| w.with("plan-units-known", &args))
}

/// How much of its time is gone, while there is some left.
pub fn gone(it: &Reckoned) -> Option<i64> {
    let open = matches!(it.standing.state, State::NotBegun | State::OnTheWay | State::AtRisk);
    (open && !it.time.is_over()).then(|| it.time.percent())
}

fn both(a: String, b: String) -> String {
    [a, b].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

/// When a part is, with what months cannot say.
pub fn time(w: Words, part: &Part, year: i32) -> String {
    both(when::says(w, &part.says.when, year), w.text(&part.says.note))
}

/// The lines inside a part: when, and what.
pub fn steps(w: Words, part: &Part, year: i32) -> Vec<(String, String)> {
    let step = |it: &super::document::Line| {
        (both(when::says(w, &it.when, year), w.text(&it.note)), w.text(&it.what))
    };
    part.says.steps.iter().map(step).collect()
}

/// What a part says in short, each with its label: aims, who pays, partners, months, who is responsible, outputs, budget.
pub fn facts(w: Words, part: &Part, year: i32) -> Vec<(String, String)> {
    let says = &part.says;
    let mut facts = Vec::new();
    let mut add = |key: &str, text: String| {
        if !text.is_empty() {
            facts.push((w.tr(&format!("plan-{key}")), text));
        }
    };
    for aim in &says.aims {
        let name = w.text(&aim.name);
        add("aim", if name.is_empty() { aim.code.clone() } else { format!("{} {name}", aim.code) });
    }
    add("programme", says.programme.clone());
    add("role", says.role.map_or_else(String::new, |role| w.tr(&format!("plan-role-{}", role.code()))));
    let partners = says.partners.iter().map(|it| match it.country.as_str() {
        "" => it.name.clone(),
        country => format!("{} ({country})", it.name),
    });
    add("partners", partners.collect::<Vec<_>>().join(", "));
    if part.kind != Kind::Action {
        add("when", time(w, part, year));
    }
    add("responsible", w.text(&says.responsible));
    add("outputs", says.outputs.iter().map(|it| w.text(it)).collect::<Vec<_>>().join("; "));
    add("budget", says.budget.map_or_else(String::new, |n| format!("{}\u{a0}€", w.int(n))));
    facts
}
