use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

use crate::access::Path;
use crate::units::past::tree::{Circle, Placement, Span, Spans, moved, placements, spans};

fn date(day: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(day)
}

fn unit(n: u128) -> Uuid {
    Uuid::from_u128(n + 1)
}

/// A root (0) and units below units of smaller number, all from the first day.
fn tree() -> impl Strategy<Value = Spans> {
    proptest::collection::vec(any::<prop::sample::Index>(), 1..12).prop_map(|parents| {
        let span = |parent| vec![Span { parent, from: date(0), until: None }];
        let below = parents.iter().zip(1u128..).map(|(at, n)| {
            let parent = at.index(usize::try_from(n).unwrap());
            (unit(n), span(Some(unit(parent as u128))))
        });
        std::iter::once((unit(0), span(None))).chain(below).collect()
    })
}

/// Whose child a unit was on a day.
fn parent_on(spans: &Spans, unit: Uuid, day: NaiveDate) -> Option<Uuid> {
    let holds = |span: &&Span| span.from <= day && span.until.is_none_or(|until| day < until);
    spans[&unit].iter().find(holds).and_then(|span| span.parent)
}

/// Its place by asking parent after parent.
fn path_on(spans: &Spans, of: Uuid, day: NaiveDate) -> Path {
    match parent_on(spans, of, day) {
        Some(parent) => path_on(spans, parent, day).below(of),
        None => Path::root(of),
    }
}

fn on(all: &[Placement], unit: Uuid, day: NaiveDate) -> Vec<&Placement> {
    let holds =
        |it: &&Placement| it.unit_id == unit && it.from <= day && it.until.is_none_or(|until| day < until);
    all.iter().filter(holds).collect()
}

proptest! {
    /// After any moves every unit has one place on every day, which is its parent's and itself; what was before a move
    /// stays; and places tell whose children units were.
    #[test]
    fn every_unit_has_one_place_on_every_day(
        start in tree(),
        moves in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1u64..60), 0..8),
    ) {
        let mut held = start;
        let mut before = placements(&held).unwrap();
        for (which, to, day) in moves {
            let units: Vec<Uuid> = held.keys().copied().collect();
            let (which, to) = (units[which.index(units.len())], units[to.index(units.len())]);
            if which == unit(0) {
                continue;
            }
            let mut tried = held.clone();
            moved(&mut tried, which, to, date(day));
            let Ok(after) = placements(&tried) else { continue };
            for unit in &units {
                for earlier in 0..day {
                    let day = date(earlier);
                    prop_assert_eq!(&on(&before, *unit, day)[0].path, &on(&after, *unit, day)[0].path);
                }
            }
            prop_assert_eq!(parent_on(&tried, which, date(70)), Some(to));
            (held, before) = (tried, after);
        }
        for unit in held.keys() {
            for day in (0..70).map(date) {
                let places = on(&before, *unit, day);
                prop_assert_eq!(places.len(), 1);
                prop_assert_eq!(&places[0].path, &path_on(&held, *unit, day));
                prop_assert_eq!(places[0].parent_id, parent_on(&held, *unit, day));
            }
        }
        let again = placements(&spans(&before)).unwrap();
        prop_assert_eq!(again, before);
    }
}

#[test]
fn a_unit_never_stands_below_itself() {
    let span = |parent| vec![Span { parent, from: date(0), until: None }];
    let mut held: Spans = BTreeMap::from([
        (unit(0), span(None)),
        (unit(1), span(Some(unit(0)))),
        (unit(2), span(Some(unit(1)))),
    ]);
    moved(&mut held, unit(1), unit(2), date(5));
    assert_eq!(placements(&held), Err(Circle));
}

#[test]
fn a_move_and_back_leaves_no_seam() {
    let span = |parent| vec![Span { parent, from: date(0), until: None }];
    let start: Spans = BTreeMap::from([
        (unit(0), span(None)),
        (unit(1), span(Some(unit(0)))),
        (unit(2), span(Some(unit(0)))),
        (unit(3), span(Some(unit(1)))),
    ]);
    let mut held = start.clone();
    moved(&mut held, unit(1), unit(2), date(5));
    assert_eq!(on(&placements(&held).unwrap(), unit(3), date(9))[0].path.depth(), 4);
    moved(&mut held, unit(1), unit(0), date(5));
    assert_eq!(held, start);
    assert_eq!(placements(&held), placements(&start));
}

#[test]
fn two_units_may_change_places_in_time() {
    let mut held: Spans = BTreeMap::from([
        (unit(0), vec![Span { parent: None, from: date(0), until: None }]),
        (unit(1), vec![Span { parent: Some(unit(2)), from: date(0), until: None }]),
        (unit(2), vec![Span { parent: Some(unit(0)), from: date(0), until: None }]),
    ]);
    moved(&mut held, unit(1), unit(0), date(5));
    moved(&mut held, unit(2), unit(1), date(9));
    let all = placements(&held).unwrap();
    assert_eq!(on(&all, unit(1), date(3))[0].path, Path::root(unit(0)).below(unit(2)).below(unit(1)));
    assert_eq!(on(&all, unit(2), date(9))[0].path, Path::root(unit(0)).below(unit(1)).below(unit(2)));
}
