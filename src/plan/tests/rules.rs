//! Months as people write them, the order of parts, and a plan carried into another year.

use proptest::prelude::*;

use super::random::plan;
use super::small;
use crate::plan::copying::{has_choice, into_year, is_chosen};
use crate::plan::tree::{branch, fits, in_order, placed};
use crate::plan::when;

#[test]
fn months_are_read_as_people_write_them() {
    for (typed, means) in [
        ("2021-02/2021-12", "2021-02/2021-12"),
        ("februar – december", "2021-02/2021-12"),
        ("januar-december", "2021-01/2021-12"),
        ("marec/april", "2021-03/2021-04"),
        ("Marec in oktober", "2021-03, 2021-10"),
        ("March and October", "2021-03, 2021-10"),
        ("oktober 2020", "2020-10"),
        ("10. 2020", "2020-10"),
        ("3; 10", "2021-03, 2021-10"),
        ("15. 3.", "2021-03-15"),
        ("15. marec 2022", "2022-03-15"),
        ("2021-03-15–2021-04-02", "2021-03-15/2021-04-02"),
        ("", ""),
    ] {
        let read = when::read(typed, 2021).map(|spans| when::written(&spans));
        assert_eq!(read.as_deref(), Some(means), "{typed}");
    }
    for typed in
        ["kmalu", "2021-13", "2021-02-30", "13", "december–februar", "2021", "0", "1799-01", "marec marec"]
    {
        assert_eq!(when::read(typed, 2021), None, "{typed}");
    }
}

#[test]
fn a_part_is_put_before_or_after_those_beside_it() {
    let parts = small().parts;
    let codes =
        |parts: &[crate::plan::document::Part]| parts.iter().map(|it| it.code.clone()).collect::<Vec<_>>();
    let moved = placed(parts.clone(), "meeting", 0);
    assert_eq!(codes(&moved), ["development", "meeting", "eu-you", "academy"]);
    assert_eq!(codes(&placed(moved, "meeting", 1)), codes(&parts), "and back");
    assert_eq!(codes(&placed(parts.clone(), "nothing", 3)), codes(&parts));
    assert_eq!(branch(&parts, "eu-you"), ["eu-you", "academy"]);
}

#[test]
fn what_is_finished_stays_behind_and_months_move() {
    let plan = small();
    let codes =
        |plan: &crate::plan::document::Plan| plan.parts.iter().map(|it| it.code.clone()).collect::<Vec<_>>();
    assert_eq!(
        codes(&into_year(&plan, 2028, |_| false)),
        ["development"],
        "a project can stay behind, with what is in it"
    );
    assert_eq!(
        codes(&into_year(&plan, 2028, |it| it.code == "academy")),
        ["development", "eu-you", "academy"],
        "what is kept brings along what it stands in"
    );
    let next = into_year(&plan, 2028, |it| it.code != "meeting");
    assert_eq!((next.year, next.head.name.get("sl")), (2028, Some("Letni delovni načrt 2028")));
    assert!(next.part("meeting").is_none() && next.part("eu-you").is_some());
    let academy = &next.part("academy").unwrap().says;
    assert_eq!(when::written(&academy.when), "2028-02/2028-12");
    assert_eq!(when::written(&academy.steps[0].when), "2028-03, 2028-10");
    assert_eq!(when::written(&next.head.adoption[0].when), "2027-10");
    assert_eq!(academy.targets, plan.part("academy").unwrap().says.targets);
}

proptest! {
    // A plan is much to draw.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_plan_carried_on_and_back_is_the_same(plan in plan(), years in 1i32..30) {
        let mut plan = plan;
        plan.head.name = crate::i18n::Text18::one("sl", "Načrt");
        let there = into_year(&plan, 2021 + years, |_| true);
        prop_assert_eq!(into_year(&there, 2021, |_| true), plan);
    }

    #[test]
    fn what_is_left_behind_leaves_a_whole_plan(plan in plan(), keep in any::<u8>()) {
        let next = into_year(&plan, 2030, |it| it.code.bytes().last().is_none_or(|b| b & 1 == keep & 1));
        let numbered: Vec<_> = next.parts.iter().map(|it| (0, it.clone())).collect();
        prop_assert!(fits(&numbered).is_empty());
        let keeps = |code: &str| code.bytes().last().is_none_or(|b| b & 1 == keep & 1);
        for part in plan.parts.iter().filter(|it| is_chosen(it.kind) && keeps(&it.code)) {
            prop_assert!(next.part(&part.code).is_some(), "{} is kept", part.code);
        }
        for part in next.parts.iter().filter(|it| is_chosen(it.kind)) {
            let of_it = branch(&plan.parts, &part.code);
            let kept = plan.parts.iter().filter(|it| has_choice(it) && of_it.contains(&it.code));
            prop_assert!(kept.into_iter().any(|it| keeps(&it.code)), "{} is not, nor anything in it", part.code);
        }
        for part in next.parts.iter().filter(|it| !is_chosen(it.kind)) {
            let had = &plan.part(&part.code).unwrap().says.targets;
            let has = part.says.targets.len();
            prop_assert_eq!(has, if keeps(&part.code) { had.len() } else { 0 }, "numbers of {}", part.code);
        }
        let tops = |parts: &[crate::plan::document::Part]| {
            parts.iter().filter(|it| it.within.is_empty() && !is_chosen(it.kind)).count()
        };
        prop_assert_eq!(tops(&plan.parts), tops(&next.parts));
    }

    #[test]
    fn reading_order_keeps_every_part_and_stays_as_it_is(plan in plan(), place in 0usize..9, which in 0usize..9) {
        let ordered = in_order(plan.parts.clone());
        prop_assert_eq!(&ordered, &plan.parts);
        if let Some(part) = plan.parts.get(which) {
            let moved = placed(plan.parts.clone(), &part.code, place);
            prop_assert_eq!(moved.len(), plan.parts.len());
            let again = placed(moved.clone(), &part.code, place);
            prop_assert_eq!(again, moved, "sent twice, it stands where it stood");
        }
    }
}
