use proptest::prelude::*;
use uuid::Uuid;

use super::{Act, Grant, Me, Path, Place, RoleKind};
use crate::db::Value;
use crate::i18n::{Lang, Text18};

fn place(path: &Path) -> Place {
    Place {
        network_id: Uuid::nil(),
        path: path.clone(),
        name: Text18::default(),
        network: "n".into(),
        unit: "u".into(),
    }
}

fn person(kind: RoleKind, path: &Path) -> Me {
    let grant = Grant {
        kind,
        network_id: Uuid::nil(),
        network: "n".into(),
        unit_id: Uuid::nil(),
        unit: "u".into(),
        unit_name: Text18::default(),
        path: path.clone(),
    };
    Me {
        id: Uuid::nil(),
        mail: String::new(),
        name: String::new(),
        lang: Lang::Sl,
        grants: vec![grant],
        session: vec![],
    }
}

#[test]
fn a_role_holds_below_and_nowhere_else() {
    let root = Path::root(Uuid::from_u128(1));
    let (town, other) = (root.below(Uuid::from_u128(2)), root.below(Uuid::from_u128(3)));
    let centre = town.below(Uuid::from_u128(4));
    let worker = person(RoleKind::Worker, &town);
    assert!(worker.may(Act::Record, &place(&town)));
    assert!(worker.may(Act::Record, &place(&centre)));
    assert!(!worker.may(Act::SeeFigures, &place(&root)));
    assert!(!worker.may(Act::SeeFigures, &place(&other)));
    let elsewhere = Place { network_id: Uuid::from_u128(9), ..place(&centre) };
    assert!(!worker.may(Act::SeeFigures, &elsewhere), "a role says nothing in another network");
}

#[test]
fn notes_are_for_those_who_work_with_the_young_people() {
    assert!(Act::ReadNotes.allowed_to(RoleKind::Worker));
    assert!(Act::ReadNotes.allowed_to(RoleKind::Mentor));
    assert!(!Act::ReadNotes.allowed_to(RoleKind::Coordinator));
    assert!(!Act::ReadNotes.allowed_to(RoleKind::Viewer));
    assert!(!Act::SeeEntries.allowed_to(RoleKind::Viewer));
}

proptest! {
    #[test]
    fn the_range_of_a_path_holds_just_what_is_below(
        path in proptest::collection::vec(proptest::array::uniform16(prop_oneof![Just(0u8), Just(255u8), any::<u8>()]), 1..4),
        other in proptest::collection::vec(proptest::array::uniform16(prop_oneof![Just(0u8), Just(255u8), any::<u8>()]), 1..5),
        below in any::<bool>(),
    ) {
        let make = |ids: &[[u8; 16]]| Path::from_bytes(ids.concat());
        let path = make(&path);
        let other = if below { Path::from_bytes([make(&other).ids(), vec![]].concat().iter().fold(path.clone(), |p, id| p.below(*id)).ids().iter().flat_map(|id| *id.as_bytes()).collect()) } else { make(&other) };
        let (Value::Bytes(Some(from)), Value::Bytes(Some(until))) = path.range() else { panic!("bytes") };
        let bytes: Vec<u8> = other.ids().iter().flat_map(|id| *id.as_bytes()).collect();
        // A path of nothing but 255s has no end; it cannot be a v4 or v7 id, and the range is then empty.
        prop_assume!(!until.is_empty());
        prop_assert_eq!(bytes >= from && bytes < until, path.holds(&other));
    }
}
