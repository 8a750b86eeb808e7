//! What is read from either engine is what figures count.

use std::collections::BTreeMap;

use crate::access::RoleKind;
use crate::measures::scene::{activity, date, evenings, plain, write};
use crate::measures::{self, Ask, Axis, Measure, Question, Sums};
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
    let mut not_split = 0;
    for (code, time) in
        [("mreza", "2026"), ("ljubljana", "2026-H1"), ("mc-reka", "2026-02"), ("mreza", "2025")]
    {
        let unit = app.unit(code).await;
        let period = Time::from_code(time).unwrap().period;
        let read = reading::read(app.app(), &unit, period, app.today()).await.unwrap();
        let question = Question::new(unit.network.id, unit.path.clone(), period);
        let sums = measures::total(&app.db, &question).await.unwrap();
        let came = together(&read.lines, &Filter::default(), None, false).remove("").unwrap_or_default();
        for measure in Measure::ALL.into_iter().filter(|it| *it != Measure::OpeningMin) {
            assert_eq!(
                Counted::Measure(measure).of(&came, None),
                measure.of(&sums),
                "{code} {time} {measure:?}"
            );
        }
        // As reports tell it, and so never two figures of one thing.
        let books = measures::open(&app.db, unit.network.id, &[Ask::whole(period)]).await.unwrap();
        let unsplit = books.unsplit(&app.db, &question).await.unwrap();
        let axes = [
            Axis::Month,
            Axis::Unit,
            Axis::MainField,
            Axis::MainTag,
            Axis::Gender,
            Axis::AgeBand,
            Axis::PlaceKind,
            Axis::Part,
        ];
        let told = axes.into_iter().zip(books.told_by_each(&question, &unsplit, axes));
        let kinds = [false, true].map(|apart| {
            let told = || books.told_kinds(&question, apart);
            let by = || books.by(&question, Axis::Kind);
            (Axis::Kind, if books.may_have_talks(&question) { told() } else { by() })
        });
        for (at, (axis, mut by)) in told.chain(kinds).enumerate() {
            by.values_mut().for_each(|sums| *sums = sums.without_opening());
            by.retain(|_, sums| !sums.is_nothing());
            let ours = together(&read.lines, &Filter::default(), Some(axis), at > axes.len()).into_iter();
            let ours: BTreeMap<_, _> = ours.map(|(code, came)| (code, came.sums)).collect();
            let (ours, by) = if heads_only(axis) { (heads(ours), heads(by)) } else { (ours, by) };
            assert_eq!(ours, by, "{code} {time} {axis:?}");
        }
        not_split += usize::from(!unsplit.is_nothing());
    }
    assert!(not_split > 0, "one-to-one work is among it");
}

/// Axes that split heads alone.
fn heads_only(axis: Axis) -> bool {
    matches!(axis, Axis::Gender | Axis::AgeBand | Axis::Part)
}

fn heads(of: BTreeMap<String, Sums>) -> BTreeMap<String, Sums> {
    let only = |it: Sums| Sums {
        creators: it.creators,
        participants: it.participants,
        audience: it.audience,
        ..Sums::default()
    };
    of.into_iter().map(|(code, sums)| (code, only(sums))).filter(|(_, sums)| !sums.is_nothing()).collect()
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
