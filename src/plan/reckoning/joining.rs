//! How counts by hand come to one number, and whose they are where each unit has a number of its own.

use std::collections::BTreeMap;

use crate::form::tidy;
use crate::plan::document::{Joined, Rule, Target};
use crate::plan::standing::Came;
use crate::plan::store::counts::Count;
use crate::units::Unit;

/// Codes of units by whatever somebody may call them, folded; what two units are called is neither's.
#[derive(Debug, Default)]
pub struct Names(BTreeMap<String, Option<String>>);

/// As people mean a name: without spaces around it, whatever the case of its letters.
pub fn folded(name: &str) -> String {
    tidy(name).to_lowercase()
}

impl Names {
    pub fn of(units: &[Unit]) -> Names {
        let mut all: BTreeMap<String, Option<String>> = BTreeMap::new();
        for it in units {
            for (_, name) in it.name.iter() {
                let known = all.entry(folded(name)).or_insert_with(|| Some(it.code.clone()));
                if known.as_ref().is_some_and(|code| *code != it.code) {
                    *known = None;
                }
            }
        }
        // A code is nobody else's.
        all.extend(units.iter().map(|it| (folded(&it.code), Some(it.code.clone()))));
        Names(all)
    }

    /// Whether a unit is called so.
    pub fn has(&self, name: &str) -> bool {
        self.code(name).is_some()
    }

    fn code(&self, name: &str) -> Option<&str> {
        self.0.get(&folded(name))?.as_deref()
    }
}

/// Of counts in the order of their days.
fn join(joined: Joined, rule: Rule, numbers: impl Iterator<Item = i64>) -> Option<i64> {
    match (joined, rule) {
        (Joined::Sum, _) => Some(numbers.sum()),
        (Joined::Latest, _) => numbers.last(),
        (Joined::Each, Rule::AtMost) => numbers.max(),
        (Joined::Each, _) => numbers.min(),
    }
}

/// What counts that were not taken back come to: all of them, and those of each unit under its code, or else under what it was
/// called first. Where each unit has a number of its own, together they have what each has.
pub fn by_hand(target: &Target, counts: &[Count], names: &Names) -> (Option<Came>, Vec<(String, Came)>) {
    let (joined, standing) = (target.joined(), || counts.iter().filter(|it| it.taken_at.is_none()));
    let mut of_units: BTreeMap<String, (String, Vec<i64>)> = BTreeMap::new();
    for it in standing() {
        let code = names.code(&it.unit);
        let called = || (code.map_or_else(|| tidy(&it.unit), str::to_owned), Vec::new());
        let key = code.map_or_else(|| folded(&it.unit), str::to_owned);
        of_units.entry(key).or_insert_with(called).1.push(it.number);
    }
    let one = |numbers: &[i64]| join(joined, target.rule, numbers.iter().copied());
    let all = match target.each {
        Some(_) if !of_units.is_empty() => {
            Some(of_units.values().filter_map(|(_, numbers)| one(numbers)).sum())
        }
        _ => join(joined, target.rule, standing().map(|it| it.number)),
    };
    let units = of_units.into_values().filter(|(name, _)| !name.is_empty());
    let units = units.filter_map(|(name, numbers)| Some((name, Came::whole(one(&numbers)?))));
    (all.map(Came::whole), units.collect())
}
