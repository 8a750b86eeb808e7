//! How parts stand in one another: what may stand in what, and in which order they are read.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Kind, Part};
use super::piece::Problem;

/// No part stands in more others than are worth looking through.
const MOST_DEPTH: usize = 20;

/// What is wrong with parts as a whole, each with its line or row: codes that stand twice, parts that stand nowhere, in an action,
/// or in themselves.
pub fn fits(parts: &[(usize, Part)]) -> Vec<Problem> {
    let mut wrong = Vec::new();
    let mut known: BTreeMap<&str, &Part> = BTreeMap::new();
    // One without a code is told elsewhere, and nothing stands in it.
    for (at, part) in parts.iter().filter(|(_, it)| !it.code.is_empty()) {
        if known.insert(&part.code, part).is_some() {
            wrong.push(Problem::new(*at, "code", "plan-wrong-code-twice").arg("it", part.code.as_str()));
        }
    }
    for (at, part) in parts {
        let problem = |key| Problem::new(*at, "in", key).arg("it", part.within.as_str());
        match known.get(part.within.as_str()) {
            None if part.within.is_empty() && part.kind == Kind::Action => {
                wrong.push(problem("plan-wrong-action-alone"));
            }
            None if part.within.is_empty() => {}
            None => wrong.push(problem("plan-wrong-nowhere")),
            Some(above) if above.kind == Kind::Action => wrong.push(problem("plan-wrong-in-action")),
            Some(_) if part.kind == Kind::Area && above_other_than_areas(&known, part) => {
                wrong.push(problem("plan-wrong-area-in"));
            }
            Some(_) if round(&known, part) => wrong.push(problem("plan-wrong-round")),
            Some(_) => {}
        }
        for code in part.says.refers.iter().filter(|code| !known.contains_key(code.as_str())) {
            wrong.push(Problem::new(*at, "refers", "plan-wrong-nowhere").arg("it", code.as_str()));
        }
    }
    wrong
}

fn above_other_than_areas(known: &BTreeMap<&str, &Part>, part: &Part) -> bool {
    known.get(part.within.as_str()).is_some_and(|above| above.kind != Kind::Area)
}

/// Whether going up from a part comes back to it; what only stands in such a ring is not in it.
fn round(known: &BTreeMap<&str, &Part>, part: &Part) -> bool {
    let mut seen = BTreeSet::new();
    let mut at = part.within.as_str();
    while let Some(above) = known.get(at).filter(|_| seen.insert(at)) {
        if at == part.code {
            return true;
        }
        at = above.within.as_str();
    }
    false
}

/// In reading order: each part, then what stands in it, in the order given. What stands nowhere comes last.
pub fn in_order(parts: Vec<Part>) -> Vec<Part> {
    let mut below: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, part) in parts.iter().enumerate() {
        below.entry(part.within.clone()).or_default().push(at);
    }
    let mut order = Vec::with_capacity(parts.len());
    let mut todo: Vec<usize> = below.get("").cloned().unwrap_or_default();
    todo.reverse();
    let mut seen = vec![false; parts.len()];
    while let Some(at) = todo.pop() {
        if std::mem::replace(&mut seen[at], true) {
            continue;
        }
        order.push(at);
        todo.extend(below.get(&parts[at].code).into_iter().flatten().rev());
    }
    order.extend((0..parts.len()).filter(|at| !seen[*at]));
    let mut parts: Vec<Option<Part>> = parts.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| parts[at].take()).collect()
}

/// Code of the network's project that a part, or the nearest it stands in, names.
pub fn project_of<'p>(parts: &'p [Part], part: &'p Part) -> Option<&'p str> {
    let above = |it: &&'p Part| parts.iter().find(|above| above.code == it.within);
    let way = std::iter::successors(Some(part), above).take(MOST_DEPTH);
    way.map(|it| it.says.project.as_str()).find(|code| !code.is_empty())
}

/// Codes of a part and everything in it.
pub fn branch(parts: &[Part], code: &str) -> Vec<String> {
    let mut found = vec![code.to_owned()];
    let mut at = 0;
    while at < found.len() {
        let above = found[at].clone();
        let below = parts.iter().filter(|it| it.within == above).map(|it| it.code.clone());
        let below: Vec<String> = below.filter(|it| !found.contains(it)).collect();
        found.extend(below);
        at += 1;
    }
    found
}

/// The parts with one of them in another place among those beside it, counted from 0.
pub fn placed(parts: Vec<Part>, code: &str, place: usize) -> Vec<Part> {
    let Some(from) = parts.iter().position(|it| it.code == code) else { return parts };
    let mut parts = parts;
    let moved = parts.remove(from);
    let beside = parts.iter().enumerate().filter(|(_, it)| it.within == moved.within);
    let at = beside.map(|(at, _)| at).nth(place).unwrap_or(parts.len());
    parts.insert(at, moved);
    in_order(parts)
}
