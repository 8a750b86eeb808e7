//! Where units stand, by date: from "whose child was it, when" to whole paths, and back. Pure, so that any history of moves
//! can be tried.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::Path;
use crate::clock::holds;

/// A stretch of days in which a unit had one parent (none: it is the root).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub parent: Option<Uuid>,
    pub from: NaiveDate,
    /// The first day it no longer holds.
    pub until: Option<NaiveDate>,
}

/// A stretch of days in which a unit had one place in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    pub unit_id: Uuid,
    pub parent_id: Option<Uuid>,
    pub path: Path,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// Whose children units were, in the order of days.
pub type Spans = BTreeMap<Uuid, Vec<Span>>;

/// A unit would stand below itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circle;

fn earlier(a: Option<NaiveDate>, b: Option<NaiveDate>) -> Option<NaiveDate> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}

/// Whose children the units were: stretches of several places under the same parent are one.
pub fn spans(placements: &[Placement]) -> Spans {
    let mut ordered: Vec<&Placement> = placements.iter().collect();
    ordered.sort_by_key(|placement| (placement.unit_id, placement.from));
    let mut spans = Spans::new();
    for placement in ordered {
        let of_unit = spans.entry(placement.unit_id).or_default();
        match of_unit.last_mut() {
            Some(last) if last.parent == placement.parent_id && last.until == Some(placement.from) => {
                last.until = placement.until;
            }
            _ => of_unit.push(Span {
                parent: placement.parent_id,
                from: placement.from,
                until: placement.until,
            }),
        }
    }
    spans
}

/// Puts a unit below another parent from a day on; what stood from that day on gives way.
pub fn moved(spans: &mut Spans, unit: Uuid, parent: Uuid, on: NaiveDate) {
    let of_unit = spans.entry(unit).or_default();
    of_unit.retain(|span| span.from < on);
    match of_unit.last_mut() {
        Some(last) if last.parent == Some(parent) => last.until = None,
        last => {
            if let Some(last) = last {
                last.until = earlier(last.until, Some(on));
            }
            of_unit.push(Span { parent: Some(parent), from: on, until: None });
        }
    }
}

/// The places that follow from whose children units were.
pub fn placements(spans: &Spans) -> Result<Vec<Placement>, Circle> {
    let edges = |span: &Span| [Some(span.from), span.until];
    let cuts: BTreeSet<NaiveDate> = spans.values().flatten().flat_map(edges).flatten().collect();
    let cuts: Vec<NaiveDate> = cuts.into_iter().collect();
    let mut places: Vec<Placement> = Vec::new();
    for unit in spans.keys() {
        for (n, from) in cuts.iter().enumerate() {
            let Some(span) = span_on(spans, *unit, *from) else { continue };
            let path = path_on(spans, *unit, *from)?;
            let until = cuts.get(n + 1).copied();
            match places.last_mut() {
                Some(last) if last.unit_id == *unit && last.path == path && last.until == Some(*from) => {
                    last.until = until;
                }
                _ => places.push(Placement {
                    unit_id: *unit,
                    parent_id: span.parent,
                    path,
                    from: *from,
                    until,
                }),
            }
        }
    }
    Ok(places)
}

fn span_on(spans: &Spans, unit: Uuid, day: NaiveDate) -> Option<&Span> {
    spans.get(&unit)?.iter().find(|span| holds(span.from, span.until, day))
}

/// From the root to the unit, by asking parent after parent.
fn path_on(spans: &Spans, unit: Uuid, day: NaiveDate) -> Result<Path, Circle> {
    let mut ids = vec![unit];
    // Before a parent was there itself, its first place stands for it.
    let first = |unit: Uuid| spans.get(&unit).and_then(|spans| spans.first());
    let above = |unit: Uuid| span_on(spans, unit, day).or_else(|| first(unit)).and_then(|span| span.parent);
    let mut at = unit;
    while let Some(parent) = above(at) {
        if ids.len() > spans.len() {
            return Err(Circle);
        }
        ids.push(parent);
        at = parent;
    }
    let mut path = Path::root(at);
    for id in ids.iter().rev().skip(1) {
        path = path.below(*id);
    }
    Ok(path)
}

/// Days of one unit below another: (unit, first day, first day no longer).
pub type Below = (Uuid, NaiveDate, NaiveDate);

/// Which units stood at or below one from a day to the day before another, and when: what its figures of these days are
/// made of.
pub fn below(placements: &[Placement], unit: Uuid, from: NaiveDate, until: NaiveDate) -> Vec<Below> {
    let mut ordered: Vec<&Placement> = placements
        .iter()
        .filter(|it| it.from < until && it.until.is_none_or(|end| end > from))
        .filter(|it| it.path.ids().contains(&unit))
        .collect();
    ordered.sort_by_key(|it| (it.unit_id, it.from));
    let mut all: Vec<Below> = Vec::new();
    for it in ordered {
        let (start, end) = (it.from.max(from), it.until.map_or(until, |end| end.min(until)));
        match all.last_mut() {
            // Two places, both below.
            Some((same, _, last)) if *same == it.unit_id && *last == start => *last = end,
            _ => all.push((it.unit_id, start, end)),
        }
    }
    all
}
