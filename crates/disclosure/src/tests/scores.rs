use super::*;
use crate::{By, Fault, Scores};

fn shows(plan: &Plan<Id>, scores: &Scores<Id>, place: Id) -> bool {
    scores.shows(&shown(plan.total(&place)))
}

#[test]
fn fifteen_valid_values_are_a_score() {
    let plan = decide(&sizes(&[("m1-a", 20), ("m2-a", 20), ("club", 20)]));
    let scores = plan.scores(&sizes(&[("m1-a", 15), ("m2-a", 20), ("club", 20)])).unwrap();
    assert!(plan.groups().iter().all(|group| scores.shows(group)));
}

#[test]
fn the_smallest_gives_way_so_that_no_few_follow_by_difference() {
    let plan = decide(&sizes(&[("m1-a", 20), ("m1-b", 20), ("m1-c", 30), ("m2-a", 40)]));
    let scores = plan.scores(&sizes(&[("m1-a", 6), ("m1-b", 18), ("m1-c", 30), ("m2-a", 40)])).unwrap();
    let shown = ["m1-a", "m1-b", "m1-c", "m1", "m2-a", "m2", "net"].map(|place| shows(&plan, &scores, place));
    assert_eq!(shown, [false, false, true, true, true, true, true], "24 follow, of two units");
    // Two that are withheld hide each other.
    let scores = plan.scores(&sizes(&[("m1-a", 8), ("m1-b", 9), ("m1-c", 30), ("m2-a", 40)])).unwrap();
    let shown = ["m1-a", "m1-b", "m1-c", "m1", "net"].map(|place| shows(&plan, &scores, place));
    assert_eq!(shown, [false, false, true, true, true]);
}

#[test]
fn what_is_withheld_in_a_municipality_is_not_told_by_the_network() {
    let plan = decide(&sizes(&[("m1-a", 20), ("m2-a", 40), ("m2-b", 30)]));
    let scores = plan.scores(&sizes(&[("m1-a", 6), ("m2-a", 40), ("m2-b", 30)])).unwrap();
    let shown = ["m1", "m2-a", "m2-b", "m2", "net"].map(|place| shows(&plan, &scores, place));
    assert_eq!(shown, [false, true, false, false, true]);
    let alone = decide(&sizes(&[("m1-a", 20)]));
    let scores = alone.scores(&sizes(&[("m1-a", 6)])).unwrap();
    assert!(!alone.groups().iter().any(|group| scores.shows(group)));
}

#[test]
fn a_split_needs_fifteen_valid_values_in_every_class() {
    let all = given(&[("m1-a", people(20, 20, 0)), ("m1-b", people(20, 20, 0)), ("m2-a", people(20, 8, 0))]);
    let plan = decide(&all);
    let mut valid = all.clone();
    valid.insert("m1-a", people(14, 20, 0));
    let scores = plan.scores(&valid).unwrap();
    assert!(shows(&plan, &scores, "m1-a") && shows(&plan, &scores, "net"));
    let split = |scores: &Scores<Id>, place: Id| {
        let split = shown(plan.split(&place, By::Gender));
        let groups: Vec<bool> =
            split.classes.iter().chain(&split.not_split).map(|group| scores.shows(group)).collect();
        groups
    };
    assert_eq!(split(&scores, "m1-a"), [false, false], "the total less one class is the other");
    assert_eq!(split(&scores, "m1-b"), [true, true]);
    assert_eq!(split(&scores, "net"), [false, false, false], "the sum less m1-b is m1-a");
    assert_eq!(split(&plan.scores(&all).unwrap(), "net"), [true, true, true]);
}

#[test]
fn a_later_edition_changes_scores_by_enough_or_withholds_them() {
    let plan = decide(&sizes(&[("m1-a", 60), ("m1-b", 40), ("m2-a", 30)]));
    let scores = plan.scores(&sizes(&[("m1-a", 50), ("m1-b", 40), ("m2-a", 30)])).unwrap();
    let next = plan.revise(&sizes(&[("m1-a", 20)])).unwrap().plan;
    let after = |valid| scores.revise(&next, &sizes(&[("m1-a", valid), ("m1-b", 40), ("m2-a", 30)]));
    let places = ["m1-a", "m1-b", "m1", "m2", "net"];
    // Of twenty set aside fifteen were valid, or fourteen.
    assert_eq!(places.map(|place| shows(&next, &after(35).unwrap(), place)), [true; 5]);
    assert_eq!(
        places.map(|place| shows(&next, &after(36).unwrap(), place)),
        [false, true, false, true, false]
    );
    assert_eq!(after(51).unwrap_err(), Fault::TooMany("m1-a"));
    assert_eq!(scores.revise(&plan, &Given::new()).unwrap_err(), Fault::OtherPlan);
    assert_eq!(next.scores(&Given::new()).unwrap_err(), Fault::OtherPlan);
    // A unit that is withdrawn takes its score along, and leaves the others'.
    let gone = plan.revise(&sizes(&[("m1-a", 1)])).unwrap().plan;
    let left = scores.revise(&gone, &sizes(&[("m1-a", 49), ("m1-b", 40), ("m2-a", 30)])).unwrap();
    assert!(gone.groups().iter().all(|group| left.shows(group)));
}

#[test]
fn valid_values_may_tell_by_two_splits_what_answers_do_not() {
    use Age::{First, Second, Third};
    use Gender::{Boy, Girl};
    let unit = |few| {
        mixed(&[
            (Girl, First, 20),
            (Girl, Second, few),
            (Boy, First, few),
            (Boy, Second, 20),
            (Boy, Third, 20),
        ])
    };
    let all = given(&[("m1-a", unit(15))]);
    let plan = decide(&all);
    let scores = |valid| plan.scores(&given(&[("m1-a", unit(valid))])).unwrap();
    let split = |scores: &Scores<Id>, by| {
        shown(plan.split(&"m1-a", by)).classes.iter().map(|group| scores.shows(group)).collect::<Vec<_>>()
    };
    assert_eq!((split(&scores(15), By::Gender), split(&scores(15), By::Age)), (vec![true; 2], vec![true; 3]));
    // Every class has twenty, but girls less the first class are two people.
    assert_eq!((split(&scores(1), By::Gender), split(&scores(1), By::Age)), (vec![true; 2], vec![false; 3]));
}
