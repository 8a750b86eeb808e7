use super::*;
use crate::{Why, Withheld};

fn sensitive(plan: &Plan<Id>, place: Id) -> Result<u32, Withheld<Id>> {
    match plan.sensitive(&place).unwrap() {
        Figure::Shown(group) => Ok(group.answers()),
        Figure::Withheld(withheld) => Err(withheld),
    }
}

#[test]
fn fifty_answers_and_never_below_a_municipality() {
    let plan = decide(&sizes(&[("m1-a", 90), ("m2-a", 30), ("m2-b", 20)]));
    assert_eq!(sensitive(&plan, "m1-a"), Err(Withheld { why: Why::NotWide, wants: None }));
    assert_eq!(
        (sensitive(&plan, "m1"), sensitive(&plan, "m2"), sensitive(&plan, "net")),
        (Ok(90), Ok(50), Ok(140))
    );
}

#[test]
fn fewer_wait_for_the_next_place_up() {
    let few = |counted, wants| Err(Withheld { why: Why::FewAnswers { counted }, wants: Some(wants) });
    let plan = decide(&sizes(&[("m1-a", 60), ("m2-a", 30)]));
    assert_eq!(sensitive(&plan, "m2"), few(None, 20));
    assert_eq!(sensitive(&plan, "net"), Ok(60), "ninety less sixty would be thirty");
    let plan = decide(&sizes(&[("m1-a", 30), ("m2-a", 30)]));
    assert_eq!(sensitive(&plan, "m2"), few(Some("net"), 20));
    assert_eq!(sensitive(&plan, "net"), Ok(60));
    assert_eq!(plan.sensitive_together(&"net").unwrap().answers(), 60);
    assert_eq!(plan.sensitive_groups().len(), 2);
}

#[test]
fn a_later_edition_changes_them_by_fifty_or_not_at_all() {
    let plan = decide(&sizes(&[("m1-a", 70), ("m1-b", 60), ("m2-a", 90)]));
    let thirty = plan.revise(&sizes(&[("m1-a", 30)])).unwrap().plan;
    assert_eq!(total(&thirty, "m1"), Some(100));
    assert_eq!(sensitive(&thirty, "m1"), Err(Withheld { why: Why::Withdrawn, wants: None }));
    assert_eq!(sensitive(&thirty, "net"), Ok(90));
    let fifty = plan.revise(&sizes(&[("m1-a", 50)])).unwrap().plan;
    assert_eq!((sensitive(&fifty, "m1"), sensitive(&fifty, "net")), (Ok(80), Ok(170)));
}
