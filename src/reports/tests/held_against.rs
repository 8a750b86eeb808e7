use chrono::{Duration, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

use super::scene;
use crate::i18n::{Lang, Words};
use crate::measures::{Axis, Measure, Sums};
use crate::reports::comparing::differs;
use crate::reports::document::{Figure, Value};
use crate::reports::making;
use crate::reports::reconcile::members::members;
use crate::reports::reconcile::{Other, What, over_time, parts, reports, wholes};
use crate::reports::reconciling::Cause;

pub fn day(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap()
}

pub fn figure(mark: &str, position: i64, axis: &str, code: &str, above: i64) -> Figure {
    Figure {
        mark: mark.into(),
        position,
        measure: "visits".into(),
        definition: 1,
        unit_id: Uuid::from_u128(1),
        unit: "reka".into(),
        unit_name: "Reka".into(),
        from: day(2025, 1),
        until: day(2026, 1),
        axis: axis.into(),
        code: code.into(),
        label: code.into(),
        value: Value { above, below: None },
        shown: above.to_string(),
    }
}

pub fn other(unit: &str, months: (u32, u32), above: i64) -> Other {
    let until = if months.1 == 13 { day(2026, 1) } else { day(2025, months.1) };
    Other {
        report_id: Uuid::from_u128(u128::from(months.0) * 100 + u128::from(months.1)),
        unit_id: Uuid::from_u128(1),
        template: "centre-half-year".into(),
        period: "2025-H1".into(),
        change_seq: 1,
        at: crate::testing::now(),
        unit: unit.into(),
        unit_name: unit.into(),
        from: day(2025, months.0),
        until,
        measure: "visits".into(),
        axis: String::new(),
        code: String::new(),
        value: Value { above, below: None },
    }
}

proptest! {
    #[test]
    fn a_split_agrees_exactly_when_its_parts_come_to_the_whole(
        counts in proptest::collection::vec(0i64..1000, 1..9),
        off in -3i64..=3,
    ) {
        let whole: i64 = counts.iter().sum::<i64>() + off;
        let mut figures = vec![figure("a", 0, "", "", whole)];
        figures.extend((1..).zip(&counts).map(|(n, above)| figure("a", n, "gender", &n.to_string(), *above)));
        let checks = parts(&figures);
        prop_assert_eq!(checks.len(), 1);
        prop_assert_eq!(checks[0].agrees(), off == 0);
        prop_assert_eq!(checks[0].here.above - checks[0].there.above, off);
        prop_assert_eq!(&checks[0].what, &What::Parts(Axis::Gender));
    }

    #[test]
    fn a_year_agrees_exactly_when_its_months_come_to_it(counts in proptest::collection::vec(0i64..1000, 12), off in -2i64..=2) {
        let figures = [figure("a", 0, "", "", counts.iter().sum::<i64>() + off)];
        let wholes = wholes(&figures, Uuid::from_u128(1), (day(2025, 1), day(2026, 1)));
        let months: Vec<Sums> = counts.iter().map(|n| Sums { participants: *n, ..Sums::default() }).collect();
        let checks = over_time(&wholes, &What::Months, &months);
        prop_assert_eq!(checks.len(), 1);
        prop_assert_eq!(checks[0].agrees(), off == 0);
    }
}

#[test]
fn overlapping_splits_and_ratios_are_not_added_up() {
    let tags =
        [figure("a", 0, "", "", 10), figure("a", 1, "tag", "sport", 8), figure("a", 2, "tag", "glasba", 8)];
    assert!(parts(&tags).is_empty());
    let mut share = [figure("a", 0, "", "", 10), figure("a", 1, "kind", "open", 10)];
    share.iter_mut().for_each(|it| it.measure = Measure::CreatedShare.code().into());
    assert!(parts(&share).is_empty());
}

#[test]
fn other_reports_are_found_by_unit_and_time() {
    let figures =
        [figure("a", 0, "", "", 100), figure("b", 0, "", "", 100), figure("b", 1, "unit", "most", 40)];
    let days = (day(2025, 1), day(2026, 1));
    let halves = [other("reka", (1, 7), 60), other("reka", (7, 13), 39)];
    let checks = reports(&figures, Uuid::from_u128(1), days, &halves);
    assert_eq!(checks.len(), 1);
    assert_eq!((checks[0].here.above, checks[0].there.above), (100, 99));
    assert!(matches!(&checks[0].what, What::OverTime(all) if all.len() == 2));
    assert!(reports(&figures, Uuid::from_u128(1), days, &halves[..1]).is_empty(), "half a year is no year");
    let own = reports(&figures, Uuid::from_u128(1), days, &[other("reka", (1, 13), 100)]);
    assert!(own.len() == 1 && own[0].agrees());
    let below = reports(&figures, Uuid::from_u128(1), days, &[other("most", (1, 13), 41)]);
    assert!(below.len() == 1 && !below[0].agrees() && matches!(below[0].what, What::Below(_)));
}

#[test]
fn parts_are_held_against_reports_of_the_same_time_and_months_against_all() {
    let reka = Uuid::from_u128(1);
    let gender = |above| figure("a", 1, "gender", "female", above);
    let month = |above| figure("b", 1, "month", "2025-03", above);
    let figures = [figure("a", 0, "", "", 100), gender(60), month(30)];
    let part = |months, axis: &str, code: &str, above| Other {
        axis: axis.into(),
        code: code.into(),
        ..other("reka", months, above)
    };
    let same = part((1, 13), "gender", "female", 62);
    let told = members(&figures, reka, &[same.clone(), same.clone()], &[]);
    assert_eq!(told.len(), 1, "each once");
    assert_eq!((told[0].here.above, told[0].there.above, told[0].agrees()), (60, 62, false));
    assert!(
        members(&figures, reka, &[part((1, 7), "gender", "female", 30)], &[]).is_empty(),
        "of half a year"
    );
    // March stands in a half-year as in the year, and is told of March alone.
    let march = members(&figures, reka, &[part((1, 7), "month", "2025-03", 29)], &[]);
    assert_eq!(march.len(), 1);
    assert_eq!((march[0].from, march[0].until), (day(2025, 3), day(2025, 4)));
    assert!(
        members(&figures, reka, &[part((7, 13), "month", "2025-03", 29)], &[]).is_empty(),
        "not all of it"
    );
    // Where the whole differs, its parts do too, and are not told again.
    let whole = reports(&figures, reka, (day(2025, 1), day(2026, 1)), &[other("reka", (1, 13), 103)]);
    assert!(members(&figures, reka, &[same], &whole).is_empty());
}

#[test]
fn shares_differ_by_points() {
    let share = |above| Value { above, below: Some(1000) };
    let mut figures = [figure("a", 0, "", "", 0)];
    (figures[0].measure, figures[0].value) = (Measure::CreatedShare.code().into(), share(612));
    let earlier = Other {
        measure: Measure::CreatedShare.code().into(),
        value: share(608),
        ..other("reka", (1, 13), 0)
    };
    let check = reports(&figures, Uuid::from_u128(1), (day(2025, 1), day(2026, 1)), &[earlier]).remove(0);
    let known = (&[][..], chrono_tz::Europe::Ljubljana);
    let of = (check, Cause::Changed(1));
    assert_eq!(differs(Words(Lang::Sl), known, &of).by.replace('\u{a0}', " "), "+0,4 o. t.");
}

#[tokio::test]
async fn an_earlier_report_that_says_otherwise_is_listed_with_its_cause() {
    let scene = scene().await;
    let app = &scene.app;
    for half in ["2025-H1", "2025-H2"] {
        let report = scene.begin("centre-half-year", half).await;
        making::finish(app, &scene.mentor.0, &scene.unit, report.id).await.unwrap();
    }
    app.wait(Duration::days(1));
    scene.correct(scene.entries[0].id, |it| it.counts.participant = None).await;
    let year = scene.begin("centre-year", "2025").await;
    let page = app.get(&format!("{}/reconciliation", scene.base(&year)), &scene.mentor.1).await;
    let says = page.body.replace('\u{a0}', " ");
    for told in [
        "Primerjano z 2 dokončanima poročiloma",
        "Polletno poročilo, prvo polletje 2025",
        "Od takrat se je spremenil 1 vnos.",
        ">455<",
        ">468<",
        "\u{2212}13",
    ] {
        assert!(says.contains(told), "{told}: {says}");
    }
    // The municipality's report is held against the centre's.
    making::finish(app, &scene.mentor.0, &scene.unit, year.id).await.unwrap();
    let (mentor, cookie) = app.person(crate::access::RoleKind::Mentor, "ljubljana").await;
    let above = app.unit("ljubljana").await;
    let new = making::New {
        id: app.ids.ordered(),
        template: "municipality-year".into(),
        period: "2025".into(),
        language: "sl".into(),
        supersedes: None,
    };
    let report = making::begin(app, &mentor, &above, &new).await.unwrap().unwrap();
    let page =
        app.get(&format!("/units/mreza/ljubljana/reports/{}/reconciliation", report.id), &cookie).await;
    assert!(page.status == 200 && page.body.contains("Razlik ni."), "{}", page.body);
    app.wait(Duration::days(1));
    scene.correct(scene.entries[2].id, |it| it.counts.participant = None).await;
    let page =
        app.get(&format!("/units/mreza/ljubljana/reports/{}/reconciliation", report.id), &cookie).await;
    assert!(page.body.contains("Od takrat se je spremenil 1 vnos."), "{}", page.body);
}
