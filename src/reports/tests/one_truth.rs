//! Of one thing one report holds; what differs is told with its true cause; and whoever reads does so in their own language.

use chrono::Duration;

use super::scene;
use crate::access::RoleKind;
use crate::activities::{Counts, Heads};
use crate::i18n::{Lang, Words};
use crate::measures::scene as figures;
use crate::measures::{ANY, Axis};
use crate::reports::making::{self, New};
use crate::reports::reconciling::{Cause, reconcile};
use crate::reports::{differences, reading, store};
use crate::vocabulary::{Kind, Part};

#[tokio::test]
async fn of_two_that_were_begun_side_by_side_the_second_takes_the_place_of_the_first() {
    let scene = scene().await;
    let app = &scene.app;
    let (first, second) =
        (scene.begin("centre-year", "2025").await, scene.begin("centre-year", "2025").await);
    making::save(app, &scene.worker.0, &scene.unit, second.id, "foreword", 0, "Drugo.").await.unwrap();
    let english = New {
        id: app.ids.ordered(),
        template: "centre-year".into(),
        period: "2025".into(),
        language: "en".into(),
        supersedes: None,
    };
    let english = making::begin(app, &scene.worker.0, &scene.unit, &english).await.unwrap().unwrap();
    for report in [&first, &second, &english] {
        app.wait(Duration::hours(1));
        making::finish(app, &scene.mentor.0, &scene.unit, report.id).await.unwrap();
    }
    let find = async |id| store::find(&app.db, scene.unit.network.id, id).await.unwrap().unwrap();
    assert_eq!(find(second.id).await.supersedes, Some(first.id));
    assert_eq!(find(english.id).await.supersedes, None, "the same in another language is no other truth");
    let third = scene.begin("centre-year", "2025").await;
    assert_eq!(third.supersedes, Some(second.id));
    let page = app.get(&scene.base(&third), &scene.worker.1).await.body;
    assert!(page.contains("Drugo.") && page.contains("nadomešča starejše"), "it is gone on with: {page}");
    let list = app.get("/units/mreza/mc-reka/reports", &scene.viewer.1).await.body;
    assert_eq!(list.matches("nadomeščeno").count(), 1, "{list}");
}

#[tokio::test]
async fn what_a_finished_report_differs_by_is_told_with_what_changed_in_between() {
    let scene = scene().await;
    let app = &scene.app;
    for half in ["2025-H1", "2025-H2"] {
        let report = scene.begin("centre-half-year", half).await;
        making::finish(app, &scene.mentor.0, &scene.unit, report.id).await.unwrap();
    }
    app.wait(Duration::days(1));
    scene.correct(scene.entries[0].id, |it| it.counts.participant = None).await;
    let year = scene.finished().await;
    for entry in [0, 1] {
        scene.correct(scene.entries[entry].id, |it| it.duration_min = 60).await;
    }
    let (composed, _) = reading::read(app, &scene.unit, &year).await.unwrap();
    let found = reconcile(app, Words(Lang::Sl), &scene.unit, &year, &composed).await.unwrap();
    let of = |code: &str, what: &str| {
        let told = found.differ.iter().filter(|(check, _)| check.measure.is_some_and(|it| it.code() == code));
        let named = |check: &crate::reports::reconcile::Check| format!("{:?}", check.what).starts_with(what);
        told.filter(|(check, _)| named(check)).map(|(_, cause)| cause.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of("visits", "OverTime"), [Cause::Changed(1)], "what changed after both explains nothing");
    assert_eq!(of("visits", "Halves"), [], "visits are as they were when it was finished");
    assert_eq!(of("youth_work_min", "Halves"), [Cause::Changed(2)], "its halves are counted anew");
    let page = app.get(&format!("{}/reconciliation", scene.base(&year)), &scene.mentor.1).await.body;
    assert!(page.contains(&format!("{}/differences\">", scene.base(&year))), "{page}");
}

#[tokio::test]
async fn a_unit_below_is_told_by_its_own_name() {
    let scene = scene().await;
    let app = &scene.app;
    scene.finished().await;
    scene.correct(scene.entries[0].id, |it| it.counts.participant = None).await;
    let (mentor, cookie) = app.person(RoleKind::Mentor, "ljubljana").await;
    let new = New {
        id: app.ids.ordered(),
        template: "municipality-year".into(),
        period: "2025".into(),
        language: "sl".into(),
        supersedes: None,
    };
    let report = making::begin(app, &mentor, &app.unit("ljubljana").await, &new).await.unwrap().unwrap();
    let path = format!("/units/mreza/ljubljana/reports/{}/reconciliation", report.id);
    let page = app.get(&path, &cookie).await.body;
    assert!(page.contains("<h3>Obiski</h3><p class=\"small soft\">Enota mc-reka, "), "{page}");
}

#[tokio::test]
async fn whoever_reads_another_language_reads_figures_as_that_writes_them() {
    let scene = scene().await;
    let report = scene.finished().await;
    scene.correct(scene.entries[0].id, |it| it.created_min = 180).await;
    let finished = differences::differences(&scene.app, Words(Lang::En), &scene.unit, &report).await.unwrap();
    let shares = finished.gaps.iter().filter(|it| it.figure.measure == "created_share");
    let shares: Vec<String> = shares.map(|it| it.figure.read_in(Words(Lang::En))).collect();
    assert!(
        !shares.is_empty() && shares.iter().all(|it| it.contains("25") && !it.contains(',')),
        "{shares:?}"
    );
    let mark = finished.gaps.iter().find(|it| it.figure.is_whole()).map(|it| it.figure.mark.clone()).unwrap();
    let page = scene.app.get(&format!("{}/figures/{mark}", scene.base(&report)), &scene.viewer.1).await.body;
    assert!(page.contains(">danes ") && page.contains("/differences\">"), "{page}");
}

#[tokio::test]
async fn what_is_not_split_is_opened_only_by_those_from_whom_it_is_kept() {
    let scene = scene().await;
    let app = &scene.app;
    let talks = figures::activity(app, "mc-reka", "pogovori", Kind::OneToOne).await;
    let group = figures::activity(app, "mc-reka", "krozek", Kind::Group).await;
    let of = |activity, day, n: i64| {
        let mut entry = super::evening(app, activity, figures::date(2025, 2, day), 13);
        entry.counts = Counts::default();
        entry.counts.set(Part::Participant, Some(Heads { total: n, ..Heads::default() }));
        entry
    };
    figures::write(app, &[of(&talks, 4, 1), of(&group, 5, 12)]).await;
    let report = scene.finished().await;
    let figures = store::figures(&app.db, scene.unit.network.id, report.id).await.unwrap();
    let unsplit = figures.iter().find(|it| it.axis == Axis::Gender.code() && it.code == ANY).unwrap();
    let path = format!("{}/figures/{}", scene.base(&report), unsplit.mark);
    let seen = async |cookie: &str| app.get(&path, cookie).await.body;
    let (mentor, viewer) = (seen(&scene.mentor.1).await, seen(&scene.viewer.1).await);
    assert!(mentor.contains("Ni razdeljeno: 13") && !mentor.contains("of=any"), "{mentor}");
    assert!(viewer.contains("of=any") && !viewer.contains("Ni razdeljeno: 13"), "{viewer}");
    // And a funder's form tells the same.
    let (_, worker) = &scene.worker;
    let pack = app.get("/units/mreza/mc-reka/packs/key-figures?period=2025", worker).await.body;
    assert!(pack.contains("Ni razdeljeno") && pack.contains("<td>13</td>"), "{pack}");
}
