//! Words about records and support visits go with the notes.

use super::super::nightly::JOB;
use super::super::store::runs;
use crate::access::{self, RoleKind};
use crate::db::Conn;
use crate::evaluation;
use crate::jobs;
use crate::questionnaires;
use crate::testing::TestApp;
use crate::vocabulary::Kind;
use chrono::Duration;

#[tokio::test]
async fn what_was_noted_of_support_visits_goes_with_the_notes() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    for (on, note) in [("2022-12-31", "Prvi obisk"), ("2026-01-10", "Drugi obisk")] {
        let id = app.ids.random().to_string();
        let fields = [("id", id.as_str()), ("visited_on", on), ("note", note)];
        let sent = app.post("/units/mreza/mc-reka/watch/visits", &mentor, &fields).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
    }
    let preview = app.get("/units/mreza/mreza/retention?years=2", &coordinator).await.body;
    assert!(preview.contains("odstranili 1 besedilo o zapisih"), "{preview}");
    assert_eq!(jobs::work(&app, &[JOB], app.ids.random()).await.unwrap(), 1);
    let run = runs(&app.db, app.network_id, 1).await.unwrap().remove(0);
    assert_eq!((run.notes_removed, run.answers_removed, run.watch_removed), (0, 0, 1));
    let page = app.get("/units/mreza/mc-reka/watch", &mentor).await.body;
    assert!(!page.contains("Prvi obisk") && page.contains("Drugi obisk"), "{page}");
    assert!(page.contains("Besedilo je odstranjeno"));
    let proof = app.get("/units/mreza/mreza/retention", &coordinator).await.body;
    assert!(proof.contains("in 1 besedilo o zapisih in obiskih"), "{proof}");
    app.wait(Duration::days(1));
    assert_eq!(jobs::work(&app, &[JOB], app.ids.random()).await.unwrap(), 1);
    assert_eq!(runs(&app.db, app.network_id, 1).await.unwrap()[0].watch_removed, 0);
}

/// Makes an evaluation whose steps can be worked with, and returns its code.
async fn evaluation(app: &TestApp, coordinator: &str) -> String {
    let token = coordinator.split_once('=').unwrap().1;
    let who = access::me(app, token).await.unwrap().unwrap();
    let root = app.unit("mreza").await;
    let new = questionnaires::New {
        id: app.ids.ordered(),
        source: questionnaires::Source::Shipped("open".into()),
        names: vec![],
        kind: None,
    };
    let code = questionnaires::make(app, &who, &root, &new).await.unwrap().unwrap();
    questionnaires::finish(app, &who, &root, &code, 1).await.unwrap().unwrap();
    let version = questionnaires::finished(&app.db, root.network.id).await.unwrap()[0].1;
    let text = |text: &str| vec![("sl".to_owned(), text.to_owned())];
    let new = evaluation::New {
        id: app.ids.ordered(),
        names: text("Evalvacija"),
        purposes: text("Zanima nas."),
        consents: text("Strinjam se."),
        contact: "mreza@example.org".into(),
        opens_on: "2026-10-05".into(),
        last_on: "2026-10-25".into(),
        asked: vec![(Kind::Open, version.to_string())],
        ..evaluation::New::default()
    };
    evaluation::make(app, &who, &root, &new).await.unwrap().unwrap()
}

#[tokio::test]
async fn words_about_steps_go_with_the_notes_and_what_is_public_stays() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let code = evaluation(&app, &coordinator).await;
    let base = format!("/units/mreza/mc-reka/change/{code}");
    let post = async |rest: String, fields: &[(&str, &str)]| {
        let sent = app.post(&format!("{base}{rest}"), &mentor, fields).await;
        assert_eq!(sent.status, 303, "{rest}: {}", sent.body);
    };
    let task = app.ids.ordered().to_string();
    post("/steps/1".into(), &[("version", "0"), ("notes", "Prvi zapisek")]).await;
    post("/steps/1".into(), &[("version", "1"), ("notes", "Drugi zapisek"), ("whom_others", "nočni čuvaj")])
        .await;
    post("/steps/2".into(), &[("version", "0"), ("done_on", "2026-11-02")]).await;
    let meeting = [
        ("version", "0"),
        ("held_on", "2026-11-05"),
        ("young", "8"),
        ("decided", "Tri luči"),
        ("task_0_id", &task),
        ("task_0_what", "Naroči luči"),
    ];
    post("/steps/5".into(), &meeting).await;
    let said = [("version", "0"), ("said_sl", "Temno je."), ("did_sl", "Luči svetijo.")];
    post(format!("/said/{}", app.ids.ordered()), &said).await;
    post("/publication".into(), &[("id", &task)]).await;
    let night = async || {
        assert_eq!(jobs::work(&app, &[JOB], app.ids.random()).await.unwrap(), 1);
        runs(&app.db, app.network_id, 1).await.unwrap().remove(0).change_removed
    };
    assert_eq!(night().await, 0, "of this year");

    // The third full year after this one.
    app.wait(Duration::days(3 * 365 + 60));
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let preview = async |years: i64| {
        let at = format!("/units/mreza/mreza/retention?years={years}");
        app.get(&at, &coordinator).await.body.contains("besedila 2 korakov od rezultatov do sprememb")
    };
    assert!(preview(2).await && !preview(4).await);
    assert_eq!(night().await, 0, "their years are not over");
    app.wait(Duration::days(300));
    assert_eq!(night().await, 2, "the third step had no words");
    app.wait(Duration::days(1));
    assert_eq!(night().await, 0);
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    for (step, stays) in [(1, None), (5, Some("value=\"8\""))] {
        let page = app.get(&format!("{base}/steps/{step}"), &mentor).await.body;
        for gone in ["Prvi zapisek", "Drugi zapisek", "nočni čuvaj", "Tri luči", "Naroči luči"] {
            assert!(!page.contains(gone), "{gone}: {page}");
        }
        assert!(page.contains("Besedila tega koraka so odstranjena"), "{page}");
        assert!(stays.is_none_or(|stays| page.contains(stays)), "{page}");
    }
    let all: Vec<(i64, String, String)> = Conn::from(&app.db)
        .all("select version, notes, whom from change_step where step = 1 order by version", vec![])
        .await
        .unwrap();
    assert!(all.len() == 2 && all.iter().all(|(_, notes, whom)| notes.is_empty() && whom == "[]"), "{all:?}");
    let proof = app.get("/units/mreza/mreza/retention", &coordinator).await.body;
    assert!(proof.contains("in besedila 2 korakov od rezultatov do sprememb"), "{proof}");
    assert!(app.get("/said/mreza/mc-reka", "").await.body.contains("Luči svetijo."), "what is public stays");
}
