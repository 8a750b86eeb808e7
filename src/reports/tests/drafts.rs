use super::scene;
use crate::reports::making::{self, Kept, New};
use crate::reports::store;

#[tokio::test]
async fn a_report_is_begun_once_and_written_by_two() {
    let scene = scene().await;
    let app = &scene.app;
    let list = "/units/mreza/mc-reka/reports";
    let page = app.get(list, &scene.worker.1).await;
    assert!(page.status == 200 && page.body.contains("Letno poročilo"), "{}", page.body);
    assert!(!page.body.contains("Letno poročilo mreže"), "that is for networks");
    let id = app.ids.ordered().to_string();
    let fields = [("id", id.as_str()), ("template", "centre-year"), ("period", "2025"), ("language", "sl")];
    let (first, again) =
        (app.post(list, &scene.worker.1, &fields).await, app.post(list, &scene.worker.1, &fields).await);
    assert_eq!((first.status.as_u16(), &first.location), (303, &again.location));
    let base = first.location.unwrap();
    assert_eq!(store::all(&app.db, scene.unit.network.id, scene.unit.id).await.unwrap().len(), 1);
    let page = app.get(&base, &scene.worker.1).await;
    assert!(page.status == 200 && page.body.contains("468") && !page.body.contains('⟦'), "{}", page.body);
    // Whoever only looks on sees nothing of it yet.
    assert_eq!(app.get(&base, &scene.viewer.1).await.status, 403);
    assert!(!app.get(list, &scene.viewer.1).await.body.contains(&id));

    let section = format!("{base}/sections/foreword");
    let saved =
        app.post(&section, &scene.worker.1, &[("version", "0"), ("body", "Prvi.\r\n\r\nDrugi.")]).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    // The other one had the first version before them and changed another paragraph: both are kept.
    app.post(&section, &scene.worker.1, &[("version", "1"), ("body", "Prvi, popravljen.\n\nDrugi.")]).await;
    let merged = app
        .post(&section, &scene.mentor.1, &[("version", "1"), ("body", "Prvi.\n\nDrugi, dopolnjen.")])
        .await;
    assert_eq!(merged.status, 303, "{}", merged.body);
    let stands = store::sections(&app.db, scene.unit.network.id, id.parse().unwrap()).await.unwrap();
    assert_eq!((stands[0].body.as_str(), stands[0].version), ("Prvi, popravljen.\n\nDrugi, dopolnjen.", 3));
    // Both the same: theirs is shown beside mine, and nothing is saved.
    let clash = app.post(&section, &scene.worker.1, &[("version", "2"), ("body", "Vse drugače.")]).await;
    assert!(
        clash.status == 409 && clash.body.contains("Vse drugače.") && clash.body.contains("dopolnjen"),
        "{}",
        clash.body
    );
    let after =
        store::versions(&app.db, scene.unit.network.id, id.parse().unwrap(), "foreword").await.unwrap();
    assert_eq!(after.len(), 3);
    assert!(app.get(&base, &scene.worker.1).await.body.contains("Drugi, dopolnjen."));
}

#[tokio::test]
async fn what_somebody_types_in_a_draft_that_is_thrown_away_is_not_lost() {
    let scene = scene().await;
    let (app, list) = (&scene.app, "/units/mreza/mc-reka/reports");
    let id = app.ids.ordered().to_string();
    let fields = [("id", id.as_str()), ("template", "centre-year"), ("period", "2025"), ("language", "sl")];
    let base = app.post(list, &scene.worker.1, &fields).await.location.unwrap();
    assert_eq!(app.post(&format!("{base}/removal"), &scene.mentor.1, &[]).await.status, 303);
    let section = format!("{base}/sections/foreword");
    let told = app.post(&section, &scene.worker.1, &[("version", "0"), ("body", "Moj uvod.")]).await;
    assert_eq!(told.status, 409, "{}", told.body);
    for says in ["Moj uvod.", "Ta osnutek je medtem nekdo zavrgel", &format!("href=\"{list}\"")] {
        assert!(told.body.contains(says), "{says}: {}", told.body);
    }
    let kept =
        store::versions(&app.db, scene.unit.network.id, id.parse().unwrap(), "foreword").await.unwrap();
    assert!(kept.is_empty(), "nothing is written in it any more");
    assert_eq!(app.get(&section, &scene.worker.1).await.status, 404);
    let fields = [("version", "0"), ("body", "Moj.")];
    assert_eq!(app.post(&section, &scene.viewer.1, &fields).await.status, 403);
}

#[tokio::test]
async fn what_cannot_be_is_told_beside_its_field_and_kept() {
    let scene = scene().await;
    let list = "/units/mreza/mc-reka/reports";
    let id = scene.app.ids.ordered().to_string();
    for (template, period, told) in [
        ("centre-year", "2025-06", "Ta predloga je za drugače dolgo obdobje"),
        ("network-year", "2025", "Ta predloga je za druge vrste enot"),
        ("centre-year", "lani", "Izberi obdobje, na primer"),
        ("centre-year", "2031", "To obdobje se še ni začelo"),
        ("nobena", "2025", "Izberi predlogo"),
    ] {
        let fields = [("id", id.as_str()), ("template", template), ("period", period), ("language", "sl")];
        let answer = scene.app.post(list, &scene.worker.1, &fields).await;
        assert!(answer.status == 422 && answer.body.contains(told), "{template} {period}: {}", answer.body);
        assert!(answer.body.contains(&id), "the same form, sent again, is the same report");
    }
    let report = scene.begin("centre-year", "2025").await;
    let long = "a".repeat(crate::reports::text::LONGEST + 1);
    let section = format!("{}/sections/foreword", scene.base(&report));
    let answer = scene.app.post(&section, &scene.worker.1, &[("version", "0"), ("body", &long)]).await;
    assert!(answer.status == 422 && answer.body.contains(&long) && answer.body.contains("predolgo"));
    assert_eq!(
        scene.app.get(&format!("{}/sections/gender", scene.base(&report)), &scene.worker.1).await.status,
        404
    );
}

#[tokio::test]
async fn entries_are_told_and_what_was_typed_beside_none_is_kept() {
    let scene = scene().await;
    let report = scene.begin("centre-year", "2025").await;
    let section = format!("{}/sections/stories", scene.base(&report));
    let page = scene.app.get(&section, &scene.worker.1).await;
    let entry = scene.entries[3].id.to_string();
    assert!(page.status == 200 && page.body.contains(&entry), "{}", page.body);
    let lost = [("version", "0"), ("entry_0", ""), ("words_0", "Bilo je lepo.")];
    let answer = scene.app.post(&section, &scene.worker.1, &lost).await;
    assert!(
        answer.status == 422
            && answer.body.contains("Bilo je lepo.")
            && answer.body.contains("Izberi dejavnost, o kateri")
    );
    let twice = [
        ("version", "0"),
        ("entry_0", entry.as_str()),
        ("words_0", "A"),
        ("entry_1", &entry),
        ("words_1", "B"),
    ];
    assert!(scene.app.post(&section, &scene.worker.1, &twice).await.body.contains("že izbrana"));
    let told = [("version", "0"), ("entry_0", entry.as_str()), ("words_0", "Bilo je lepo.")];
    assert_eq!(scene.app.post(&section, &scene.worker.1, &told).await.status, 303);
    let page = scene.app.get(&scene.base(&report), &scene.worker.1).await.body;
    assert!(page.contains("Bilo je lepo.") && page.contains("Dejavnost vecer"), "{page}");
    // A deleted entry is told no more.
    crate::measures::scene::set_deleted(&scene.app, &scene.worker.0, scene.entries[3].id, true).await;
    assert!(!scene.app.get(&scene.base(&report), &scene.worker.1).await.body.contains("Bilo je lepo."));
}

#[tokio::test]
async fn a_draft_is_thrown_away_and_put_on_record() {
    let scene = scene().await;
    let report = scene.begin("council-page", "2025-06").await;
    let base = scene.base(&report);
    for _ in 0..2 {
        assert_eq!(scene.app.post(&format!("{base}/removal"), &scene.worker.1, &[]).await.status, 303);
    }
    assert_eq!(scene.app.get(&base, &scene.worker.1).await.status, 404);
    let id = report.id;
    let saved = making::save(&scene.app, &scene.worker.0, &scene.unit, id, "in-short", 0, "Besedilo").await;
    assert!(matches!(saved, Ok(Kept::ThrownAway)), "{saved:?}");
    let elsewhere = scene.app.unit("mc-sava").await;
    let saved = making::save(&scene.app, &scene.worker.0, &elsewhere, id, "in-short", 0, "Besedilo").await;
    assert!(saved.is_err(), "nobody learns of another unit's draft");
}

#[tokio::test]
async fn the_same_saved_again_is_no_other_version() {
    let scene = scene().await;
    let report = scene.begin("centre-year", "2025").await;
    for _ in 0..2 {
        let kept = making::save(&scene.app, &scene.worker.0, &scene.unit, report.id, "next", 0, "Naprej.")
            .await
            .unwrap();
        assert!(matches!(kept, Kept::Done(1)), "{kept:?}");
    }
    let other = New {
        id: report.id,
        template: "council-page".into(),
        period: "2024".into(),
        language: "en".into(),
        supersedes: None,
    };
    let stands = making::begin(&scene.app, &scene.worker.0, &scene.unit, &other).await.unwrap().unwrap();
    assert_eq!(stands.template, "centre-year", "the first one stands");
}

#[tokio::test]
async fn a_page_that_saves_by_itself_overwrites_nothing_unseen() {
    let scene = scene().await;
    let report = scene.begin("centre-year", "2025").await;
    let path = format!("{}/sections/foreword", scene.base(&report));
    let page = scene.app.get(&path, &scene.worker.1).await.body;
    assert!(page.contains("data-keep") && page.contains("keep.js"), "{page}");
    let form = "application/x-www-form-urlencoded";
    let letter = |cookie: &str, body: &str| {
        let request = axum::http::Request::post(&path)
            .header("cookie", cookie)
            .header("sec-fetch-site", "same-origin")
            .header("accept", "application/json")
            .header("content-type", form);
        scene.app.send(request.body(axum::body::Body::from(body.to_owned())).unwrap())
    };
    let first = letter(&scene.worker.1, "version=0&was_body=&body=Prvi%0A%0ADrugi").await;
    assert!(first.status == 200 && first.body.contains("\"version\":1"), "{}", first.body);
    // Lost on the way back and sent again: nothing new.
    assert!(
        letter(&scene.worker.1, "version=0&was_body=&body=Prvi%0A%0ADrugi")
            .await
            .body
            .contains("\"version\":1")
    );
    // A colleague changes the second paragraph, and the page that does not know of it the first, twice.
    letter(&scene.mentor.1, "version=1&was_body=Prvi%0A%0ADrugi&body=Prvi%0A%0ADrugi,%20dopolnjen").await;
    let both = letter(&scene.worker.1, "version=1&was_body=Prvi%0A%0ADrugi&body=Prvi!%0A%0ADrugi").await;
    assert!(both.body.contains("\"version\":3") && both.body.contains("Zraven je tudi"), "{}", both.body);
    letter(&scene.worker.1, "version=3&was_body=Prvi!%0A%0ADrugi&body=Prvi!!%0A%0ADrugi").await;
    let stands = store::sections(&scene.app.db, scene.unit.network.id, report.id).await.unwrap();
    assert_eq!(stands[0].body, "Prvi!!\n\nDrugi, dopolnjen");
    // The same paragraph: nothing is saved, and the button shows both.
    let clash =
        letter(&scene.worker.1, "version=3&was_body=Prvi!!%0A%0ADrugi&body=Prvi!!%0A%0ADrugace").await;
    assert!(clash.status == 422 && clash.body.contains("\"over\":true"), "{}", clash.body);
}
