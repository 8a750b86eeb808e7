//! What was put down can be put right: answers are taken back, visits corrected; and words go when their years are over.

use chrono::Duration;

use super::scene::date;
use crate::access::RoleKind;
use crate::activities::Entry;
use crate::measures::scene;
use crate::testing::{Answer, TestApp};
use crate::vocabulary::Kind;
use crate::watch::store::visits::{self, NewVisit};
use crate::watch::store::{self, Answered, words};

const REKA: &str = "/units/mreza/mc-reka";
const LONG: &str = "en vnos traja 13 h 20 min";

async fn page(app: &TestApp, path: &str, cookie: &str) -> String {
    let answer = app.get(path, cookie).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body.replace('\u{a0}', " ")
}

async fn long(app: &TestApp) -> Entry {
    let evening = scene::activity(app, "mc-reka", "long", Kind::Open).await;
    let entry = Entry { duration_min: 800, ..scene::plain(&evening, app.ids.ordered(), date(2026, 10, 13)) };
    scene::write(app, std::slice::from_ref(&entry)).await;
    entry
}

#[tokio::test]
async fn the_page_of_an_entry_tells_what_of_it_is_worth_a_look() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let entry = long(&app).await;
    let own = format!("{REKA}/entries/{}", entry.id);
    assert!(!page(&app, &own, &mentor).await.contains(LONG), "who records is asked first");
    let told = page(&app, &own, &worker).await;
    assert!(told.contains(LONG) && told.contains("Tako je prav"), "{told}");
    assert!(!told.contains(&format!("href=\"{own}\"")), "it leads nowhere but here");
    let key = format!("long:{}", entry.id);
    let fields = [("subject", "hours"), ("key", &key), ("answer", "right"), ("back", &own)];
    let sent = app.post(&format!("{REKA}/watch/dismissals"), &worker, &fields).await;
    assert_eq!(sent.location.as_deref(), Some(own.as_str()));
    assert!(!page(&app, &own, &worker).await.contains(LONG));
}

#[tokio::test]
async fn an_answer_is_taken_back_by_whoever_gave_it() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let key = format!("long:{}", long(&app).await.id);
    let (answers, watch) = (format!("{REKA}/watch/dismissals"), format!("{REKA}/watch"));
    let fields = [("subject", "hours"), ("key", key.as_str()), ("answer", "right"), ("reason", "Tabor")];
    assert_eq!(app.post(&answers, &worker, &fields).await.status, 303);
    assert!(page(&app, &watch, &worker).await.contains("Umakni odgovor"));
    assert!(!page(&app, &watch, &mentor).await.contains("Umakni odgovor"), "only one's own");

    let back = format!("{answers}/withdrawal");
    assert_eq!(app.post(&back, &mentor, &fields[..2]).await.status, 303);
    assert!(page(&app, &watch, &worker).await.contains("Že odgovorjeno: 1"));
    for _ in 0..2 {
        let sent = app.post(&back, &worker, &fields[..2]).await;
        assert_eq!(sent.location.as_deref(), Some(watch.as_str()));
    }
    let told = page(&app, &watch, &worker).await;
    assert!(told.contains(LONG) && !told.contains("Že odgovorjeno") && !told.contains("Tabor"), "{told}");
    assert_eq!(app.post(&back, &worker, &[("subject", "x")]).await.status, 422);
    // It was shown to those who record before: a mentor's week counts from then.
    app.wait(Duration::days(7));
    assert!(page(&app, &watch, &mentor).await.contains(LONG));
}

struct Visited {
    app: TestApp,
    mentor: String,
    id: String,
}

impl Visited {
    async fn new() -> Visited {
        let app = TestApp::new().await;
        let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
        let id = app.ids.random().to_string();
        let visited = Visited { app, mentor, id };
        assert_eq!(visited.send("", "Lepo", "0").await.status, 303);
        visited
    }

    async fn send(&self, rest: &str, note: &str, base: &str) -> Answer {
        let fields = [("id", self.id.as_str()), ("visited_on", "2026-10-14"), ("note", note), ("base", base)];
        self.app.post(&format!("{REKA}/watch/visits{rest}"), &self.mentor, &fields).await
    }

    async fn page(&self) -> String {
        page(&self.app, &format!("{REKA}/watch"), &self.mentor).await
    }
}

#[tokio::test]
async fn a_visit_is_corrected_by_whoever_put_it_down() {
    let visited = Visited::new().await;
    let app = &visited.app;
    let own = format!("/{}", visited.id);
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let other = [("visited_on", "2026-10-14"), ("note", "Drugače"), ("base", "1")];
    let path = format!("{REKA}/watch/visits/{}", visited.id);
    let sent = app.post(&path, &coordinator, &other).await;
    assert!(sent.status == 422 && sent.body.contains("kdor ga je zapisal"), "{}", sent.body);
    assert!(!page(app, &format!("{REKA}/watch"), &coordinator).await.contains(&format!("{path}\"")));

    let empty = visited.send(&own, " ", "1").await;
    assert!(empty.status == 422 && empty.body.contains("Vpiši, kaj ste videli"), "{}", empty.body);
    for _ in 0..2 {
        assert_eq!(visited.send(&own, "Zelo lepo", "1").await.status, 303);
    }
    let told = visited.page().await;
    assert!(told.contains(">Zelo lepo</p>") && told.contains("Popravljeno 15. 10. 2026."), "{told}");
    // From a page of before: told once, and kept when it is sent again.
    let late = visited.send(&own, "Še lepše", "1").await;
    assert!(late.status == 422 && late.body.contains("Medtem je bil ta obisk že popravljen"));
    assert!(
        late.body.contains("Še lepše") && late.body.contains("name=\"base\" value=\"2\""),
        "{}",
        late.body
    );
    assert_eq!(visited.send(&own, "Še lepše", "2").await.status, 303);
    assert!(visited.page().await.contains(">Še lepše</p>"));
    let nowhere = format!("/{}", app.ids.random());
    assert_eq!(visited.send(&nowhere, "x", "1").await.status, 404);
}

#[tokio::test]
async fn another_visit_sent_as_the_same_is_not_lost() {
    let visited = Visited::new().await;
    let told = visited.send("", "Nekaj čisto drugega", "0").await;
    assert!(told.status == 422 && told.body.contains("Ta obisk je že shranjen"), "{}", told.body);
    assert!(
        told.body.contains("Nekaj čisto drugega")
            && !told.body.contains(&format!("value=\"{}\"", visited.id))
    );
    assert!(!visited.page().await.contains("Nekaj čisto drugega"));
}

#[tokio::test]
async fn nobody_visits_a_network() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let told = page(&app, "/units/mreza/ljubljana/watch", &mentor).await;
    assert!(!told.contains("name=\"visited_on\"") && told.contains("na strani enote, ki si jo obiskal"));
    let id = app.ids.random().to_string();
    let fields = [("id", id.as_str()), ("visited_on", "2026-10-14"), ("note", "Lepo")];
    let sent = app.post("/units/mreza/ljubljana/watch/visits", &mentor, &fields).await;
    assert!(sent.status == 422 && sent.body.contains("na strani enote"), "{}", sent.body);
}

#[tokio::test]
async fn words_go_when_their_years_are_over_and_nothing_else_does() {
    let app = TestApp::new().await;
    let (me, cookie) = app.person(RoleKind::Mentor, "mc-reka").await;
    let unit = app.unit("mc-reka").await.id;
    let visit = |on| NewVisit {
        id: app.ids.ordered(),
        unit_id: unit,
        visited_on: on,
        by: me.id,
        note: "Lepo".into(),
        agreed: Some("Štejemo".into()),
        follow_up_on: None,
    };
    let (before, cut) = (date(2026, 9, 30), date(2026, 10, 1));
    let mut tx = app.db.begin().await.unwrap();
    for new in [visit(before), visit(cut)] {
        visits::insert(&mut tx, app.network_id, &new, app.clock.now()).await.unwrap();
    }
    for (key, at, reason) in [
        ("a", app.clock.now() - Duration::days(30), Some("Tabor")),
        ("b", app.clock.now(), Some("Praznik")),
        ("c", app.clock.now() - Duration::days(30), None),
    ] {
        let (by, on) = (me.id, before);
        let it = Answered { kind: "hours", key, answer: "right", reason, by, at, on };
        assert!(store::dismiss(&mut tx, app.network_id, unit, &it).await.unwrap());
    }
    tx.commit().await.unwrap();
    let count = async || words::count_before(&app.db, app.network_id, cut).await.unwrap();
    assert_eq!(count().await, 2);
    let mut tx = app.db.begin().await.unwrap();
    assert_eq!(words::remove_before(&mut tx, app.network_id, cut).await.unwrap(), 2);
    assert_eq!(words::remove_before(&mut tx, app.network_id, cut).await.unwrap(), 0);
    tx.commit().await.unwrap();
    assert_eq!(count().await, 0);
    let mut kept = store::standing(&app.db, app.network_id, &[unit]).await.unwrap();
    kept.sort_by(|a, b| a.key.cmp(&b.key));
    let reasons: Vec<_> = kept.iter().map(|it| it.reason.as_deref()).collect();
    assert_eq!(reasons, [None, Some("Praznik"), None]);
    assert!(kept.iter().all(|it| it.answer.as_deref() == Some("right")));
    let visits = visits::of_unit(&app.db, app.network_id, unit).await.unwrap();
    let said: Vec<_> =
        visits.iter().map(|it| (it.visited_on, it.note.as_str(), it.agreed.as_deref())).collect();
    assert_eq!(said, [(cut, "Lepo", Some("Štejemo")), (before, "", None)]);
    let told = page(&app, &format!("{REKA}/watch"), &cookie).await;
    assert!(told.contains("30. 9. 2026") && told.contains("Besedilo je odstranjeno"), "{told}");
}
