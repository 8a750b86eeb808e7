//! The tree as a list within lists.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::i18n::Words;
use crate::units::{Kind, Unit};

/// More than this on one page helps nobody; deeper steps then wait behind their parents.
const MOST: usize = 400;

/// A unit of the list. It opens a list within when the next stands below it, and closes as many as end with it.
pub struct Line {
    pub name: String,
    pub kind: String,
    pub code: String,
    pub place: String,
    pub base: String,
    pub may_record: bool,
    /// Not open today: from when, or until when it was.
    pub state: Option<String>,
    /// There are pages of it.
    pub there: bool,
    /// How many units below are not shown here.
    pub more: Option<String>,
    pub opens: bool,
    pub closes: usize,
    pub added: bool,
}

/// The units below `top`, children after their parents, in the order of the language.
pub fn lines(
    w: Words,
    top: &Unit,
    branch: &[Unit],
    kinds: &[Kind],
    today: NaiveDate,
    added: Option<&str>,
) -> Vec<Line> {
    let mut below: HashMap<Uuid, Vec<(&Unit, String)>> = HashMap::new();
    for unit in branch {
        if let Some(parent) = unit.parent_id {
            below.entry(parent).or_default().push((unit, w.text(&unit.name)));
        }
    }
    for units in below.values_mut() {
        units.sort_by(|a, b| w.compare(&a.1, &b.1).then_with(|| a.0.code.cmp(&b.0.code)));
    }
    let deepest = deepest(top, branch);
    // (unit, steps below the top), first at the end
    let mut ahead: Vec<(&Unit, &str, usize)> = Vec::new();
    let push = |ahead: &mut Vec<_>, parent: Uuid, steps: usize| {
        let units = below.get(&parent).map_or(&[][..], Vec::as_slice);
        ahead.extend(units.iter().rev().map(|(unit, name)| (*unit, name.as_str(), steps)));
        !units.is_empty()
    };
    push(&mut ahead, top.id, 1);
    let mut lines: Vec<(Line, usize)> = Vec::new();
    while let Some((unit, name, steps)) = ahead.pop() {
        let more = if steps >= deepest {
            branch.iter().filter(|it| it.id != unit.id && unit.path.holds(&it.path)).count()
        } else {
            0
        };
        let opens = steps < deepest && push(&mut ahead, unit.id, steps + 1);
        let line = Line {
            name: name.to_owned(),
            kind: kinds
                .iter()
                .find(|kind| kind.code == unit.kind)
                .map_or_else(String::new, |kind| w.text(&kind.name)),
            code: unit.code.clone(),
            place: unit.place.clone().unwrap_or_default(),
            base: unit.address(),
            may_record: unit.may_record,
            state: if unit.opened_on > today {
                Some(w.of("unit-opens", w.date(unit.opened_on)))
            } else {
                unit.closed_on
                    .filter(|closed| *closed <= today)
                    .map(|closed| w.of("unit-closed-on", w.date(closed)))
            },
            there: unit.opened_on <= today,
            more: (more > 0).then(|| w.n("units-more-below", i64::try_from(more).unwrap_or(i64::MAX))),
            opens,
            closes: 0,
            added: added == Some(unit.code.as_str()),
        };
        lines.push((line, steps));
    }
    for at in 0..lines.len() {
        let next = lines.get(at + 1).map_or(1, |(_, steps)| *steps);
        lines[at].0.closes = lines[at].1.saturating_sub(next);
    }
    lines.into_iter().map(|(line, _)| line).collect()
}

/// How many steps below the top are shown: all of them while they are few, at least one.
fn deepest(top: &Unit, branch: &[Unit]) -> usize {
    let steps = |unit: &Unit| unit.path.depth().saturating_sub(top.path.depth());
    let most = branch.iter().map(steps).max().unwrap_or(1).max(1);
    let fits = |limit: &usize| branch.iter().filter(|unit| steps(unit) <= *limit).count() <= MOST;
    (1..=most).rev().find(fits).unwrap_or(1)
}
