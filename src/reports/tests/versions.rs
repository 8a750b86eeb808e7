//! Every text that was saved can be read and taken again; and what somebody typed while the report was finished is not lost.

use super::{Scene, scene};
use crate::reports::making;
use crate::reports::report::{Report, Written};
use crate::reports::store;
use crate::testing::Answer;

impl Scene {
    async fn wrote(&self, report: &Report, version: i64, text: &str) {
        let (me, unit) = (&self.worker.0, &self.unit);
        making::save(&self.app, me, unit, report.id, "foreword", version, text).await.unwrap();
    }

    async fn all(&self, report: &Report) -> Vec<Written> {
        store::versions(&self.app.db, self.unit.network.id, report.id, "foreword").await.unwrap()
    }

    async fn typed(&self, path: &str, accept: &str) -> Answer {
        let request = axum::http::Request::post(path)
            .header("cookie", self.worker.1.as_str())
            .header("sec-fetch-site", "same-origin")
            .header("accept", accept)
            .header("content-type", "application/x-www-form-urlencoded");
        let body = "version=1&was_body=Prvo.&body=Prvo.%0A%0AIn+naprej.";
        self.app.send(request.body(axum::body::Body::from(body)).unwrap()).await
    }
}

#[tokio::test]
async fn an_earlier_text_is_read_and_taken_again() {
    let scene = scene().await;
    let app = &scene.app;
    let report = scene.begin("centre-year", "2025").await;
    let section = format!("{}/sections/foreword", scene.base(&report));
    let path = format!("{section}/versions");
    let page = app.get(&path, &scene.worker.1).await;
    assert!(page.status == 200 && page.body.contains("Tu še nihče ni nič napisal."), "{}", page.body);
    assert!(!app.get(&section, &scene.worker.1).await.body.contains(&path));
    scene.wrote(&report, 0, "Prvo besedilo.").await;
    app.wait(chrono::Duration::minutes(5));
    scene.wrote(&report, 1, "Drugo besedilo.").await;
    assert!(app.get(&section, &scene.worker.1).await.body.contains(&path));
    let page = app.get(&path, &scene.mentor.1).await.body;
    let (first, second) = (page.find("Prvo besedilo.").unwrap(), page.find("Drugo besedilo.").unwrap());
    assert!(second < first, "the newest first: {page}");
    assert!(page.contains("worker mc-reka") && page.contains("ob 21.0"), "who and when: {page}");
    assert_eq!(page.matches("name=\"take\"").count(), 1, "what stands is not taken: {page}");
    assert_eq!(app.get(&path, &scene.viewer.1).await.status, 403);
    // Sent twice, it is one version.
    let fields = [("version", "2"), ("take", "1")];
    for _ in 0..2 {
        assert_eq!(app.post(&path, &scene.mentor.1, &fields).await.status, 303);
    }
    let all = scene.all(&report).await;
    let bodies: Vec<&str> = all.iter().map(|it| it.body.as_str()).collect();
    assert_eq!(bodies, ["Prvo besedilo.", "Drugo besedilo.", "Prvo besedilo."]);
    // A colleague wrote something else meanwhile: both are shown, and nothing is saved.
    scene.wrote(&report, 3, "Tretje besedilo.").await;
    let clash = app.post(&path, &scene.mentor.1, &[("version", "3"), ("take", "2")]).await;
    assert!(
        clash.status == 409
            && clash.body.contains("Tretje besedilo.")
            && clash.body.contains("Drugo besedilo.</textarea>"),
        "{}",
        clash.body
    );
    assert_eq!(scene.all(&report).await.len(), 4);
    assert_eq!(app.post(&path, &scene.mentor.1, &[("version", "4"), ("take", "9")]).await.status, 404);
    // As many as stand on one page, and the others behind it.
    for n in 4..30 {
        scene.wrote(&report, n, &format!("Besedilo {n}.")).await;
    }
    let page = app.get(&path, &scene.worker.1).await.body;
    assert!(
        page.contains("Besedilo 29.")
            && page.contains(&format!("<a class=\"button quiet\" href=\"{path}?before=11\""))
            && !page.contains("Besedilo 9."),
        "{page}"
    );
    let page = app.get(&format!("{path}?before=11"), &scene.worker.1).await.body;
    assert!(
        page.contains("Besedilo 9.")
            && page.contains("Prvo besedilo.")
            && !page.contains(&format!("<a class=\"button quiet\" href=\"{path}?before=")),
        "{page}"
    );
}

#[tokio::test]
async fn the_versions_of_stories_say_what_was_chosen() {
    let scene = scene().await;
    let report = scene.begin("centre-year", "2025").await;
    let path = format!("{}/sections/stories", scene.base(&report));
    let (one, other) = (scene.entries[0].id.to_string(), scene.entries[1].id.to_string());
    let first = [("version", "0"), ("entry_0", one.as_str()), ("words_0", "Ena."), ("bare_0", "1")];
    let second = [("version", "1"), ("entry_0", other.as_str()), ("words_0", "Dve.")];
    for fields in [&first[..], &second[..]] {
        assert_eq!(scene.app.post(&path, &scene.worker.1, fields).await.status, 303);
    }
    crate::measures::scene::set_deleted(&scene.app, &scene.worker.0, scene.entries[1].id, true).await;
    let page = scene.app.get(&format!("{path}/versions"), &scene.worker.1).await.body.replace('\u{a0}', " ");
    assert!(
        page.contains("3. 1. 2025 · Dejavnost vecer · Brez fotografije") && page.contains("Ena."),
        "{page}"
    );
    assert!(
        page.contains("Izbrana dejavnost ne more biti v tem poročilu") && page.contains("Dve."),
        "{page}"
    );
    let again = [("version", "2"), ("take", "1")];
    assert_eq!(scene.app.post(&format!("{path}/versions"), &scene.worker.1, &again).await.status, 303);
    assert!(scene.app.get(&scene.base(&report), &scene.worker.1).await.body.contains("Ena."));
}

#[tokio::test]
async fn what_is_typed_while_somebody_finishes_the_report_is_not_lost() {
    let scene = scene().await;
    let app = &scene.app;
    let report = scene.begin("centre-year", "2025").await;
    scene.wrote(&report, 0, "Prvo.").await;
    let base = scene.base(&report);
    let section = format!("{base}/sections/foreword");
    making::finish(app, &scene.mentor.0, &scene.unit, report.id).await.unwrap();
    let says = "To poročilo je dokončano (mentor mc-reka, 15.\u{a0}10.\u{a0}2026)";
    let page = scene.typed(&section, "text/html").await;
    assert_eq!(page.status, 409);
    let plain = |text: &str| text.replace('\u{a0}', " ");
    assert!(plain(&page.body).contains(&plain(says)), "{}", page.body);
    assert!(page.body.contains("Prvo.\n\nIn naprej.</textarea>") && !page.body.contains("data-keep>"));
    // A page that saves by itself is told the same, and sends no more.
    let told = scene.typed(&section, "application/json").await;
    assert!(told.status == 422 && told.body.contains("\"over\":true"), "{}", told.body);
    assert!(plain(&told.body).contains(&plain(says)), "{}", told.body);
    // Neither is lost what is wrong besides.
    let long = "a".repeat(crate::reports::text::LONGEST + 1);
    let page = app.post(&section, &scene.worker.1, &[("version", "1"), ("body", &long)]).await;
    assert!(page.status == 409 && page.body.contains(&long));
    let stories = [("version", "0"), ("entry_0", ""), ("words_0", "Bilo je lepo.")];
    let page = app.post(&format!("{base}/sections/stories"), &scene.worker.1, &stories).await;
    assert!(page.status == 409 && page.body.contains("Bilo je lepo."), "{}", page.body);
    assert_eq!(scene.all(&report).await.len(), 1, "nothing was saved");

    // What was written can be read by those who write, and nothing is taken again.
    let path = format!("{section}/versions");
    assert_eq!(app.get(&section, &scene.worker.1).await.location.as_deref(), Some(path.as_str()));
    let page = app.get(&path, &scene.worker.1).await;
    assert!(page.status == 200 && page.body.contains("Prvo.") && !page.body.contains("name=\"take\""));
    assert!(app.get(&base, &scene.worker.1).await.body.contains(&path));
    assert!(!app.get(&base, &scene.viewer.1).await.body.contains("/sections/"));
    assert_eq!(app.get(&path, &scene.viewer.1).await.status, 403);
    assert_eq!(app.post(&path, &scene.mentor.1, &[("version", "1"), ("take", "1")]).await.status, 409);
}
