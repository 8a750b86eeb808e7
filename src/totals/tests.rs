use std::collections::BTreeSet;

use proptest::prelude::*;

use super::opening::{Open, union_min};

fn open() -> impl Strategy<Value = Open> {
    (proptest::option::weighted(0.9, 0i64..1440), 0i64..=1440)
        .prop_map(|(start_min, duration_min)| Open { start_min, duration_min })
}

proptest! {
    #[test]
    fn two_open_at_once_open_the_house_once(day in proptest::collection::vec(open(), 0..8)) {
        let mut minutes = BTreeSet::new();
        let mut unknown = 0;
        for open in &day {
            match open.start_min {
                Some(start) => minutes.extend(start..start + open.duration_min),
                None => unknown += open.duration_min,
            }
        }
        prop_assert_eq!(union_min(&day), unknown + i64::try_from(minutes.len()).unwrap());
    }
}

#[test]
fn rooms_that_follow_one_another_add_up() {
    let at = |start, duration_min| Open { start_min: Some(start), duration_min };
    assert_eq!(union_min(&[at(900, 60), at(960, 60)]), 120);
    assert_eq!(union_min(&[at(900, 180), at(930, 30), at(1020, 120)]), 240);
    assert_eq!(union_min(&[at(900, 60), Open { start_min: None, duration_min: 60 }]), 120);
    assert_eq!(union_min(&[]), 0);
}
