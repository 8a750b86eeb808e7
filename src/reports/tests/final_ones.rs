use super::scene;
use crate::activities::{Heads, Status};
use crate::reports::making::{self, Ending, New};
use crate::reports::{reading, store};
use crate::testing::Answer;

fn plain(answer: &Answer) -> String {
    assert!(!answer.body.contains('⟦'), "{}", answer.body);
    answer.body.replace('\u{a0}', " ")
}

#[tokio::test]
async fn a_finished_report_stays_and_says_what_later_corrections_would_change() {
    let scene = scene().await;
    let app = &scene.app;
    let draft = scene.begin("centre-year", "2025").await;
    making::save(app, &scene.worker.0, &scene.unit, draft.id, "foreword", 0, "Bilo je dobro leto.")
        .await
        .unwrap();
    let base = scene.base(&draft);
    // Workers write, mentors finish.
    assert_eq!(app.post(&format!("{base}/completion"), &scene.worker.1, &[]).await.status, 403);
    let checks = app.get(&format!("{base}/reconciliation"), &scene.mentor.1).await;
    assert!(checks.status == 200 && plain(&checks).contains("Razlik ni."), "{}", checks.body);
    for _ in 0..2 {
        assert_eq!(app.post(&format!("{base}/completion"), &scene.mentor.1, &[]).await.status, 303);
    }
    let (finished, _) = reading::read(
        app,
        &scene.unit,
        &store::find(&app.db, scene.unit.network.id, draft.id).await.unwrap().unwrap(),
    )
    .await
    .unwrap();
    let page = app.get(&base, &scene.viewer.1).await;
    assert!(page.status == 200 && plain(&page).contains("Bilo je dobro leto."), "{}", page.body);
    assert!(!page.body.contains("/differences") && !page.body.contains("/sections/"), "{}", page.body);
    let written = making::save(app, &scene.worker.0, &scene.unit, draft.id, "next", 0, "Pozno.").await;
    assert!(matches!(written, Ok(making::Kept::Ended(_))), "nobody writes in it any more: {written:?}");

    let pack = format!("{}/packs/municipality-year?period=2025", scene.unit.address());
    let filled_in = plain(&app.get(&pack, &scene.worker.1).await);
    assert!(filled_in.contains("468") && !filled_in.contains("Dokončano poročilo"), "{filled_in}");

    app.wait(chrono::Duration::days(1));
    scene
        .correct(scene.entries[0].id, |it| {
            it.counts.participant = Some(Heads { total: 20, ..it.counts.participant.clone().unwrap() });
            let heads = it.counts.participant.as_mut().unwrap();
            *heads.gender.get_mut(&crate::vocabulary::Gender::Girl).unwrap() += 7;
            *heads.age.get_mut("15-18").unwrap() += 7;
        })
        .await;
    scene.correct(scene.entries[1].id, |it| it.status = Status::Cancelled).await;
    let more = super::evening(app, &scene.activity, scene.entries[2].local_date, 10);
    crate::measures::scene::write(app, &[more]).await;
    // A note is nothing that figures count.
    scene.correct(scene.entries[5].id, |it| it.note = Some("Samo zapisek.".into())).await;

    let page = plain(&app.get(&base, &scene.viewer.1).await);
    assert!(page.contains("so se spremenili 3 vnosi. Obiski: danes 472 namesto 468."), "{page}");
    // Other figures of the same year say why they are others.
    let filled_in = plain(&app.get(&pack, &scene.worker.1).await);
    assert!(
        filled_in.contains("472") && filled_in.contains("Dokončano poročilo »Letno poročilo 2025«"),
        "{filled_in}"
    );
    assert!(
        filled_in.contains("spremenili 3 vnosi") && filled_in.contains(&format!("{base}/differences")),
        "{filled_in}"
    );
    let (now, _) = reading::read(
        app,
        &scene.unit,
        &store::find(&app.db, scene.unit.network.id, draft.id).await.unwrap().unwrap(),
    )
    .await
    .unwrap();
    assert_eq!(now, finished, "nothing of it changed");
    let differences = plain(&app.get(&format!("{base}/differences"), &scene.worker.1).await);
    for told in [
        "1 vnos je bil dodan",
        "1 vnos je bil odstranjen",
        "1 vnos je bil popravljen",
        "Obiski: 13 → 20",
        "468",
        "472",
    ] {
        assert!(differences.contains(told), "{told}: {differences}");
    }
    assert!(differences.contains(&format!("/entries/{}", scene.entries[0].id)));
    assert!(!differences.contains(&scene.entries[5].id.to_string()));
    // Single entries are not for everybody.
    let seen = plain(&app.get(&format!("{base}/differences"), &scene.viewer.1).await);
    assert!(seen.contains("1 vnos je bil dodan") && !seen.contains("/entries/"), "{seen}");
}

#[tokio::test]
async fn every_mark_opens_where_its_figure_comes_from() {
    let scene = scene().await;
    let report = scene.finished().await;
    let figures = store::figures(&scene.app.db, scene.unit.network.id, report.id).await.unwrap();
    assert!(figures.len() > 30, "{}", figures.len());
    assert!(figures.iter().all(|it| it.definition == 1));
    let mut marks: Vec<&str> = figures.iter().map(|it| it.mark.as_str()).collect();
    marks.dedup();
    for mark in marks {
        let page = scene.app.get(&format!("{}/figures/{mark}", scene.base(&report)), &scene.viewer.1).await;
        assert_eq!(page.status, 200, "{mark}");
        let says = plain(&page);
        for figure in figures.iter().filter(|it| it.mark == mark) {
            assert!(says.contains(&figure.shown.replace('\u{a0}', " ")), "{mark}: {figure:?}");
        }
        // What stands there opens to the same number.
        for (href, shown) in crate::reports::tests::links(&page.body) {
            let opened = scene.app.get(&href, &scene.viewer.1).await;
            assert!(opened.status == 200 && opened.body.contains(&shown), "{mark}: {href} says {shown}");
        }
    }
    assert_eq!(
        scene.app.get(&format!("{}/figures/zzz", scene.base(&report)), &scene.viewer.1).await.status,
        404
    );
}

#[tokio::test]
async fn nobody_finishes_a_period_that_runs() {
    let scene = scene().await;
    let report = scene.begin("centre-year", "2026").await;
    assert_eq!(
        making::finish(&scene.app, &scene.mentor.0, &scene.unit, report.id).await.unwrap(),
        Ending::TooEarly
    );
    let page = plain(&scene.app.get(&scene.base(&report), &scene.worker.1).await);
    assert!(page.contains("Obdobje še traja: številke so do vključno 15. 10. 2026."), "{page}");
    assert!(page.contains("ni zapisana nobena dejavnost"), "{page}");
    let answer = scene.app.post(&format!("{}/completion", scene.base(&report)), &scene.mentor.1, &[]).await;
    assert!(answer.status == 422 && answer.body.contains("Obdobje še ni končano"), "{}", answer.body);
}

#[tokio::test]
async fn a_new_one_takes_the_place_of_an_old_one() {
    let scene = scene().await;
    let app = &scene.app;
    let first = scene.begin("centre-year", "2025").await;
    making::save(app, &scene.worker.0, &scene.unit, first.id, "foreword", 0, "Staro besedilo.")
        .await
        .unwrap();
    making::finish(app, &scene.mentor.0, &scene.unit, first.id).await.unwrap();
    let new = New {
        id: app.ids.ordered(),
        template: "centre-year".into(),
        period: "2025".into(),
        language: "sl".into(),
        supersedes: Some(first.id),
    };
    let second = making::begin(app, &scene.worker.0, &scene.unit, &new).await.unwrap().unwrap();
    let page = plain(&app.get(&scene.base(&second), &scene.worker.1).await);
    assert!(page.contains("Staro besedilo.") && page.contains("nadomešča starejše"), "{page}");
    assert!(!app.get(&scene.base(&first), &scene.viewer.1).await.body.contains("nadomestilo novejše"));
    making::finish(app, &scene.mentor.0, &scene.unit, second.id).await.unwrap();
    assert!(app.get(&scene.base(&first), &scene.viewer.1).await.body.contains("nadomestilo novejše"));
    assert!(app.get("/units/mreza/mc-reka/reports", &scene.viewer.1).await.body.contains("nadomeščeno"));
}

#[tokio::test]
async fn a_report_finished_while_people_record_is_of_one_moment_and_explained_to_the_last_entry() {
    let scene = scene().await;
    let app = &scene.app;
    let report = scene.begin("centre-year", "2025").await;
    let finish = making::finish(app, &scene.mentor.0, &scene.unit, report.id);
    let corrections = scene.entries[..12].iter().map(|entry| {
        scene.correct(entry.id, |it| {
            let heads = it.counts.participant.as_mut().unwrap();
            heads.total += 1;
            *heads.gender.get_mut(&crate::vocabulary::Gender::Girl).unwrap() += 1;
            *heads.age.get_mut("15-18").unwrap() += 1;
        })
    });
    let (ended, _) = futures_util::future::join(finish, futures_util::future::join_all(corrections)).await;
    assert_eq!(ended.unwrap(), Ending::Done);
    let report = store::find(&app.db, scene.unit.network.id, report.id).await.unwrap().unwrap();
    let figures = store::figures(&app.db, scene.unit.network.id, report.id).await.unwrap();
    // Every figure is of the same moment: the months, the classes and the whole agree.
    let checks = crate::reports::reconcile::parts(&figures);
    assert!(checks.len() > 5 && checks.iter().all(crate::reports::reconcile::Check::agrees));
    // And what came after is exactly what the entries tell.
    let visits = figures.iter().find(|it| it.measure == "visits" && it.is_whole()).unwrap().value.above;
    let later = crate::reports::differences::differences(
        app,
        crate::i18n::Words(report.lang()),
        &scene.unit,
        &report,
    )
    .await
    .unwrap();
    assert_eq!(visits + i64::try_from(later.entries.len()).unwrap(), 36 * 13 + 12);
}
