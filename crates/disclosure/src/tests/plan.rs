use super::*;
use crate::{Fault, Part, Why, Withheld};

fn few(plan: &Plan<Id>, place: Id) -> (Option<Id>, u32) {
    match plan.total(&place).unwrap() {
        Figure::Withheld(Withheld { why: Why::FewAnswers { counted }, wants: Some(wants) }) => {
            (counted, wants)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn fifteen_answers_are_a_figure_and_fourteen_want_one_more() {
    let plan = decide(&sizes(&[("m1-a", 15), ("m1-b", 14)]));
    assert_eq!(total(&plan, "m1-a"), Some(15));
    assert_eq!(few(&plan, "m1-b"), (None, 1));
    assert_eq!(total(&plan, "m1"), Some(15), "the fourteen are in no figure");
    assert_eq!(total(&plan, "net"), Some(15));
}

#[test]
fn small_ones_are_shown_together_in_their_municipality() {
    let plan = decide(&sizes(&[("m1-a", 20), ("m1-b", 9), ("m1-c", 8), ("m2-a", 30)]));
    let together = plan.together(&"m1").unwrap();
    assert_eq!(
        (together.answers(), together.units().copied().collect::<Vec<_>>()),
        (17, vec!["m1-b", "m1-c"])
    );
    assert_eq!(together.part(), Part::Together);
    assert_eq!((total(&plan, "m1"), total(&plan, "net")), (Some(37), Some(67)));
    assert_eq!(few(&plan, "m1-b"), (Some("m1"), 6));
    assert_eq!((plan.together(&"m2"), plan.together(&"net")), (None, None));
}

#[test]
fn what_is_too_small_together_moves_up_and_counts_there_only() {
    let plan = decide(&sizes(&[("m1-a", 20), ("m1-b", 9), ("m2-a", 30), ("m2-b", 8)]));
    assert_eq!((total(&plan, "m1"), total(&plan, "m2"), total(&plan, "net")), (Some(20), Some(30), Some(67)));
    assert_eq!(plan.together(&"net").unwrap().answers(), 17);
    assert_eq!(few(&plan, "m2-b"), (Some("net"), 7));
}

#[test]
fn a_municipality_of_too_few_says_how_many_it_wants() {
    let plan = decide(&sizes(&[("m1-a", 5), ("m1-b", 6), ("m2-a", 9)]));
    assert_eq!(few(&plan, "m1"), (Some("net"), 4));
    assert_eq!(few(&plan, "m1-a"), (Some("net"), 10));
    assert_eq!(total(&plan, "net"), Some(20));
}

#[test]
fn a_place_may_have_answers_and_places_below_it() {
    let plan = decide(&sizes(&[("m1", 16), ("m1-a", 20), ("m1-b", 3), ("m2", 4), ("m2-a", 30), ("club", 9)]));
    assert_eq!(shown(plan.itself(&"m1")).answers(), 16);
    assert_eq!(total(&plan, "m1"), Some(36), "three and four wait for the network");
    assert_eq!(total(&plan, "m2"), Some(30));
    assert_eq!(shown(plan.itself(&"m2-a")).answers(), 30);
    let itself = Withheld { why: Why::FewAnswers { counted: Some("net") }, wants: Some(11) };
    assert_eq!(plan.itself(&"m2"), Some(Figure::Withheld(itself)));
    let together: Vec<Id> = plan.together(&"net").unwrap().units().copied().collect();
    assert_eq!(together, ["club", "m1-b", "m2"]);
}

#[test]
fn nobody_answered() {
    let plan = decide(&sizes(&[("m1-a", 0), ("m1-b", 15)]));
    assert_eq!(few(&plan, "m1-a"), (None, 15));
    assert_eq!(few(&plan, "m2"), (None, 15));
    assert_eq!(plan.total(&"elsewhere"), None);
    assert!(decide(&Given::new()).groups().is_empty());
}

#[test]
fn a_change_needs_the_same_kind_of_group_in_both_years() {
    let plan = decide(&given(&[("m1-a", people(20, 20, 0)), ("m1-b", people(20, 20, 20))]));
    let groups = plan.groups();
    for (at, group) in groups.iter().enumerate() {
        let same: Vec<usize> = (0..groups.len()).filter(|other| group.comparable(&groups[*other])).collect();
        assert_eq!(same, [at]);
    }
}

#[test]
fn what_is_no_tree_and_no_count_of_it_is_refused() {
    let unit = |id: Id, parent, wide| Unit { id, parent, wide };
    let top = || unit("net", None, true);
    let fault = |units: Vec<Unit<Id>>| Tree::new(units).unwrap_err();
    assert_eq!(fault(vec![]), Fault::OneTop);
    assert_eq!(fault(vec![top(), unit("other", None, true)]), Fault::OneTop);
    assert_eq!(fault(vec![top(), top()]), Fault::Twice("net"));
    assert_eq!(fault(vec![top(), unit("a", Some("b"), false)]), Fault::NoParent("a"));
    assert_eq!(
        fault(vec![top(), unit("a", Some("b"), false), unit("b", Some("a"), false)]),
        Fault::Circle("a")
    );
    let narrow = unit("m", Some("net"), false);
    assert_eq!(fault(vec![top(), narrow, unit("a", Some("m"), true)]), Fault::NarrowAbove("a"));
    let fault = |rules, counts: Given| Plan::decide(rules, tree(&[]), &counts).unwrap_err();
    assert_eq!(fault(Rules::default(), sizes(&[("a", 1)])), Fault::NoUnit("a"));
    let two_ages = Rules::new::<Id>(15, 15, 50, 2).unwrap();
    assert_eq!(
        fault(two_ages, given(&[("m1", mixed(&[(Gender::Boy, Age::Third, 1)]))])),
        Fault::AgeClass("m1")
    );
    for (k, split, sensitive, ages) in [(1, 15, 50, 3), (15, 14, 50, 3), (15, 15, 14, 3), (15, 15, 50, 1)] {
        assert_eq!(Rules::new::<Id>(k, split, sensitive, ages), Err(Fault::Rules));
    }
}
