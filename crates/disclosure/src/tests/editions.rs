use super::*;
use crate::{By, Fault, Why, Withheld};

#[test]
fn fifteen_may_go_if_fifteen_stay() {
    let plan = decide(&sizes(&[("m1-a", 40), ("m1-b", 20)]));
    let next = plan.revise(&sizes(&[("m1-a", 15)])).unwrap();
    assert_eq!((next.withdrawn, next.plan.edition()), (vec![], 2));
    assert_eq!((total(&next.plan, "m1-a"), total(&next.plan, "m1")), (Some(25), Some(45)));
    assert_eq!(answers(&plan.revise(&Given::new()).unwrap().plan.groups()), answers(&plan.groups()));
}

#[test]
fn else_the_unit_is_withdrawn_at_every_level() {
    let plan = decide(&sizes(&[("m1-a", 40), ("m1-b", 20), ("m2-a", 16)]));
    for lost in [1, 14, 26, 40] {
        let next = plan.revise(&sizes(&[("m1-a", lost)])).unwrap();
        assert_eq!(next.withdrawn, ["m1-a"], "{lost}");
        let withdrawn = Figure::Withheld(Withheld { why: Why::Withdrawn, wants: None });
        assert_eq!(next.plan.total(&"m1-a"), Some(withdrawn));
        assert_eq!((total(&next.plan, "m1"), total(&next.plan, "net")), (Some(20), Some(36)));
    }
    let next = plan.revise(&sizes(&[("m2-a", 16)])).unwrap().plan;
    assert!(matches!(next.total(&"m2"), Some(Figure::Withheld(Withheld { why: Why::Withdrawn, .. }))));
}

#[test]
fn those_shown_together_are_withdrawn_together() {
    let plan = decide(&sizes(&[("m1-a", 30), ("m1-b", 14), ("m1-c", 14), ("m1-d", 14)]));
    let next = plan.revise(&sizes(&[("m1-b", 10)])).unwrap();
    assert_eq!(next.withdrawn, ["m1-b", "m1-c", "m1-d"]);
    assert_eq!((next.plan.together(&"m1"), total(&next.plan, "m1")), (None, Some(30)));
    let next = plan.revise(&sizes(&[("m1-b", 10), ("m1-c", 10)])).unwrap();
    assert_eq!(next.plan.together(&"m1").unwrap().answers(), 22);
}

#[test]
fn blocks_and_classes_stay_as_they_were_decided() {
    let plan = decide(&given(&[("m1-a", people(40, 40, 16)), ("m1-b", people(40, 40, 0))]));
    // Fourteen others would be placed with girls and boys, and girls+ less girls would be seven people.
    let next = plan.revise(&given(&[("m1-a", people(15, 15, 2))])).unwrap();
    assert_eq!(next.withdrawn, ["m1-a"]);
    // Sixteen go, but of the girls one only.
    let next = plan.revise(&given(&[("m1-b", people(1, 15, 0))])).unwrap();
    assert_eq!(next.withdrawn, ["m1-b"]);
    let next = plan.revise(&given(&[("m1-b", people(0, 15, 0))])).unwrap();
    assert_eq!(answers(&shown(next.plan.split(&"m1-b", By::Gender)).classes), [40, 25]);
    assert_eq!(answers(&shown(next.plan.split(&"m1", By::Gender)).classes), [80, 65, 16]);
}

#[test]
fn a_third_edition_counts_from_the_second() {
    let plan = decide(&sizes(&[("m1-a", 60)]));
    let second = plan.revise(&sizes(&[("m1-a", 20)])).unwrap().plan;
    assert_eq!(total(&second.revise(&sizes(&[("m1-a", 20)])).unwrap().plan, "m1-a"), Some(20));
    assert_eq!(second.revise(&sizes(&[("m1-a", 30)])).unwrap().withdrawn, ["m1-a"]);
    assert_eq!(second.revise(&sizes(&[("m1-a", 41)])).unwrap_err(), Fault::TooMany("m1-a"));
    assert_eq!(second.revise(&sizes(&[("elsewhere", 1)])).unwrap_err(), Fault::NoUnit("elsewhere"));
}
