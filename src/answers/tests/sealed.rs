//! Sealing: whatever is inside, outside there is nothing to see.

use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;

use super::scene::{any_content, any_fields, content, rng};
use crate::answers::keys::Key;
use crate::answers::sealed::{Waiting, open, room, seal};
use crate::answers::{Asked, Given, Value, complete, read};
use crate::questionnaires::{LONGEST_ANSWER, Scale, shipped};

fn asked(n: u128) -> Asked {
    let id = |at: u128| Uuid::from_u128(n + at);
    Asked { network_id: id(1), evaluation_id: id(2), unit_id: id(3) }
}

fn empty() -> Waiting {
    let given = Given {
        language: "sl".into(),
        gender: None,
        age: None,
        values: BTreeMap::new(),
        texts: BTreeMap::new(),
    };
    Waiting { version_id: Uuid::from_u128(4), complete: false, given }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_sealed_is_opened_the_same_and_takes_the_same_room(seed in any::<u64>(), key in any::<[u8; 32]>()) {
        let mut rng = rng(seed);
        let content = any_content(&mut rng);
        let key = Key::from(key);
        let nothing = seal(&key, [7; 24], &asked(0), &content, &empty()).unwrap();
        for n in 0..6 {
            let given = read(&content, "sl", &any_fields(&content, &mut rng)).unwrap();
            let complete = complete(&content, &given.values);
            let waiting = Waiting { version_id: Uuid::from_u128(4), complete, given };
            let sealed = seal(&key, [n; 24], &asked(0), &content, &waiting).unwrap();
            prop_assert_eq!(sealed.len(), nothing.len());
            prop_assert_eq!(open(&key, &asked(0), &sealed), Some(waiting));
        }
    }

    #[test]
    fn what_was_changed_or_is_for_others_is_refused(seed in any::<u64>(), at in any::<prop::sample::Index>(), by in 1u8..) {
        let mut rng = rng(seed);
        let content = content();
        let given = read(&content, "sl", &any_fields(&content, &mut rng)).unwrap();
        let waiting = Waiting { given, ..empty() };
        let (key, other) = (Key::from([1; 32]), Key::from([2; 32]));
        let sealed = seal(&key, [3; 24], &asked(0), &content, &waiting).unwrap();
        prop_assert_eq!(open(&key, &asked(0), &sealed), Some(waiting));
        prop_assert_eq!(open(&other, &asked(0), &sealed), None);
        for other in [
            Asked { network_id: Uuid::from_u128(9), ..asked(0) },
            Asked { evaluation_id: Uuid::from_u128(9), ..asked(0) },
            Asked { unit_id: Uuid::from_u128(9), ..asked(0) },
        ] {
            prop_assert_eq!(open(&key, &other, &sealed), None);
        }
        let mut forged = sealed.clone();
        forged[at.index(sealed.len())] ^= by;
        prop_assert_eq!(open(&key, &asked(0), &forged), None);
        prop_assert_eq!(open(&key, &asked(0), &sealed[..at.index(sealed.len())]), None);
        prop_assert_eq!(open(&key, &asked(0), &[&sealed[..], &[by]].concat()), None);
    }
}

#[test]
fn the_longest_answer_to_each_questionnaire_fits_and_leaves_little_room() {
    for shipped in shipped() {
        let mut content = shipped.content.clone();
        for item in &mut content.items {
            item.off = false;
        }
        let mut given = Given { language: "sl".into(), ..empty().given };
        for item in &content.items {
            let codes = item.scale.codes();
            let longest = codes.iter().max_by_key(|code| code.len()).cloned();
            let value = match &item.scale {
                Scale::Open => {
                    given.texts.insert(item.code.clone(), "語".repeat(LONGEST_ANSWER));
                    continue;
                }
                Scale::One(_) => Value::Choice(longest.unwrap()),
                Scale::Many(_) => Value::Many(codes),
                Scale::Number { .. } => Value::Number(i64::MIN),
                Scale::Gender | Scale::Age => continue,
                Scale::Agree4 | Scale::Agree5 | Scale::YesNo => Value::Step(4),
            };
            given.values.insert(item.code.clone(), value);
        }
        given.gender = Some(crate::vocabulary::Gender::NonBinary);
        given.age = Some(crate::answers::Age::Third);
        let needed = postcard::to_allocvec(&Waiting { given: given.clone(), ..empty() }).unwrap().len() + 1;
        let room = room(&content);
        assert!(
            needed <= room && room < needed + 8 * content.items.len(),
            "{}: {needed} of {room}",
            shipped.code
        );
        let sealed = seal(&Key::from([1; 32]), [0; 24], &asked(0), &content, &Waiting { given, ..empty() });
        assert_eq!(sealed.map(|sealed| sealed.len()), Some(room + 24 + 16));
    }
}

#[test]
fn an_answer_to_another_questionnaire_is_not_cut_to_fit() {
    let mut small = content();
    small.items.truncate(1);
    let texts = BTreeMap::from([("best".to_owned(), "x".repeat(LONGEST_ANSWER))]);
    let waiting = Waiting { given: Given { texts, ..empty().given }, ..empty() };
    assert_eq!(seal(&Key::from([1; 32]), [0; 24], &asked(0), &small, &waiting), None);
}
