//! What holds for every tree and all counts.

use proptest::prelude::*;

use super::{mixed, people};
use crate::{Age, By, Counts, Figure, Gender, Group, Part, Plan, Rules, Tree, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// Any depth: each unit below one with a smaller number. Some are wide, none below a narrow one.
fn units() -> impl Strategy<Value = (Vec<Unit<u32>>, BTreeMap<u32, Counts>)> {
    let one = (
        any::<prop::sample::Index>(),
        any::<bool>(),
        prop_oneof![0_u32..10, 0_u32..30, 0..60_u32],
        0_u32..40,
        0_u32..5,
    );
    proptest::collection::vec(one, 1..30).prop_map(|drawn| {
        let mut units: Vec<Unit<u32>> = Vec::new();
        let mut counts = BTreeMap::new();
        for (at, (parent, wide, girls, boys, others)) in drawn.into_iter().enumerate() {
            let above = (!units.is_empty()).then(|| units[parent.index(units.len())].clone());
            let wide = above.as_ref().is_none_or(|above| above.wide && wide);
            units.push(Unit { id: at as u32, parent: above.map(|above| above.id), wide });
            let mut n = people(girls / 2, boys / 2, others / 2);
            n += &mixed(&[
                (Gender::Girl, Age::Second, girls / 2),
                (Gender::NotStated, Age::NotStated, others / 4),
            ]);
            n += &mixed(&[(Gender::Boy, Age::Third, boys / 3)]);
            counts.insert(at as u32, n);
        }
        (units, counts)
    })
}

fn decide(units: &[Unit<u32>], counts: &BTreeMap<u32, Counts>) -> Plan<u32> {
    Plan::decide(Rules::default(), Tree::new(units.iter().cloned()).unwrap(), counts).unwrap()
}

fn members(group: &Group<u32>) -> BTreeSet<u32> {
    group.units().copied().collect()
}

fn shown<T>(figure: Option<Figure<T, u32>>) -> Option<T> {
    figure.unwrap().shown()
}

proptest! {
    #[test]
    fn no_group_is_small_and_every_unit_of_fifteen_has_its_own((units, counts) in units()) {
        let plan = decide(&units, &counts);
        for group in plan.groups() {
            prop_assert!(group.answers() >= 15, "{:?}", group);
        }
        for group in plan.sensitive_groups() {
            prop_assert!(group.answers() >= 50 && units[*group.place() as usize].wide, "{:?}", group);
        }
        for (id, n) in &counts {
            let own = shown(plan.itself(id)).map(|group| group.answers());
            prop_assert_eq!(own, Some(n.answers()).filter(|n| *n >= 15));
        }
    }

    #[test]
    fn totals_are_unions_of_blocks_and_blocks_are_disjoint((units, counts) in units()) {
        let plan = decide(&units, &counts);
        let groups = plan.groups();
        let blocks: Vec<BTreeSet<u32>> =
            groups.iter().filter(|g| matches!((g.part(), g.class()), (Part::Itself | Part::Together, None))).map(members).collect();
        let all: Vec<u32> = blocks.iter().flatten().copied().collect();
        prop_assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len());
        for whole in groups.iter().filter(|g| matches!((g.part(), g.class()), (Part::Whole | Part::NotSplit(_), None))) {
            let units = members(whole);
            let inside = blocks.iter().filter(|block| block.is_subset(&units)).flatten().copied().collect::<BTreeSet<_>>();
            prop_assert_eq!(inside, units);
        }
    }

    #[test]
    fn a_parent_has_all_that_its_children_have((units, counts) in units()) {
        let plan = decide(&units, &counts);
        for unit in &units {
            let (Some(parent), Some(own)) = (unit.parent, shown(plan.total(&unit.id))) else { continue };
            prop_assert!(members(&own).is_subset(&members(&shown(plan.total(&parent)).unwrap())));
        }
    }

    #[test]
    fn classes_and_the_rest_add_up_to_the_total((units, counts) in units()) {
        let plan = decide(&units, &counts);
        for unit in &units {
            for by in [By::Gender, By::Age] {
                let Some(split) = shown(plan.split(&unit.id, by)) else { continue };
                let sum: u32 = split.classes.iter().chain(&split.not_split).map(Group::answers).sum();
                prop_assert_eq!(sum, shown(plan.total(&unit.id)).unwrap().answers());
            }
        }
    }

    #[test]
    fn neither_the_order_of_units_nor_units_without_answers_matter((units, counts) in units()) {
        let plan = decide(&units, &counts);
        let mut turned = units.clone();
        turned.reverse();
        prop_assert_eq!(&plan, &decide(&turned, &counts));
        let answered = counts.iter().filter(|(_, n)| n.answers() > 0).map(|(id, n)| (*id, n.clone())).collect();
        prop_assert_eq!(&plan, &decide(&units, &answered));
    }

    #[test]
    fn an_edition_changes_every_total_by_nobody_or_fifteen((units, counts) in units(), of in any::<prop::sample::Index>(), girls in 0_u32..20) {
        let plan = decide(&units, &counts);
        let unit = of.index(units.len()) as u32;
        let Ok(next) = plan.revise(&BTreeMap::from([(unit, people(girls, 0, 0))])) else { return Ok(()) };
        for group in next.plan.groups() {
            let before = plan.groups().into_iter().find(|old| old.comparable(&group)).unwrap();
            let change = before.answers() - group.answers();
            prop_assert!(change == 0 || change >= 15, "{:?} {:?}", before, group);
        }
    }
}
