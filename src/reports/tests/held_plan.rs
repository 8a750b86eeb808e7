//! A plan's figures held against what they are made of, and against earlier reports. Rules alone.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::held_against::{day, figure, other};
use crate::reports::document::{
    Block, Chapter, Document, Figure, HAND, PlanCell, PlanGoal, PlanRow, PlanRows, PlanTable, PlanUnit,
};
use crate::reports::reconcile::{self, Other, What};

/// A figure of a plan, and what its report lists.
fn plan_report(total: i64, counts: &[i64], units: &[i64]) -> (Document, [Figure; 1]) {
    let figure = Figure {
        measure: HAND.into(),
        code: "part/goal".into(),
        ..figure("a", 0, "plan", "part/goal", total)
    };
    let cell = |n: &i64| PlanCell { mark: "a".into(), counted: Some(*n), ..PlanCell::default() };
    let unit = |n: &i64| PlanUnit { name: "Reka".into(), came: n.to_string(), counted: Some(*n), has: false };
    let goal = PlanGoal { mark: "a".into(), units: units.iter().map(unit).collect(), ..PlanGoal::default() };
    let rows = vec![PlanRow { goals: vec![goal], ..PlanRow::default() }];
    let heads = (String::new(), String::new());
    let blocks = vec![
        Block::Came(PlanRows { caption: String::new(), heads, rows }),
        Block::Plan(PlanTable {
            caption: String::new(),
            heads: Vec::new(),
            rows: counts.iter().map(|it| vec![cell(it)]).collect(),
        }),
    ];
    let chapter = Chapter { code: String::new(), heading: String::new(), level: 1, of_unit: false, blocks };
    let document = Document {
        lang: "sl".into(),
        title: String::new(),
        name: String::new(),
        unit: String::new(),
        network: String::new(),
        period: String::new(),
        short: false,
        notes: Vec::new(),
        chapters: vec![chapter],
        sources: BTreeMap::new(),
    };
    (document, [figure])
}

proptest! {
    #[test]
    fn totals_by_hand_agree_exactly_with_the_counts_that_are_listed(
        counts in proptest::collection::vec(1i64..1000, 1..9),
        off in -2i64..=2,
    ) {
        let (document, figures) = plan_report(counts.iter().sum::<i64>() + off, &counts, &[]);
        let checks = reconcile::plan::within(&document, &figures);
        prop_assert_eq!(checks.len(), 1);
        prop_assert_eq!(checks[0].agrees(), off == 0);
        prop_assert_eq!(&checks[0].what, &What::Counts);
    }

    #[test]
    fn units_that_have_their_own_come_to_the_whole(
        units in proptest::collection::vec(0i64..1000, 1..9),
        off in -2i64..=2,
    ) {
        let (document, figures) = plan_report(units.iter().sum::<i64>() + off, &[], &units);
        let checks = reconcile::plan::within(&document, &figures);
        prop_assert_eq!(checks.len(), 1);
        prop_assert_eq!(checks[0].agrees(), off == 0);
        prop_assert_eq!(&checks[0].what, &What::Units);
    }

    #[test]
    fn a_year_is_never_less_than_its_half(half in 0i64..50, year in 0i64..50) {
        let (document, figures) = plan_report(year, &[year], &[]);
        let before = Other { measure: HAND.into(), code: "part/goal".into(), ..other("reka", (1, 7), half) };
        let checks = reconcile::plan::reports(&document, &figures, day(2026, 1), std::slice::from_ref(&before));
        prop_assert_eq!(checks.len(), 1);
        prop_assert_eq!(checks[0].agrees(), half <= year);
        // As of the same day it is the same.
        let same = Other { until: day(2026, 1), ..before.clone() };
        let checks = reconcile::plan::reports(&document, &figures, day(2026, 1), &[same]);
        prop_assert_eq!(checks[0].agrees(), half == year);
        // Of another target, or of what does not only grow, nothing is said.
        let apart = Other { code: "part/other".into(), ..before.clone() };
        prop_assert!(reconcile::plan::reports(&document, &figures, day(2026, 1), &[apart]).is_empty());
        let (document, figures) = plan_report(year + 1, &[], &[]);
        prop_assert!(reconcile::plan::reports(&document, &figures, day(2026, 1), &[before]).is_empty());
    }
}
