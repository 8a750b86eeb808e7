//! Steps, and what follows of one respondent.

use super::{AGREE, scored};
use crate::Answer::{DontKnow, NotAsked, Unanswered};
use crate::{Answer, Fault, Item, Scale, area_index, complete};

/// By step: index, and positive or not.
fn all(scale: Scale, reversed: bool) -> Vec<(f64, bool)> {
    let item = Item { scale, reversed };
    (0..scale.steps())
        .map(|step| item.score(step).unwrap())
        .map(|score| ((score.index() * 100.0).round() / 100.0, score.positive()))
        .collect()
}

#[test]
fn steps_become_indices() {
    assert_eq!(
        all(Scale::Agree5, false),
        [(0.0, false), (25.0, false), (50.0, false), (75.0, true), (100.0, true)]
    );
    assert_eq!(all(Scale::Agree4, false), [(0.0, false), (33.33, false), (66.67, true), (100.0, true)]);
    assert_eq!(all(Scale::YesNo, false), [(0.0, false), (100.0, true)]);
    assert_eq!(
        all(Scale::Agree5, true),
        [(100.0, true), (75.0, true), (50.0, false), (25.0, false), (0.0, false)]
    );
    assert_eq!(all(Scale::Agree4, true), [(100.0, true), (66.67, true), (33.33, false), (0.0, false)]);
    assert_eq!(all(Scale::YesNo, true), [(100.0, true), (0.0, false)]);
}

#[test]
fn a_step_that_the_scale_does_not_have_is_no_score() {
    for scale in [Scale::YesNo, Scale::Agree4, Scale::Agree5] {
        for step in scale.steps()..=u8::MAX {
            assert_eq!(Item { scale, reversed: true }.score(step), Err(Fault::NoStep));
        }
    }
}

#[test]
fn an_area_needs_half_of_its_items() {
    let [low, high] = [scored(AGREE, 1), scored(AGREE, 4)];
    assert_eq!(area_index([low, high]), Some(62.5));
    assert_eq!(area_index([low, high, DontKnow, Unanswered]), Some(62.5));
    assert_eq!(area_index([low, high, DontKnow, Unanswered, Unanswered]), None);
    // Not asked is not valid either.
    assert_eq!(area_index([high, NotAsked]), Some(100.0));
    assert_eq!(area_index([high, NotAsked, NotAsked]), None);
    assert_eq!(area_index([DontKnow]), None);
    assert_eq!(area_index([]), None);
    // Scales and turned items mix.
    let bored = Item { scale: Scale::Agree4, reversed: true };
    assert_eq!(area_index([scored(bored, 0), scored(AGREE, 2)]), Some(75.0));
}

#[test]
fn a_response_is_complete_with_four_of_five() {
    let yes = scored(AGREE, 4);
    let of = |answered: usize, left: usize, not_asked: usize| {
        let parts = [vec![yes; answered], vec![Unanswered; left], vec![NotAsked; not_asked]];
        complete(parts.concat())
    };
    assert!(of(4, 1, 0) && of(8, 2, 0) && of(1, 0, 9) && of(4, 1, 20));
    assert!(!of(3, 1, 0) && !of(7, 2, 0) && !of(0, 1, 0) && !of(3, 1, 20));
    assert!(complete([yes, DontKnow, DontKnow, DontKnow, Unanswered]));
    // Nothing asked, nothing left out.
    assert!(of(0, 0, 3) && complete(Vec::<Answer>::new()));
}
