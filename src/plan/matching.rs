//! Parts of a table made by hand, found again in the plan that stands. Codes of such parts are made of their names, so whoever words a
//! part anew would else take one out and add another, and what hangs on the old one with it.

use std::collections::BTreeSet;

use super::document::{Part, Plan, Says};
use crate::i18n::{Text18, folded};

/// Names are alike from so many words in common on, in per cent of all of theirs.
const ALIKE: usize = 50;

fn words(name: &str) -> BTreeSet<String> {
    let folded = folded(name);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// How many words two names have in common, in per cent of theirs; of the language in which there are most.
fn alike(a: &Text18, b: &Text18) -> usize {
    let of = |(lang, name): (&str, &str)| {
        let (a, b) = (words(name), words(b.get(lang)?));
        (a.len() + b.len() > 0).then(|| 200 * a.intersection(&b).count() / (a.len() + b.len()))
    };
    a.iter().filter_map(of).max().unwrap_or(0)
}

/// How sure it is that both are the same part, both of one kind and in one place; none: they are not.
fn same(stands: &Part, wanted: &Part) -> Option<usize> {
    let names = alike(&stands.name, &wanted.name);
    let content = wanted.says != Says::default() && stands.says == wanted.says;
    let targets =
        |it: &Part| it.says.targets.iter().map(|it| (it.number, it.unit.clone())).collect::<Vec<_>>();
    let numbers = !wanted.says.targets.is_empty() && targets(stands) == targets(wanted);
    let sure = names + if content { 100 } else { 0 } + if numbers { ALIKE } else { 0 };
    (sure >= ALIKE).then_some(sure)
}

/// The plan of a table, with the codes of what stands for those of its parts that are only worded anew.
pub fn found_again(mut wanted: Plan, stands: &Plan) -> Plan {
    for at in 0..wanted.parts.len() {
        let part = &wanted.parts[at];
        if stands.part(&part.code).is_some() {
            continue;
        }
        let free = stands
            .parts
            .iter()
            .filter(|it| it.kind == part.kind && it.within == part.within && wanted.part(&it.code).is_none());
        let best = free.filter_map(|it| Some((same(it, part)?, it))).max_by_key(|(sure, _)| *sure);
        let Some((_, it)) = best else { continue };
        let (new, old) = (part.code.clone(), it.code.clone());
        for part in &mut wanted.parts {
            for code in [&mut part.code, &mut part.within].into_iter().chain(&mut part.says.refers) {
                if *code == new {
                    code.clone_from(&old);
                }
            }
        }
    }
    wanted
}
