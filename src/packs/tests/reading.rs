//! What is read from either engine is what figures count.

use crate::access::RoleKind;
use crate::measures::scene::{activity, date, evenings, plain, write};
use crate::measures::{self, Axis, Measure, Question};
use crate::packs::beside::Beside;
use crate::packs::form::{Counted, Filter, Rule};
use crate::packs::line::together;
use crate::packs::missing::{Found, look};
use crate::packs::time::Time;
use crate::packs::{reading, shipped};
use crate::testing::TestApp;
use crate::vocabulary::Kind;

#[tokio::test]
async fn a_pack_counts_what_the_measures_count() {
    let app = TestApp::new().await;
    evenings(&app, 11, 160).await;
    for (code, time) in
        [("mreza", "2026"), ("ljubljana", "2026-H1"), ("mc-reka", "2026-02"), ("mreza", "2025")]
    {
        let unit = app.unit(code).await;
        let period = Time::from_code(time).unwrap().period;
        let read = reading::read(app.app(), &unit, period, app.today()).await.unwrap();
        let question = Question::new(unit.network.id, unit.path.clone(), period);
        let sums = measures::total(&app.db, &question).await.unwrap();
        let came = together(&read.lines, &Filter::default(), None).remove("").unwrap_or_default();
        for measure in Measure::ALL.into_iter().filter(|it| *it != Measure::OpeningMin) {
            assert_eq!(
                Counted::Measure(measure).of(&came, None),
                measure.of(&sums),
                "{code} {time} {measure:?}"
            );
        }
        for axis in
            [Axis::Kind, Axis::Month, Axis::Unit, Axis::MainField, Axis::MainTag, Axis::Gender, Axis::AgeBand]
        {
            let mut by = measures::by(&app.db, &question, axis).await.unwrap();
            by.values_mut().for_each(|sums| *sums = sums.without_opening());
            by.retain(|_, sums| !sums.is_nothing());
            let ours = together(&read.lines, &Filter::default(), Some(axis)).into_iter();
            let ours: std::collections::BTreeMap<_, _> = ours.map(|(code, came)| (code, came.sums)).collect();
            assert_eq!(ours, by, "{code} {time} {axis:?}");
        }
    }
}

#[tokio::test]
async fn what_is_missing_is_found_where_it_is_mended() {
    let app = TestApp::new().await;
    let (_me, _) = app.person(RoleKind::Worker, "mc-reka").await;
    let group = activity(&app, "mc-reka", "group", Kind::Group).await;
    let entries: Vec<_> = (1..=9)
        .filter(|month| *month != 4)
        .map(|month| plain(&group, app.ids.ordered(), date(2026, month, 3)))
        .collect();
    write(&app, &entries).await;
    let unit = app.unit("mc-reka").await;
    let form = shipped::find("youth-office").unwrap();
    let period = Time::from_code("2026").unwrap().period.so_far(app.today());
    let read = reading::read(app.app(), &unit, period, app.today()).await.unwrap();
    let found = look(form, &read, &Beside::default(), period, app.today());
    let of = |rule: Rule| &found.iter().find(|it| it.rule == rule).unwrap().found;
    assert_eq!(*of(Rule::MonthWithoutEntries), [Found::Month(unit.id, date(2026, 4, 1))]);
    assert_eq!(of(Rule::WithoutField).len(), 8);
    assert!(
        of(Rule::WithoutAges).is_empty() && of(Rule::EstimateWithoutProof).is_empty(),
        "nobody was counted"
    );
    assert!(found.iter().any(|it| !it.holds()));
}
