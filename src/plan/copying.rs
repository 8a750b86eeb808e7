//! A plan as the beginning of the next year's.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Head, Kind, Part, Plan};
use super::when::Span;
use crate::i18n::Text18;

/// Whether it is chosen if a part of this kind is carried over: what is done, and what it is done in for a time. Headings always are.
pub fn is_chosen(kind: Kind) -> bool {
    kind == Kind::Action || kind.is_funded()
}

/// Whether anything of a part is chosen: itself, or the numbers that a heading has.
pub fn has_choice(part: &Part) -> bool {
    is_chosen(part.kind) || !part.says.targets.is_empty()
}

/// Codes of the parts that stay behind: what is chosen and is not kept, nor anything in it; and headings inside such a thing.
fn left(parts: &[Part], keeps: impl Fn(&Part) -> bool) -> Vec<String> {
    let by_code: BTreeMap<&str, &Part> = parts.iter().map(|it| (it.code.as_str(), it)).collect();
    let up = |part: &Part| by_code.get(part.within.as_str()).copied();
    let mut kept: BTreeSet<&str> = BTreeSet::new();
    for part in parts.iter().filter(|it| has_choice(it) && keeps(it)) {
        let mut at = Some(part);
        while let Some(it) = at.filter(|it| kept.insert(it.code.as_str())) {
            at = up(it);
        }
    }
    // In reading order what stands above is decided first.
    let mut left: Vec<String> = Vec::new();
    for part in parts.iter().filter(|it| !kept.contains(it.code.as_str())) {
        if is_chosen(part.kind) || left.contains(&part.within) {
            left.push(part.code.clone());
        }
    }
    left
}

/// The plan of another year made of this one: actions, projects, programmes and numbers of headings that `keeps` names are carried over,
/// with what they stand in, and every other heading, with their months moved by as many years. Words stay as they are; only the year in
/// the plan's own name is the new one.
pub fn into_year(plan: &Plan, year: i32, keeps: impl Fn(&Part) -> bool) -> Plan {
    let years = year - plan.year;
    let moved = |spans: &[Span]| spans.iter().map(|span| span.in_years(years)).collect::<Vec<_>>();
    let mut head = Head { name: renamed(&plan.head.name, plan.year, year), ..plan.head.clone() };
    for it in &mut head.adoption {
        it.when = moved(&it.when);
    }
    let gone = left(&plan.parts, &keeps);
    let parts = plan.parts.iter().filter(|it| !gone.contains(&it.code));
    let parts = parts.map(|it| {
        let mut part = it.clone();
        part.says.when = moved(&it.says.when);
        part.says.refers.retain(|code| !gone.contains(code));
        for step in &mut part.says.steps {
            step.when = moved(&step.when);
        }
        if !is_chosen(it.kind) && !keeps(it) {
            part.says.targets.clear();
        }
        for target in &mut part.says.targets {
            target.evidence = target.evidence.as_ref().map(|it| it.in_years(years));
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
