//! A plan as the beginning of the next year's.

use super::document::{Evidence, Head, Kind, Part, Plan};
use super::when::Span;
use crate::i18n::Text18;

/// The plan of another year made of this one: the actions that `keeps` says are carried over, and every other part, with their
/// months moved by as many years. Words stay as they are; only the year in the plan's own name is the new one.
pub fn into_year(plan: &Plan, year: i32, keeps: impl Fn(&Part) -> bool) -> Plan {
    let years = year - plan.year;
    let moved = |spans: &[Span]| spans.iter().map(|span| span.in_years(years)).collect::<Vec<_>>();
    let mut head = Head { name: renamed(&plan.head.name, plan.year, year), ..plan.head.clone() };
    for it in &mut head.adoption {
        it.when = moved(&it.when);
    }
    let left = |it: &&Part| it.kind == Kind::Action && !keeps(it);
    let gone: Vec<&str> = plan.parts.iter().filter(left).map(|it| it.code.as_str()).collect();
    let parts = plan.parts.iter().filter(|it| !gone.contains(&it.code.as_str()));
    let parts = parts.map(|it| {
        let mut part = it.clone();
        part.says.when = moved(&it.says.when);
        part.says.refers.retain(|code| !gone.contains(&code.as_str()));
        for step in &mut part.says.steps {
            step.when = moved(&step.when);
        }
        for target in &mut part.says.targets {
            if let Some(Evidence::Measure { when, .. }) = &mut target.evidence {
                *when = moved(when);
            }
        }
        part
    });
    Plan { year, head, parts: parts.collect() }
}

fn renamed(name: &Text18, from: i32, to: i32) -> Text18 {
    let mut new = Text18::default();
    for (lang, says) in name.iter() {
        new.set(lang, says.replace(&from.to_string(), &to.to_string()));
    }
    new
}
