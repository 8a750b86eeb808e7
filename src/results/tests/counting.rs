//! Sheets, and tables made of them, without a database.

use std::collections::{BTreeMap, BTreeSet};

use disclosure::Key;
use proptest::prelude::*;
use uuid::Uuid;

use super::scene::{content, given, item};
use crate::answers::{Age, Given, Value};
use crate::questionnaires::Scale;
use crate::results::frozen::{Answer, Gathered, Results, Standing, rules};
use crate::results::sheet::{Count, Form, Sheet, stretches};
use crate::results::table::{Lack, Part, Table};
use crate::vocabulary::Gender;

fn sheet(all: &[Given]) -> Sheet {
    let content = content();
    let form = Form::new(&content);
    let mut sheet = form.sheet();
    for one in all {
        form.add(&mut sheet, &one.values);
    }
    sheet
}

fn any_given() -> impl Strategy<Value = Given> {
    let step = |most: u8| prop_oneof![3 => (0..=most).prop_map(Some), 1 => Just(None)];
    let number = prop_oneof![(0..=99i64).prop_map(Some), Just(None)];
    let gender = prop_oneof![
        4 => Just(Some(Gender::Girl)),
        4 => Just(Some(Gender::Boy)),
        1 => Just(Some(Gender::NonBinary)),
        1 => Just(None)
    ];
    let age =
        prop_oneof![Just(Some(Age::First)), Just(Some(Age::Second)), Just(Some(Age::Third)), Just(None)];
    (step(4), step(4), step(3), number, gender, age).prop_map(|(calm, bored, asked, often, gender, age)| {
        let mut given = given([calm, bored, asked], gender, age);
        if let Some(n) = often {
            given.values.insert("often".into(), Value::Number(n));
        }
        given
    })
}

#[test]
fn everybody_is_in_each_item_once_and_in_an_area_if_half_of_it_is_answered() {
    let mut left = given([Some(4), None, Some(0)], None, None);
    left.values.remove("asked");
    left.values.insert("often".into(), Value::Number(37));
    let sheet = sheet(&[given([Some(4), Some(0), Some(3)], None, None), left]);
    let of = |given: &[u32], answered, dont_know, unanswered| Count {
        given: given.into(),
        answered,
        dont_know,
        unanswered,
        not_asked: 0,
    };
    assert_eq!(sheet.items[0], of(&[0, 0, 0, 0, 2], 2, 0, 0));
    assert_eq!(sheet.items[1], of(&[1, 0, 0, 0, 0], 1, 1, 0));
    assert_eq!(sheet.items[2], of(&[0, 0, 0, 1], 1, 0, 1));
    assert_eq!(sheet.items[3], of(&[0, 0, 0, 1, 0, 0, 0, 0, 0, 0], 1, 0, 1));
    assert_eq!(sheet.areas[0].parts(), (2, 100.0, 0.0), "agreeing that it is dull is the other end");
    assert_eq!(sheet.areas[1].parts(), (1, 100.0, 0.0));
}

#[test]
fn who_was_not_asked_is_told_from_who_left_it_out() {
    let mut content = content();
    let mut more = item("more", None, Scale::YesNo);
    more.only_if =
        Some(crate::questionnaires::Condition { item: "calm".into(), any_of: vec!["1".into(), "2".into()] });
    content.items.push(more);
    let form = Form::new(&content);
    let mut sheet = form.sheet();
    form.add(&mut sheet, &given([Some(4), None, None], None, None).values);
    form.add(&mut sheet, &given([Some(0), None, None], None, None).values);
    let count = sheet.items.last().unwrap();
    assert_eq!((count.not_asked, count.unanswered, count.n()), (1, 1, 2));
}

#[test]
fn numbers_are_counted_in_at_most_ten_stretches_that_are_the_whole_range() {
    assert_eq!(stretches(0, 2), [(0, 0), (1, 1), (2, 2)]);
    assert_eq!(stretches(1, 12).len(), 6);
    for (least, most) in [(0, 9), (5, 5), (-7, 100), (0, 10_000), (i64::MIN, i64::MAX)] {
        let all = stretches(least, most);
        assert!(all.len() <= 10 && all[0].0 == least && all.last().unwrap().1 == most, "{all:?}");
        assert!(all.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0), "{all:?}");
    }
}

/// Three centres in two towns.
fn standing() -> (Vec<Standing>, [Uuid; 6]) {
    let ids: [Uuid; 6] = std::array::from_fn(|n| Uuid::from_u128(n as u128 + 1));
    let [root, east, west, ..] = ids;
    let of = |id, parent, wide| Standing { id, parent, wide };
    let all = vec![
        of(root, None, true),
        of(east, Some(root), true),
        of(west, Some(root), true),
        of(ids[3], Some(east), false),
        of(ids[4], Some(east), false),
        of(ids[5], Some(west), false),
    ];
    (all, ids)
}

fn results(all: &[(Uuid, Given)], aside: &BTreeMap<usize, u32>, edition: u32) -> Results {
    let (standing, ids) = standing();
    let rules = rules(15).unwrap();
    let key = Key::new([7; 32], &rules);
    let content = content();
    let mut gathered = Gathered::new(Uuid::nil(), &content, &key, edition);
    for (n, (unit_id, given)) in all.iter().enumerate() {
        gathered.add(&Answer {
            unit_id: *unit_id,
            id: Uuid::from_u128(1000 + n as u128),
            gender: given.gender,
            age: given.age,
            aside_in: aside.get(&n).copied(),
            values: given.values.clone(),
        });
    }
    gathered.results(rules, &standing, &ids[3..].iter().copied().collect()).unwrap()
}

fn of(results: &Results, unit: Uuid, part: Part) -> Option<&Table> {
    results.tables.iter().find(|it| it.unit_id == unit && it.part == part && it.class.is_none())
}

fn many(unit: Uuid, n: usize, step: u8, gender: Gender) -> Vec<(Uuid, Given)> {
    vec![(unit, given([Some(step), Some(4 - step), Some(step.min(3))], Some(gender), Some(Age::Second))); n]
}

#[test]
fn a_centre_with_too_few_is_counted_further_up_and_told_why() {
    let (_, [root, east, west, big, small, alone]) = standing();
    let all = [
        many(big, 20, 4, Gender::Girl),
        many(big, 18, 4, Gender::Boy),
        many(small, 9, 0, Gender::Girl),
        many(alone, 8, 0, Gender::Boy),
    ]
    .concat();
    let results = results(&all, &BTreeMap::new(), 1);
    let whole = |unit| of(&results, unit, Part::Whole);
    assert_eq!(whole(big).unwrap().answers, 38);
    assert_eq!(whole(big).unwrap().areas["safe"].parts(), (38, 100.0, 0.0));
    assert!(whole(small).is_none() && whole(alone).is_none() && whole(west).is_none());
    assert_eq!(whole(east).unwrap().answers, 38, "nine and eight wait for each other at the top");
    assert_eq!(of(&results, root, Part::Together).unwrap().answers, 17);
    assert_eq!(whole(root).unwrap().answers, 55);
    let lack = |unit, lack| results.withheld.iter().find(|it| it.unit_id == unit && it.lack == lack).unwrap();
    let small = lack(small, Lack::Whole);
    assert_eq!((small.why.as_str(), small.counted_in, small.wants), ("few_answers", Some(root), Some(6)));
    assert_eq!(lack(big, Lack::Age).why, "small_class");
    assert_eq!(lack(big, Lack::Sensitive).why, "not_wide");
    let split: Vec<i64> = (results.tables.iter())
        .filter(|it| it.unit_id == big && it.class.is_some())
        .map(|it| it.answers)
        .collect();
    assert_eq!(split, [20, 18]);
    assert!(!whole(big).unwrap().items.contains_key("born"), "sensitive");
    assert_eq!(of(&results, root, Part::Sensitive).unwrap().items.len(), 1);
}

#[test]
fn a_later_edition_leaves_out_what_was_set_aside_or_withdraws_the_unit() {
    let (_, [root, _, _, big, other, _]) = standing();
    let all = [many(big, 40, 4, Gender::Girl), many(other, 30, 0, Gender::Girl)].concat();
    let first: BTreeMap<usize, u32> = (0..20).map(|n| (n, 2)).collect();
    let next = results(&all, &first, 2);
    assert_eq!(of(&next, big, Part::Whole).unwrap().answers, 20);
    assert_eq!(of(&next, root, Part::Whole).unwrap().answers, 50);
    assert!(next.withdrawn.is_empty());
    // Ten could be told from the difference.
    let few: BTreeMap<usize, u32> = (0..10).map(|n| (n, 2)).collect();
    let next = results(&all, &few, 2);
    assert!(of(&next, big, Part::Whole).is_none());
    assert_eq!(of(&next, root, Part::Whole).unwrap().answers, 30);
    assert_eq!(next.withdrawn, BTreeSet::from([big]));
}

proptest! {
    #[test]
    fn sheets_add_up_however_people_are_grouped(
        all in proptest::collection::vec(any_given(), 0..40),
        cut in 0usize..40,
    ) {
        let whole = sheet(&all);
        let (left, right) = all.split_at(cut.min(all.len()));
        let mut sum = sheet(left);
        sum.merge(&sheet(right));
        prop_assert_eq!(&sum.items, &whole.items);
        for (a, b) in sum.areas.iter().zip(&whole.areas) {
            let ((n, mean, squares), (m, other, others)) = (a.parts(), b.parts());
            prop_assert_eq!(n, m);
            prop_assert!((mean - other).abs() < 1e-9 && (squares - others).abs() < 1e-6);
        }
        prop_assert!(whole.items.iter().all(|count| count.n() as usize == all.len()));
        for count in &whole.items {
            prop_assert_eq!(Count::from_numbers(&count.numbers()), Some(count.clone()));
        }
    }

    /// Every figure is about the group it says it is about.
    #[test]
    fn tables_are_of_their_groups(
        all in proptest::collection::vec((3usize..6, any_given()), 0..120),
    ) {
        let (_, ids) = standing();
        let all: Vec<(Uuid, Given)> = all.into_iter().map(|(unit, given)| (ids[unit], given)).collect();
        let whole = results(&all, &BTreeMap::new(), 1);
        for table in &whole.tables {
            prop_assert!(table.answers >= 15);
            prop_assert!(table.items.values().all(|count| i64::from(count.n()) == table.answers));
            prop_assert!(table.areas.values().all(|mean| i64::from(mean.n()) <= table.answers));
        }
        for unit in &ids[3..] {
            let sheet = sheet(&all.iter().filter(|(id, _)| id == unit).map(|(_, it)| it.clone()).collect::<Vec<_>>());
            if let Some(table) = of(&whole, *unit, Part::Whole) {
                prop_assert_eq!(&table.items["calm"], &sheet.items[0]);
                prop_assert_eq!(&table.items["often"], &sheet.items[3]);
            }
        }
    }
}
