//! Words about records and support visits go with the notes.

use super::super::nightly::JOB;
use super::super::store::runs;
use crate::access::RoleKind;
use crate::jobs;
use crate::testing::TestApp;
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
