//! What of a pack is still missing, with the pages on which it is mended.

use super::show::FIRST;
use crate::i18n::Words;
use crate::packs::form::Rule;
use crate::packs::made::Made;
use crate::packs::missing::{Found, Missing};

pub struct Check {
    pub holds: bool,
    pub says: String,
    pub what: String,
    pub lines: Vec<Place>,
    pub id: String,
    pub open: bool,
    /// How many more there are, and where all of them stand.
    pub more: Option<(String, String)>,
}

pub struct Place {
    pub label: String,
    pub says: String,
    pub href: String,
}

/// What a check found; `all`: the code of the one of which everything is shown.
pub fn check(w: Words, made: &Made, missing: &Missing, here: &str, all: &str) -> Check {
    let (code, found) = (missing.rule.code(), &missing.found);
    let (id, open) = (format!("m-{code}"), all == code);
    let first = if open { found.len() } else { FIRST };
    let n = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let says = if found.is_empty() {
        w.tr(&format!("pack-fine-{code}"))
    } else {
        w.n(&format!("pack-lacks-{code}"), n)
    };
    let more = i64::try_from(found.len().saturating_sub(first)).unwrap_or(i64::MAX);
    let whole = format!("{here}?period={}&all={code}#{id}", made.time.code());
    Check {
        holds: missing.holds(),
        says,
        what: if found.is_empty() { String::new() } else { w.tr(&format!("pack-mend-{code}")) },
        lines: found.iter().take(first).filter_map(|found| place(w, made, missing.rule, found)).collect(),
        more: (more > 0).then(|| (w.n("pack-more-missing", more), whole)),
        id,
        open,
    }
}

/// Where on the page of an entry something is mended.
fn part(rule: Rule) -> &'static str {
    if rule == Rule::EstimateWithoutProof { "#files" } else { "" }
}

/// Where something is missing, with the page on which it is mended.
fn place(w: Words, made: &Made, rule: Rule, found: &Found) -> Option<Place> {
    match found {
        Found::Entry(at, heads) => {
            let line = made.read.lines.get(*at)?;
            let unit = made.read.unit(line.unit_id)?;
            let mut says = vec![w.text(&unit.name)];
            if *heads > 0 {
                says.push(w.n("pack-heads", *heads));
            }
            Some(Place {
                label: format!("{}, {}", w.date(line.date()), made.read.activity(w, line.activity_id)),
                says: says.join(" · "),
                href: format!("{}/entries/{}{}", unit.address(), line.id, part(rule)),
            })
        }
        Found::Unit(unit) => {
            let unit = made.read.unit(*unit)?;
            let page = if rule == Rule::NoCost { "costs" } else { "population" };
            let year = made.time.code();
            Some(Place {
                label: w.text(&unit.name),
                says: year.clone(),
                href: format!("{}/{page}?year={year}", unit.address()),
            })
        }
        Found::Month(unit, month) => {
            let unit = made.read.unit(*unit)?;
            Some(Place {
                label: w.month(*month),
                says: w.text(&unit.name),
                href: format!("{}/month?month={}", unit.address(), month.format("%Y-%m")),
            })
        }
    }
}
