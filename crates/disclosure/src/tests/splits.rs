use proptest::prelude::*;

use super::*;
use crate::{By, Class, Split, Why, Withheld, trace};

fn gender(plan: &Plan<Id>, place: Id) -> Split<Id> {
    shown(plan.split(&place, By::Gender))
}

fn withheld(plan: &Plan<Id>, place: Id, by: By) -> Withheld<Id> {
    match plan.split(&place, by).unwrap() {
        Figure::Withheld(withheld) => withheld,
        Figure::Shown(split) => panic!("{split:?}"),
    }
}

fn named(split: &Split<Id>) -> Vec<(Class, u32)> {
    split.classes.iter().map(|group| (group.class().unwrap(), group.answers())).collect()
}

#[test]
fn every_class_needs_fifteen_and_how_far_it_is_comes_in_fives() {
    let wants = |n| Withheld { why: Why::SmallClass, wants: Some(n) };
    let plan = decide(&given(&[
        ("m1-a", people(15, 15, 0)),
        ("m1-b", people(15, 14, 0)),
        ("m1-c", people(30, 9, 0)),
        ("m1-d", people(40, 0, 0)),
    ]));
    assert_eq!(answers(&gender(&plan, "m1-a").classes), [15, 15]);
    assert_eq!(withheld(&plan, "m1-b", By::Gender), wants(5));
    assert_eq!(withheld(&plan, "m1-c", By::Gender), wants(10));
    assert_eq!(
        withheld(&plan, "m1-d", By::Gender),
        wants(15),
        "that there are none is as telling as that there is one"
    );
}

#[test]
fn few_others_are_placed_with_girls_and_boys_and_many_are_a_class() {
    let plan = decide(&given(&[
        ("m1-a", people(20, 20, 14)),
        ("m1-b", people(20, 20, 15)),
        ("m1-c", people(20, 20, 0)),
    ]));
    assert_eq!(named(&gender(&plan, "m1-a")), [(Class::GirlsPlus, 27), (Class::BoysPlus, 27)]);
    assert_eq!(named(&gender(&plan, "m1-b")), [(Class::Girls, 20), (Class::Boys, 20), (Class::Others, 15)]);
    assert_eq!(
        named(&gender(&plan, "m1-c")),
        [(Class::GirlsPlus, 20), (Class::BoysPlus, 20)],
        "nobody, but not said so"
    );
    let sum = [(Class::GirlsPlus, 67), (Class::BoysPlus, 67), (Class::Others, 15)];
    assert_eq!(named(&gender(&plan, "m1")), sum, "with placed ones in it as soon as one unit has them");
}

#[test]
fn placing_is_even_and_hangs_on_the_key() {
    let other = Key::new([2; 32], &Rules::default());
    let (mut girls, mut same, mut ages) = (0, 0, [0; 3]);
    for id in 0..2000_u32 {
        let cell = |key: &Key, age| key.cell(&id.to_le_bytes(), Gender::NotStated, age);
        same += u32::from(cell(&key(), Age::First) == cell(&other, Age::First));
        girls += u32::from(with_girls(cell(&key(), Age::First)));
        assert_eq!(cell(&key(), Age::First), key().cell(&id.to_le_bytes(), Gender::NonBinary, Age::First));
        let mut counts = Counts::new();
        counts.add(cell(&key(), Age::NotStated));
        for (class, n) in ages.iter_mut().enumerate() {
            *n += counts.within(mask(&[0, 1, 2, 3], &[3 + class]));
        }
    }
    assert!((900..1100).contains(&same), "{same}");
    assert!((900..1100).contains(&girls), "{girls}");
    assert!(ages.iter().all(|n| (600..734).contains(n)), "{ages:?}");
    assert_eq!(format!("{:?}", key()), "Key(secret)");
}

#[test]
fn a_parent_adds_up_its_units_and_names_the_rest() {
    let plan = decide(&given(&[
        ("m1-a", people(20, 15, 0)),
        ("m1-b", people(20, 8, 0)),
        ("m1-c", people(9, 0, 0)),
        ("m1-d", people(0, 9, 0)),
        ("m2-a", people(16, 17, 0)),
    ]));
    let m1 = gender(&plan, "m1");
    assert_eq!(answers(&m1.classes), [20, 15]);
    assert_eq!(
        m1.not_split.unwrap().answers(),
        28 + 18,
        "those of a unit too small, and those shown together"
    );
    assert_eq!(answers(&gender(&plan, "net").classes), [36, 32]);
    assert_eq!(gender(&plan, "m2").not_split, None);
    assert_eq!(withheld(&plan, "m1-c", By::Gender), Withheld { why: Why::NoTotal, wants: Some(25) });
}

#[test]
fn a_parent_of_units_without_splits_shows_none() {
    let plan = decide(&given(&[("m1-a", people(20, 8, 0)), ("m1-b", people(20, 13, 0))]));
    assert_eq!(withheld(&plan, "m1", By::Gender), Withheld { why: Why::NoSplitBelow, wants: Some(5) });
    assert_eq!(withheld(&plan, "m2", By::Gender).why, Why::NoTotal);
}

#[test]
fn a_place_with_places_below_it_may_split_its_own() {
    let plan = decide(&given(&[("m1", people(15, 16, 0)), ("m1-a", people(20, 8, 0))]));
    assert_eq!(answers(&shown(plan.split_itself(&"m1", By::Gender)).classes), [15, 16]);
    assert_eq!(gender(&plan, "m1").not_split.unwrap().answers(), 28);
}

#[test]
fn ages_follow_the_same_rule() {
    use Age::{First, Second, Third};
    use Gender::{Boy, Girl};
    // Half girls, half boys in each.
    let even = |first: u32, second: u32, third: u32, none: u32| {
        let ages = [(First, first), (Second, second), (Third, third), (Age::NotStated, none)];
        mixed(&ages.map(|(age, n)| [(Girl, age, n / 2), (Boy, age, n.div_ceil(2))]).concat())
    };
    let plan = decide(&given(&[
        ("m1-a", even(15, 20, 25, 0)),
        ("m1-b", even(15, 20, 14, 0)),
        ("m1-c", even(15, 20, 25, 3)),
        ("m1-d", even(15, 20, 25, 15)),
    ]));
    let age = |place| named(&shown(plan.split(&place, By::Age)));
    let plus = |counts: [u32; 3]| [0, 1, 2].map(|n| (Class::AgePlus(n), counts[usize::from(n)]));
    assert_eq!(age("m1-a"), plus([15, 20, 25]));
    assert_eq!(withheld(&plan, "m1-b", By::Age).why, Why::SmallClass);
    assert_eq!(age("m1-c").iter().map(|(_, n)| n).sum::<u32>(), 63);
    let own = [(Class::Age(0), 15), (Class::Age(1), 20), (Class::Age(2), 25), (Class::AgeNotStated, 15)];
    assert_eq!(age("m1-d"), own);
    let none = Rules::new::<Id>(15, 15, 50, 0).unwrap();
    let plan = Plan::decide(none, tree(&["m1-a"]), &given(&[("m1-a", even(15, 20, 25, 0))])).unwrap();
    assert_eq!(withheld(&plan, "m1-a", By::Age), Withheld { why: Why::NoAgeClasses, wants: None });
}

#[test]
fn age_gives_way_where_its_difference_from_gender_is_a_small_group() {
    use {Age::*, Gender::*};
    // All classes have 20 and 40, but girls less the first class are two people.
    let telling =
        [(Girl, First, 19), (Girl, Second, 1), (Boy, First, 1), (Boy, Second, 20), (Boy, Third, 19)];
    // Here gender and age are the same thing: the difference is nobody.
    let same = [(Girl, First, 20), (Boy, Second, 20), (Boy, Third, 20)];
    let plan = decide(&given(&[("m1-a", mixed(&telling)), ("m1-b", mixed(&same))]));
    assert_eq!(answers(&gender(&plan, "m1-a").classes), [20, 40]);
    assert_eq!(withheld(&plan, "m1-a", By::Age), Withheld { why: Why::BesideGender, wants: Some(15) });
    assert_eq!(answers(&shown(plan.split(&"m1-b", By::Age)).classes), [20, 20, 20]);
}

proptest! {
    /// The shortcut finds what trying all labellings finds.
    #[test]
    fn the_smallest_trace_is_the_smallest_of_all(table in proptest::collection::vec(proptest::collection::vec(0_u32..9, 3), 1..4)) {
        let (rows, columns) = (table.len(), 3);
        let labels = (rows + columns) as u32;
        let all = (0..labels.pow(labels)).map(|code| -> u32 {
            let label = |at: usize| code / labels.pow(at as u32) % labels;
            let cells = (0..rows).flat_map(|g| (0..columns).map(move |a| (g, a)));
            cells.filter(|(g, a)| label(*g) != label(rows + a)).map(|(g, a)| table[g][a]).sum()
        });
        prop_assert_eq!(trace::smallest(&table), all.filter(|n| *n > 0).min());
    }
}
