use uuid::Uuid;

use super::scene::date;
use crate::measures::ledger::{Change, Fact, Ledger};
use crate::vocabulary::{Kind, PlaceKind};

const UNIT: Uuid = Uuid::from_u128(1);

fn fact(id: u128, day: u32, participants: i32) -> Fact {
    Fact {
        id: Uuid::from_u128(id),
        activity_id: Uuid::from_u128(2),
        date: date(2026, 10, day),
        kind: Kind::Open,
        place_kind: PlaceKind::OnSite,
        start_min: None,
        duration_min: 60,
        created_min: 0,
        creators: 0,
        participants,
        audience: 0,
        first_visits: 0,
        staff_min: 0,
        prep_min: 0,
        volunteer_min: 0,
        main_tag: None,
        main_field: None,
        further: Box::default(),
        gender: Box::default(),
        age: Box::default(),
    }
}

fn held(fact: Fact) -> Change {
    Change { entry_id: fact.id, unit_id: UNIT, fact: Some(fact) }
}

fn deleted(id: u128) -> Change {
    Change { entry_id: Uuid::from_u128(id), unit_id: UNIT, fact: None }
}

fn counted(ledger: &Ledger) -> Vec<i32> {
    let facts = ledger.of_unit(UNIT, date(2026, 10, 1), date(2026, 11, 1));
    facts.iter().map(|fact| fact.participants).collect()
}

/// Changes are taken into a copy, which is thrown away where the request is dropped or the database fails before all
/// are in.
#[test]
fn changes_taken_halfway_and_dropped_are_taken_again() {
    let mut current = Ledger::default();
    current.take(vec![held(fact(11, 1, 5)), held(fact(12, 2, 7)), held(fact(13, 3, 9))]);
    let half = || vec![deleted(11), held(fact(12, 9, 8)), held(fact(14, 4, 1))];
    let mut dropped = current.clone();
    dropped.take(half());
    assert_eq!(counted(&dropped), [9, 1, 8]);
    assert_eq!(counted(&current), [5, 7, 9], "what is current is as it was");
    drop(dropped);
    let mut next = current.clone();
    next.take(half());
    next.take(vec![deleted(13)]);
    assert_eq!(counted(&next), [1, 8], "the deleted ones are gone, and none counts twice");
}
