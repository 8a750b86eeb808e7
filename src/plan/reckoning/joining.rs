//! How counts by hand, or meetings, come to one number, and whose they are where each unit has a number of its own.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::form::tidy;
use crate::plan::document::{Joined, Rule, Target};
use crate::plan::standing::Came;
use crate::plan::store::counts::Count;
use crate::plan::when::Months;
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

/// A number, and the day it is of.
pub type Dated = (NaiveDate, i64);

/// How numbers of a target come to one.
pub struct Join<'a> {
    joined: Joined,
    rule: Rule,
    /// Of the time of the target.
    months: &'a Months,
    on: NaiveDate,
}

impl Join<'_> {
    pub fn of<'a>(target: &Target, months: &'a Months, on: NaiveDate) -> Join<'a> {
        Join { joined: target.joined(), rule: target.rule, months, on }
    }

    /// Of numbers in the order of their days. None where nothing can be said yet.
    pub fn one(&self, numbers: &[Dated]) -> Option<i64> {
        let all = numbers.iter().map(|(_, n)| *n);
        match self.joined {
            Joined::Sum => Some(all.sum()),
            Joined::Latest => numbers.last().map(|(_, n)| *n),
            Joined::Each => self.furthest(all),
            // A month that is over and has nothing has nothing; one that goes on is not held against anybody.
            Joined::Monthly => {
                let over = self.months.over(self.on);
                self.furthest(self.by_month(numbers).into_iter().take(over))
            }
        }
    }

    /// In how many months of the time the number is there, and how many months there are; none where it is not by month.
    pub fn in_months(&self, numbers: &[Dated], limit: i64) -> Option<(i64, i64)> {
        if self.joined != Joined::Monthly {
            return None;
        }
        let over = self.months.over(self.on);
        let has = |(at, n): &(usize, i64)| match self.rule {
            Rule::AtMost => *at < over && *n <= limit,
            Rule::AtLeast | Rule::Exactly => *n >= limit,
        };
        let have = self.by_month(numbers).into_iter().enumerate().filter(has).count();
        let small = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        Some((small(have), small(self.months.len())))
    }

    /// The one that is furthest from what the rule asks for.
    fn furthest(&self, numbers: impl Iterator<Item = i64>) -> Option<i64> {
        if self.rule == Rule::AtMost { numbers.max() } else { numbers.min() }
    }

    fn by_month(&self, numbers: &[Dated]) -> Vec<i64> {
        let mut sums = vec![0; self.months.len()];
        for (day, n) in numbers {
            if let Some(at) = self.months.place(*day) {
                sums[at] += n;
            }
        }
        sums
    }
}

/// Those that were not taken back.
pub fn standing(counts: &[Count]) -> Vec<Dated> {
    counts.iter().filter(|it| it.taken_at.is_none()).map(|it| (it.day, it.number)).collect()
}

/// What counts that were not taken back come to: all of them, and those of each unit under its code, or else under what it was
/// called first. Where each unit has a number of its own, together they have what each has.
pub fn by_hand(
    target: &Target,
    counts: &[Count],
    names: &Names,
    join: &Join<'_>,
) -> (Option<Came>, Vec<(String, Came)>) {
    let mut of_units: BTreeMap<String, (String, Vec<Dated>)> = BTreeMap::new();
    for it in counts.iter().filter(|it| it.taken_at.is_none()) {
        let code = names.code(&it.unit);
        let called = || (code.map_or_else(|| tidy(&it.unit), str::to_owned), Vec::new());
        let key = code.map_or_else(|| folded(&it.unit), str::to_owned);
        of_units.entry(key).or_insert_with(called).1.push((it.day, it.number));
    }
    let all = match target.each {
        Some(_) if !of_units.is_empty() => {
            Some(of_units.values().filter_map(|(_, numbers)| join.one(numbers)).sum())
        }
        _ => join.one(&standing(counts)),
    };
    let units = of_units.into_values().filter(|(name, _)| !name.is_empty());
    let units = units.filter_map(|(name, numbers)| Some((name, Came::whole(join.one(&numbers)?))));
    (all.map(Came::whole), units.collect())
}
