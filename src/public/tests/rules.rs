//! Pooling, class by class.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::measures::Sums;
use crate::public::telling::{Class, Place, order, told};

pub fn visits(n: i64) -> Sums {
    Sums { participants: n, held: n.min(3), ..Sums::default() }
}

pub fn place(line: &[u128], classes: &[(&str, i64)]) -> Place {
    let classes = classes.iter().map(|(code, n)| ((*code).to_owned(), visits(*n)));
    Place { line: line.iter().map(|id| Uuid::from_u128(*id)).collect(), classes: classes.collect() }
}

fn said(classes: &Option<Vec<Class>>) -> Option<Vec<(String, i64)>> {
    let one = |class: &Class| (class.codes.join("+"), class.sums.visits());
    classes.as_ref().map(|all| all.iter().map(one).collect())
}

fn all(told: &[(&str, i64)]) -> Option<Vec<(String, i64)>> {
    Some(told.iter().map(|(code, n)| ((*code).to_owned(), *n)).collect())
}

fn codes(of: &[&str]) -> Vec<String> {
    of.iter().map(|code| (*code).to_owned()).collect()
}

#[test]
fn classes_stand_by_what_all_came_to_the_smallest_first() {
    let whole = BTreeMap::from(
        [("boy", 60), ("girl", 60), ("not_stated", 3)].map(|(c, n)| (c.to_owned(), visits(n))),
    );
    assert_eq!(order(&whole), codes(&["not_stated", "boy", "girl"]));
}

#[test]
fn a_small_class_stands_with_the_next_smallest_until_there_are_ten() {
    let order = codes(&["non_binary", "not_stated", "boy", "girl"]);
    let of = |classes: &[(&str, i64)]| said(&told(&order, &[place(&[1], classes)])[0]);
    let enough = [("non_binary", 10), ("not_stated", 12), ("boy", 60), ("girl", 70)];
    assert_eq!(of(&enough), all(&enough));
    // Nothing tells of nobody.
    assert_eq!(of(&[("not_stated", 12), ("girl", 70)]), all(&[("not_stated", 12), ("girl", 70)]));
    assert_eq!(
        of(&[("non_binary", 4), ("not_stated", 12), ("boy", 60), ("girl", 70)]),
        all(&[("non_binary+not_stated", 16), ("boy", 60), ("girl", 70)])
    );
    assert_eq!(
        of(&[("non_binary", 4), ("not_stated", 5), ("boy", 60), ("girl", 70)]),
        all(&[("non_binary+not_stated+boy", 69), ("girl", 70)])
    );
    // A pool is called by all it may hold: which of them are there is not told.
    assert_eq!(
        of(&[("non_binary", 4), ("boy", 60), ("girl", 70)]),
        all(&[("non_binary+not_stated+boy", 64), ("girl", 70)])
    );
    // With a whole under ten, and where only the largest is left, nothing is split.
    assert_eq!(of(&[("boy", 4), ("girl", 5)]), None);
    assert_eq!(of(&[("non_binary", 2), ("boy", 6), ("girl", 70)]), None);
    assert_eq!(of(&[("girl", 70)]), None);
    assert_eq!(of(&[]), None);
}

#[test]
fn an_activity_without_visits_stands_with_others_too() {
    let order = codes(&["project", "group", "open"]);
    let mut it = place(&[1], &[("group", 30), ("open", 90)]);
    it.classes.insert("project".into(), Sums { held: 1, duration_min: 60, ..Sums::default() });
    assert_eq!(said(&told(&order, &[it])[0]), all(&[("project+group", 30), ("open", 90)]));
}

#[test]
fn what_is_left_of_a_unit_above_is_not_under_ten_either() {
    let order = codes(&["not_stated", "boy", "girl"]);
    let town = place(&[1], &[("not_stated", 25), ("boy", 100), ("girl", 100)]);
    let centre = place(&[1, 2], &[("not_stated", 20), ("boy", 50), ("girl", 60)]);
    let town_alone = all(&[("not_stated", 25), ("boy", 100), ("girl", 100)]);
    // Five of the other centres not stated: whoever comes second pools, so that what was told before stays.
    let both = told(&order, &[town.clone(), centre.clone()]);
    assert_eq!(said(&both[0]), town_alone);
    assert_eq!(said(&both[1]), all(&[("not_stated+boy", 70), ("girl", 60)]));
    let both = told(&order, &[centre.clone(), town.clone()]);
    assert_eq!(said(&both[0]), all(&[("not_stated", 20), ("boy", 50), ("girl", 60)]));
    assert_eq!(said(&both[1]), all(&[("not_stated+boy", 125), ("girl", 100)]));
    // Where all of it is the centre's, nothing is left to be learnt.
    let same = place(&[1], &[("not_stated", 20), ("boy", 50), ("girl", 60)]);
    let both = told(&order, &[same, centre.clone()]);
    assert_eq!(said(&both[0]), said(&both[1]));
    // Units apart do not matter to one another.
    let apart = told(&order, &[town, place(&[5, 2], &[("not_stated", 20), ("boy", 50), ("girl", 60)])]);
    assert_eq!(said(&apart[0]), town_alone);
    assert!(said(&apart[1]).unwrap().len() == 3);
}

#[test]
fn a_class_that_has_no_place_in_the_order_is_no_reason_to_tell_less_than_the_whole() {
    let it = place(&[1], &[("boy", 50), ("new", 60)]);
    assert_eq!(told(&codes(&["boy", "girl"]), &[it]), [None]);
}
